"""Stems of Russian verbs: one for the forms of a verb that laws use.

Those are the infinitive, the past, the third person, participles and their short forms. Snowball
gives them several: назнач-ить, назначен-ный; действова-ть, действ-ует (which then meets
действие). From a noun with the same root a verb stays apart wherever the two can be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SELF = "(?:ся|сь)?"
_FULL = "ый|ого|ому|ым|ом|ая|ой|ою|ую|ое|ые|ых|ыми"
_SOFT_FULL = "ий|его|ему|им|ем|ая|ей|ею|ую|ее|ие|их|ими"
# Of the short forms one has no ending: these go last in a group.
_SHORT = "а|о|ы|"
_PAST = f"л|ла|ло|ли|в|вши|вш(?:{_SOFT_FULL})"
_PREFIX = "про|в|вы|до|за|из|на|от|под|пере|при|произ|с|у|раз|воз|пре|об"


def _verb(beginning: str, *endings: str) -> re.Pattern[str]:
    return re.compile(f"({beginning})(?:{'|'.join(endings)}){_SELF}")


_SHAPES = (
    # Not what has to follow but what comes next.
    (re.compile(f"(следующ)(?:{_SOFT_FULL})"), ""),
    # действует, действующий, используемый, руководствуясь: действова-ть
    (
        _verb(
            "(?!стату).{2,}(?=у)",
            *("ует", "уют", f"ующ(?:{_SOFT_FULL})", f"уем(?:{_FULL}|{_SHORT})", "уя"),
        ),
        "ова",
    ),
    # раздел and разделить, довод and доводить: the verb beside a noun with the same stem
    (
        _verb(
            "раздел|отдел|надел|отмен|замен|измен|смен|оплат|уплат|выплат|доплат|утрат|затрат|"
            "состав|став|запрет|возврат|наград|защит|знаком|суд|род|труд|вред|вид|цел|част|"
            "сред|цен|плат|дел|мер|сел|вод|договор|"
            "(?:в|вы|до|ис|про|рас|пере|под|от|у|об|за|с|при|проис|на)ход|"
            "(?:в|вы|до|про|при|пере|от|раз|с|за|произ|под)вод|"
            "(?:в|вы|вз|пере|из|с|от|за|под)?нос|(?:в|вы|про|пере|за|раз)воз",
            *("ить", "ит", "ят", "ил", "ила", "ило", "или", "ив", f"ивш(?:{_SOFT_FULL})"),
            *(f"ящ(?:{_SOFT_FULL})", f"им(?:{_FULL}|{_SHORT})", "я(?=с)", f"ен(?:{_SHORT})"),
            f"енн(?:{_FULL})",
        ),
        "ить",
    ),
    (_verb(".+ну", _PAST, "ть", f"т(?:{_FULL}|{_SHORT})"), "т"),  # выдвинул, выдвинутый
    (_verb(".+кры", _PAST, "ть", f"т(?:{_FULL}|{_SHORT})"), ""),  # открыл, открытый
    (
        _verb("(?:при|за|от|под|с|об|до|пере|вос)ня", _PAST, "ть", f"т(?:{_FULL}|{_SHORT})"),
        "",
    ),
    (
        _verb(
            ".+смотр", f"е(?:{_PAST}|ть)", "ит", "ят", f"ен(?:{_SHORT})", f"енн(?:{_FULL}|а|о|ы)"
        ),
        "ет",
    ),
    (
        _verb(
            f"(?:{_PREFIX})?ве",
            *("сти", "л", "ла", "ло", "ли", "дет", "дут", f"дш(?:{_SOFT_FULL})", "дя"),
            *(f"ден(?:{_SHORT})", f"денн(?:{_FULL}|а|о|ы)"),
        ),
        "д",
    ),
    (
        _verb(
            f"(?:{_PREFIX})?нес",
            *("ти", "ла", "ло", "ли", "ет", "ут", f"ш(?:{_SOFT_FULL})", "я"),
            *(f"ен(?:{_SHORT})", f"енн(?:{_FULL}|а|о|ы)"),
        ),
        "",
    ),
    (
        _verb(
            "за|вы|на|пере|во|про|обо|подо|ото|у|при|со|ис",
            *("йти", "йдет", "йдут", "шел", "шла", "шло", "шли", f"шедш(?:{_SOFT_FULL})"),
            *(f"йден(?:{_SHORT})", f"йденн(?:{_FULL}|а|о|ы)"),
        ),
        "йти",
    ),
    # подлежит, подлежащий
    (_verb(".*леж(?=[аи])", "ит", f"а(?:ть|т|щ(?:{_SOFT_FULL})|{_PAST})"), "а"),
    # состоит, состоящий; what took place (состоялось) is another verb
    (
        re.compile(
            rf"((?:не)?состо)(?:ится|ятся|ять?ся|ял(?:ся|ась|ось|ись)|явш(?:{_SOFT_FULL})ся)"
        ),
        "яться",
    ),
    (_verb("состо", "ит", f"я(?:ть|т|щ(?:{_SOFT_FULL})|{_PAST})"), "я"),
    (_verb("име", "ет", "ют", "ть", f"ющ(?:{_SOFT_FULL})", _PAST), "т"),
    # выдаёт, остаётся: выдава-ть, остава-ться
    (
        _verb(
            "(?:|вы|пере|от|по|с|соз|за|из|при|воз|про|раз|пре|до)да|(?:о|в|до|недо|от)ста",
            *("ет", "ют", f"ющ(?:{_SOFT_FULL})"),
        ),
        "ва",
    ),
    # являясь, учитывая, определяя: явля-ться
    (re.compile("(.+[ая])ясь"), ""),
    (re.compile("(.{2,}ыва|.+[пбвмф]?ля)я"), ""),
)

# Full participles are compared as short ones, but for the adjectives that look like them.
_PARTICIPLE = re.compile(rf"(.{{2,}}ен)н(?:{_FULL}|а|о|ы)")
_ADJECTIVE = re.compile(
    # after these letters a participle has л or another letter: установ-л-ен, отсто-ж-ен
    "воен.*|.*(?:[вмгкх]|каз|огн|кор|обед|наст|чл|ант|мысл|почт|свящ|степ|надм|внутр|числ|болезн|"
    "жизн|особ|довер|полномоч|медл|привер[жг]|промышл|умышл|имущ|рожд)енн?.*"
)
_SHORT_PARTICIPLE = re.compile(rf"(.+)ен(?:{_SHORT})")
# установлен: установить; what other stems become
_SOFTENED = re.compile("(.+[пбвмф])л")
_CHANGED = {
    "утвержд": "утверд",
    "подтвержд": "подтверд",
    "освобожд": "освобод",
    "осужд": "осуд",
    "обсужд": "обсуд",
    "учрежд": "учред",
    "предупрежд": "предупред",
    "возбужд": "возбуд",
    "прекращ": "прекрат",
    "сокращ": "сократ",
    "обращ": "обрат",
    "размещ": "размест",
    "допущ": "допуст",
    "выпущ": "выпуст",
    "опущ": "опуст",
    "распущ": "распуст",
    "возмещ": "возмест",
    "приглаш": "приглас",
    "повыш": "повыс",
    "пониж": "пониз",
    "посещ": "посет",
    "извещ": "извест",
    "оглаш": "оглас",
    "награжд": "наградить",
    "запрещ": "запретить",
    "возвращ": "возвратить",
    "защищ": "защитить",
    "оплач": "оплатить",
    "уплач": "уплатить",
    "выплач": "выплатить",
    "утрач": "утратить",
}


def verb_stem(word: str, snowball: Callable[[str], str]) -> str | None:
    """The stem of a form that only verbs have and Snowball gets wrong; None for other words."""
    for shape, ending in _SHAPES:
        if match := shape.fullmatch(word):
            return str(match[1]) + ending
    if _ADJECTIVE.fullmatch(word):
        return None
    if match := _PARTICIPLE.fullmatch(word):
        word = match[1]
    if not (match := _SHORT_PARTICIPLE.fullmatch(word)):
        return None
    if softened := _SOFTENED.fullmatch(match[1]):
        infinitive = f"{softened[1]}ить"
        return verb_stem(infinitive, snowball) or snowball(infinitive)
    found = snowball(word)
    return _CHANGED.get(found, found)
