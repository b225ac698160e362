"""Which wording of an article was in force on a day, by the entry into force of its amendments.

An edition's label names a text; it is not the day from which the text applies. Here the article's
wordings are walked in the editions' order, and each step to a newer one counts from the days of the
amendments that explain it. What cannot be decided is a doubt that names the wordings in question:
see `docs/decisions/0016-the-text-in-force.md` for what is held to be certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.amendments import Verb
from corpus.law import EditionLabel
from diffing.in_force.sides import Side, begun_unheld, rewritten, side_of, side_of_step
from diffing.in_force.starts import Stage, Start


class Why(StrEnum):
    """Why no wording can be named."""

    UNKNOWN_START = "unknown start"
    """When an amendment entered into force is not known."""
    UNEXPLAINED = "unexplained change"
    """No note says which amendment changed the words."""
    SEVERAL_STARTS = "several starts"
    """Of the amendments between two wordings held some were in force and some were not."""
    OUT_OF_ORDER = "out of order"
    """A later wording was in force before an earlier one."""
    OLDER_WORDING = "older wording"
    """The oldest wording held was not in force yet."""
    NOT_HELD = "not held"
    """An edition that may have changed the article is not held."""
    ENDED = "ended"
    """The wording was temporary and had ended."""
    NOT_STARTED = "not started"
    """A part of the wording was not, or may not have been, in force yet."""
    SUSPENDED = "suspended"
    ANNOUNCED = "announced change"
    """What a note announces may have begun, and no edition held has it."""
    UNDATED = "undated copy"
    """An undated copy has what may have begun and no dated edition has."""
    REPEALED = "repealed"
    """A note says that the act or, from a day that has come, the article was repealed."""


LIMITS = frozenset(
    {Why.ENDED, Why.NOT_STARTED, Why.SUSPENDED, Why.ANNOUNCED, Why.UNDATED, Why.REPEALED}
)
"""That a wording which has begun does not simply apply: no other edition held says what does."""


@dataclass(frozen=True)
class InForce:
    """The wording in force: its place among the stages.

    `since` are the amendments by which it is in force, `until` those by which the next one is.
    """

    place: int
    since: tuple[Start, ...]
    until: tuple[Start, ...]


@dataclass(frozen=True)
class Doubt:
    """That no wording can be named: why, which may have been in force, and what decides it.

    `candidates` are places of stages; `older` says that a wording older than all held may have been
    in force, `other` that one which no edition held has may have been, `not_yet` that there may
    have been none, as the article may not have been added yet. `unheld` is the edition, known and
    not held, that may have changed the wording before the one in doubt.
    """

    why: Why
    candidates: tuple[int, ...]
    starts: tuple[Start, ...] = ()
    older: bool = False
    other: bool = False
    place: int = 0
    """The stage whose wording is in doubt."""
    not_yet: bool = False
    unheld: EditionLabel | None = None


def wording_in_force(stages: Sequence[Stage], day: date) -> InForce | Doubt:
    """The stage whose wording was in force on a day, or why none can be named.

    The stages are oldest first; there must be one. The day is not before the oldest one's label.
    """
    sides = [side_of_step(stage, day, oldest=not place) for place, stage in enumerate(stages)]
    begun = [place for place, side in enumerate(sides) if side is not Side.BEFORE]
    if not begun:
        older, not_yet = _before_the_oldest(stages[0], day)
        return Doubt(Why.OLDER_WORDING, (), stages[0].starts, older=older, not_yet=not_yet)
    last = reached = begun[-1]
    while not (sides[reached] is Side.SINCE and rewritten(stages[reached], day)):
        if sides[reached] is not Side.SINCE and not stages[reached].changes_nothing:
            return _doubt(stages, sides, reached, last, day)
        if not reached:
            break
        reached -= 1
    if (limited := _limited(stages[last], day, last)) is not None:
        return limited
    following = stages[last + 1].starts if last + 1 < len(stages) else ()
    return InForce(last, stages[last].starts, following)


def _before_the_oldest(stage: Stage, day: date) -> tuple[bool, bool]:
    """What may have been in force before the oldest wording held: an older one; none at all.

    Before the act that added the article there was none. What amended it since may have begun
    later: then the wording that was added is an older one.
    """
    added = [one for one in stage.starts if one.rewrites and one.amendment.verb is Verb.ADDED]
    since = [one for one in stage.starts if one not in added]
    if not added:
        return True, False
    older, not_yet = (
        any(side_of(one, day, stage.lacking) is not Side.SINCE for one in some)
        for some in (since, added)
    )
    begun = any(side_of(one, day, stage.lacking) is not Side.BEFORE for one in added)
    return older and begun, not_yet


def _doubt(
    stages: Sequence[Stage], sides: Sequence[Side], reached: int, last: int, day: date
) -> Doubt:
    """What is in question where the step to the stage `reached` is not surely in force."""
    side, starts = sides[reached], stages[reached].starts
    unheld = None
    if side is Side.UNHELD:
        why, starts, unheld = Why.NOT_HELD, (), begun_unheld(stages[reached], day)
    elif not stages[reached].held:
        why = Why.NOT_HELD
    elif side is Side.BEFORE and sides[last] is Side.SINCE:
        # An earlier step after a later one: no edition held has that text.
        why, starts = Why.OUT_OF_ORDER, (*starts, *stages[last].starts)
    elif side is Side.BEFORE:
        why, starts = Why.UNKNOWN_START, (*starts, *stages[last].starts)
    elif side is Side.MIXED:
        why = Why.SEVERAL_STARTS
    elif starts:
        why = Why.UNKNOWN_START
        starts = _open(stages[reached], day)
    else:
        why = Why.UNEXPLAINED
    first = reached - 1
    while first > 0 and sides[first] is not Side.SINCE:
        first -= 1
    candidates = tuple(
        place
        for place in range(max(first, 0), last + 1)
        if stages[place].held
        and sides[place] is not Side.UNHELD
        and not _came_later(stages[place], day)
    )
    older = not_yet = False
    if first < 0 or (first == 0 and sides[0] is not Side.SINCE):
        older, not_yet = _before_the_oldest(stages[0], day)
    several = any(
        len(stages[place].starts) != 1 or stages[place].silent
        for place in range(max(first, 0) + 1, last + 1)
    )
    several = several or last - max(first, 0) > 1
    return Doubt(why, candidates, starts, older, several, reached, not_yet, unheld)


def _open(stage: Stage, day: date) -> tuple[Start, ...]:
    """The starts that may have begun or not; all, where it is an unheld edition that is open."""
    found = (one for one in stage.starts if side_of(one, day, stage.lacking) is Side.OPEN)
    return tuple(found) or stage.starts


def _came_later(stage: Stage, day: date) -> bool:
    """Whether a wording surely was not in force yet: what shaped it had not begun.

    Where others of its step may have begun, what applied is a text that no edition held shows. Of
    what began after an act that was adopted no earlier, or after a rewording of the whole, the
    other may have left nothing: then the wording may be that of the other alone.
    """
    sides = [(start, side_of(start, day, stage.lacking)) for start in stage.starts]
    begun = [start for start, side in sides if side is not Side.BEFORE]
    return any(
        start.shapes
        and side is Side.BEFORE
        and not any(_may_undo(one, start, day) for one in begun)
        for start, side in sides
    )


def _may_undo(other: Start, start: Start, day: date) -> bool:
    """Whether nothing of an amendment may be left in a wording that another one shaped too.

    What was adopted by the day leaves whole what was adopted only after it, be it a rewording.
    """
    first, then = start.amendment.act.adopted, other.amendment.act.adopted
    if first is None:
        return True
    if first > day and (then is None or then <= day):
        return False
    return other.rewrites or then is None or then >= first


def _limited(stage: Stage, day: date, place: int) -> Doubt | None:
    """Why a wording does not simply apply on a day, though its amendments are in force."""
    for start in stage.limits:
        amendment = start.amendment
        begun = side_of(start, day, None)
        if amendment.verb is Verb.TEMPORARY:
            if amendment.until is None or day >= amendment.until:
                return Doubt(Why.ENDED, (place,), (start,), other=True, place=place)
        elif amendment.verb is Verb.SUSPENDED:
            if begun is not Side.BEFORE and (amendment.until is None or day < amendment.until):
                return Doubt(Why.SUSPENDED, (place,), (start,), place=place)
        elif amendment.verb is Verb.LATER_START:
            if begun is not Side.SINCE:
                return Doubt(Why.NOT_STARTED, (place,), (start,), other=True, place=place)
        elif amendment.until is not None and day >= amendment.until:
            return Doubt(Why.ENDED, (place,), (start,), other=True, place=place)
    return _announced(stage, day, place)


def _announced(stage: Stage, day: date, place: int) -> Doubt | None:
    """That something which is announced, and which the wording does not have, may have begun."""
    for start in stage.announced:
        if (side := side_of(start, day, stage.announced_in)) is not Side.BEFORE:
            target = start.amendment.target
            gone = target.key is None or (
                side is Side.SINCE and not target.place and not target.words
            )
            gone = gone and start.amendment.verb is Verb.REPEALED
            why = Why.REPEALED if gone else Why.ANNOUNCED
            return Doubt(why, (place,), (start,), other=True, place=place)
    for start in stage.undated:
        if side_of(start, day, None) is not Side.BEFORE:
            return Doubt(Why.UNDATED, (place,), (start,), other=True, place=place)
    return None
