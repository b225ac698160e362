"""What changed in an article against its wording before: the whole redline, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from api.pages.article_parts.wording import Paragraph, anchors, block_classes, paragraphs
from api.questions.outlines import Piece
from corpus.law import Block
from diffing.blocks import BlockRedline
from diffing.cut_copies import HeldRedline
from diffing.redline import Redline
from diffing.render import Line, lines
from diffing.runs import Op, Run
from diffing.vocabulary import words

_ELEMENTS: dict[Op, str | None] = {Op.KEEP: None, Op.DELETE: "del", Op.INSERT: "ins"}


@dataclass(frozen=True)
class RedlinedBlock:
    """A block of both wordings, or of one: its words as pieces, of a table its rows of cells."""

    classes: str
    anchor: str
    changed: bool
    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()


@dataclass(frozen=True)
class Redlined:
    """An article's redline for a page, with how many words came and went.

    `partly`: a copy of either wording may end inside the article. The paragraphs beyond its end
    that the other side has are compared with nothing, and counted nowhere.
    """

    heading: tuple[Piece, ...]
    blocks: tuple[RedlinedBlock, ...]
    came: int
    went: int
    coarse: bool
    partly: bool = False
    beyond_old: tuple[Paragraph, ...] = ()
    beyond_new: tuple[Paragraph, ...] = ()
    words_beyond: tuple[int, int] = (0, 0)

    @property
    def changed(self) -> bool:
        """Whether a word or a number differs."""
        return self.came > 0 or self.went > 0 or any(one.changed for one in self.blocks)


def redlined(found: HeldRedline) -> Redlined:
    """A redline as the page shows it."""
    redline = found.redline
    told = iter(lines(redline))
    heading: tuple[Piece, ...] = ()
    if redline.old_marker or redline.new_marker or redline.heading.runs:
        heading = _pieces(next(told).runs)
    ids = list(anchors([_shape(block) for block in redline.blocks]))
    blocks = tuple(
        _block(block, anchor, list(islice(told, len(block.rows) or 1)))
        for block, anchor in zip(redline.blocks, ids, strict=True)
    )
    return Redlined(
        heading,
        blocks,
        _count(redline, Op.INSERT),
        _count(redline, Op.DELETE),
        redline.coarse,
        found.partial,
        paragraphs(found.beyond_old),
        paragraphs(found.beyond_new),
        found.words_beyond,
    )


def _shape(block: BlockRedline) -> Block:
    """The block without its words: what goes has no anchor, the new wording does not have it."""
    label = block.new or block.old
    if label is None:
        raise ValueError("a block is on one side at least")
    shape = label.block("", ())
    return shape if block.new else Block(shape.kind, "", shape.number, shape.marker)


def _block(block: BlockRedline, anchor: str, told: list[Line]) -> RedlinedBlock:
    label = block.new or block.old
    if label is None:
        raise ValueError("a block is on one side at least")
    classes = block_classes(label.block("", ()))
    if not block.rows:
        (line,) = told
        return RedlinedBlock(classes, anchor, line.changed, _pieces(line.runs))
    rows = tuple(tuple(_pieces(cell.text.runs) for cell in row.cells) for row in block.rows)
    return RedlinedBlock(classes, anchor, any(line.changed for line in told), rows=rows)


def _pieces(runs: Iterable[Run]) -> tuple[Piece, ...]:
    return tuple(Piece(run.text, _ELEMENTS[run.op], run.moved > 0) for run in runs)


def _count(redline: Redline, op: Op) -> int:
    """How many words came or went; spaces and punctuation are no words."""
    return sum(
        1 for run in _runs(redline) if run.op is op for word in words(run.text) if word[0].isalnum()
    )


def _runs(redline: Redline) -> Iterator[Run]:
    for text in redline.texts():
        yield from text.runs
