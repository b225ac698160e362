"""The redline of an article: its number, its heading and its blocks, lossless both ways.

Blocks are paired first, then words inside a pair are compared. The number of a unit is kept apart
from its text, so a renumbered but equal provision shows only its number.
Decisions and limits: docs/decisions/0004.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.law import Article, Block
from diffing.blocks import BlockRedline, compare_blocks, units
from diffing.engine import Engine, fastest_engine
from diffing.moves import in_reading_order, places_of_moves, with_moves, with_places
from diffing.pairing import pair_units
from diffing.runs import NotThisText, Op, TextRedline, deletions_first
from diffing.words import LIMITS, Budget, Limits, compare_words


@dataclass(frozen=True)
class Wording:
    """What a redline speaks of: number as printed, heading, blocks; not footnotes or divisions."""

    marker: str = ""
    heading: str = ""
    blocks: tuple[Block, ...] = ()

    @classmethod
    def of(cls, article: Article | None) -> Wording:
        """An article's wording; an absent article has none."""
        if article is None:
            return cls()
        return cls(article.marker, article.heading, article.blocks)


@dataclass(frozen=True)
class Redline:
    """What became of one article's wording."""

    old_marker: str
    new_marker: str
    heading: TextRedline
    blocks: tuple[BlockRedline, ...]

    @property
    def changed(self) -> bool:
        """Whether anything differs, numbers and kinds of blocks included."""
        return (
            self.old_marker != self.new_marker
            or self.heading.changed
            or any(block.changed for block in self.blocks)
        )

    @property
    def coarse(self) -> bool:
        """Whether some of the words could only be compared roughly."""
        return self.heading.coarse or any(block.coarse for block in self.blocks)

    @property
    def old(self) -> Wording:
        """The old wording."""
        blocks = (block.old_block() for block in self.blocks)
        return Wording(self.old_marker, self.heading.old, tuple(block for block in blocks if block))

    @property
    def new(self) -> Wording:
        """The new wording."""
        blocks = (block.new_block() for block in self.blocks)
        return Wording(self.new_marker, self.heading.new, tuple(block for block in blocks if block))

    def texts(self) -> Iterator[TextRedline]:
        """The redlines of all texts: the heading, the paragraphs, the cells of tables."""
        yield self.heading
        for block in self.blocks:
            yield block.text
            for row in block.rows:
                yield from (cell.text for cell in row.cells)

    def apply(self, old: Article | Wording | None) -> Wording:
        """The new wording; raises `NotThisText` unless `old` is the old one to the letter."""
        if _wording(old) != self.old:
            raise NotThisText("old")
        return self.new

    def revert(self, new: Article | Wording | None) -> Wording:
        """The old wording; raises `NotThisText` unless `new` is the new one to the letter."""
        if _wording(new) != self.new:
            raise NotThisText("new")
        return self.old

    def mirrored(self) -> Redline:
        """The redline of the way back."""
        blocks = deletions_first(
            (block.mirrored() for block in self.blocks), lambda block: block.op
        )
        heading = self.heading.mirrored()
        return Redline(self.new_marker, self.old_marker, heading, in_reading_order(blocks))

    def to_json(self) -> dict[str, Any]:
        """`{"marker": [old, new], "heading": [...], "blocks": [...]}`; `coarse` where it is.

        `moves`, where there are any: `{"from": [block, run], "to": [block, run]}`, counted from 0.
        """
        value: dict[str, Any] = {
            "marker": [self.old_marker, self.new_marker],
            "heading": self.heading.to_json(),
            "blocks": [block.to_json() for block in self.blocks],
        }
        moves = places_of_moves(self.blocks)
        if moves:
            value["moves"] = [{"from": list(one), "to": list(other)} for one, other in moves]
        return value | ({"coarse": True} if self.coarse else {})

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Redline:
        """The redline that `to_json` wrote."""
        old_marker, new_marker = value["marker"]
        blocks = tuple(BlockRedline.from_json(block) for block in value["blocks"])
        moves = [(move["from"], move["to"]) for move in value.get("moves", ())]
        return cls(
            old_marker,
            new_marker,
            TextRedline.from_json(value["heading"]),
            with_places(blocks, moves) if moves else blocks,
        )


def redline(
    old: Article | Wording | None,
    new: Article | Wording | None,
    engine: Engine | None = None,
    limits: Limits = LIMITS,
    budget: Budget | None = None,
) -> Redline:
    """What became of an article's wording; None: the side has no such article.

    The limits bound this redline; a budget given instead bounds all that are made from it.

    Swapping the sides mirrors the result. Raises `BrokenTable` for a table whose text is not
    its rows.
    """
    before, after = _wording(old), _wording(new)
    if before == after:
        return _unchanged(before)
    engine = engine or fastest_engine()
    budget = budget or Budget(limits)
    blocks = [
        compare_blocks(
            None if a is None else before.blocks[a],
            None if b is None else after.blocks[b],
            engine,
            budget,
        )
        for a, b in pair_units(units(before.blocks), units(after.blocks))
    ]
    heading = compare_words(before.heading, after.heading, engine, budget)
    return Redline(before.marker, after.marker, heading, with_moves(blocks))


def _unchanged(wording: Wording) -> Redline:
    blocks = tuple(BlockRedline.unchanged(block) for block in wording.blocks)
    heading = TextRedline.whole(Op.KEEP, wording.heading)
    return Redline(wording.marker, wording.marker, heading, blocks)


def _wording(side: Article | Wording | None) -> Wording:
    return side if isinstance(side, Wording) else Wording.of(side)
