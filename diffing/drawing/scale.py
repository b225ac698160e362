"""Days along a line, at true scale, and labels that must not lie on each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_MOST_YEARS = 16


@dataclass(frozen=True)
class Scale:
    """From days to places along a line, evenly."""

    begin: date
    end: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day lies."""
        share = (day - self.begin).days / max(1, (self.end - self.begin).days)
        return self.left + (self.right - self.left) * share

    def years(self) -> list[date]:
        """The first days of the years to name, in even steps."""
        first, last = self.begin.year, self.end.year
        steps = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
        step = next(one for one in steps if (last - first) / one <= _MOST_YEARS)
        named = [year for year in range(first, last + 1) if year % step == 0]
        return [day for day in (date(year, 1, 1) for year in named) if day >= self.begin]


def apart(wanted: Sequence[float], distance: float, left: float, right: float) -> list[float]:
    """Places at least a distance apart, as near as can be to the wanted ones, which are in order.

    They stay between left and right if there is room for them. (Neighbours that would lie too
    close are put together around the mean of what they want, as in isotonic regression.)
    """
    groups: list[tuple[float, int]] = []
    for place, x in enumerate(wanted):
        total, count = x - place * distance, 1
        while groups and groups[-1][0] / groups[-1][1] >= total / count:
            before, members = groups.pop()
            total, count = total + before, count + members
        groups.append((total, count))
    level = [total / count for total, count in groups for _ in range(count)]
    most = right - (len(wanted) - 1) * distance
    kept = [max(left, min(x, most)) for x in level]
    return [x + place * distance for place, x in enumerate(kept)]
