"""On which side of a day an amendment of an article, and the step to a wording, lie."""

from __future__ import annotations

from datetime import date
from enum import Enum

from corpus.amendments import Verb
from corpus.law import EditionLabel
from diffing.in_force.starts import Stage, Start


class Side(Enum):
    """How a day lies to what was in force from some day on, or perhaps was."""

    SINCE = "since"
    BEFORE = "before"
    OPEN = "open"
    MIXED = "mixed"
    UNHELD = "unheld"
    """Its amendments surely had not begun, and an edition that is not held may have another."""


def side_of_step(stage: Stage, day: date, *, oldest: bool) -> Side:
    """How a day lies to all that made a wording of the one before it.

    Of the `oldest` wording held no step is known: without amendments it stands since ever where
    notes tell how it came to be.
    """
    if not stage.held:
        begun = stage.label.first_day is None or day >= stage.label.first_day
        return Side.OPEN if begun else Side.BEFORE
    if not stage.starts:
        if oldest:
            return Side.SINCE if stage.told else Side.OPEN
        return Side.BEFORE if surely_lacks(stage.lacking, day) else Side.OPEN
    sides = {
        side_of(start, day, stage.lacking)
        for start in stage.starts
        if not _was_replaced(start, stage, day)
    }
    if Side.OPEN in sides:
        return Side.OPEN
    side = Side.MIXED if len(sides) > 1 else sides.pop()
    if not _unheld_matters(stage, side, day):
        return side
    return Side.UNHELD if side is Side.BEFORE else Side.OPEN


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
        and side_of(other, day, stage.lacking) is Side.SINCE
        for other in stage.starts
    )


def _unheld_matters(stage: Stage, side: Side, day: date) -> bool:
    """Whether an edition that is known and not held leaves open what the notes seem to tell.

    A rewording drops older notes, and a later stage of an act that both editions name shows in no
    note: so the older wording is sure until the unheld edition's label only, the newer one from its
    own label on. What the last act named excluded is gone from that act on.
    """
    if side is Side.SINCE:
        newer = stage.label.last_day
        return bool(stage.silent) and not stage.excluded and (newer is None or day < newer)
    return begun_unheld(stage, day) is not None


def begun_unheld(stage: Stage, day: date) -> EditionLabel | None:
    """The first edition that is known and not held, and whose label may have come by the day."""
    begun = (one for one in stage.silent if one.first_day is None or day >= one.first_day)
    return next(begun, None)


def side_of(start: Start, day: date, lacking: EditionLabel | None) -> Side:
    """Whether an amendment was in force on a day.

    Before its adoption an act is in force only backwards, and what the registry did not have yet in
    an edition of a later day was not in force by that edition: where a stated day contradicts that,
    neither is believed.
    """
    if start.entry.on is None:
        unborn = start.earliest is not None and day < start.earliest
        return Side.BEFORE if unborn or surely_lacks(lacking, day) else Side.OPEN
    if day < start.entry.on:
        return Side.BEFORE
    adopted = start.amendment.act.adopted
    backwards = adopted is not None and day < adopted
    return Side.OPEN if backwards or surely_lacks(lacking, day) else Side.SINCE


def surely_lacks(lacking: EditionLabel | None, day: date) -> bool:
    """Whether what an edition lacks had surely not begun: the day is not after its label's."""
    return lacking is not None and lacking.first_day is not None and day <= lacking.first_day


def rewritten(stage: Stage, day: date) -> bool:
    """Whether a stage that is in force owes nothing to those before it."""
    return any(
        start.rewrites and side_of(start, day, stage.lacking) is Side.SINCE
        for start in stage.starts
    )
