"""From which day an amendment is in force, and how that is known; rather unknown than wrong.

What is asked, in this order: the note's own clause; the amending act's own text, where someone has
read it; the day of first official publication, where it is known; the label of the edition in which
the note first stands. See `docs/decisions/0012-when-an-amendment-is-in-force.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.amendments import (
    UNKNOWN_ENTRY,
    AmendingAct,
    Amendment,
    ClauseKind,
    EntryIntoForce,
    Ground,
    InForceClause,
    Role,
    Verb,
)
from corpus.law import EditionLabel, Precision

Published = Callable[[AmendingAct], date | None]
"""The day of an act's first official publication; None where it is not known."""

OwnClause = Callable[[Amendment], InForceClause | None]
"""What the amending act's own text says of this amendment's start; None where it is not held or
does not tell. Never `BY_REFERENCE`: it is what references lead to."""


@dataclass(frozen=True)
class Appearance:
    """How an amendment's note came into the editions held.

    `label` is the first edition that states it. `follows_silence`: the edition right before, with
    none known in between, holds the place and does not state it. `caused`: a registry or the watch
    list says that the amending act made the edition of this label.
    """

    label: EditionLabel
    follows_silence: bool = False
    caused: bool = False


_SIGNED = frozenset({"constitutional law", "code", "law", "presidential decree"})
"""The forms that are dated by the day on which the President signs."""
_LOOKED_UP = frozenset({ClauseKind.BY_REFERENCE, ClauseKind.NONE, ClauseKind.UNREAD})
"""The clauses that leave the day to the amending act's own text."""
_INFERABLE_CLAUSES = frozenset({ClauseKind.BY_REFERENCE, ClauseKind.NONE})
_INFERABLE_VERBS = frozenset(
    {Verb.AMENDED, Verb.REWORDED, Verb.ADDED, Verb.REPEALED, Verb.RETITLED, Verb.WORDS_REPLACED}
)
_EARLIEST_START = timedelta(days=366)
"""How long before its adoption an act may start: retroactive force is rare and short."""
_LATEST_START = timedelta(days=366 * 30)


def entry_into_force(
    amendment: Amendment,
    *,
    published: Published,
    own_clause: OwnClause | None = None,
    appearance: Appearance | None = None,
) -> EntryIntoForce:
    """The day from which an amendment is in force, with its ground; unknown where it has none.

    A day that cannot be (years before the act was adopted, or generations after: a slip of the
    note) is unknown too. `published` and `own_clause` are asked only where they matter.
    """
    clause = amendment.clause
    if clause.kind in _LOOKED_UP and own_clause is not None:
        clause = own_clause(amendment) or clause
    entry = _by_clause(clause, amendment.act, published)
    if entry is UNKNOWN_ENTRY and clause.kind in _INFERABLE_CLAUSES and appearance is not None:
        entry = _by_label(amendment, appearance)
    return entry if _possible(entry.on, amendment.act.adopted) else UNKNOWN_ENTRY


def _by_clause(clause: InForceClause, act: AmendingAct, published: Published) -> EntryIntoForce:
    match clause.kind:
        case ClauseKind.ON_DATE if clause.on is not None:
            return EntryIntoForce(clause.on, Ground.STATED)
        case ClauseKind.ON_SIGNING if act.adopted is not None and act.form in _SIGNED:
            return EntryIntoForce(act.adopted, Ground.STATED)
        case ClauseKind.ON_PUBLICATION:
            return _computed(0, act, published)
        case ClauseKind.DAYS_AFTER_PUBLICATION if clause.days is not None:
            # «По истечении десяти дней после дня …»: the day of publication is not counted, and
            # the tenth day has to end first.
            return _computed(clause.days + 1, act, published)
        case _:
            return UNKNOWN_ENTRY


def _computed(days: int, act: AmendingAct, published: Published) -> EntryIntoForce:
    day = published(act)
    if day is None or (act.adopted is not None and day < act.adopted):
        return UNKNOWN_ENTRY
    try:
        return EntryIntoForce(day + timedelta(days=days), Ground.COMPUTED, published=day)
    except OverflowError:
        return UNKNOWN_ENTRY


def _by_label(amendment: Amendment, appearance: Appearance) -> EntryIntoForce:
    """By the edition's label, where it can only be the start of a staged clause.

    A label on the day of adoption is the registry's name for the act, no day of entry into force;
    one after it, of an edition that this act made, is the day from which that stage applies.
    """
    label, adopted = appearance.label, amendment.act.adopted
    sound = (
        appearance.follows_silence
        and appearance.caused
        and amendment.role is Role.AMENDS
        and amendment.verb in _INFERABLE_VERBS
        and label.precision is Precision.DAY
        and label.first_day is not None
        and adopted is not None
        and label.first_day > adopted
    )
    return EntryIntoForce(label.first_day, Ground.INFERRED, label=label) if sound else UNKNOWN_ENTRY


def _possible(day: date | None, adopted: date | None) -> bool:
    if day is None or adopted is None:
        return True
    return -_EARLIEST_START <= day - adopted <= _LATEST_START
