"""Articles as elements: their blocks nested by key, notes and quotations where they stand.

The blocks of an article are a row; a key says what is inside what (`p_2__sp_3-1` in `p_2`). Read
depth first, the tree gives the row again. A footnote and a quotation of new wording stand at the
end of the paragraph that they follow on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from corpus.keys import SEPARATOR
from corpus.law import Article, Block, BlockKind, Footnote
from exports.akoma_ntoso.document import TextLink
from exports.akoma_ntoso.letters import add_linked, add_text, told
from exports.akoma_ntoso.printing import NOTES, Printer
from exports.akoma_ntoso.vocabulary import (
    ARTICLES,
    BLOCKS,
    CROSS_HEADING,
    GENERIC,
    QUOTATION,
    Element,
    Unit,
    ours,
    tag,
)


@dataclass
class Node:
    """A block with what its paragraph holds beside its words, and the blocks inside it.

    `place` is the block's place among the article's. Without a block: what holds a quotation that
    follows nothing.
    """

    block: Block | None
    place: int = -1
    behind: list[Footnote | list[Node]] = field(default_factory=list)
    inside: list[Node] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The block's key, "" without one."""
        return self.block.key if self.block else ""

    @property
    def is_cross_heading(self) -> bool:
        """Whether a heading is so plain that Akoma Ntoso's own element says all of it."""
        block = self.block
        return (
            block is not None
            and block.kind is BlockKind.HEADING
            and not (block.marker or block.number or block.rows or block.continues)
            and not any(isinstance(one, list) for one in self.behind)
            and not (self.inside or block.quoted)
        )


def tree(body: Sequence[Block | Footnote]) -> tuple[list[Footnote], list[Node]]:
    """The notes that open an article, and its blocks as a tree."""
    opening: list[Footnote] = []
    nodes: list[Node] = []
    around: list[Node] = []
    last: Node | None = None
    place = -1
    for part in body:
        if isinstance(part, Footnote):
            (opening if last is None else last.behind).append(part)
            continue
        place += 1
        if part.quoted:
            if last is None:
                last = Node(None)
                nodes.append(last)
            if not (last.behind and isinstance(last.behind[-1], list)):
                last.behind.append([])
            run = last.behind[-1]
            assert isinstance(run, list)  # noqa: S101 - for the types
            run.append(Node(part, place))
            continue
        last = Node(part, place)
        if part.key:
            while around and not part.key.startswith(around[-1].key + SEPARATOR):
                around.pop()
        elif around:
            around.pop()  # beside the paragraph before it
        (around[-1].inside if around else nodes).append(last)
        around.append(last)
    return opening, nodes


@dataclass(frozen=True)
class _Home:
    """The article that blocks stand in, and the links in their texts."""

    key: str
    links: tuple[TextLink, ...]

    def links_of(self, place: int) -> Iterator[TextLink]:
        """Those of one block."""
        return (link for link in self.links if link.block == place)


