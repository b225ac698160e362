"""What is aligned between different acts: a rule with a number of its own.

A decree numbers its rules as points, a law as points inside articles; so the unit is the point, and
an article without points is one itself. What surrounds a unit (the headings of its article and
chapter) is its context: it helps to tell alike rules apart, but it is not its wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from corpus.keys import SEPARATOR, joined
from corpus.law import Article, ArticleKind, Block, BlockKind, Edition, EditionLabel, Language
from corpus.provisions import blocks_under
from diffing.classify import has_wording
from diffing.normalise import folded
from diffing.redline import Wording


@dataclass(frozen=True)
class Provision:
    """A rule of one edition: an article, a decree's point, or a point inside an article.

    `key` is the article's key, or the article's and the block's (`art_113-5__p_14`). `blocks` are
    its own: of a point the first is its text, without the number.
    """

    ngr: str
    edition: EditionLabel
    language: Language
    key: str
    article_key: str
    marker: str
    heading: str
    blocks: tuple[Block, ...]
    article_heading: str = ""
    chapter_heading: str = ""
    article_title: str = ""
    """The heading of the article it stands in, without its number."""

    @property
    def is_inside(self) -> bool:
        """Whether it is a part of an article rather than a whole one."""
        return self.key != self.article_key

    @property
    def headings(self) -> tuple[str, ...]:
        """The titles around it, its own among them: what it is about; no numbers."""
        return self.chapter_heading, self.article_title, self.heading

    @property
    def printed_heading(self) -> str:
        """Number and title as printed, of a point those of its article before its own number."""
        if self.is_inside:
            return f"{self.article_heading} / {self.marker}".removeprefix(" / ").removesuffix(" / ")
        return f"{self.marker} {self.heading}".strip()

    @property
    def wording(self) -> Wording:
        """What a redline compares inside one act, where keys mean something on both sides."""
        return Wording(self.marker, self.heading, self.blocks)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing any more («исключен»)."""
        return not has_wording(Article(ArticleKind.ARTICLE, self.key, body=self.blocks))

    @cached_property
    def text(self) -> str:
        """The words: the heading, then a line a block; no numbers."""
        lines = (self.heading, *(block.text for block in self.blocks))
        return "\n".join(line for line in lines if line)

    @cached_property
    def folded(self) -> str:
        """The words with every technical difference folded away: equal for the same words."""
        return folded(self.text)


def whole(edition: Edition, article: Article) -> Provision:
    """An article as one unit."""
    return Provision(
        edition.ngr,
        edition.label,
        edition.language,
        article.key,
        article.key,
        article.marker,
        article.heading,
        article.blocks,
        chapter_heading=_chapter_heading(edition, article),
    )


def provisions(edition: Edition, article: Article) -> Iterator[Provision]:
    """The units of an article: its points, or the article itself where it has none.

    What stands before the first point is a unit too, named by its first block. Numbers inside
    quoted wording belong to another text and part nothing.
    """
    starts = [place for place, block in enumerate(article.blocks) if _begins_unit(block)]
    if starts:
        yield from _cut(edition, article, starts)
    else:
        yield whole(edition, article)


def paragraphs(edition: Edition, article: Article) -> Iterator[Provision]:
    """An article without points cut at its unnumbered parts, each with the list that follows it."""
    starts = [place for place, block in enumerate(article.blocks) if _begins_part(block)]
    yield from _cut(edition, article, starts)


def part(edition: Edition, article: Article, key: str) -> Provision:
    """The unit of that full key, or what stands under it inside a unit: a subpoint of a point.

    The key must name a block of the article (see `corpus.provisions.named`).
    """
    for unit in provisions(edition, article):
        if unit.key == key:
            return unit
    path = key.removeprefix(article.key + SEPARATOR)
    inside = blocks_under(key, article)
    around = [block for block in article.blocks if path.startswith(f"{block.key}{SEPARATOR}")]
    own = inside[:1] if inside[0].key == path else ()
    markers = (block.marker for block in (*around, *own) if block.key)
    return _unit(edition, article, key, " ".join(filter(None, markers)), inside)


def _cut(edition: Edition, article: Article, starts: Sequence[int]) -> Iterator[Provision]:
    edges = sorted({0, *starts, len(article.blocks)})
    for start, end in pairwise(edges):
        blocks = article.blocks[start:end]
        key = joined(article.key, blocks[0].key or f"block_{start + 1}")
        yield _unit(edition, article, key, blocks[0].marker, blocks)


def _unit(
    edition: Edition, article: Article, key: str, marker: str, blocks: Sequence[Block]
) -> Provision:
    first, *rest = blocks
    unnumbered = replace(first, number="", marker="")
    return Provision(
        edition.ngr,
        edition.label,
        edition.language,
        key,
        article.key,
        marker,
        "",
        (replace(unnumbered, kind=BlockKind.PART) if first.number else unnumbered, *rest),
        article_heading=article.printed_heading,
        article_title=article.heading,
        chapter_heading=_chapter_heading(edition, article),
    )


def _begins_unit(block: Block) -> bool:
    return block.kind is BlockKind.POINT and not block.quoted


def _begins_part(block: Block) -> bool:
    return block.kind is BlockKind.PART and not block.quoted and not block.continues


def _chapter_heading(edition: Edition, article: Article) -> str:
    innermost = article.divisions[-1:]
    return next((one.heading for one in edition.divisions if one.key in innermost), "")
