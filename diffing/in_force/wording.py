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
from enum import Enum, StrEnum

from corpus.amendments import Verb
from corpus.law import EditionLabel
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


class _Side(Enum):
    SINCE = "since"
    BEFORE = "before"
    OPEN = "open"
    MIXED = "mixed"
    UNHELD = "unheld"
    """Its amendments surely had not begun, and an edition that is not held may have another."""


def wording_in_force(stages: Sequence[Stage], day: date) -> InForce | Doubt:
    """The stage whose wording was in force on a day, or why none can be named.

    The stages are oldest first; there must be one. The day is not before the oldest one's label.
    """
    sides = [_side_of_step(stage, day, oldest=not place) for place, stage in enumerate(stages)]
    begun = [place for place, side in enumerate(sides) if side is not _Side.BEFORE]
    if not begun:
        older, not_yet = _before_the_oldest(stages[0], day)
        return Doubt(Why.OLDER_WORDING, (), stages[0].starts, older=older, not_yet=not_yet)
    last = reached = begun[-1]
    while not (sides[reached] is _Side.SINCE and _rewritten(stages[reached], day)):
        if sides[reached] is not _Side.SINCE and not stages[reached].changes_nothing:
            return _doubt(stages, sides, reached, last, day)
        if not reached:
            break
        reached -= 1
    if (limited := _limited(stages[last], day, last)) is not None:
        return limited
    following = stages[last + 1].starts if last + 1 < len(stages) else ()
    return InForce(last, stages[last].starts, following)


def _side_of_step(stage: Stage, day: date, *, oldest: bool) -> _Side:
    if not stage.held:
        begun = stage.label.first_day is None or day >= stage.label.first_day
        return _Side.OPEN if begun else _Side.BEFORE
    if not stage.starts:
        if oldest:
            return _Side.SINCE if stage.told else _Side.OPEN
        return _Side.BEFORE if surely_lacks(stage.lacking, day) else _Side.OPEN
    sides = {
        _side(start, day, stage.lacking)
        for start in stage.starts
        if not _was_replaced(start, stage, day)
    }
    if _Side.OPEN in sides:
        return _Side.OPEN
    side = _Side.MIXED if len(sides) > 1 else sides.pop()
    if not _unheld_matters(stage, side, day):
        return side
    return _Side.UNHELD if side is _Side.BEFORE else _Side.OPEN


def _was_replaced(start: Start, stage: Stage, day: date) -> bool:
    """Whether it added what a rewording in force, adopted later, has replaced as a whole.

    Of no other older amendment is that certain: a later stage of it may stand on the rewording.
    """
    added = start.amendment.act.adopted
    if start.amendment.verb is not Verb.ADDED or not start.rewrites or added is None:
        return False
    return any(
        other.rewrites
        and other.amendment.act.adopted is not None
        and other.amendment.act.adopted > added
        and _side(other, day, stage.lacking) is _Side.SINCE
        for other in stage.starts
    )


def _unheld_matters(stage: Stage, side: _Side, day: date) -> bool:
    """Whether an edition that is known and not held leaves open what the notes seem to tell.

    A rewording drops older notes, and a later stage of an act that both editions name shows in no
    note: so the older wording is sure until the unheld edition's label only, the newer one from its
    own label on. What the last act named excluded is gone from that act on.
    """
    if side is _Side.SINCE:
        newer = stage.label.last_day
        return bool(stage.silent) and not stage.excluded and (newer is None or day < newer)
    return _begun_unheld(stage, day) is not None


def _begun_unheld(stage: Stage, day: date) -> EditionLabel | None:
    """The first edition that is known and not held, and whose label may have come by the day."""
    begun = (one for one in stage.silent if one.first_day is None or day >= one.first_day)
    return next(begun, None)


def _side(start: Start, day: date, lacking: EditionLabel | None) -> _Side:
    """Whether an amendment was in force on a day.

    Before its adoption an act is in force only backwards, and what the registry did not have yet in
    an edition of a later day was not in force by that edition: where a stated day contradicts that,
    neither is believed.
    """
    if start.entry.on is None:
        unborn = start.earliest is not None and day < start.earliest
        return _Side.BEFORE if unborn or surely_lacks(lacking, day) else _Side.OPEN
    if day < start.entry.on:
        return _Side.BEFORE
    adopted = start.amendment.act.adopted
    backwards = adopted is not None and day < adopted
    return _Side.OPEN if backwards or surely_lacks(lacking, day) else _Side.SINCE


