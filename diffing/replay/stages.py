"""Which operations are in force in an edition: an act that starts in stages makes several.

The registry labels an edition with the amending act's day, or with the start of a staged clause. A
start that the act states as a day is compared with the label; one that counts from publication or
signing belongs to the edition of the act's own day, and the stage says that it goes by the label.
A clause that was not read tells nothing: its operation is held back, never guessed.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from corpus.amendments import UNKNOWN_ENTRY, ClauseKind, EntryIntoForce, Ground
from corpus.instructions.operations import Kind, Operation
from corpus.law import EditionLabel

_BY_LABEL = frozenset(
    {
        ClauseKind.DAYS_AFTER_PUBLICATION,
        ClauseKind.ON_PUBLICATION,
        ClauseKind.ON_SIGNING,
        ClauseKind.NONE,
    }
)


class Stage(StrEnum):
    """Where an operation stands at a day."""

    IN_FORCE = "in force"
    LATER = "later"
    PAST = "past"
    """A temporary wording whose day has come."""
    UNKNOWN = "unknown"


def entry_of(operation: Operation, adopted: date | None) -> EntryIntoForce:
    """From which day an operation works, of an act of that day; unknown where it cannot be told.

    INFERRED is by the act's own day, as labels go.
    """
    clause = operation.clause
    if clause.kind is ClauseKind.ON_DATE and clause.on is not None:
        entry = EntryIntoForce(clause.on, Ground.STATED)
    elif clause.kind in _BY_LABEL and adopted is not None:
        entry = EntryIntoForce(adopted, Ground.INFERRED, label=EditionLabel.on(adopted))
    else:
        return UNKNOWN_ENTRY
    since = operation.since
    if since is not None and entry.on is not None and since > entry.on:
        return EntryIntoForce(since, Ground.STATED)
    return entry


def stage_at(operation: Operation, adopted: date | None, day: date) -> Stage:
    """Where an operation stands in the edition that is labelled with a day."""
    entry = entry_of(operation, adopted)
    if entry.on is None:
        return Stage.UNKNOWN
    if day < entry.on:
        return Stage.LATER
    if operation.kind is Kind.TEMPORARY and operation.until and day >= operation.until:
        return Stage.PAST
    return Stage.IN_FORCE
