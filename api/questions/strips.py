"""What strips of time have in common: years under the line, days on it; in percent of its width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.store.amendments.records import AmendmentRecord


@dataclass(frozen=True)
class Mark:
    """A day on a strip: today, or that on which an adopted amendment will begin."""

    x: float
    day: date
    amendment: AmendmentRecord | None = None


@dataclass(frozen=True)
class Year:
    """Where a year begins on a strip; a `minor` one is written where there is room for it."""

    x: float
    year: int
    minor: bool = False