def surely_lacks(lacking: EditionLabel | None, day: date) -> bool:
    """Whether what an edition lacks had surely not begun: the day is not after its label's."""
    return lacking is not None and lacking.first_day is not None and day <= lacking.first_day


def _rewritten(stage: Stage, day: date) -> bool:
    """Whether a stage that is in force owes nothing to those before it."""
    return any(
        start.rewrites and _side(start, day, stage.lacking) is _Side.SINCE for start in stage.starts
    )


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
        any(_side(one, day, stage.lacking) is not _Side.SINCE for one in some)
        for some in (since, added)
    )
    begun = any(_side(one, day, stage.lacking) is not _Side.BEFORE for one in added)
    return older and begun, not_yet


def _doubt(
    stages: Sequence[Stage], sides: Sequence[_Side], reached: int, last: int, day: date
) -> Doubt:
    """What is in question where the step to the stage `reached` is not surely in force."""
    side, starts = sides[reached], stages[reached].starts
    unheld = None
    if side is _Side.UNHELD:
        why, starts, unheld = Why.NOT_HELD, (), _begun_unheld(stages[reached], day)
    elif not stages[reached].held:
        why = Why.NOT_HELD
    elif side is _Side.BEFORE and sides[last] is _Side.SINCE:
        # An earlier step after a later one: no edition held has that text.
        why, starts = Why.OUT_OF_ORDER, (*starts, *stages[last].starts)
    elif side is _Side.BEFORE:
        why, starts = Why.UNKNOWN_START, (*starts, *stages[last].starts)
    elif side is _Side.MIXED:
        why = Why.SEVERAL_STARTS
    else:
        why = Why.UNKNOWN_START if starts else Why.UNEXPLAINED
    first = reached - 1
    while first > 0 and sides[first] is not _Side.SINCE:
        first -= 1
    candidates = tuple(
        place
        for place in range(max(first, 0), last + 1)
        if stages[place].held and sides[place] is not _Side.UNHELD
    )
    older = not_yet = False
    if first < 0 or (first == 0 and sides[0] is not _Side.SINCE):
        older, not_yet = _before_the_oldest(stages[0], day)
    several = any(
        len(stages[place].starts) != 1 or stages[place].silent
        for place in range(max(first, 0) + 1, last + 1)
    )
    several = several or last - max(first, 0) > 1
    return Doubt(why, candidates, starts, older, several, reached, not_yet, unheld)


def _limited(stage: Stage, day: date, place: int) -> Doubt | None:
    """Why a wording does not simply apply on a day, though its amendments are in force."""
    for start in stage.limits:
        amendment = start.amendment
        begun = _side(start, day, None)
        if amendment.verb is Verb.TEMPORARY:
            if amendment.until is None or day >= amendment.until:
                return Doubt(Why.ENDED, (place,), (start,), other=True, place=place)
        elif amendment.verb is Verb.SUSPENDED:
            if begun is not _Side.BEFORE and (amendment.until is None or day < amendment.until):
                return Doubt(Why.SUSPENDED, (place,), (start,), place=place)
        elif amendment.verb is Verb.LATER_START:
            if begun is not _Side.SINCE:
                return Doubt(Why.NOT_STARTED, (place,), (start,), other=True, place=place)
        elif amendment.until is not None and day >= amendment.until:
            return Doubt(Why.ENDED, (place,), (start,), other=True, place=place)
    return _announced(stage, day, place)


def _announced(stage: Stage, day: date, place: int) -> Doubt | None:
    """That something which is announced, and which the wording does not have, may have begun."""
    for start in stage.announced:
        if (side := _side(start, day, stage.announced_in)) is not _Side.BEFORE:
            target = start.amendment.target
            gone = target.key is None or (
                side is _Side.SINCE and not target.place and not target.words
            )
            gone = gone and start.amendment.verb is Verb.REPEALED
            why = Why.REPEALED if gone else Why.ANNOUNCED
            return Doubt(why, (place,), (start,), other=True, place=place)
    for start in stage.undated:
        if _side(start, day, None) is not _Side.BEFORE:
            return Doubt(Why.UNDATED, (place,), (start,), other=True, place=place)
    return None
