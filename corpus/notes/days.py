"""Days in notes: «06.05.1999», «1999.05.06.», «6 мая 1999 г.», «1999 жылғы 6 мамыр», "6 May 1999".

A day that cannot be (31.02.2021) is read as a day that nobody knows: its letters stay. Where one
figure too few or too many was typed (20.12.021) it keeps the days that may be meant: see `slips`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.notes.grammar import Rule, ahead, by_tag, choice, made, many, maybe, one, seq, the
from corpus.notes.slips import days_meant
from corpus.notes.tokens import Token

_FIGURES = re.compile(r"\d+")
_YEAR_DIGITS = 4
_SHORT_YEAR = 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True)
class Day:
    """A day as a note writes it; `on` is None where it cannot be. `start`, `end`: in the text.

    `meant` are the days that may be meant where it is written with a slip.
    """

    on: date | None
    start: int
    end: int
    meant: tuple[date, ...] = ()


def _in_figures(token: Token) -> Day:
    """Day first or year first, whichever the lengths tell."""
    first, month, last = _FIGURES.findall(token.value)
    is_year_first = len(first) == _YEAR_DIGITS
    year, day = (first, last) if is_year_first else (last, first)
    return _written(year, month, day, token.start, token.end)


def _written(year: str, month: str, day: str, start: int, end: int) -> Day:
    on = _day(year, month, day)
    return Day(on, start, end, () if on else days_meant(year, month, day))


def _with_short_year(token: Token) -> Day | None:
    """«14.07.97», «10.07.01 г.», where nothing was cut behind it."""
    day, month, year = _FIGURES.findall(token.value)
    if len(year) != _SHORT_YEAR or len(day) > _SHORT_YEAR:
        return None
    century = "19" if year.startswith("9") else "20"
    return Day(_day(century + year, month, day), token.start, token.end)


def _day(year: str, month: str, day: str) -> date | None:
    if len(year) != _YEAR_DIGITS or not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _named(day: Token, month: Token, year: Token) -> Day | None:
    if len(year.value) < _YEAR_DIGITS or not (day.value.isdigit() and year.value.isdigit()):
        return None
    start, end = min(day.start, month.start, year.start), max(day.end, month.end, year.end)
    return _written(year.value, month.value, day.value, start, end)


in_figures: Rule[Day] = made(one("day"), _in_figures)
short_in_figures: Rule[Day] = made(
    seq(
        made(one("day"), _with_short_year),
        ahead(seq(many(the("sign", "."), most=2), one("year", "number"))),
    ),
    lambda read: read[0],
)
"""«22.12.20» alone may be a year that was cut: the year's word or the act's number must follow."""
day_of_month: Rule[Day] = made(
    seq(one("figure"), one("month"), maybe(the("sign", ",")), one("figure")),
    lambda read: _named(read[0], read[1], read[3]),
)
"""6 мая 1999, 6 May 1999, 6 May, 1999."""
year_and_month: Rule[Day] = made(
    seq(one("figure"), maybe(one("year")), maybe(the("sign", ".")), one("figure"), one("month")),
    lambda read: _named(read[3], read[4], read[0]),
)
"""1999 жылғы 6 мамыр."""
month_and_day: Rule[Day] = made(
    seq(one("month"), one("figure"), maybe(the("sign", ",")), one("figure")),
    lambda read: _named(read[1], read[0], read[3]),
)
"""May 6, 1999."""

_FORMS: dict[str, Rule[Day]] = {
    "day": choice(short_in_figures, in_figures),
    "figure": choice(day_of_month, year_and_month),
    "month": month_and_day,
}
"""By the tag that they begin with."""
_of_year = many(choice(one("year"), the("sign", ".")), most=4)
day: Rule[Day] = made(
    seq(by_tag(_FORMS), _of_year),
    lambda read: read[0],
)
"""A day in any form, with the «г.» and the dots behind it."""
STARTS = frozenset(_FORMS)
"""The tags that a day can begin with."""
