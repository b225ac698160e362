"""Dates in Russian and Kazakh texts: days, days of any year, months and years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.law import Language
from diffing.languages.readings import YEARS, Reading, ReadingKind, valid_day
from diffing.languages.tokens import LETTER, ReadText


@dataclass(frozen=True)
class _Calendar:
    """How a language names months, and days by ordinals; in patterns, small letters."""

    months: tuple[str, ...]
    days: dict[str, int]
    tens: dict[str, int]
    year: str
    forms: tuple[str, ...]
    """Patterns with FIRST, DAY, NAMED, MONTH and YEAR in place of what they stand for."""


_DAY_FORMS = (
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d|\.\d)(?:\s*(?:года|г\.|ж\.))?",
    r"(?P<year>\d{4})[.-](?P<month>\d{2})[.-](?P<day>\d{2})(?!\d|\.\d)",
)
_YEARS_FORM = r"\b(?P<years>\d{4}(?:\s*(?:-|,|и|или|по|және|мен|немесе)\s*\d{4}){0,30})"
_CALENDARS = {
    Language.RU: _Calendar(
        months=(
            "январ[яьею]м?", "феврал[яьею]м?", "март(?:а|е|у|ом)?", "апрел[яьею]м?", "ма[яйею]м?",
            "июн[яьею]м?", "июл[яьею]м?", "август(?:а|е|у|ом)?", "сентябр[яьею]м?",
            "октябр[яьею]м?", "ноябр[яьею]м?", "декабр[яьею]м?",
        ),
        days={
            "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7,
            "восьм": 8, "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12,
            "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16,
            "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
        },
        tens={"двадцать": 20, "тридцать": 30},
        year=r"(?:год[а-я]*|гг?\.)",
        forms=(
            r"\bFIRSTDAY(?:-?го)?\s+MONTH\b(?:\s+YEAR(?!\d)(?:\s*OFYEAR)?)?",
            r"\bNAMED(?:ого|ому|ое|ым|ьего|ьему|ье)\s+MONTH\b(?:\s+YEAR(?!\d)(?:\s*OFYEAR)?)?",
            r"\bMONTH\s+YEAR\s*OFYEAR",
            rf"{_YEARS_FORM}(?:-?го)?\s*OFYEAR",
        ),
    ),
    Language.KK: _Calendar(
        months=(
            "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз",
            "қыркүйе[кг]", "қазан", "қараша", "желтоқсан",
        ),
        days={
            "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6,
            "жетінші": 7, "сегізінші": 8, "тоғызыншы": 9, "оныншы": 10, "жиырмасыншы": 20,
            "отызыншы": 30,
        },
        tens={"он": 10, "жиырма": 20, "отыз": 30},
        year=rf"(?:жыл{LETTER}*|жж?\.)",
        forms=(
            rf"\bYEAR\s*-?\s*OFYEAR\s*,?\s*DAY\s*-?\s*MONTH{LETTER}*",
            rf"\b(?:YEAR\s*-?\s*OFYEAR\s*,?\s*)?NAMED\s+MONTH{LETTER}*",
            rf"\bFIRSTDAY\s*-?\s*MONTH{LETTER}*(?:\s+YEAR\s*OFYEAR)?",
            rf"\b(?:YEAR\s*-?\s*OFYEAR\s*)?MONTH(?:[ндт][ыі]ң)\s+DAY(?!\d)(?:-{LETTER}+)?",
            rf"\bYEAR\s*-?\s*OFYEAR\s+MONTH{LETTER}*",
            rf"{_YEARS_FORM}\s*-?\s*OFYEAR",
        ),
    ),
}  # fmt: skip
_PARTS = {
    "FIRST": r"(?:(?P<first>\d{1,2})(?:-?го)?\s*(?:-|по)\s*)?",
    "OFYEAR": "",
    "YEAR": r"(?P<year>\d{4})",
    "DAY": r"(?P<day>\d{1,2})",
}


def _patterns(calendar: _Calendar) -> Iterator[re.Pattern[str]]:
    days = "|".join(sorted(calendar.days, key=len, reverse=True))
    parts = _PARTS | {
        "OFYEAR": calendar.year,
        "MONTH": f"(?P<month>{'|'.join(calendar.months)})",
        "NAMED": rf"(?:(?P<tens>{'|'.join(calendar.tens)})\s+)?(?P<named>{days})",
    }
    for form in (*_DAY_FORMS, *calendar.forms):
        pattern = form
        for name, part in parts.items():
            pattern = pattern.replace(name, part)
        yield re.compile(rf"(?<![\d.,/№]){pattern}")


_PATTERNS = {language: tuple(_patterns(calendar)) for language, calendar in _CALENDARS.items()}


def dates(text: ReadText, language: Language) -> tuple[list[Reading], ReadText]:
    """The dates of a text, and the text without them."""
    readings: list[Reading] = []
    read = _reader(_CALENDARS[language])
    for pattern in _PATTERNS[language]:
        found, text = text.take(pattern, read)
        readings += found
    return readings, text


def _reader(calendar: _Calendar) -> Callable[[ReadText, re.Match[str]], Iterator[Reading]]:
    def read(text: ReadText, found: re.Match[str]) -> Iterator[Reading]:
        words = text.words(found.start(), found.end())
        for value in _values(found.groupdict(), calendar):
            yield Reading(ReadingKind.DATE, "date", value, words, found.start())

    return read


def _values(parts: dict[str, str | None], calendar: _Calendar) -> Iterator[str]:
    """The dates that were found, in figures; none where there are no such days."""
    if years := parts.get("years"):
        found = re.findall(r"\d{4}", years)
        if all(int(year) in YEARS for year in found):
            yield from found
        return
    year, month = parts.get("year"), _month(parts["month"] or "", calendar)
    before = f"{year}-{month:02d}" if year else f"{month:02d}"
    days = [int(day) for day in (parts.get("first"), parts.get("day")) if day]
    if named := parts.get("named"):
        days.append(calendar.tens.get(parts.get("tens") or "", 0) + calendar.days[named])
    if not days:
        yield before
    for day in days:
        if valid_day(int(year or 2000), month, day):
            yield f"{before}-{day:02d}"


def _month(name: str, calendar: _Calendar) -> int:
    if name.isdecimal():
        return int(name)
    months = enumerate(calendar.months, start=1)
    return next(number for number, month in months if re.fullmatch(month, name))
