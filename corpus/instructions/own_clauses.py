"""What an amending act's own text says of the start of a change that a note only refers to.

«порядок введения в действие см. ст. 2»: where the act is held, its instructions for the place carry
their entry into force. Where those differ, or none is for the place, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.addresses import UnitKind
from corpus.addresses.units import DIVISIONS
from corpus.amendments import ClauseKind, InForceClause, Target
from corpus.instructions.operations import Kind, Operation
from corpus.keys import SEPARATOR, joined

_NO_WORDING_HERE = frozenset({Kind.OTHER_LANGUAGE, Kind.TEMPORARY})
_COUNTED = frozenset({UnitKind.PART, UnitKind.INDENT, UnitKind.SENTENCE, UnitKind.HEADING})
_SAYS_NOTHING = frozenset({ClauseKind.NONE, ClauseKind.UNREAD, ClauseKind.BY_REFERENCE})


def own_clause(operations: Iterable[Operation], target: Target) -> InForceClause | None:
    """The clause that all instructions for a place share; None where there is none or no one.

    `operations` are those on the amended act. Counted units (parts, indents) are in no key, so an
    instruction for one is one for the numbered unit around it.
    """
    found = [
        one.clause
        for one in operations
        if one.kind not in _NO_WORDING_HERE and _is_for(one, target)
    ]
    starts = {(clause.kind, clause.days, clause.on) for clause in found}
    if len(starts) != 1 or found[0].kind in _SAYS_NOTHING:
        return None
    return found[0]


def _is_for(operation: Operation, target: Target) -> bool:
    wanted = target.block_key
    if wanted is None:
        return False
    for path in operation.targets:
        for whole in [(*path, unit) for unit in operation.added] or [path]:
            numbered = [unit for unit in whole if unit.kind not in _COUNTED]
            if len(numbered) > 1:
                numbered = [unit for unit in numbered if unit.kind not in DIVISIONS]
            key = joined(*(unit.key for unit in numbered))
            if key == wanted or key.startswith(wanted + SEPARATOR):
                return True
            if wanted.startswith(key + SEPARATOR) and key:
                return True  # the whole article was reworded: the place with it
    return False
