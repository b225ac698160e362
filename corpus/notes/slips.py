"""Days that notes write with a slip: «20.12.021», «07.02.20222», «2009.02.099».

A figure was left out of the year, or one too many was typed in the year or the day of the month.
Such a day is read where only one is possible: by itself, or because the registry's link of the act
or the convocation in its number rules the others out («09.02.20009», `Z090000126_`: 2009, not
2000). Where none or several are left it is no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_FIGURES = frozenset("0123456789")
_YEAR_DIGITS, _DAY_DIGITS = 4, 2
_FIRST_YEAR, _LAST_YEAR = 1990, 2030
"""The same whenever a note is read; the registries' acts begin with independence."""
_CONVOCATIONS = {
    "II": (1999, 2004),
    "III": (2004, 2007),
    "IV": (2007, 2012),
    "V": (2012, 2016),
    "VI": (2016, 2021),
    "VII": (2021, 2023),
    "VIII": (2023, _LAST_YEAR),
}
"""The years of the Parliament's convocations whose laws carry its number, first and last."""
_CONVOCATION = re.compile(r"\d+-([IVX]+)")


def days_meant(year: str, month: str, day: str) -> tuple[date, ...]:
    """The days that figures with one slip may mean, the earliest first; none for other faults."""
    if len(day) == _DAY_DIGITS + 1 and len(year) == _YEAR_DIGITS:
        written = [(year, shorter) for shorter in _one_less(day)]
    elif len(year) == _YEAR_DIGITS + 1 and len(day) <= _DAY_DIGITS:
        written = [(shorter, day) for shorter in _one_less(year)]
    elif len(year) == _YEAR_DIGITS - 1 and len(day) <= _DAY_DIGITS:
        written = [(longer, day) for longer in _one_more(year)]
    else:
        return ()
    found = {_day(year, month, day) for year, day in written}
    return tuple(sorted(one for one in found if one is not None))


def day_meant(days: tuple[date, ...], number: str | None, year: int | None) -> date | None:
    """The only one of the days that an act of that number can be of; None if unsure.

    `year` is the one that the act's registry number tells, if it is known.
    """
    convocation = _CONVOCATION.fullmatch(number or "")
    first, last = _CONVOCATIONS.get(convocation[1] if convocation else "", (0, _LAST_YEAR))
    possible = [
        day for day in days if first <= day.year <= last and (year is None or day.year == year)
    ]
    return possible[0] if len(possible) == 1 else None


def _one_less(figures: str) -> Iterator[str]:
    return (figures[:at] + figures[at + 1 :] for at in range(len(figures)))


def _one_more(figures: str) -> Iterator[str]:
    return (
        figures[:at] + figure + figures[at:]
        for at in range(len(figures) + 1)
        for figure in _FIGURES
    )


def _day(year: str, month: str, day: str) -> date | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
