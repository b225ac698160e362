"""What a wording in force would be if acts that count from publication had begun within a year.

A presumption, never an answer: where the day of publication is not known, nothing proves that an
act of years ago has begun, though no reader doubts it. It is told beside the doubt, as what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.amendments import ClauseKind, EntryIntoForce, Ground
from diffing.in_force import InForce, wording_in_force
from diffing.starts import Stage, Start

WITHIN = timedelta(days=366)
_COUNTED = frozenset(
    {
        ClauseKind.DAYS_AFTER_PUBLICATION,
        ClauseKind.ON_PUBLICATION,
        ClauseKind.ON_SIGNING,
        ClauseKind.NONE,
    }
)
"""Clauses that name no day of their own; what refers elsewhere may start at any time."""


@dataclass(frozen=True)
class Likely:
    """The stage whose wording would have been in force, and the starts that were presumed."""

    place: int
    presumed: tuple[Start, ...]


def likely_in_force(stages: Sequence[Stage], day: date) -> Likely | None:
    """The stage that would be in force; None where the presumption does not decide it either."""
    presumed: list[Start] = []

    def begun(start: Start) -> Start:
        adopted = start.amendment.act.adopted
        if (
            start.entry.on is not None
            or start.amendment.clause.kind not in _COUNTED
            or adopted is None
            or adopted + WITHIN > day
        ):
            return start
        presumed.append(start)
        return replace(start, entry=EntryIntoForce(adopted + WITHIN, Ground.UNKNOWN))

    supposed = [replace(stage, starts=tuple(map(begun, stage.starts))) for stage in stages]
    found = wording_in_force(supposed, day)
    if not presumed or not isinstance(found, InForce):
        return None
    return Likely(found.place, tuple(presumed))
