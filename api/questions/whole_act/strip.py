"""The strip of an act's editions: where each stands on a line of days.

A linear line would make editions that were followed within days too thin to see or to hit, so each
has a least width; years are marked where they fall on the line that results. A label that is only a
year stands at its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from api.questions.whole_act.history import KnownEdition

WIDTH = 1000
"""Units across, before least widths add to it."""
_LEAST = 9
_UNDATED = 60
_AHEAD_DAYS = 120
"""Days that the newest edition stretches beyond its label, if that has only just come."""
_BETWEEN_YEARS = 44
"""Units between two marked years, so that their figures do not run together."""


@dataclass(frozen=True)
class Segment:
    """An edition on the strip: from `x`, `width` units wide."""

    edition: KnownEdition
    x: int
    width: int
    future: bool


@dataclass(frozen=True)
class YearMark:
    """Where a year begins on the strip."""

    year: int
    x: int


@dataclass(frozen=True)
class Strip:
    """The editions in time; `today` is where the present day falls, None if beyond either end."""

    width: int
    segments: tuple[Segment, ...]
    years: tuple[YearMark, ...]
    today: int | None


def strip_of(editions: Sequence[KnownEdition], today: date) -> Strip | None:
    """The strip of an act's editions, oldest first; None where fewer than two are known."""
    days = [(one, one.label.first_day) for one in editions]
    dated = [(one, day) for one, day in days if day is not None]
    if len(editions) < 2 or not dated:  # noqa: PLR2004 - a line needs two ends
        return None
    begins = [day for _, day in dated]
    last = max(today, date.fromordinal(begins[-1].toordinal() + _AHEAD_DAYS))
    ends = [*begins[1:], last]
    span = max((last - begins[0]).days, 1)
    segments: list[Segment] = []
    edges: list[tuple[date, int]] = []
    x = 0
    for undated in (one for one, day in days if day is None):
        segments.append(Segment(undated, x, _UNDATED, future=False))
        x += _UNDATED + _LEAST
    for (one, begin), end in zip(dated, ends, strict=True):
        width = max(_LEAST, round(WIDTH * max((end - begin).days, 0) / span))
        segments.append(Segment(one, x, width, one.is_future(today)))
        edges.append((begin, x))
        x += width
    edges.append((last, x))
    return Strip(x, tuple(segments), _years(edges), _place(edges, today))


def _years(edges: Sequence[tuple[date, int]]) -> tuple[YearMark, ...]:
    """The years that begin on the strip, as many as have room."""
    found: list[YearMark] = []
    for year in range(edges[0][0].year, edges[-1][0].year + 1):
        x = _place(edges, date(year, 1, 1))
        room = edges[-1][1] - _BETWEEN_YEARS // 2
        if x is not None and x <= room and (not found or x - found[-1].x >= _BETWEEN_YEARS):
            found.append(YearMark(year, x))
    return tuple(found)


def _place(edges: Sequence[tuple[date, int]], day: date) -> int | None:
    """Where a day falls between the edges."""
    for (begin, left), (end, right) in pairwise(edges):
        if begin <= day <= end and begin != end:
            return left + round((right - left) * (day - begin).days / (end - begin).days)
    return None
