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

from api.questions.strips import Mark, Year
from api.questions.whole_act.history import KnownEdition

_WIDTH = 1000
"""Units across, before least widths add to it."""
_LEAST = 9
_UNDATED = 60
_AHEAD_DAYS = 120
"""Days that the newest edition stretches beyond its label, if that has only just come."""
_ROOM = 4.4
"""Percent between two years, so that their figures do not run together on a broad screen."""
_ROOM_ON_A_PHONE = 13.0


@dataclass(frozen=True)
class Segment:
    """An edition on the strip: from `x`, `width` wide, in percent of the strip."""

    edition: KnownEdition
    x: float
    width: float
    future: bool
    shown: bool = False


@dataclass(frozen=True)
class Strip:
    """The editions in time; `today` is where the present day falls, None if beyond either end.

    `repealed_from` is where the day of the act's repeal stands, if it lies on the strip.
    """

    segments: tuple[Segment, ...]
    years: tuple[Year, ...]
    today: Mark | None
    repealed_from: float | None = None

    @property
    def staged(self) -> bool:
        """Whether an edition was made by an act that comes into force in stages."""
        return any(one.edition.staged for one in self.segments)

    @property
    def future(self) -> bool:
        """Whether an edition, or a part of what made it, has not come yet."""
        return any(one.future for one in self.segments)

    @property
    def gaps(self) -> bool:
        """Whether an edition is known and not held."""
        return any(one.edition.held is None for one in self.segments)


def strip_of(
    editions: Sequence[KnownEdition],
    today: date,
    shown_id: int | None = None,
    repealed_on: date | None = None,
) -> Strip | None:
    """The strip of an act's editions, oldest first; None where fewer than two are known.

    After the day of its repeal no edition of an act goes on.
    """
    days = [(one, one.label.first_day) for one in editions]
    dated = [(one, day) for one, day in days if day is not None]
    if len(editions) < 2 or not dated:  # noqa: PLR2004 - a line needs two ends
        return None
    undated = [one for one, day in days if day is None]
    placed, edges = _placed(undated, dated, today, repealed_on)
    whole = edges[-1][1]

    def percent(units: float) -> float:
        return round(units * 100 / whole, 2)

    at = _place(edges, today)
    return Strip(
        tuple(
            Segment(
                one,
                percent(x),
                percent(width),
                one.is_future(today),
                one.held is not None and one.held.id == shown_id,
            )
            for one, x, width in placed
        ),
        _years([(day, percent(x)) for day, x in edges]),
        None if at is None else Mark(percent(at), today),
        next((percent(x) for day, x in edges[len(dated) : -1]), None),
    )


def _placed(
    undated: Sequence[KnownEdition],
    dated: Sequence[tuple[KnownEdition, date]],
    today: date,
    repealed_on: date | None,
) -> tuple[list[tuple[KnownEdition, int, int]], list[tuple[date, float]]]:
    """Each edition with its beginning and width in units, and where days stand.

    Those are the first days of the editions, the day of the repeal and the end of the strip.
    """
    begins = [day for _, day in dated]
    last = max(today, date.fromordinal(begins[-1].toordinal() + _AHEAD_DAYS))
    repeal = [repealed_on] if repealed_on and begins[-1] < repealed_on < last else []
    ends = [*begins[1:], *repeal, last]
    span = max((last - begins[0]).days, 1)
    placed: list[tuple[KnownEdition, int, int]] = []
    edges: list[tuple[date, float]] = []
    x = 0
    for one in undated:
        placed.append((one, x, _UNDATED))
        x += _UNDATED + _LEAST
    line: list[tuple[KnownEdition | None, date]] = [*dated, *((None, day) for day in repeal)]
    for (known, begin), end in zip(line, ends, strict=True):
        width = max(_LEAST, round(_WIDTH * max((end - begin).days, 0) / span))
        if known is not None:
            placed.append((known, x, width))
        edges.append((begin, x))
        x += width
    return placed, [*edges, (last, x)]


def _years(edges: Sequence[tuple[date, float]]) -> tuple[Year, ...]:
    """The years that begin on the strip, as many as have room."""
    found: list[Year] = []
    major = -_ROOM_ON_A_PHONE
    for year in range(edges[0][0].year, edges[-1][0].year + 1):
        x = _place(edges, date(year, 1, 1))
        if x is None or x > 100 - _ROOM / 2 or (found and x - found[-1].x < _ROOM):
            continue
        minor = x - major < _ROOM_ON_A_PHONE
        found.append(Year(round(x, 2), year, minor))
        major = major if minor else x
    return tuple(found)


def _place(edges: Sequence[tuple[date, float]], day: date) -> float | None:
    """Where a day falls between the edges."""
    for (begin, left), (end, right) in pairwise(edges):
        if begin <= day <= end and begin != end:
            return left + (right - left) * (day - begin).days / (end - begin).days
    return None
