"""An article's wording as the page shows it: paragraphs with anchors of their own, links inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.keys import SEPARATOR
from corpus.law import Block, BlockKind, EditionLabel

_DEEPEST = 3
_NUMBERED = frozenset({BlockKind.POINT, BlockKind.SUBPOINT})


@dataclass(frozen=True)
class Lead:
    """What a link leads to, in words.

    `unheld`: no text of the time that is read is held; then `name_of` is the edition that the name
    is taken from, None where the name is of no edition.
    """

    title: str
    unheld: bool = False
    name_of: EditionLabel | None = None


@dataclass(frozen=True)
class TextLink:
    """A stretch of a block's text that leads to other provisions: signs from `start` to `end`.

    `leads` are those that its title names, `more` tells that there are others.
    """

    start: int
    end: int
    href: str
    leads: tuple[Lead, ...] = ()
    more: bool = False


@dataclass(frozen=True)
class Stretch:
    """Some words of a paragraph, and the link they are, if one."""

    text: str
    link: TextLink | None = None


@dataclass(frozen=True)
class Paragraph:
    """A block with its anchor: unique on the page, the first of a key is the key itself."""

    block: Block
    anchor: str
    stretches: tuple[Stretch, ...]
    cited: bool = False
    """Whether it is the very place that was asked for."""
    in_subpoint: bool = False
    """Whether it goes on with the subpoint before it, which its key need not tell."""

    @property
    def classes(self) -> str:
        """What it is, how deep it stands, whether it quotes another text."""
        return f"{block_classes(self.block)}{' in-subpoint' if self.in_subpoint else ''}"

    @property
    def numbered(self) -> bool:
        """Whether lawyers name it by a number."""
        return self.block.kind in _NUMBERED and bool(self.block.marker)


def block_classes(block: Block) -> str:
    """The style classes of a block, by its kind, depth and whether it is quoted."""
    names = [str(block.kind)]
    if block.key:
        names.append(f"depth-{min(block.key.count(SEPARATOR), _DEEPEST)}")
    if block.quoted:
        names.append("quoted")
    if block.continues:
        names.append("continues")
    return " ".join(names)


def anchors(blocks: Sequence[Block]) -> Iterator[str]:
    """An anchor for each block, unique among them; "" where it has no key.

    Keys of unnumbered paragraphs inside subpoints repeat: the first has the key, those behind it
    a number after it.
    """
    taken = {block.key for block in blocks}
    seen: Counter[str] = Counter()
    for block in blocks:
        seen[block.key] += 1
        anchor, number = block.key, seen[block.key]
        while block.key and number > 1 and anchor in taken:
            anchor = f"{block.key}.{number}"
            number += 1
        taken.add(anchor)
        yield anchor


def paragraphs(
    blocks: Sequence[Block],
    links: Mapping[int, Sequence[TextLink]] | None = None,
    cited: Collection[int] = (),
) -> tuple[Paragraph, ...]:
    """The paragraphs of a wording; `links` and `cited` are by the number of a block from 0."""
    found = links or {}
    return tuple(
        Paragraph(
            block, anchor, linked(block.text, found.get(place, ())), place in cited, in_subpoint
        )
        for place, (block, anchor, in_subpoint) in enumerate(
            zip(blocks, anchors(blocks), _in_subpoints(blocks), strict=True)
        )
    )


def _in_subpoints(blocks: Sequence[Block]) -> Iterator[bool]:
    """Whether each is an indent behind a subpoint: up to the next part, point or note."""
    inside = False
    for block in blocks:
        if block.kind is BlockKind.SUBPOINT:
            inside = not block.quoted
        elif block.kind is not BlockKind.INDENT:
            inside = False
        yield inside and block.kind is BlockKind.INDENT


def linked(text: str, links: Sequence[TextLink]) -> tuple[Stretch, ...]:
    """A text in stretches, joined they are it; links that overlap an earlier one are left out."""
    parts: list[Stretch] = []
    at = 0
    for link in sorted(links, key=lambda one: (one.start, -one.end)):
        if link.start < at or not link.start < link.end <= len(text):
            continue
        if link.start > at:
            parts.append(Stretch(text[at : link.start]))
        parts.append(Stretch(text[link.start : link.end], link))
        at = link.end
    if at < len(text):
        parts.append(Stretch(text[at:]))
    return tuple(parts)
