"""The frame of the picture: its columns, and its stretch of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from diffing.drawing.scale import Scale
from diffing.measures.lives import Life
from diffing.measures.measure import ActMeasures
from diffing.measures.order import days

WIDTH = 1200.0
MARGIN = 20.0
_NUMBERS_ONLY, _WITH_HEADINGS = 84.0, 262.0
_COUNTS = 52.0
_SHORTEST = timedelta(days=365)
_AFTER_THE_NEWEST = 0.05


@dataclass(frozen=True)
class Frame:
    """Where the columns are, and which day lies where.

    `until` is the last day that is drawn: the act's repeal, or a while after the newest edition.
    """

    labels: float
    scale: Scale
    until: date
    repealed_on: date | None

    @property
    def left(self) -> float:
        """Where time begins."""
        return self.scale.left

    @property
    def right(self) -> float:
        """Where time ends."""
        return self.scale.right


def frame(measures: ActMeasures) -> Frame | None:
    """The frame for an act's measures; None where no edition has a place in time."""
    known = _known_days(measures)
    if not known:
        return None
    first, newest = min(known), max(known)
    labels = _WITH_HEADINGS if any(_has_heading(one) for one in measures.lives) else _NUMBERS_ONLY
    after = max(
        _SHORTEST if first == newest else timedelta(days=30), (newest - first) * _AFTER_THE_NEWEST
    )
    end = newest + after
    repealed_on = measures.timeline.repealed_on
    scale = Scale(first, end, MARGIN + labels, WIDTH - MARGIN - _COUNTS)
    return Frame(labels, scale, min(end, repealed_on or end), repealed_on)


def _known_days(measures: ActMeasures) -> list[date]:
    """Every day that the picture must have room for: labels held and named, and the repeal."""
    placed = [one.edition.label for one in measures.placed]
    if not placed:
        return []
    named = [label for label, _ in measures.timeline.named if label.first_day is not None]
    known = [day for label in (*placed, *named) for day in days(label)]
    repealed_on = measures.timeline.repealed_on
    return known if repealed_on is None else [*known, repealed_on]


def _has_heading(life: Life) -> bool:
    return bool(life.article.heading.strip())
