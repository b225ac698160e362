"""The clauses of one paragraph: what it orders, unit by unit, and the unit it opens for others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import takewhile

from corpus.addresses.units import contains
from corpus.instructions import kazakh, russian
from corpus.instructions.combinators import Forms, Part, Pieces, Rule
from corpus.instructions.operations import Kind, Path
from corpus.instructions.pieces import Piece, PieceKind
from corpus.instructions.scopes import shared_beginning
from corpus.law import Language


@dataclass(frozen=True)
class Vocabulary:
    """One language's rules: an instruction, the unit before a colon, what joins instructions."""

    forms: Forms
    scope: Rule
    joint: Rule


_VOCABULARIES: Mapping[Language, Vocabulary] = {
    Language.RU: Vocabulary(russian.forms, russian.scope, russian.joint),
    Language.KK: Vocabulary(kazakh.forms, kazakh.scope, kazakh.joint),
}
LANGUAGES = frozenset(_VOCABULARIES)
"""The languages in which instructions are read: English texts are translations without force."""


@dataclass(frozen=True)
class Clauses:
    """What a paragraph says: the unit before a colon, if any, and its instructions."""

    scope: Part | None
    clauses: tuple[Part, ...]


def read_clauses(pieces: Pieces, language: Language) -> Clauses | None:
    """The clauses of a paragraph; None unless every word of it is understood.

    An instruction without a unit of its own has that of the one before it in the paragraph, and
    one that names an inner unit has the outer ones of it: «пункт 2 статьи 5 после слова "А"
    дополнить словом "Б", слово "В" исключить, в пункте 3 слово "Г" исключить».
    """
    rules = _VOCABULARIES[language]
    scope, at = _scope(pieces, rules)
    clauses: list[Part] = []
    ahead = _forms_ahead(pieces, rules.forms)
    while at < len(pieces):
        result = next((one for rule in ahead(at) if (one := rule(pieces, at)) is not None), None)
        if result is None:
            return None
        clause, end = result
        if not clause.paths and clauses and _goes_on(clause, clauses[-1], pieces[at - 1]):
            clause = replace(clause, paths=clauses[-1].paths)
        elif clause.paths and clauses:
            outer = _outer_units(clauses[-1], pieces[at - 1])
            clause = replace(clause, paths=tuple(_below(outer, path) for path in clause.paths))
        clauses.append(clause)
        at = _behind_joint(pieces, end, rules)
    if not clauses and scope is None:
        return None
    return Clauses(scope, tuple(clauses))


def _forms_ahead(pieces: Pieces, forms: Forms) -> Callable[[int], Iterator[Rule]]:
    """The rules worth trying at a place: those whose verb stands somewhere behind it."""
    words = [(at, one.text) for at, one in enumerate(pieces) if one.kind is PieceKind.WORD]
    last: list[tuple[int, Rule]] = []
    for verb, rule in forms:
        fits = re.compile(verb).fullmatch
        last.append((max((at for at, text in words if fits(text)), default=-1), rule))
    return lambda at: (rule for place, rule in last if place >= at)


def _goes_on(clause: Part, before: Part, joint: Piece) -> bool:
    """Whether an instruction has the unit of the one before it.

    One that adds units has it where they fit inside, and nothing but a comma stands between:
    «статью 11 после слова "А" дополнить словом "Б", дополнить частью второй».
    """
    if not clause.added:
        return True
    if _is_sign(joint, ";.") or before.kind is Kind.DELETE or len(before.paths) != 1:
        return False
    inner, outer = clause.added[0][0].kind, before.paths[0][-1].kind
    return inner is not outer and contains(outer, inner) is not False


def _outer_units(before: Part, joint: Piece) -> Path:
    """The units that an instruction may leave out because the one before it has named them.

    «в подпункте 3) пункта 2 статьи 28 слово "А" исключить, подпункт 4) исключить»: of point 2.
    """
    if not before.paths:
        return ()
    shared = reduce(shared_beginning, before.paths)
    is_own = len(before.paths) == 1
    ends = _is_sign(joint, ";.") or before.kind is Kind.DELETE
    return shared[:-1] if is_own and ends else shared


def _below(outer: Path, path: Path) -> Path:
    """A path behind the outer units that surely stand around it."""
    around = takewhile(lambda unit: contains(unit.kind, path[0].kind) is True, outer)
    return (*around, *path) if path else path


def _scope(pieces: Pieces, rules: Vocabulary) -> tuple[Part | None, int]:
    result = rules.scope(pieces, 0)
    if result is None or result[1] >= len(pieces) or not _is_sign(pieces[result[1]], ":"):
        return None, 0
    return result[0], result[1] + 1


def _behind_joint(pieces: Pieces, at: int, rules: Vocabulary) -> int:
    while at < len(pieces) and _is_sign(pieces[at], ";.,"):
        at += 1
    joined = rules.joint(pieces, at)
    return joined[1] if joined is not None else at


def _is_sign(piece: Piece, signs: str) -> bool:
    return piece.kind is PieceKind.SIGN and piece.text in signs
