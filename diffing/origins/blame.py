"""Since which version of an article each of its words stands: redlines, one after the other.

The versions of an article are compared as the redlines compare them, neighbour by neighbour, and
every word carries the first version since which it has stood without a break: a word that went and
came back counts from its return, an article that was gone begins anew. A word that a redline draws
as new is new: where words went to another block, or a block was split, they count from then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.law import Article
from diffing.blocks import BlockLabel, BlockRedline
from diffing.engine import Engine, fastest_engine
from diffing.origins.carrying import Passage, carried
from diffing.redline import Wording, redline
from diffing.runs import Op
from diffing.tables import RowRedline, rows_text
from diffing.vocabulary import words
from diffing.words import LIMITS, Budget

Passages = tuple[Passage, ...]
Row = tuple[Passages, ...]


class NoWordingToBlame(ValueError):
    """The last version has no such article, so there are no words to ask about."""

    def __init__(self) -> None:
        super().__init__("there is no article in the last version: ask for one that has it")


@dataclass(frozen=True)
class BlamedBlock:
    """A block whose words carry their origin; a table has rows of cells instead of text.

    `number_since` is the version since which the block has its number; a renumbered block keeps
    the origin of its words.
    """

    label: BlockLabel
    number_since: int
    text: Passages = ()
    rows: tuple[Row, ...] = ()

    def passages(self) -> Iterator[Passage]:
        """All of them in reading order, the table's cells too."""
        yield from self.text
        for row in self.rows:
            for cell in row:
                yield from cell


@dataclass(frozen=True)
class BlamedWording:
    """An article's wording, every word with the version it stands since: its place in the history.

    Joined, the passages are the wording to the letter. `coarse` says that two long versions could
    only be compared roughly: some words that stood before may be called new.
    """

    marker: str
    marker_since: int
    heading: Passages
    blocks: tuple[BlamedBlock, ...]
    coarse: bool = False

    @property
    def wording(self) -> Wording:
        """The wording that the passages make up."""
        blocks = []
        for block in self.blocks:
            rows = tuple(tuple(map(_joined, row)) for row in block.rows)
            blocks.append(block.label.block(rows_text(rows) if rows else _joined(block.text), rows))
        return Wording(self.marker, _joined(self.heading), tuple(blocks))

    def passages(self) -> Iterator[Passage]:
        """All of them in reading order: the heading's, then block by block."""
        yield from self.heading
        for block in self.blocks:
            yield from block.passages()

    def counts(self) -> dict[int, int]:
        """How many words stand since which version; spaces and punctuation are no words."""
        found: Counter[int] = Counter()
        for passage in self.passages():
            found[passage.since] += sum(1 for word in words(passage.text) if word[0].isalnum())
        return {since: count for since, count in sorted(found.items()) if count}


def blame(
    versions: Sequence[Article | None],
    engine: Engine | None = None,
    budget: Budget | None = None,
) -> BlamedWording:
    """The last version's wording; the versions are oldest first, None where there was no article.

    The budget bounds the redlines of the whole history together. Raises `NoWordingToBlame` where
    the last version is None or there is none, `BrokenTable` for a table whose text is not its rows.
    """
    engine = engine or fastest_engine()
    budget = budget or Budget(LIMITS)
    state: BlamedWording | None = None
    before: Article | None = None
    for since, article in enumerate(versions):
        if article is None:
            state = None
        elif state is None:
            state = _begun(Wording.of(article), since)
        else:
            difference = redline(before, article, engine, budget=budget)
            state = BlamedWording(
                difference.new_marker,
                state.marker_since if difference.old_marker == difference.new_marker else since,
                carried(state.heading, difference.heading, since),
                tuple(_carried_blocks(state.blocks, difference.blocks, since)),
                state.coarse or difference.coarse,
            )
        before = article
    if state is None:
        raise NoWordingToBlame
    return state


def _begun(wording: Wording, since: int) -> BlamedWording:
    """A wording that stands as a whole since one version: one passage a block."""
    blocks = tuple(_block(BlockRedline.unchanged(block), since) for block in wording.blocks)
    return BlamedWording(wording.marker, since, _passage(wording.heading, since), blocks)


def _carried_blocks(
    before: Sequence[BlamedBlock], differences: Sequence[BlockRedline], since: int
) -> Iterator[BlamedBlock]:
    remaining = iter(before)  # a redline has the old blocks in their order
    for difference in differences:
        old = next(remaining) if difference.old is not None else None
        if difference.new is None:
            continue
        if old is None:
            yield _block(difference, since)
            continue
        yield BlamedBlock(
            difference.new,
            old.number_since if old.label.marker == difference.new.marker else since,
            carried(old.text, difference.text, since),
            tuple(_carried_rows(old.rows, difference.rows, since)),
        )


def _block(difference: BlockRedline, since: int) -> BlamedBlock:
    """A block that is new as a whole."""
    block = difference.new_block()
    if block is None or difference.new is None:
        raise ValueError("a block that went has no words")
    rows = tuple(tuple(_passage(cell, since) for cell in row) for row in block.rows)
    text = () if rows else _passage(block.text, since)
    return BlamedBlock(difference.new, since, text, rows)


def _carried_rows(
    before: Sequence[Row], differences: Sequence[RowRedline], since: int
) -> Iterator[Row]:
    remaining = iter(before)
    for difference in differences:
        if difference.op is Op.INSERT:
            yield tuple(_passage(cell, since) for cell in difference.new())
            continue
        old = iter(next(remaining))
        if difference.op is Op.DELETE:
            continue
        cells: list[Passages] = []
        for cell in difference.cells:
            passages = next(old) if cell.op is not Op.INSERT else ()
            if cell.op is not Op.DELETE:
                cells.append(carried(passages, cell.text, since))
        yield tuple(cells)


def _passage(text: str, since: int) -> Passages:
    return (Passage(since, text),) if text else ()


def _joined(passages: Passages) -> str:
    return "".join(passage.text for passage in passages)
