"""An article's history as a strip: its wordings as segments of an axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from api.questions.outlines import Stretch
from api.questions.strips import Mark, Year
from corpus.law import EditionLabel
from corpus.store.amendments.records import AmendmentRecord

_MOST_YEARS = 7
"""Years that are written under the axis: more do not fit a phone."""
_BETWEEN = (1, 2, 5, 10, 20, 50)
_LEAD = timedelta(days=200)
"""What the axis goes beyond the last day that something is known of."""
_NARROWEST = 0.6
"""Percent of the axis: a wording of a day is seen."""


class Kind(StrEnum):
    """What a segment tells."""

    WORDING = "wording"
    GAP = "gap"
    """Days for which no text is held."""
    GONE = "gone"
    """The article was not there."""
    REPEALED = "repealed"
    """The act was repealed."""


@dataclass(frozen=True)
class Segment:
    """Days of one wording, or without one; `x` and `width` are percents of the axis."""

    kind: Kind
    x: float
    width: float
    from_: date
    to: date | None
    stretch: Stretch | None = None
    shown: bool = False
    future: bool = False

    @property
    def label(self) -> EditionLabel | None:
        """The label of the newest edition with the wording."""
        return self.stretch.labels[-1] if self.stretch else None


@dataclass(frozen=True)
class Strip:
    """The axis: its segments from old to new, years, today, what is to come.

    `beside` are wordings that no day is known of.
    """

    segments: tuple[Segment, ...]
    years: tuple[Year, ...]
    today: Mark
    coming: tuple[Mark, ...]
    beside: tuple[Stretch, ...]

    @property
    def wordings(self) -> int:
        """How many wordings are held."""
        return sum(one.kind is Kind.WORDING for one in self.segments) + len(self.beside)

    @property
    def gaps(self) -> int:
        """How many stretches of days have no text."""
        return sum(one.kind is Kind.GAP for one in self.segments)


def strip_of(
    stretches: Sequence[Stretch],
    shown_id: int,
    today: date,
    pending: Sequence[AmendmentRecord] = (),
    repealed_on: date | None = None,
) -> Strip | None:
    """The strip of a history (newest first, as the page lists it); None where nothing is dated."""
    oldest_first = stretches[::-1]
    dated = [one for one in oldest_first if one.wording.from_ is not None]
    beside = tuple(one for one in oldest_first if one.wording.from_ is None)
    if not dated:
        return None
    coming = [(one.entry.on, one) for one in pending if one.entry.on and one.entry.on > today]
    days = [day for one in dated for day in (one.wording.from_, one.wording.to) if day]
    start, last = min(days), max(days + [today] + [day for day, _ in coming])
    axis = _Axis(start, last + _LEAD)
    return Strip(
        tuple(_segments(dated, axis, shown_id, today, repealed_on)),
        tuple(Year(axis.x(date(year, 1, 1)), year) for year in axis.years()),
        Mark(axis.x(today), today),
        tuple(Mark(axis.x(day), day, one) for day, one in coming),
        beside,
    )


@dataclass(frozen=True)
class _Axis:
    start: date
    end: date

    def x(self, day: date) -> float:
        """Percent of the axis from the left."""
        whole = (self.end - self.start).days
        return round(min(100.0, max(0.0, (day - self.start).days * 100 / whole)), 2)

    def years(self) -> Iterator[int]:
        """The years to be written: round ones, no more than fit."""
        first, last = self.start.year + 1, self.end.year
        step = next((one for one in _BETWEEN if (last - first) // one < _MOST_YEARS), _BETWEEN[-1])
        for year in range(first, last + 1):
            if year % step == 0 and self.x(date(year, 1, 1)) < 97:  # noqa: PLR2004 - room to write
                yield year


def _segments(
    dated: Sequence[Stretch],
    axis: _Axis,
    shown_id: int,
    today: date,
    repealed_on: date | None,
) -> Iterator[Segment]:
    for place, one in enumerate(dated):
        from_, to = one.wording.from_, one.wording.to
        if from_ is None:
            continue
        following = dated[place + 1].wording.from_ if place + 1 < len(dated) else None
        end = to or following
        yield _segment(
            axis,
            Kind.WORDING,
            from_,
            end,
            today,
            stretch=one,
            shown=shown_id in one.ids,
            future=from_ > today,
        )
        if to is not None and to != following and to < (following or axis.end):
            kind = Kind.GONE if one.ended_by else Kind.GAP
            if repealed_on is not None and to < repealed_on < (following or axis.end):
                yield _segment(axis, kind, to, repealed_on, today)
                to = repealed_on
            if repealed_on is not None and to >= repealed_on:
                kind = Kind.REPEALED
            yield _segment(axis, kind, to, following, today)


def _segment(
    axis: _Axis,
    kind: Kind,
    from_: date,
    to: date | None,
    today: date,
    stretch: Stretch | None = None,
    *,
    shown: bool = False,
    future: bool = False,
) -> Segment:
    start = axis.x(from_)
    # Without an end it goes on to today; one that has not begun is drawn for as long as it may.
    stop = axis.x(to or (axis.end if from_ > today else today))
    width = round(max(_NARROWEST, stop - start), 2)
    return Segment(kind, start, width, from_, to, stretch, shown, future)