class Provisions:
    """Writes articles into one document; `links` are those in their texts, by article key."""

    def __init__(self, printer: Printer, links: Mapping[str, tuple[TextLink, ...]]) -> None:
        self._printer = printer
        self._links = links

    def article(self, host: Element, article: Article, divisions: Sequence[str]) -> Element:
        """An article; `divisions` are the keys of those it stands in, in the document."""
        unit = ARTICLES[article.kind]
        element = _element(host, unit)
        name = self._printer.identities.of_key(element, article.key)
        self._printer.num(element, article.marker, article.number, article.notes_before)
        self._printer.heading(element, article.heading)
        told_of(element, article, divisions)
        opening, nodes = tree(article.body)
        if opening:
            zone = etree.SubElement(element, tag("intro" if nodes else "content"))
            self._printer.notes_alone(zone, opening, name)
        home = self._home(article)
        for node in nodes:
            self._node(element, node, home, name)
        return element

    def _home(self, article: Article) -> _Home:
        return _Home(article.key, self._links.get(article.key, ()))

    def preamble(self, host: Element, article: Article, divisions: Sequence[str]) -> None:
        """A plain preamble: its paragraphs, each with its kind as the class."""
        name = self._printer.identities.of_key(host, article.key)
        told_of(host, article, divisions)
        home, place = self._home(article), -1
        paragraph: Element | None = None
        for part in article.body:
            if isinstance(part, Footnote):
                if paragraph is None:
                    paragraph = etree.SubElement(host, tag("p"))
                    paragraph.set("class", NOTES)
                self._printer.notes(paragraph, (part,), name)
                continue
            place += 1
            paragraph = etree.SubElement(host, tag("p"))
            paragraph.set("class", str(part.kind))
            self._identify(paragraph, part, article.key, name, quoted=False)
            add_linked(paragraph, part.text, home.links_of(place))

    def _identify(
        self, element: Element, block: Block, article: str, around: str, *, quoted: bool
    ) -> None:
        """The eId: of the key, of the number where the key is none. A quoted block has none."""
        identities = self._printer.identities
        if block.key and not quoted:
            identities.of_key(element, block.key, article)
            return
        identities.numbered(element, around, BLOCKS[block.kind].short)
        if block.key or not quoted:
            element.set(ours("key"), told(block.key))

    def _node(
        self,
        host: Element,
        node: Node,
        home: _Home,
        around: str,
        *,
        quoted: bool = False,
    ) -> None:
        block = node.block
        if block is None:
            element = _element(host, Unit(GENERIC, QUOTATION))
            self._printer.identities.numbered(element, around, QUOTATION)
        elif node.is_cross_heading:
            element = etree.SubElement(host, tag(CROSS_HEADING))
            self._identify(element, block, home.key, around, quoted=False)
            add_text(element, block.text)
            self._behind(element, node.behind, home, element.get("eId", ""))
            return
        else:
            element = _element(host, BLOCKS[block.kind])
            self._identify(element, block, home.key, around, quoted=quoted)
            self._printer.num(element, block.marker, block.number)
            if block.continues:
                element.set(ours("continues"), "true")
        name = element.get("eId", "")
        zone = etree.SubElement(element, tag("intro" if node.inside else "content"))
        if block is not None and block.rows:
            self._printer.table(zone, block)
        if block is None or not block.rows or node.behind:
            paragraph = etree.SubElement(zone, tag("p"))
            if block is not None and not block.rows:
                add_linked(paragraph, block.text, home.links_of(node.place))
            self._behind(paragraph, node.behind, home, name)
        for one in node.inside:
            self._node(element, one, home, name)

    def _behind(
        self,
        paragraph: Element,
        behind: Iterable[Footnote | list[Node]],
        home: _Home,
        around: str,
    ) -> None:
        for one in behind:
            if isinstance(one, Footnote):
                self._printer.notes(paragraph, (one,), around)
                continue
            change = etree.SubElement(paragraph, tag("mod"))
            name = self._printer.identities.numbered(change, around, "mod")
            quotation = etree.SubElement(change, tag("quotedStructure"))
            name = self._printer.identities.numbered(quotation, name, "qstr")
            for node in one:
                self._node(quotation, node, home, name, quoted=True)


def told_of(element: Element, article: Article, divisions: Sequence[str]) -> None:
    """What neither number nor place of an article's element says."""
    if article.anchor is not None:
        element.set(ours("anchor"), told(article.anchor))
    if tuple(divisions) != article.divisions:
        element.set(ours("divisions"), told(joined_list(article.divisions)))


def joined_list(keys: Iterable[str]) -> str:
    """Keys in one value: one a line."""
    return "".join(f"{key}\n" for key in keys)


def _element(host: Element, unit: Unit) -> Element:
    element = etree.SubElement(host, tag(unit.element))
    if unit.name:
        element.set("name", unit.name)
    return element
