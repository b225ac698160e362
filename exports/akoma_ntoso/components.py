"""An edition cut into its main part and its appendices, and each of these into its zones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from corpus.keys import SEPARATOR
from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Division,
    DivisionKind,
    Footnote,
    Matter,
    MatterKind,
)


@dataclass
class Component:
    """The main part of an act (`appendix` is None) or an appendix, with its own appendices.

    `before` is what stands before an appendix's heading: the stamp of approval. Read depth first,
    components give an edition's content in its order.
    """

    appendix: Division | None = None
    before: list[Content] = field(default_factory=list)
    content: list[Content] = field(default_factory=list)
    appendices: list[Component] = field(default_factory=list)

    def in_order(self) -> Iterator[Content]:
        """All that it holds, in the order of the page."""
        yield from self.before
        if self.appendix is not None:
            yield self.appendix
        yield from self.content
        for one in self.appendices:
            yield from one.in_order()


def components(content: Sequence[Content]) -> Component:
    """The main part, and in it all appendices."""
    main = Component()
    around = [main]
    for item in content:
        if not (isinstance(item, Division) and item.kind is DivisionKind.APPENDIX):
            around[-1].content.append(item)
            continue
        appendix = Component(item, _approval_at_the_end(around[-1].content))
        while around[-1].appendix and not _is_inside(item.key, around[-1].appendix.key):
            around.pop()
        around[-1].appendices.append(appendix)
        around.append(appendix)
    return main


def _approval_at_the_end(content: list[Content]) -> list[Content]:
    """The stamps that stand last, taken away from there."""
    found: list[Content] = []
    while content and isinstance(last := content[-1], Matter):
        if last.kind is not MatterKind.APPROVAL:
            break
        found.insert(0, content.pop())
    return found


def _is_inside(key: str, outer: str) -> bool:
    return key.startswith(outer + SEPARATOR)


@dataclass(frozen=True)
class Zones:
    """The content of a component by Akoma Ntoso's zones, in their order."""

    preface: tuple[Content, ...]
    preamble: Article | None
    body: tuple[Content, ...]
    conclusions: tuple[Content, ...]


def zones(content: Sequence[Content]) -> Zones:
    """What stands before the provisions, a plain preamble, the provisions, what stands behind."""
    preface = tuple(takewhile(_surrounds, content))
    rest = content[len(preface) :]
    preamble = rest[0] if rest and is_plain_preamble(rest[0]) else None
    if preamble is not None:
        rest = rest[1:]
    behind = tuple(takewhile(_surrounds, reversed(rest)))[::-1]
    body = tuple(rest[: len(rest) - len(behind)])
    assert preamble is None or isinstance(preamble, Article)  # noqa: S101 - for the types
    return Zones(preface, preamble, body, behind)


def _surrounds(item: Content) -> bool:
    return isinstance(item, Matter | Footnote)


def is_plain_preamble(item: Content) -> bool:
    """Whether it is a preamble of mere paragraphs, as Akoma Ntoso's own element can hold."""
    return (
        isinstance(item, Article)
        and item.kind is ArticleKind.PREAMBLE
        and not (item.marker or item.number or item.heading or item.notes_before)
        and bool(item.body)
        and all(_is_plain(block) for block in item.body)
    )


_PLAIN = (BlockKind.PART, BlockKind.INDENT)


def _is_plain(part: Block | Footnote) -> bool:
    if isinstance(part, Footnote):
        return True
    odd = part.marker or part.number or part.rows or part.quoted or part.continues
    return part.kind in _PLAIN and not odd
