"""What a wording in force would be if acts that count from publication had begun within a year.

A presumption, and an answer only to who asks for it: where the day of publication is not known,
nothing proves that an act of years ago has begun, though no reader doubts it. It is told as what it
is, with the acts that it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.amendments import ClauseKind, EntryIntoForce, Ground
from diffing.in_force.sides import surely_lacks
from diffing.in_force.starts import Stage, Start
from diffing.in_force.wording import Doubt, InForce, wording_in_force

WITHIN = timedelta(days=366)
WORDS = (
    "The day on which these acts entered into force is not known; each is presumed to have begun "
    "within a year (366 days) of its adoption. A presumption, not a fact."
)
"""The presumption, for a reader."""
INFERRED = (
    "No text names the day on which the act entered into force; the watch list infers {day} "
    "({basis}). An inference, not a fact."
)
"""The other thing that may be presumed, for a reader."""
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
    """The stage whose wording would have been in force, and the starts that it rests on."""

    place: int
    presumed: tuple[Start, ...]


def presumed_in_force(stages: Sequence[Stage], day: date) -> InForce | Doubt:
    """What would be in force, or what would be in doubt all the same, by the presumption."""
    return _with(stages, day, set(_could_be_presumed(stages, day)))


def likely_in_force(stages: Sequence[Stage], day: date) -> Likely | None:
    """The stage that would be in force; None where the presumption does not decide it either.

    Of the starts that could be presumed only those are told without which it is not decided.
    """
    could = _could_be_presumed(stages, day)
    place = _in_force_with(stages, day, set(could)) if could else None
    if place is None:
        return None
    needed = list(could)
    for start in could:
        fewer = [one for one in needed if one is not start]
        if _in_force_with(stages, day, set(fewer)) == place:
            needed = fewer
    return Likely(place, tuple(needed)) if needed else None


def words_of(presumed: Sequence[Start]) -> str:
    """What was presumed of these starts, for a reader."""
    inferred = [one.inferred for one in presumed if one.inferred]
    told = [WORDS] if len(inferred) < len(presumed) else []
    told += [INFERRED.format(day=one.on, basis=one.basis) for one in dict.fromkeys(inferred)]
    return " ".join(told)


def inferred_from(presumed: Sequence[Start]) -> date | None:
    """The first day that the watch list infers for the act itself, where that was presumed."""
    return next((one.inferred.on for one in presumed if one.inferred), None)


def _presumable(start: Start, stage: Stage, day: date) -> bool:
    """Whether a start may be presumed: no day is known, and nothing says that it came later.

    A day that is inferred for the very act goes before the year that any act is given.
    """
    if start.inferred is not None:
        return day >= start.inferred.on and not surely_lacks(stage.lacking, day)
    adopted = start.amendment.act.adopted
    return (
        start.entry.on is None
        and start.amendment.clause.kind in _COUNTED
        and adopted is not None
        and day - adopted >= WITHIN
        and not surely_lacks(stage.lacking, day)
    )


def _could_be_presumed(stages: Sequence[Stage], day: date) -> list[Start]:
    return list(
        dict.fromkeys(
            start for stage in stages for start in stage.starts if _presumable(start, stage, day)
        )
    )


def _in_force_with(stages: Sequence[Stage], day: date, presumed: Set[Start]) -> int | None:
    found = _with(stages, day, presumed)
    return found.place if isinstance(found, InForce) else None


def _with(stages: Sequence[Stage], day: date, presumed: Set[Start]) -> InForce | Doubt:
    if not presumed:
        return wording_in_force(stages, day)
    supposed = [
        replace(
            stage, starts=tuple(_begun(one) if one in presumed else one for one in stage.starts)
        )
        for stage in stages
    ]
    return wording_in_force(supposed, day)


def _begun(start: Start) -> Start:
    adopted = start.amendment.act.adopted
    on = adopted + WITHIN if adopted else None
    if start.inferred is not None:
        on = start.inferred.on
    return replace(start, entry=EntryIntoForce(on, Ground.UNKNOWN))
