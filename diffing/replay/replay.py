"""An amending act's operations applied one after the other: what became of each, and the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.addresses import UnitKind
from corpus.instructions.operations import Kind, Operation, Path
from corpus.law import Edition
from diffing.replay.applying import applied, touched_by
from diffing.replay.refusing import Refusal, Refused
from diffing.replay.stages import Stage, stage_at

_COUNTED = frozenset({UnitKind.PART, UnitKind.INDENT, UnitKind.SENTENCE})


class Fate(StrEnum):
    """What became of an operation."""

    APPLIED = "applied"
    NO_CHANGE = "changes no word"
    """Only the other language changes, or the act is repealed."""
    ALREADY = "already in the older edition"
    LATER = "in force later"
    UNKNOWN_START = "start not known"
    ENDED = "its time has ended"
    REFUSED = "not applied"


@dataclass(frozen=True)
class Outcome:
    """An operation and what became of it; the keys are of the articles and divisions it is about.

    `refusal` and `words` say why it was not applied.
    """

    operation: Operation
    fate: Fate
    keys: tuple[str, ...] = ()
    refusal: Refusal | None = None
    words: str = ""


@dataclass(frozen=True)
class Replayed:
    """The text after the operations, and what became of each, in the amending act's order."""

    edition: Edition
    outcomes: tuple[Outcome, ...]

    @property
    def refused(self) -> tuple[Outcome, ...]:
        """The operations that could not be applied."""
        return tuple(one for one in self.outcomes if one.fate is Fate.REFUSED)


def replay(
    edition: Edition,
    operations: Sequence[Operation],
    adopted: date | None = None,
    *,
    upto: date | None = None,
) -> Replayed:
    """The edition after the operations that are in force on the day `upto`; without one, after all.

    What was in force at the edition's own label is in it already. A temporary wording stands over
    what it replaces, so it is applied last; without a day it is shown as in force.
    """
    state = _State(edition)
    fates: dict[int, Outcome] = {}
    order = sorted(range(len(operations)), key=lambda at: operations[at].kind is Kind.TEMPORARY)
    since = edition.label.first_day
    for at in order:
        operation = operations[at]
        fate = _fate(operation, adopted, since, upto)
        if fate is Fate.ENDED and not _returns(operation, operations, adopted, since, upto):
            fates[at] = _ended(state.edition, operation)
        elif fate is Fate.APPLIED:
            fates[at] = state.take(operation)
        else:
            fates[at] = Outcome(operation, fate, touched_by(state.edition, operation))
    return Replayed(state.edition, tuple(fates[at] for at in range(len(operations))))


def _fate(
    operation: Operation, adopted: date | None, since: date | None, upto: date | None
) -> Fate:
    if operation.kind in {Kind.OTHER_LANGUAGE, Kind.REPEAL}:
        return Fate.NO_CHANGE
    stage = Stage.IN_FORCE if upto is None else stage_at(operation, adopted, upto)
    before = Stage.LATER if since is None else stage_at(operation, adopted, since)
    if stage is not Stage.IN_FORCE or before is Stage.PAST:
        return _NOT_IN_FORCE[before if before is Stage.PAST else stage]
    return Fate.ALREADY if before is Stage.IN_FORCE else Fate.APPLIED


_NOT_IN_FORCE = {
    Stage.LATER: Fate.LATER,
    Stage.UNKNOWN: Fate.UNKNOWN_START,
    Stage.PAST: Fate.ENDED,
}


def _returns(
    ended: Operation,
    operations: Sequence[Operation],
    adopted: date | None,
    since: date | None,
    upto: date | None,
) -> bool:
    """Whether other operations word all that a temporary wording stood over when it ends."""
    if since is None or stage_at(ended, adopted, since) is not Stage.IN_FORCE:
        return True  # it was never in the older edition
    worded = {
        path
        for one in operations
        if one.kind is Kind.REWORD and _fate(one, adopted, since, upto) is Fate.APPLIED
        for path in one.targets
    }
    return set(ended.targets) <= worded


def _ended(edition: Edition, operation: Operation) -> Outcome:
    keys = touched_by(edition, operation)
    return Outcome(operation, Fate.REFUSED, keys, Refusal.ENDS_UNKNOWN, operation.quote)


@dataclass
class _State:
    """The text so far, and the units whose parts are no longer counted as in the older edition."""

    edition: Edition
    recounted: set[Path] = field(default_factory=set)

    def take(self, operation: Operation) -> Outcome:
        """Apply an operation, or say why not."""
        keys = touched_by(self.edition, operation)
        try:
            self._check_counts(operation)
            step = applied(self.edition, operation)
        except Refused as refused:
            return Outcome(operation, Fate.REFUSED, keys, refused.refusal, refused.words)
        self.edition = step.edition
        self._note_counts(operation)
        touched = tuple(dict.fromkeys((*keys, *step.touched)))
        return Outcome(operation, Fate.APPLIED, touched)

    def _check_counts(self, operation: Operation) -> None:
        """«абзац третий» after an indent was added above it: which one is not sure."""
        for path in operation.targets:
            whole = [(*path, unit) for unit in operation.added] or [path]
            for one in whole:
                for at, unit in enumerate(one):
                    if unit.kind in _COUNTED and unit.number and one[:at] in self.recounted:
                        words = "an instruction before this one changed the count"
                        raise Refused(Refusal.COUNT_UNSURE, words)

    def _note_counts(self, operation: Operation) -> None:
        for path in operation.targets:
            if operation.kind is Kind.ADD and operation.added[0].kind in _COUNTED:
                self.recounted.add(path)
            elif path and path[-1].kind in _COUNTED:
                rewords = operation.kind in {Kind.REWORD, Kind.TEMPORARY}
                if operation.kind is Kind.DELETE or (rewords and len(operation.content) > 1):
                    self.recounted.add(path[:-1])
