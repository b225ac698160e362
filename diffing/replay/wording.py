"""New wording -> blocks, articles and divisions, by the grammar that reads registries' pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.instructions.operations import NewLine
from corpus.law import Article, ArticleKind, Block, BlockKind, Content, Edition, Footnote, Language
from corpus.structure.lines import Line, Role
from corpus.structure.paragraphs import Paragraphs, Quotation
from corpus.structure.reading import read_structure
from corpus.structure.vocabulary import VOCABULARIES

_OWN_LINE = "part_1"


def blocks_of(lines: Sequence[NewLine], language: Language) -> tuple[Block, ...]:
    """The paragraphs of new wording as blocks; their keys are those of no article yet."""
    reader = Paragraphs(VOCABULARIES[language])
    quotation = Quotation()
    blocks = []
    for line in lines:
        quoted = not line.rows and quotation.covers(line.text)
        blocks.append(reader.read(_line(line), quoted=quoted))
    return tuple(blocks)


def content_of(lines: Sequence[NewLine], language: Language) -> tuple[Content, ...]:
    """New wording with headings of its own: articles, chapters."""
    return read_structure([_line(line) for line in lines], language)


def _line(line: NewLine) -> Line:
    return Line(line.text, Role.TABLE if line.rows else Role.TEXT, rows=line.rows)


def rekeyed(article: Article, language: Language) -> Article:
    """The article with the keys that its paragraphs have where they stand now.

    The same reader that reads pages gives them, so they come out as the registry's page would; the
    line of a top-level point's own number is read with the number, before any paragraph.
    """
    reader = Paragraphs(VOCABULARIES[language])
    own_line = article.blocks[0] if article.kind is ArticleKind.POINT and article.blocks else None
    body: list[Block | Footnote] = []
    for part in article.body:
        if isinstance(part, Footnote) or part.continues:
            body.append(part)
            continue
        if part is own_line and not part.number and part.kind is not BlockKind.TABLE:
            body.append(replace(part, kind=BlockKind.PART, key=_OWN_LINE))
            continue
        read = reader.read(_line_of(part), quoted=part.quoted)
        body.append(replace(part, kind=read.kind, key=read.key))
    return replace(article, body=tuple(body))


def _line_of(block: Block) -> Line:
    if block.kind is BlockKind.TABLE:
        return Line("", Role.TABLE, rows=block.rows)
    role = Role.HEADING if block.kind is BlockKind.HEADING else Role.TEXT
    return Line(block.printed, role)


def with_article(edition: Edition, article: Article) -> Edition:
    """The edition with an article in the place of the one of the same key."""
    content = tuple(
        article if isinstance(item, Article) and item.key == article.key else item
        for item in edition.content
    )
    return replace(edition, content=content)


def with_blocks(article: Article, first: int, end: int, new: Sequence[Block]) -> Article:
    """The article with new paragraphs instead of those of a stretch; footnotes stay."""
    body: list[Block | Footnote] = []
    at = 0
    placed = False
    for part in article.body:
        if isinstance(part, Block):
            if at == first and not placed:
                body += new
                placed = True
            if not first <= at < end:
                body.append(part)
            at += 1
        else:
            body.append(part)
    if not placed:
        last = max((n for n, part in enumerate(body) if isinstance(part, Block)), default=-1)
        body[last + 1 : last + 1] = new
    return replace(article, body=tuple(body))
