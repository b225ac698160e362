"""An instruction in pieces: words, signs, quotations, and the addresses of units.

The grammar works on pieces: a quotation is one, whatever it holds, and so is «подпункт 2) пункта 1
статьи 5», which `corpus.addresses` reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from corpus.addresses import addresses_in
from corpus.addresses.tokens import TokenKind, tokens_of
from corpus.instructions.operations import Path
from corpus.instructions.quotations import Quotation, quotations
from corpus.law import Language

_MASK = "ъ"
"""Stands for quoted letters while addresses are looked for: nothing reaches over a quotation.

All of a quotation is one word then, however long it is, and a short one a word as well.
"""


_BARE_MARKS = 2
_JOINTS = frozenset(
    {",", "и", "в", "и в", ", в", ", а также", ", а также в", "және", "мен", "бен", "пен"}
)


class PieceKind(Enum):
    """What a piece is."""

    WORD = auto()
    NUMBER = auto()
    SIGN = auto()
    QUOTED = auto()
    ADDRESS = auto()


@dataclass(frozen=True)
class Piece:
    """A word in small letters, a number, a sign, a quotation's words as written, or addresses.

    `text` of an address is its words; `paths` are the units it names, one list as one piece.
    """

    kind: PieceKind
    text: str
    start: int
    end: int
    paths: tuple[Path, ...] = ()


_KINDS = {
    TokenKind.WORD: PieceKind.WORD,
    TokenKind.CODE: PieceKind.WORD,
    TokenKind.NUMBER: PieceKind.NUMBER,
    TokenKind.SIGN: PieceKind.SIGN,
}


def pieces_of(text: str, language: Language) -> tuple[Piece, ...] | None:
    """The pieces of a paragraph; None where a quotation is never closed."""
    quoted, left_open = quotations(text)
    if left_open:
        return None
    masked, end = "", 0
    for quotation in quoted:
        masked += text[end : quotation.start] + _masked(quotation)
        end = quotation.end
    masked += text[end:]
    pieces = [Piece(PieceKind.QUOTED, one.words, one.start, one.end) for one in quoted]
    pieces += _addresses(masked, language)
    pieces.sort(key=lambda piece: piece.start)
    taken = iter([*pieces])
    here = next(taken, None)
    for token in tokens_of(masked):
        while here is not None and here.end <= token.start:
            here = next(taken, None)
        if here is None or token.end <= here.start:
            pieces.append(Piece(_KINDS[token.kind], token.text, token.start, token.end))
    return tuple(sorted(pieces, key=lambda piece: piece.start))


def _masked(quotation: Quotation) -> str:
    length = quotation.end - quotation.start
    return f" {_MASK * (length - 2)} " if length > _BARE_MARKS else _MASK * length


def _addresses(text: str, language: Language) -> list[Piece]:
    """The addresses of one list as one piece: they share their stretch, or only signs part them."""
    found: list[Piece] = []
    for address in addresses_in(text, language):
        path = address.units
        last = found[-1] if found else None
        if last is not None and (
            address.start < last.end or _joins(text[last.end : address.start])
        ):
            end = max(last.end, address.end)
            paths = (*last.paths, path)
            found[-1] = Piece(PieceKind.ADDRESS, text[last.start : end], last.start, end, paths)
        else:
            words = text[address.start : address.end]
            found.append(Piece(PieceKind.ADDRESS, words, address.start, address.end, (path,)))
    return found


def _joins(between: str) -> bool:
    """Whether nothing but a joint of a list stands between two addresses."""
    return between.strip().casefold() in _JOINTS
