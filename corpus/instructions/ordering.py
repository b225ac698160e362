"""From the clauses of a paragraph to operations: with whole addresses and the new wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.addresses import Unit, UnitKind
from corpus.instructions.combinators import Part
from corpus.instructions.operations import Kind, NewLine, Operation, Path, Reason
from corpus.instructions.paragraphs import Statement
from corpus.instructions.quotations import unquoted
from corpus.instructions.scopes import around, inside

_MOST_PAIRS = 400
"""Of words in one instruction: no act has a tenth of it."""
_INSIDE_ARTICLES = frozenset(
    {UnitKind.PART, UnitKind.SUBPOINT, UnitKind.INDENT, UnitKind.SENTENCE, UnitKind.NOTE}
)
"""What no act has but in an article or a point."""


class NotUnderstood(Exception):
    """A paragraph that reads like an instruction and cannot be one."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def operations_of(
    statement: Statement, clauses: Sequence[Part], act: int, scope: Path
) -> list[Operation]:
    """The operations of a statement. Raises NotUnderstood; then none of it counts."""
    found: list[Operation] = []
    for at, clause in enumerate(clauses):
        content = _content(statement, clause, is_last=at == len(clauses) - 1)
        found += _operations(statement, clause, act, scope, content)
    if statement.quoted and not clauses[-1].announces:
        raise NotUnderstood(Reason.LOOSE_QUOTATION)
    return found


def _content(statement: Statement, clause: Part, *, is_last: bool) -> tuple[NewLine, ...]:
    if clause.in_appendix:
        raise NotUnderstood(Reason.IN_APPENDIX)
    if not clause.announces:
        return ()
    if clause.inline is not None:
        if statement.quoted and is_last:
            raise NotUnderstood(Reason.LOOSE_QUOTATION)
        return tuple(NewLine(line.strip()) for line in clause.inline.split("\n"))
    if not is_last or not statement.quoted:
        raise NotUnderstood(Reason.NO_WORDING)
    lines = [one.line for one in statement.quoted]
    bare = unquoted([line.text for line in lines])
    if bare is None:
        raise NotUnderstood(Reason.NEVER_CLOSED)
    return tuple(
        line if line.rows else replace(line, text=text)
        for line, text in zip(lines, bare, strict=True)
    )


def _operations(
    statement: Statement, clause: Part, act: int, scope: Path, content: tuple[NewLine, ...]
) -> Iterator[Operation]:
    scope = () if clause.whole_act else scope
    if clause.kind is None:
        raise NotUnderstood(Reason.UNKNOWN_FORM)
    base = Operation(
        clause.kind,
        statement.place,
        statement.words,
        act,
        content=content,
        throughout=clause.throughout,
        inflected=clause.inflected or any(more.inflected for more in clause.more),
    )
    if clause.kind is Kind.ADD:
        yield _addition(base, clause, scope)
        return
    targets = tuple(inside(scope, path) for path in clause.paths) or (scope,)
    if not any(targets) and not clause.throughout and clause.kind is not Kind.REWORD:
        raise NotUnderstood(Reason.NO_ADDRESS)
    if clause.kind in {Kind.REWORD, Kind.DELETE}:
        if () in targets and not clause.paths:
            raise NotUnderstood(Reason.NO_ADDRESS)
        yield replace(base, targets=targets)
        return
    parts = (clause, *(replace(more, kind=clause.kind) for more in clause.more))
    pairs = _in_order([pair for part in parts for pair in _pairs(part)])
    for target in targets:
        for words, new_words in pairs:
            yield replace(base, targets=(target,), words=words, new_words=new_words)


def _addition(base: Operation, clause: Part, scope: Path) -> Operation:
    """New units: all of one place, which the instruction names or the scope gives."""
    places: set[Path] = set()
    added: list[Unit] = []
    for path in (_placed(one, clause.behind) for one in clause.added):
        added.append(path[-1])
        outer = path[:-1]
        if clause.paths:
            places |= {(*inside(scope, named), *outer) for named in clause.paths}
        else:
            places.add(inside(scope, outer) if outer else around(scope, path[-1].kind))
    if len(places) != 1:
        raise NotUnderstood(Reason.UNKNOWN_FORM)
    if places == {()} and any(unit.kind in _INSIDE_ARTICLES for unit in added):
        raise NotUnderstood(Reason.NO_ADDRESS)
    return replace(base, targets=(places.pop(),), added=tuple(added))


def _placed(path: Path, behind: Sequence[Path]) -> Path:
    """New units with the place that «после абзаца второго» gives those without a number."""
    if not behind:
        return path
    if len(behind) != 1 or len(path) != 1 or behind[0][-1].kind is not path[0].kind:
        raise NotUnderstood(Reason.UNKNOWN_FORM)
    outer, last = behind[0][:-1], behind[0][-1]
    number = path[0].number or str(int(last.number) + 1)
    return (*outer, Unit(last.kind, number))


def _pairs(clause: Part) -> list[tuple[str, str]]:
    """What is looked for with what comes: one to one, or several for one."""
    if clause.kind is Kind.APPEND_WORDS:
        return [("", new) for new in clause.new]
    if clause.kind is Kind.DELETE_WORDS:
        return [(old, "") for old in clause.old]
    if len(clause.new) == 1:
        return [(old, clause.new[0]) for old in clause.old]
    if len(clause.new) != len(clause.old):
        raise NotUnderstood(Reason.UNEVEN_PAIRS)
    return list(zip(clause.old, clause.new, strict=True))


def _in_order(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs in an order in which no one finds what another has just put there.

    «цифры "10", "20" заменить соответственно цифрами "20", "30"» changes no 10 into 30. Where no
    order does that («"а", "б"» by «"б", "а"») the instruction cannot be taken apart.
    """
    if len(pairs) > _MOST_PAIRS:
        raise NotUnderstood(Reason.UNKNOWN_FORM)
    ordered: list[tuple[str, str]] = []
    left = list(dict.fromkeys(pairs))
    while left:
        ready = next((one for one in left if not any(_disturbs(one, two) for two in left)), None)
        if ready is None:
            raise NotUnderstood(Reason.UNKNOWN_FORM)
        ordered.append(ready)
        left.remove(ready)
    return ordered


def _disturbs(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether a pair, done before another, changes what the other one finds."""
    (old, new), (other_old, _) = pair, other
    if pair == other or not old or not other_old:
        return False
    return _stands_in(other_old, new) or _stands_in(old, other_old)


def _stands_in(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
