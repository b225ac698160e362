"""The day in an act's requisites: «Закон … от 23 января 2001 года № 148», in three languages."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    ("январ", "қаңтар", "january"),
    ("феврал", "ақпан", "february"),
    ("март", "наурыз", "march"),
    ("апрел", "сәу", "april"),
    ("ма", "мамыр", "may"),
    ("июн", "маусым", "june"),
    ("июл", "шілде", "july"),
    ("август", "тамыз", "august"),
    ("сентябр", "қыркүйек", "september"),
    ("октябр", "қазан", "october"),
    ("ноябр", "қараша", "november"),
    ("декабр", "желтоқсан", "december"),
)
_RUSSIAN = re.compile(
    r"\b(?P<day>\d{1,2})\s+(?P<month>[а-я]+)\s+(?P<year>\d{4})\s*г", re.IGNORECASE
)
_KAZAKH = re.compile(
    r"\b(?P<year>\d{4})\s*ж(?:ылғы|ылы|\.)\s+(?P<day>\d{1,2})\s+(?P<month>[а-яәғқңөұүһіi]+)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?P<day>\d{1,2})\s+(?P<month>[a-z]+),?\s+(?P<year>\d{4})", re.IGNORECASE)
_AMERICAN = re.compile(r"\b(?P<month>[a-z]+)\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})", re.IGNORECASE)
_FIGURES = re.compile(r"\b(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4})\b")


def day_in(requisites: str) -> date | None:
    """The first day that requisites name; None where they name none."""
    found: list[tuple[int, date]] = []
    for pattern in (_RUSSIAN, _KAZAKH, _ENGLISH, _AMERICAN, _FIGURES):
        for match in pattern.finditer(requisites):
            month = _month(match["month"])
            if month is None:
                continue
            try:
                day = date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                continue
            found.append((match.start(), day))
    return min(found)[1] if found else None


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    word = word.lower()
    if not word.isascii():
        word = word.replace("i", "і")  # older Kazakh pages write a Latin letter
    fitting = [
        (len(stem), number)
        for number, stems in enumerate(_MONTHS, start=1)
        for stem in stems
        if word.startswith(stem)
    ]
    return max(fitting)[1] if fitting else None
