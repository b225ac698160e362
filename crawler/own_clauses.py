"""What a held amending act's own text says about the start of what it did to another act.

For notes that leave the day to it («порядок введения в действие см. ст. 2»). Only what is sure is
given: the whole text is held, every instruction in it was understood, and all those that touch the
place start alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.amendments import (
    AmendingAct,
    Amendment,
    ClauseKind,
    InForceClause,
    Role,
    Verb,
    without_convocation,
)
from corpus.instructions.operations import NO_CHANGE, Instructions, TargetAct
from corpus.instructions.reading import read_instructions
from corpus.instructions.touching import touches
from corpus.law import HoldingKind, Language
from corpus.store import reads
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.records import ActSummary
from corpus.store.tables import ACTS

_ASKED = frozenset(
    {Verb.AMENDED, Verb.REWORDED, Verb.ADDED, Verb.REPEALED, Verb.RETITLED, Verb.WORDS_REPLACED}
)
_NOT_SAID = frozenset({ClauseKind.NONE, ClauseKind.UNREAD, ClauseKind.BY_REFERENCE})


@dataclass(frozen=True)
class OwnClauses:
    """Answers for the amendments of one act in one language; see `OwnClause`."""

    session: Session
    amended: ActSummary
    language: Language
    _read: dict[AmendingAct, Instructions | None] = field(default_factory=dict)

    def __call__(self, amendment: Amendment) -> InForceClause | None:
        """The clause that the amending act's text has for an amendment; None where unsure."""
        if amendment.role is not Role.AMENDS or amendment.verb not in _ASKED:
            return None
        act = AmendingAct(amendment.act.adopted, amendment.act.bare_number)
        if act not in self._read:
            self._read[act] = self._instructions(act)
        found = self._read[act]
        return None if found is None else self._clause(found, amendment)

    def _instructions(self, act: AmendingAct) -> Instructions | None:
        """The instructions of an act of which the whole text is held and understood."""
        if act.adopted is None or act.number is None:
            return None
        rows = self.session.execute(
            select(ACTS.c.ngr, ACTS.c.number).where(ACTS.c.adopted == act.adopted)
        )
        named = [
            row.ngr for row in rows if row.number and without_convocation(row.number) == act.number
        ]
        held = [
            edition
            for ngr in named
            if self.language in reads.act(self.session, ngr).languages
            for edition in reads.editions(self.session, ngr, self.language)[:1]
            if edition.holding.kind is HoldingKind.WHOLE
        ]
        if len(named) != 1 or not held:
            return None
        found = read_instructions(reads.edition(self.session, held[0].id))
        return None if found.unread or found.unsupported else found

    def _clause(self, found: Instructions, amendment: Amendment) -> InForceClause | None:
        """What all instructions that touch the place agree on."""
        orders = [
            one
            for number, named in enumerate(found.acts)
            if _is(named, self.amended)
            for one in found.for_act(number)
            if one.kind not in NO_CHANGE
        ]
        key = amendment.target.block_key
        touching = [one for one in orders if key is not None and touches(one, key)]
        clauses = [one.clause for one in touching or orders]
        same = {replace(one, quote="") for one in clauses}
        if len(same) != 1 or clauses[0].kind in _NOT_SAID:
            return None
        return clauses[0]


def amended_by(session: Session, act: ActSummary) -> list[str]:
    """The acts of which a standing amendment names an act of that day and, it may be, number."""
    if act.adopted is None:
        return []
    table = AMENDMENTS.c
    found = session.scalars(
        select(table.ngr)
        .where(table.adopted_day == act.adopted, table.withdrawn_at.is_(None))
        .where(table.ngr != act.ngr)
        .distinct()
    )
    return sorted(found)


def _is(named: TargetAct, act: ActSummary) -> bool:
    """Whether an amending act's words surely name an act: its day, and its number or title."""
    if named.adopted is None or named.adopted != act.adopted:
        return False
    if named.number and act.number:
        return without_convocation(named.number) == without_convocation(act.number)
    return named.title is not None and named.title in act.titles.values()
