"""How long half of the wordings last: the estimate of Kaplan and Meier, by days of edition labels.

A wording that was not seen to end (it stands in the newest edition held, or later editions do not
hold its place) is right-censored where it was last seen: it lasted longer. A wording that ended
where editions are missing, or between labels that are only a year, lasted from so many days to so
many; the estimate is made twice, as if all of those had ended as early and as late as they can, and
what lies between the two is not known. Lengths are whole days. Ties: a wording censored on the day
on which others ended was still there on that day (E. L. Kaplan and P. Meier, Nonparametric
estimation from incomplete observations, J. Am. Stat. Assoc. 53, 1958).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

Length = tuple[int, int | None]
"""How many days: at least, at most; None: it lasted longer than the first number."""

_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Curve:
    """The share of wordings that last longer than so many days: a drop a day on which some end."""

    drops: tuple[tuple[int, Fraction], ...]

    @property
    def half_life(self) -> int | None:
        """The first day by which at least half had ended; None: fewer than half did."""
        return next((day for day, surviving in self.drops if surviving <= _HALF), None)


@dataclass(frozen=True)
class Survival:
    """How long wordings last, and what that was made from.

    `early` and `late` are the curves if each wording that ended between two days did so on the
    first or on the last of them; where nothing is missing they are the same. `events` ended on a
    known day, `intervals` between two days, `censored` were not seen to end.
    """

    early: Curve
    late: Curve
    events: int
    intervals: int
    censored: int

    @property
    def wordings(self) -> int:
        """How many wordings were looked at."""
        return self.events + self.intervals + self.censored


def survival(lengths: Sequence[Length]) -> Survival:
    """The estimate from lengths in days."""
    censored = [low for low, high in lengths if high is None]
    ended = [(low, high) for low, high in lengths if high is not None]
    exact = sum(low == high for low, high in ended)
    return Survival(
        kaplan_meier([low for low, _ in ended], censored),
        kaplan_meier([high for _, high in ended], censored),
        exact,
        len(ended) - exact,
        len(censored),
    )


def kaplan_meier(ended: Iterable[int], censored: Iterable[int]) -> Curve:
    """The curve from the days after which something ended, or was lost sight of.

    At each day the share that is left falls by the ends of that day over those still in sight.
    """
    ends, lost = Counter(ended), Counter(censored)
    in_sight = ends.total() + lost.total()
    surviving = Fraction(1)
    drops = []
    for day in sorted(ends | lost):
        if ends[day]:
            surviving *= 1 - Fraction(ends[day], in_sight)
            drops.append((day, surviving))
        in_sight -= ends[day] + lost[day]
    return Curve(tuple(drops))
