"""What the words beside an address say of the act, or the place, that it belongs to.

Russian and English say it behind the address («статьи 5 настоящего Закона», "of this Article"),
Kazakh before it («осы Заңның 5-бабы»). An act's name runs from its form's word to its title in
quotes, or in Kazakh from the title to the form's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.addresses import UnitKind
from corpus.crossreferences.adoption import with_day
from corpus.crossreferences.reference import Scope
from corpus.law import Language


@dataclass(frozen=True)
class Naming:
    """Words that tell a scope, from `start` to `end` of a text.

    `around` is the unit's kind for an own place, the form's word (in small letters) for an own act;
    `act` are the words that name another act.
    """

    scope: Scope
    start: int
    end: int
    around: str = ""
    act: str = ""


_I = re.IGNORECASE
_QUOTED = r"(?:«[^«»]{3,400}(?:«[^«»]{1,300}»[^«»]{0,200})*»|\"[^\"]{3,500}\"|“[^“”]{3,500}”)"
_DAY_RU = r"\d{1,2}(?:\.\d{2}\.\d{4}|\s+[а-я]+\s+\d{4})(?:\s*г(?:ода|\.)?)?"
_NUMBER = r"(?:№|N)\s*[\w-]+"
_OF_RK = r"Республики\s+Казахстан|РК"
_RUSSIAN_FORM = (
    r"(?:Конституционн\w+\s+закон\w*|Конституци(?:я|и|ю|ей)|(?:[А-ЯЁ][а-яё]+\s+(?:[а-яё]+\s+){0,2})?"
    r"[Кк]одекс(?:а|у|ом|е)?|[Зз]акон(?:а|у|ом|е)?|Указ(?:а|у|ом|е)?|[Пп]остановлени(?:я|ю|ем|е|и)"
    r"|Приказ(?:а|у|ом|е)?|Решени(?:я|ю|ем|е|и))"
)
_RUSSIAN_NAME = re.compile(
    rf"{_RUSSIAN_FORM}(?!\w)"
    rf"(?:\s+(?:{_OF_RK}|Президента|Правительства|Центральной\s+избирательной\s+комиссии"
    rf"|,?\s*имеющ\w+\s+силу\s+\w+(?:\s+закона)?,?))*"
    rf"(?:\s+от\s+{_DAY_RU})?(?:\s*,?\s*{_NUMBER})?(?:\s+{_QUOTED})?"
)
_OWN = r"[Нн]астоящ(?:ей|его|ему|ем|им|их|ий|ая|ее|ие|ую|ими)"
_RUSSIAN_PLACES = {
    "стать": UnitKind.ARTICLE, "пункт": UnitKind.POINT, "подпункт": UnitKind.SUBPOINT,
    "част": UnitKind.PART, "абзац": UnitKind.INDENT, "глав": UnitKind.CHAPTER,
    "раздел": UnitKind.SECTION, "параграф": UnitKind.PARAGRAPH, "приложени": UnitKind.APPENDIX,
}  # fmt: skip
_RUSSIAN_OWN_PLACE = re.compile(
    rf"{_OWN}\s+(?P<unit>{'|'.join(_RUSSIAN_PLACES)})(?:[аеиуяюйм]|ей|ью|ов|ом|ем|ами)?(?!\w)", _I
)
_RUSSIAN_OWN_ACT = re.compile(
    rf"{_OWN}\s+(?P<act>(?:конституционн\w+\s+)?закон|конституци|указ|кодекс|постановлени|решени"
    r"|приказ|правил|положени|инструкци|регламент|методик|порядк)\w*",
    _I,
)
_KAZAKH_PLACES = {
    "бап": UnitKind.ARTICLE, "тармақша": UnitKind.SUBPOINT, "тармақ": UnitKind.POINT,
    "бөлік": UnitKind.PART, "абзац": UnitKind.INDENT, "тарау": UnitKind.CHAPTER,
    "бөлім": UnitKind.SECTION, "параграф": UnitKind.PARAGRAPH, "қосымша": UnitKind.APPENDIX,
}  # fmt: skip
_KAZAKH_OWN_PLACE = re.compile(
    rf"(?<!\w)осы\s+(?P<unit>{'|'.join(_KAZAKH_PLACES)})(?:т[ыі]ң|н[ыі]ң)\s*$", _I
)
_KAZAKH_OWN_ACT = re.compile(
    r"(?<!\w)осы\s+(?P<act>(?:конституциялы[қғ]\s+)?заң|конституция|жарлы[қғ]|кодекс|қаулы|шеш[іi]м"
    r"|бұйры[қғ]|қағида|ереже|нұсқаулы[қғ]|регламент|әдістеме)[а-яәіғқңөұүһi]*?(?:т|н|д)[ыіi]ң\s*$",
    _I,
)
_MONTH_KK = "[қанмшжтсіыүруеліөкзяпбғгш]+(?:дағы|дегі|тағы|тегі|нда|нде|да|де|та|те)"
_DAY_KK = rf"\d{{4}}\s+жылғы\s+\d{{1,2}}\s+{_MONTH_KK}"
_KAZAKH_NAME = re.compile(
    rf"(?:{_QUOTED}\s+)?(?:Қазақстан\s+Республикас[ыі](?:н[ыі]ң)?\s+)?(?:Президент[іi]н[іi]ң\s+"
    rf"|Үк[іi]мет[іi]н[іi]ң\s+|Орталық\s+сайлау\s+комиссиясының\s+)?(?:{_DAY_KK}\s+)?"
    rf"(?:{_NUMBER}\s+)?(?:{_QUOTED}\s+)?"
    r"(?:(?:[А-ЯӘІҒҚҢӨҰҮҺ][а-яәіғқңөұүһ]+\s+)?(?:[а-яәіғқңөұүһ]+\s+)?кодекс[іi]|[Кк]онституциялы[қғ]"
    r"\s+[Зз]аң[ыі]|Конституциясы|[Зз]аңы|Жарлы[ғг]ы|[Ққ]аулысы|[Шш]еш[іi]м[іi]|[Бб]ұйры[ғг]ы)"
    r"(?:н[ыіi]ң|на|не|нда|нде|мен|н)?(?!\w)"
)
_ENGLISH_PLACES = {
    "article": UnitKind.ARTICLE, "paragraph": UnitKind.POINT, "point": UnitKind.POINT,
    "item": UnitKind.POINT, "subparagraph": UnitKind.SUBPOINT, "sub-paragraph": UnitKind.SUBPOINT,
    "chapter": UnitKind.CHAPTER, "section": UnitKind.SECTION,
}  # fmt: skip
_ENGLISH_OWN_PLACE = re.compile(
    rf"(?:of|in|to)\s+this\s+(?P<unit>{'|'.join(_ENGLISH_PLACES)})(?!\w)", _I
)
_ENGLISH_OWN_ACT = re.compile(
    r"(?:of|to)\s+this\s+(?P<act>(?:constitutional\s+)?law|constitution|decree|code|resolution"
    r"|rules|regulations?)(?!\w)",
    _I,
)
_DAY_EN = r"(?:\s+(?:of|dated)\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4})?"
_ENGLISH_NAME = re.compile(
    r"(?:Constitutional\s+Law|Constitution|(?:[A-Z][a-z]+\s+)*Code|Law|Decree|Resolution)(?!\w)"
    r"(?:\s+of\s+the\s+(?:President\s+of\s+the\s+|Government\s+of\s+the\s+)?Republic\s+of"
    rf"\s+Kazakhstan)?{_DAY_EN}(?:\s*,?\s*(?:No\.?|№)\s*[\w-]+)?{_DAY_EN}(?:\s+{_QUOTED})?"
    rf"{_DAY_EN}"
)
_LONGEST_OWN = 80
"""«осы Конституциялық заңның» and spaces."""
_LEAD = {
    Language.RU: re.compile(r"\s+(?:к\s+)?"),
    Language.EN: re.compile(r"\s+(?:(?:of|to)\s+the\s+)?"),
}


def naming_behind(text: str, at: int, language: Language) -> Naming | None:
    """What is said right behind an address that ends at `at` (Russian, English)."""
    lead = _LEAD[language].match(text, at)
    if lead is None:
        return None
    if language is Language.EN:
        return _own(
            text, lead.start() + 1, _ENGLISH_OWN_PLACE, _ENGLISH_OWN_ACT, _ENGLISH_PLACES
        ) or _named(_ENGLISH_NAME.match(text, lead.end()), language)
    return _own(text, lead.end(), _RUSSIAN_OWN_PLACE, _RUSSIAN_OWN_ACT, _RUSSIAN_PLACES) or _named(
        _RUSSIAN_NAME.match(text, lead.end()), language
    )


def naming_before(text: str, at: int, names: tuple[Naming, ...]) -> Naming | None:
    """What is said right before an address that begins at `at` (Kazakh)."""
    begun = max(0, at - _LONGEST_OWN)
    before = text[begun:at]
    if found := _KAZAKH_OWN_PLACE.search(before):
        kind = _KAZAKH_PLACES[found["unit"].lower()]
        return Naming(Scope.OWN_PLACE, begun + found.start(), at, around=kind)
    if found := _KAZAKH_OWN_ACT.search(before):
        return Naming(Scope.OWN_ACT, begun + found.start(), at, around=found["act"].lower())
    end = begun + len(before.rstrip())
    return next((one for one in names if one.end == end), None)


def acts_named(text: str, language: Language) -> Iterator[Naming]:
    """Every act that a text calls by a name of its own; whether there is one is not known here."""
    pattern = {
        Language.RU: _RUSSIAN_NAME,
        Language.KK: _KAZAKH_NAME,
        Language.EN: _ENGLISH_NAME,
    }[language]
    ended = 0
    for found in pattern.finditer(text):
        start, end = with_day(text, found.start(), found.end(), language)
        start = max(start, ended)  # a day between two names is told of the first
        ended = end
        yield Naming(Scope.NAMED_ACT, start, end, act=text[start:end])


def says_which(words: str) -> bool:
    """Whether an act's name has a title, a number or a day: more than its form."""
    return bool(re.search(rf"{_QUOTED}|{_NUMBER}|No\.|{_DAY_RU}|{_DAY_KK}", words))


def _own(
    text: str,
    at: int,
    place: re.Pattern[str],
    act: re.Pattern[str],
    kinds: dict[str, UnitKind],
) -> Naming | None:
    if found := place.match(text, at):
        kind = kinds[found["unit"].lower()]
        return Naming(Scope.OWN_PLACE, found.start(), found.end(), around=kind)
    if found := act.match(text, at):
        return Naming(Scope.OWN_ACT, found.start(), found.end(), around=found["act"].lower())
    return None


def _named(found: re.Match[str] | None, language: Language) -> Naming | None:
    if found is None:
        return None
    # What stands before it is the address, no day of its own.
    _, end = with_day(found.string, found.start(), found.end(), language)
    return Naming(Scope.NAMED_ACT, found.start(), end, act=found.string[found.start() : end])
