"""Which element of Akoma Ntoso is which unit of Kazakh law.

Пункт and подпункт are `paragraph` and `subparagraph`, as the official English translations call
them; часть, a paragraph without a number, is `alinea`; абзац is `indent`. A § between chapter and
article («параграф») is `subchapter`: `paragraph` is taken. What Akoma Ntoso has no word for is an
`hcontainer` with our word for its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from corpus.law import ArticleKind, BlockKind, DivisionKind, MatterKind

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:x-nusqa:akn:1"
NAMESPACES = {None: AKN, "nusqa": OURS}
GENERIC = "hcontainer"


def tag(name: str) -> str:
    """The full name of an element of Akoma Ntoso."""
    return f"{{{AKN}}}{name}"


def ours(name: str) -> str:
    """The full name of an element or attribute of our own."""
    return f"{{{OURS}}}{name}"


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return etree.QName(element).localname


@dataclass(frozen=True)
class Unit:
    """An element and, for a generic one, its name; `short` begins the eId of one without a key."""

    element: str
    name: str = ""
    short: str = ""


ARTICLES: Mapping[ArticleKind, Unit] = {
    ArticleKind.ARTICLE: Unit("article"),
    ArticleKind.POINT: Unit("paragraph"),
    ArticleKind.PREAMBLE: Unit(GENERIC, "preamble"),
    ArticleKind.APPENDIX: Unit(GENERIC, "text"),
}
DIVISIONS: Mapping[DivisionKind, Unit] = {
    DivisionKind.SECTION: Unit("section"),
    DivisionKind.SUBSECTION: Unit("subsection"),
    DivisionKind.CHAPTER: Unit("chapter"),
    DivisionKind.PARAGRAPH: Unit("subchapter"),
}
"""An appendix is an attachment."""
BLOCKS: Mapping[BlockKind, Unit] = {
    BlockKind.POINT: Unit("paragraph", short="para"),
    BlockKind.SUBPOINT: Unit("subparagraph", short="subpara"),
    BlockKind.PART: Unit("alinea", short="al"),
    BlockKind.INDENT: Unit("indent", short="indent"),
    BlockKind.TABLE: Unit(GENERIC, "table", "table"),
    BlockKind.NOTE: Unit(GENERIC, "note", "note"),
    BlockKind.HEADING: Unit(GENERIC, "heading", "heading"),
}
CROSS_HEADING = "crossHeading"
"""A heading without number or note, as Akoma Ntoso has it."""
FOOTNOTE, QUOTATION, NOTHING, BEFORE = "footnote", "quotation", "nothing", "before"
"""Names of generic containers for what is no provision."""

RANKS = {
    DivisionKind.SECTION: 0,
    DivisionKind.SUBSECTION: 1,
    DivisionKind.CHAPTER: 2,
    DivisionKind.PARAGRAPH: 3,
}

_ARTICLE_OF = {(one.element, one.name): kind for kind, one in ARTICLES.items()}
_DIVISION_OF = {one.element: kind for kind, one in DIVISIONS.items()}
_BLOCK_OF = {(one.element, one.name): kind for kind, one in BLOCKS.items()}
_MATTER_OF = {str(kind): kind for kind in MatterKind}


def _named(element: Element) -> tuple[str, str]:
    name = local(element)
    return name, element.get("name", "") if name == GENERIC else ""


def article_kind(element: Element) -> ArticleKind | None:
    """The kind of the article that an element is, where articles stand."""
    return _ARTICLE_OF.get(_named(element))


def division_kind(element: Element) -> DivisionKind | None:
    """The kind of the division that an element is."""
    return _DIVISION_OF.get(local(element))


def block_kind(element: Element) -> BlockKind | None:
    """The kind of the block that an element is, inside an article."""
    if local(element) == CROSS_HEADING:
        return BlockKind.HEADING
    return _BLOCK_OF.get(_named(element))


def matter_kind(element: Element) -> MatterKind | None:
    """The kind of matter that a container holds."""
    return _MATTER_OF.get(element.get("name", ""))
