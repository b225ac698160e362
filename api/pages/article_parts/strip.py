"""An article's history as a strip: its wordings as segments of an axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from api.questions.outlines import Stretch
from api.questions.strips import Mark, Year
from corpus.law import EditionLabel, Precision
from corpus.store.amendments.records import AmendmentRecord

_MOST_YEARS = 7
"""Years that are written under the axis: more do not fit a phone."""
_BETWEEN = (1, 2, 5, 10, 20, 50)
_LEAD = timedelta(days=200)
"""What the axis goes beyond the last day that something is known of."""
_DAY = timedelta(days=1)
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
    """Days of one wording, or without one; `x` and `width` are percents of the axis.

    `after`: of days without one the wording that they follow. Not `sure`: the wording stood on some
    of the days, and on which ones is not known.
    """

    kind: Kind
    x: float
    width: float
    from_: date
    to: date | None
    stretch: Stretch | None = None
    shown: bool = False
    future: bool = False
    sure: bool = True
    after: Stretch | None = None

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

    def after(self, stretch: Stretch) -> tuple[Segment, ...]:
        """The days without a wording that follow one, from old to new."""
        return tuple(one for one in self.segments if one.after is stretch)

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
    beside = tuple(one for one in oldest_first if one.labels[0].first_day is None)
    spans = [span for one in oldest_first if (span := _span(one)) is not None]
    if not spans:
        return None
    coming = [(one.entry.on, one) for one in pending if one.entry.on and one.entry.on > today]
    days = [day for one in spans for day in (one.begin, one.end) if day]
    start, last = min(days), max(days + [today] + [day for day, _ in coming])
    axis = _Axis(start, last + _LEAD)
    return Strip(
        tuple(_segments(spans, axis, shown_id, today, repealed_on)),
        tuple(Year(axis.x(date(year, 1, 1)), year) for year in axis.years()),
        Mark(axis.x(today), today),
        tuple(Mark(axis.x(day), day, one) for day, one in coming),
        beside,
    )


@dataclass(frozen=True)
class _Span:
    """The days that a wording is drawn on; not `sure`: some of them, by a label that is a year."""

    stretch: Stretch
    begin: date
    end: date | None
    sure: bool


def _span(one: Stretch) -> _Span | None:
    """The days of a wording: of its window; where a label tells no window, those it can mean."""
    wording, label = one.wording, one.labels[0]
    if label.first_day is None or label.last_day is None:
        return None
    if wording.from_ is None:
        return _Span(one, label.first_day, label.last_day + _DAY, sure=False)
    sure = label.precision is Precision.DAY
    return _Span(one, wording.from_ if sure else label.first_day, wording.to, sure)


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
    spans: Sequence[_Span],
    axis: _Axis,
    shown_id: int,
    today: date,
    repealed_on: date | None,
) -> Iterator[Segment]:
    for own, later in pairwise([*spans, None]):
        if own is None:
            break
        following = later.begin if later else None
        segment = _segment(axis, Kind.WORDING, own.begin, own.end or following, today)
        yield replace(
            segment,
            stretch=own.stretch,
            shown=shown_id in own.stretch.ids,
            future=own.begin > today,
            sure=own.sure,
        )
        for kind, begin, end in _without_text(own, following, axis.end, repealed_on):
            yield replace(_segment(axis, kind, begin, end, today), after=own.stretch)


def _without_text(
    own: _Span, following: date | None, axis_end: date, repealed_on: date | None
) -> Iterator[tuple[Kind, date, date | None]]:
    """The days between a wording and the next one: what is known of them, from day to day.

    An article that went is surely gone by the end of the label that has it no more; before, an
    edition that is not held may have had it.
    """
    begin, last = own.end, following or axis_end
    if begin is None or begin >= last:
        return
    ended = own.stretch.ended_by
    gone = ended.record.newer_label.last_day if ended else None
    marks = [(begin, Kind.GAP)]
    if gone is not None:
        marks.append((max(gone, begin), Kind.GONE))
    marks.sort(key=lambda mark: mark[0])
    if repealed_on is not None:
        repealed = max(repealed_on, begin)
        marks = [*(mark for mark in marks if mark[0] <= repealed), (repealed, Kind.REPEALED)]
    for (day, kind), after in zip(marks, [*(day for day, _ in marks[1:]), None], strict=True):
        end = following if after is None or after >= last else after
        if day < last and day != end:
            yield kind, day, end


def _segment(axis: _Axis, kind: Kind, from_: date, to: date | None, today: date) -> Segment:
    start = axis.x(from_)
    # Without an end it goes on to today; one that has not begun is drawn for as long as it may.
    stop = axis.x(to or (axis.end if from_ > today else today))
    return Segment(kind, start, round(max(_NARROWEST, stop - start), 2), from_, to)
