"""Official citations: a provision and its act as legal writing names them.

Law on Legal Acts, article 25(5): form, date, registration number, title. Russian goes from the
inner unit to the act («подпункт 2) пункта 1 статьи 36 Закона …»), Kazakh from the act to the inner
unit (««…» … Заңының 36-бабының 1-тармағы»), as amending acts write it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.addresses import Unit, UnitKind
from corpus.addresses.ordinals import KAZAKH as ORDINALS_KK
from corpus.addresses.ordinals import RUSSIAN_STEMS
from corpus.citations.acts import CitableAct
from corpus.citations.forms import DATIVES, NAMES, OWNERS_KK
from corpus.citations.units import ENGLISH, KAZAKH, KAZAKH_OUTERMOST, RUSSIAN
from corpus.keys import SEPARATOR, joined
from corpus.law import Language

_RU, _KK, _EN = Language.RU, Language.KK, Language.EN
_BY_ORDINALS = frozenset({UnitKind.PART, UnitKind.INDENT, UnitKind.SENTENCE})
_MONTHS = {
    _RU: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    _KK: "қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы "
    "қыркүйектегі қазандағы қарашадағы желтоқсандағы",
    _EN: "January February March April May June July August September October November December",
}
_TENS_RU = {20: "двадцать", 30: "тридцать", 40: "сорок", 50: "пятьдесят", 60: "шестьдесят",
            70: "семьдесят", 80: "восемьдесят", 90: "девяносто"}  # fmt: skip
_TENS_KK = {10: "он", 20: "жиырма", 30: "отыз", 40: "қырық", 50: "елу", 60: "алпыс", 70: "жетпіс",
            80: "сексен", 90: "тоқсан"}  # fmt: skip
_FEMININE, _MASCULINE, _NEUTER = ("ая", "ой"), ("ый", "ого"), ("ое", "ого")
_GENDERS = {
    UnitKind.PART: _FEMININE,
    UnitKind.INDENT: _MASCULINE,
    UnitKind.SENTENCE: _NEUTER,
}
_THIRD = {_FEMININE: ("третья", "третьей"), _MASCULINE: ("третий", "третьего"),
          _NEUTER: ("третье", "третьего")}  # fmt: skip
_STRESSED = (2, 6, 7, 8, 40)
"""Ordinals that end in -ой: «второй», «шестой»."""
_TEN, _TWENTY, _HUNDRED = 10, 20, 100


def units_of_key(key: str) -> tuple[Unit, ...]:
    """The units that a key's path names, outermost first; unnumbered text and tables name none."""
    found = []
    for part in key.split(SEPARATOR):
        prefix, _, number = part.partition("_")
        if prefix in {*UnitKind}:
            found.append(Unit(UnitKind(prefix), number))
    return tuple(found)


def formal(
    act: CitableAct, key: str, inside: Sequence[Unit], language: Language, path: str = ""
) -> str:
    """The official citation of a provision: article or division by its key, and units inside it.

    An empty key is the act itself. What the corpus does not know of an act (number, date) is left
    out, and its registry number is added so that it stays clear which act is meant. Where words
    cannot say which provision it is, its key is added, with `path`, that of the block inside.
    """
    units = (*(units_of_key(key) if key else ()), *inside)
    remark = _needs_key(key, units)
    match language:
        case Language.RU:
            cited = _in_russian(act, units)
        case Language.KK:
            cited = _in_kazakh(act, units)
        case Language.EN:
            cited = _in_english(act, units)
    return f"{cited} [{act.ngr}:{joined(key, path)}]" if remark else cited


def place_in_words(path: str, language: Language) -> str:
    """A place by its path (`p_5__sp_3-1`) as a citation names it: «подпункт 3-1) пункта 5».

    The path itself where it has a part that citations have no word for.
    """
    units = units_of_key(path) if path else ()
    if len(units) < len(path.split(SEPARATOR)):
        return path
    match language:
        case Language.RU:
            return " ".join(_words_ru(units))
        case Language.KK:
            return " ".join(_words_kk(units))
        case Language.EN:
            return _words_en(units)


def place_alone(path: str, language: Language) -> str:
    """A place by its path where no act is named before it, as in a list of places.

    In Kazakh «36-бап», «36-баптың 1-тармағы», where a citation has «… Заңының 36-бабы»; in the
    other languages as `place_in_words`.
    """
    units = units_of_key(path) if path else ()
    if language is not Language.KK or len(units) < len(path.split(SEPARATOR)):
        return place_in_words(path, language)
    return " ".join(_words_kk(units, KAZAKH_OUTERMOST))


def _needs_key(key: str, units: Sequence[Unit]) -> bool:
    """Whether words do not say which provision it is: text without a number, nested appendices."""
    parts = key.split(SEPARATOR) if key else []
    kinds = [unit.kind for unit in units]
    is_text = (
        bool(parts) and parts[-1] == "text" and not (parts[:-1] and parts[-2].startswith("app_"))
    )
    return is_text or len(set(kinds)) < len(kinds)


