"""The clauses of one paragraph: what it orders, unit by unit, and the unit it opens for others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpus.instructions import kazakh, russian
from corpus.instructions.combinators import Part, Pieces, Rule
from corpus.instructions.pieces import Piece, PieceKind
from corpus.law import Language


@dataclass(frozen=True)
class Vocabulary:
    """One language's rules: an instruction, the unit before a colon, what joins instructions."""

    clause: Rule
    scope: Rule
    joint: Rule


_VOCABULARIES: Mapping[Language, Vocabulary] = {
    Language.RU: Vocabulary(russian.clause, russian.scope, russian.joint),
    Language.KK: Vocabulary(kazakh.clause, kazakh.scope, kazakh.joint),
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

    An instruction without a unit of its own has that of the one before it in the paragraph:
    «пункт 2 после слова "А" дополнить словом "Б", слово "В" исключить».
    """
    rules = _VOCABULARIES[language]
    scope, at = _scope(pieces, rules)
    clauses: list[Part] = []
    while at < len(pieces):
        result = rules.clause(pieces, at)
        if result is None:
            return None
        clause, at = result
        if not clause.paths and clauses and not clause.added:
            clause = replace(clause, paths=clauses[-1].paths)
        clauses.append(clause)
        at = _behind_joint(pieces, at, rules)
    if not clauses and scope is None:
        return None
    return Clauses(scope, tuple(clauses))


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
