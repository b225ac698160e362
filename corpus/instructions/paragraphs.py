"""The paragraphs of an amending act's provisions, each with its place; quoted ones are marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from corpus.instructions.operations import NewLine, Place
from corpus.instructions.quotations import depth_after
from corpus.law import Article, Block, BlockKind, Edition


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

    @property
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
    unit, indent, level, depth = "", 0, Level.ARTICLE, 0
    if article.heading:
        indent = 1 if article.heading.rstrip().endswith(":") else 0
        place = Place(article.key, "", 1, 1)
        yield Paragraph(Level.ARTICLE, place, article.heading, article.printed_heading)
    for block in _whole_blocks(article):
        numbered = not block.quoted and block.kind in {BlockKind.POINT, BlockKind.SUBPOINT}
        if numbered and block.number:
            unit, indent = block.key, 1
            level = Level.POINT if block.kind is BlockKind.POINT else Level.SUBPOINT
        else:
            indent += 1
            level = Level.ARTICLE if not unit and indent == 1 else Level.UNNUMBERED
        # A table is never marked as quoted: inside an open quotation it is.
        quoted = block.quoted or (block.kind is BlockKind.TABLE and depth > 0)
        depth = depth_after(block.printed, depth) if quoted else 0
        place = Place(article.key, unit, indent, indent)
        words = block.printed if quoted else block.text
        yield Paragraph(level, place, words, block.printed, quoted, block.rows)


def _whole_blocks(article: Article) -> list[Block]:
    """The blocks, each with the half that a footnote parted from it."""
    whole: list[Block] = []
    for block in article.blocks:
        if block.continues and whole:
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {block.text}")
        else:
            whole.append(block)
    return whole
