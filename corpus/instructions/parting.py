"""The parts of a paragraph that names an act, or opens a unit for others."""

from __future__ import annotations

from corpus.addresses import UnitKind
from corpus.addresses.units import DIVISIONS
from corpus.instructions.clauses import Clauses
from corpus.instructions.combinators import Part
from corpus.instructions.operations import Path
from corpus.instructions.pieces import Piece, PieceKind
from corpus.instructions.scopes import inside

_OUTERMOST = DIVISIONS | {UnitKind.ARTICLE, UnitKind.APPENDIX, UnitKind.PREAMBLE}
_GERUNDS = frozenset({"изложив", "дополнив", "исключив", "заменив"})


def may_name_an_act(pieces: tuple[Piece, ...]) -> bool:
    """Whether a paragraph goes on behind what it names, and does not begin with a unit of it."""
    first = next((one for one in pieces if one.kind is not PieceKind.WORD), None)
    if first is not None and first.kind is PieceKind.ADDRESS:
        return False
    return bool(behind_the_act(pieces)) or any(one.text == ":" for one in pieces[-1:])


def name_whole_units(clauses: Clauses) -> bool:
    """Whether every unit is named from the article on."""
    parts = [*clauses.clauses, *([clauses.scope] if clauses.scope else [])]
    return all(
        part.paths and all(path and path[0].kind in _OUTERMOST for path in part.paths)
        for part in parts
    )


def behind_the_act(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The instruction in the same paragraph as the act: behind its colon, or «изложив …»."""
    for at, piece in enumerate(pieces):
        if piece.kind is PieceKind.WORD and piece.text in _GERUNDS:
            return pieces[at:]
        if piece.kind is PieceKind.SIGN and piece.text == ":":
            return pieces[at + 1 :]
    return ()


def units_of_act(pieces: tuple[Piece, ...]) -> tuple[Path, ...]:
    """The units of an act that a paragraph names beside it; what brackets cite is none."""
    depth = 0
    for piece in pieces:
        if piece.kind is PieceKind.SIGN and piece.text in "()":
            depth += 1 if piece.text == "(" else -1
        elif piece.kind is PieceKind.ADDRESS and depth == 0:
            return piece.paths
    return ()


def opened(scope: Part, around: Path) -> Path | None:
    """The unit that words before a colon open; None where they name several."""
    if len(scope.paths) > 1 or not (scope.paths or scope.throughout):
        return None
    around = () if scope.whole_act else around
    return inside(around, scope.paths[0]) if scope.paths else around
