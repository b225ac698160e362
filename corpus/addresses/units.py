"""What an address is made of: units, the outermost first."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.keys import joined


class UnitKind(StrEnum):
    """A level of an act; the value is its prefix in keys (`art_5`)."""

    APPENDIX = "app"
    SECTION = "sec"
    SUBSECTION = "subsec"
    CHAPTER = "ch"
    PARAGRAPH = "par"
    """«Параграф», the level between chapter and article."""
    PREAMBLE = "preamble"
    ARTICLE = "art"
    POINT = "p"
    PART = "part"
    SUBPOINT = "sp"
    NOTE = "note"
    """A legal note («Примечание», «ескертпе»), part of the wording."""
    INDENT = "indent"
    SENTENCE = "sentence"
    HEADING = "heading"


_RANKS = {
    UnitKind.APPENDIX: 0,
    UnitKind.SECTION: 1,
    UnitKind.SUBSECTION: 2,
    UnitKind.CHAPTER: 3,
    UnitKind.PARAGRAPH: 4,
    UnitKind.PREAMBLE: 5,
    UnitKind.ARTICLE: 5,
    UnitKind.POINT: 6,
    UnitKind.PART: 7,
    UnitKind.SUBPOINT: 8,
    UnitKind.NOTE: 9,
    UnitKind.INDENT: 10,
    UnitKind.SENTENCE: 11,
    UnitKind.HEADING: 12,
}
_EITHER_WAY = {
    frozenset({UnitKind.PART, UnitKind.POINT}),
    frozenset({UnitKind.PART, UnitKind.SUBPOINT}),
}
"""A point has unnumbered parts, a numbered part of a code has points."""
BARE = frozenset({UnitKind.PREAMBLE, UnitKind.NOTE, UnitKind.HEADING})
"""What need not have a number."""
DIVISIONS = frozenset({UnitKind.SECTION, UnitKind.SUBSECTION, UnitKind.CHAPTER, UnitKind.PARAGRAPH})
"""What groups articles and is no part of their keys."""


def contains(outer: UnitKind, inner: UnitKind) -> bool | None:
    """Whether units of one kind stand around those of another; None: either way is possible."""
    if outer is inner or frozenset({outer, inner}) in _EITHER_WAY:
        return None
    return _RANKS[outer] < _RANKS[inner]


@dataclass(frozen=True)
class Unit:
    """One unit: its kind and its number in Arabic figures (`113-3`; «второй» is `2`).

    Letters stay as they are (`а`); a preamble, a heading or a sole note has no number.
    """

    kind: UnitKind
    number: str = ""

    @property
    def key(self) -> str:
        """What it is called in a key: `art_113-3`, `preamble`."""
        return f"{self.kind}_{self.number}" if self.number else str(self.kind)


@dataclass(frozen=True)
class Address:
    """Where something stands: `units` outermost first, and the stretch of text that says so.

    «пунктами 1 и 2 статьи 5» gives two addresses of the same stretch; `own` is the part of it that
    names this one alone («пунктами 1», «2 статьи 5»), and those of a run share theirs.
    """

    units: tuple[Unit, ...]
    start: int = 0
    end: int = 0
    own: tuple[int, int] = field(default=(0, 0), compare=False)

    def key(self) -> str:
        """The path as keys write it: `art_113-5__p_1__sp_2`.

        Parts, indents and sentences are counted as lawyers count them, not as blocks are.
        """
        return joined(*(unit.key for unit in self.units))

    def number(self, kind: UnitKind) -> str | None:
        """The number of the unit of a kind; None where the address names none."""
        return next((unit.number for unit in self.units if unit.kind is kind), None)
