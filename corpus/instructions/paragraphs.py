"""The paragraphs of an amending act's provisions, each with its place; quoted ones are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property

from corpus.instructions.operations import NewLine, Place
from corpus.instructions.quotations import depth_after
from corpus.keys import joined
from corpus.law import Article, Block, BlockKind, Edition

_NAMES_SUBPOINTS = re.compile(
    r"(?:[,;]?\s*(?:(?:және|мен|бен|пен|[-\u2010-\u2014])\s*)?(?:\d+(?:-\d+)?|\w)\)\s*)*"
    r"тарма[қғ]",
    re.IGNORECASE,
)
"""«3) және 7) тармақшалар …»: the number is that of the unit that is spoken of."""
_CLOSES = re.compile(r"[»”\"]\s*[.;,]*\s*$")
_ANNOUNCED = re.compile(r"(?P<own>.*?:)\s*(?P<new>[«“„\"].*)", re.DOTALL)


class Level(IntEnum):
    """How deep a paragraph stands: what an outer one opens holds for the inner ones after it."""

    ARTICLE = 0
    POINT = 1
    SUBPOINT = 2
    UNNUMBERED = 3


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its words without the number, and as printed."""

    level: Level
    place: Place
    words: str
    printed: str
    quoted: bool = False
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def line(self) -> NewLine:
        """It as new wording."""
        return NewLine(self.printed, self.rows)


@dataclass(frozen=True)
class Statement:
    """A paragraph in the amending act's own words, and the quoted ones that follow it."""

    own: Paragraph
    quoted: tuple[Paragraph, ...] = ()

    @property
    def place(self) -> Place:
        """From its own paragraph to its last quoted one."""
        if not self.quoted:
            return self.own.place
        return replace(self.own.place, last_indent=self.quoted[-1].place.last_indent)

    @cached_property
    def words(self) -> str:
        """All of it, a line a paragraph."""
        return "\n".join(one.printed for one in (self.own, *self.quoted))


def statements(edition: Edition) -> Iterator[Statement]:
    """The statements of an edition, in order; its signatures and stamps are no provisions."""
    for article in edition.articles:
        own: Paragraph | None = None
        quoted: list[Paragraph] = []
        for paragraph in _paragraphs(article):
            if paragraph.quoted and own is not None:
                quoted.append(paragraph)
                continue
            if own is not None:
                yield Statement(own, tuple(quoted))
            own, quoted = paragraph, []
        if own is not None:
            yield Statement(own, tuple(quoted))


def _paragraphs(article: Article) -> Iterator[Paragraph]:
    unit, indent, level = "", 0, Level.ARTICLE
    point, depth = "", 0
    if article.heading:
        indent = 1 if article.heading.rstrip().endswith(":") else 0
        place = Place(article.key, "", 1, 1)
        yield Paragraph(Level.ARTICLE, place, article.heading, article.printed_heading)
    for block in _with_open_quotations(_whole_blocks(article)):
        if _has_own_number(block):
            is_point = block.kind is BlockKind.POINT
            point = f"p_{block.number}" if is_point else point
            unit, indent = point if is_point else joined(point, f"sp_{block.number}"), 1
            level = Level.POINT if is_point else Level.SUBPOINT
        elif not block.continues:
            indent += 1
            level = Level.ARTICLE if not unit and indent == 1 else Level.UNNUMBERED
        # A table is never marked as quoted: inside an open quotation it is.
        quoted = block.quoted or (block.kind is BlockKind.TABLE and depth > 0)
        depth = depth_after(block.printed, depth) if quoted else 0
        place = Place(article.key, unit, indent, indent)
        words = block.text if _has_own_number(block) else block.printed
        yield Paragraph(level, place, words, block.printed, quoted, block.rows)


def _has_own_number(block: Block) -> bool:
    """Whether a paragraph is a point or subpoint of the amending act itself."""
    if block.quoted or not block.number:
        return False
    if block.kind is BlockKind.SUBPOINT:
        return not _NAMES_SUBPOINTS.match(block.text)
    return block.kind is BlockKind.POINT


def _with_open_quotations(blocks: list[Block]) -> list[Block]:
    """The blocks, where a quotation that begins in an instruction's own paragraph goes on.

    What follows up to the mark that closes it is quoted too, though no colon and mark began a
    paragraph. One that nothing closes is a slip: what follows is read as if it were not there.
    """
    found: list[Block] = []
    left_open = _closings(blocks)
    at = 0
    while at < len(blocks):
        block, closing = blocks[at], left_open.get(at)
        if closing is None:
            found.append(block)
            at += 1
            continue
        found += _parted(block)
        found += [replace(one, quoted=True) for one in blocks[at + 1 : closing + 1]]
        at = closing + 1
    return found


def _parted(block: Block) -> list[Block]:
    """«пункт 2 изложить в следующей редакции: «2. …» in its own words and the new ones."""
    announced = _ANNOUNCED.fullmatch(block.text)
    if announced is None or depth_after(announced["own"]):
        return [block]
    new = Block(BlockKind.PART, announced["new"], quoted=True, continues=True)
    return [replace(block, text=announced["own"]), new]


def _closings(blocks: list[Block]) -> dict[int, int]:
    """Where own paragraphs leave a quotation open, and where a later one closes it for good."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for at, block in enumerate(blocks):
        if block.quoted:
            continue
        before = depth_after(block.printed)
        if opened and depth_after(block.printed, 1) < 1 and _CLOSES.search(block.printed):
            start = opened.pop()
            if not any(one.quoted for one in blocks[start:at]):
                found[start] = at
            opened.clear()
        elif before:
            opened = [at]
    return found


def _whole_blocks(article: Article) -> list[Block]:
    """The blocks, each with the half that a footnote parted from it."""
    whole: list[Block] = []
    for block in article.blocks:
        if block.continues and whole:
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {block.text}")
        else:
            whole.append(block)
    return whole