def _in_russian(act: CitableAct, units: Sequence[Unit]) -> str:
    names = NAMES.get(act.form or "")
    if not units:
        name = names[_RU].nominative if names else "акт"
    elif units[0].kind is UnitKind.APPENDIX:
        name = f"к {DATIVES[act.form][_RU]}" if act.form and names else "к акту"
    else:
        name = names[_RU].genitive if names else "акта"
    dated = f"от {_day_ru(act.adopted)}" if act.adopted else ""
    number = f"№ {act.number}" if act.number else ""
    title = _quoted(act, _RU)
    return _spaced(*_words_ru(units), name, dated, number, title, _registry_number(act))


def _words_ru(units: Sequence[Unit]) -> list[str]:
    """The units from the inner one out, all but the first in the genitive."""
    words = []
    for at, unit in enumerate(reversed(units)):
        nominative, genitive = RUSSIAN[unit.kind]
        form = genitive if at else nominative
        words.append(form.format(_number_ru(unit, genitive=bool(at))).strip())
    return words


def _in_kazakh(act: CitableAct, units: Sequence[Unit]) -> str:
    names = NAMES.get(act.form or "")
    is_appended = bool(units) and units[0].kind is UnitKind.APPENDIX
    if not units:
        name = names[_KK].nominative if names else "акті"
    elif is_appended:
        name = DATIVES[act.form][_KK] if act.form and names else "актісіне"
    else:
        name = names[_KK].genitive if names else "актісінің"
    dated = f"{act.adopted.year} жылғы {act.adopted.day} " if act.adopted else ""
    dated += _month(act.adopted, _KK) if act.adopted else ""
    owner = OWNERS_KK.get(act.form or "", "")
    number = f"№ {act.number}" if act.number else ""
    title = _quoted(act, _KK)
    return _spaced(title, owner, dated, number, _registry_number(act), name, *_words_kk(units))


def _words_kk(
    units: Sequence[Unit], outermost: Mapping[UnitKind, tuple[str, str]] = KAZAKH
) -> list[str]:
    """The units from the outer one in, all but the last owning the next."""
    words = []
    for at, unit in enumerate(units):
        last, owning = (KAZAKH if at else outermost)[unit.kind]
        form = last if at == len(units) - 1 else owning
        number_kk = _ordinal_kk(unit.number) if unit.kind in _BY_ORDINALS else unit.number
        words.append(form.format(number_kk).strip(" -"))
    return words


def _in_english(act: CitableAct, units: Sequence[Unit]) -> str:
    words = _words_en(units)
    names = NAMES.get(act.form or "")
    name = names[_EN].genitive if names else "the act"
    if not units:
        name = names[_EN].nominative if names else "Act"
    link = " of " if not units or units[0].kind is not UnitKind.APPENDIX else " to "
    place = link.join([words, name]) if words else name
    number = f"No. {act.number}" if act.number else ""
    dated = ""
    if act.adopted:
        month = _month(act.adopted, _EN)
        dated = f"of {act.adopted.day} {month} {act.adopted.year}"
    return _spaced(place, number, dated, _quoted(act, _EN), _registry_number(act))


def _words_en(units: Sequence[Unit]) -> str:
    return " of ".join(ENGLISH[one.kind].format(one.number).strip() for one in reversed(units))


def _quoted(act: CitableAct, language: Language) -> str:
    if act.form == "constitution":
        return ""
    title = act.title(language)
    if title == act.ngr:
        return ""
    return (
        f"“{title}”"
        if language is Language.EN
        else f"«{title.replace('«', '„').replace('»', '“')}»"
    )


def _registry_number(act: CitableAct) -> str:
    """The registry number, where form, number and date do not tell the act."""
    told = act.form == "constitution" and act.adopted
    return "" if told or (act.form and act.number and act.adopted) else f"({act.ngr})"


def _day_ru(day: date) -> str:
    return f"{day.day} {_month(day, _RU)} {day.year} года"


def _month(day: date, language: Language) -> str:
    return _MONTHS[language].split()[day.month - 1]


def _number_ru(unit: Unit, *, genitive: bool) -> str:
    if unit.kind not in _BY_ORDINALS or not unit.number.isdecimal():
        return unit.number
    return ordinal_ru(int(unit.number), unit.kind, genitive=genitive)


def ordinal_ru(number: int, kind: UnitKind, *, genitive: bool = False) -> str:
    """«вторая», «второй», «двадцать первый»: as a part, an indent or a sentence is called."""
    endings = _GENDERS[kind]
    if number >= _HUNDRED:
        return f"{number}-{endings[genitive][-1]}"
    if number > _TWENTY and number % _TEN:
        tens = _TENS_RU[number // _TEN * _TEN]
        return f"{tens} {ordinal_ru(number % _TEN, kind, genitive=genitive)}"
    if number == 3:  # noqa: PLR2004 - «третий» has endings of its own
        return _THIRD[endings][genitive]
    ending = endings[genitive]
    if number in _STRESSED and ending == "ый":
        ending = "ой"
    return RUSSIAN_STEMS[number] + ending


def _ordinal_kk(number: str) -> str:
    if not number.isdecimal() or int(number) >= _HUNDRED:
        return f"{number}-"
    words = {value: word for word, value in reversed(ORDINALS_KK.items())}
    whole = int(number)
    if whole in words:
        return words[whole]
    return f"{_TENS_KK[whole // _TEN * _TEN]} {words[whole % _TEN]}"


def _spaced(*words: str) -> str:
    return " ".join(" ".join(words).split())
