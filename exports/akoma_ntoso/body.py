"""Components as elements: preface, preamble, body with its divisions, conclusions, attachments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lxml import etree

from corpus.law import Article, Content, Division, Footnote, Matter
from exports.akoma_ntoso.components import Component, zones
from exports.akoma_ntoso.document import TextLink
from exports.akoma_ntoso.letters import told
from exports.akoma_ntoso.printing import NOTE, Printer
from exports.akoma_ntoso.provisions import Provisions
from exports.akoma_ntoso.vocabulary import (
    BEFORE,
    DIVISIONS,
    FOOTNOTE,
    GENERIC,
    NOTHING,
    RANKS,
    Element,
    ours,
    tag,
)

AddMeta = Callable[[Element, Division], None]
"""Puts the `meta` of an appendix into its document."""
Places = dict[str, Element]


class Body:
    """Writes the components of one document; `places` has the element of each provision."""

    def __init__(self, add_meta: AddMeta, links: Mapping[str, tuple[TextLink, ...]]) -> None:
        self.printer = Printer()
        self.places: Places = {}
        self._provisions = Provisions(self.printer, links)
        self._add_meta = add_meta

    def component(
        self, document: Element, component: Component, divisions: tuple[str, ...]
    ) -> None:
        """All of a component but its `meta`; `divisions` are the keys of the appendices around."""
        parts = zones(component.content)
        appendix = component.appendix
        self._preface(document, component, parts.preface)
        if parts.preamble is not None:
            preamble = etree.SubElement(document, tag("preamble"))
            self._provisions.preamble(preamble, parts.preamble, divisions)
            self.places.setdefault(parts.preamble.key, preamble)
        body = etree.SubElement(document, tag("mainBody" if appendix else "body"))
        self._zone(body, parts.body, divisions)
        if parts.conclusions:
            self._all_surrounding(etree.SubElement(document, tag("conclusions")), parts.conclusions)
        if component.appendices:
            attachments = etree.SubElement(document, tag("attachments"))
            for one in component.appendices:
                self._attachment(attachments, one, divisions)

    def _preface(self, document: Element, component: Component, content: Sequence[Content]) -> None:
        appendix = component.appendix
        notes = appendix.notes_after if appendix else ()
        if not (content or component.before or notes):
            return
        preface = etree.SubElement(document, tag("preface"))
        if component.before:
            before = etree.SubElement(preface, tag("container"), name=BEFORE)
            self.printer.identities.numbered(before, "", BEFORE)
            self._all_surrounding(before, component.before)
        self.printer.notes_alone(preface, notes, "preface")
        self._all_surrounding(preface, content)

    def article_alone(self, host: Element, article: Article) -> Element:
        """An article without what stands around it."""
        return self._provisions.article(host, article, ())

    def _attachment(self, host: Element, component: Component, divisions: tuple[str, ...]) -> None:
        appendix = component.appendix
        assert appendix is not None  # noqa: S101 - only the main part has none
        attachment = etree.SubElement(host, tag("attachment"))
        self._head(attachment, appendix)
        document = etree.SubElement(attachment, tag("doc"), name="appendix")
        self._add_meta(document, appendix)
        self.component(document, component, (*divisions, appendix.key))

    def _head(self, element: Element, division: Division) -> None:
        """The key, the number and the heading of a division."""
        self.printer.identities.of_key(element, division.key)
        self.places.setdefault(division.key, element)
        marker = marker_of(division)
        if marker is None:
            element.set(ours("printed"), told(division.printed_heading))
        self.printer.num(element, marker or "", division.number, division.notes_before)
        self.printer.heading(element, division.heading)

    def _zone(self, body: Element, content: Sequence[Content], divisions: tuple[str, ...]) -> None:
        """The provisions, each in the divisions that are open where it stands."""
        opened: list[tuple[Division, Element]] = []
        for item in content:
            if isinstance(item, Division):
                while opened and RANKS[opened[-1][0].kind] >= RANKS[item.kind]:
                    opened.pop()
                host = opened[-1][1] if opened else body
                opened.append((item, self._division(host, item)))
                continue
            if isinstance(item, Article):
                around = (*divisions, *(one.key for one, _ in opened))
                if around[: len(item.divisions)] == item.divisions:
                    around = around[: max(len(item.divisions), len(divisions))]
                    del opened[len(around) - len(divisions) :]
                host = opened[-1][1] if opened else body
                element = self._provisions.article(host, item, around)
                self.places.setdefault(item.key, element)
            else:
                self._amid(opened[-1][1] if opened else body, item)
        if not len(body):
            empty = etree.SubElement(body, tag(GENERIC), name=NOTHING)
            self.printer.identities.numbered(empty, "", NOTHING)

    def _division(self, host: Element, division: Division) -> Element:
        element = etree.SubElement(host, tag(DIVISIONS[division.kind].element))
        self._head(element, division)
        if division.notes_after:
            intro = etree.SubElement(element, tag("intro"))
            self.printer.notes_alone(intro, division.notes_after, element.get("eId", ""))
        return element

    def _amid(self, host: Element, item: Matter | Footnote) -> None:
        """What is no provision, among the provisions."""
        name = FOOTNOTE if isinstance(item, Footnote) else str(item.kind)
        element = etree.SubElement(host, tag(GENERIC), name=name)
        eid = self.printer.identities.numbered(element, "", name)
        zone = etree.SubElement(element, tag("content"))
        if isinstance(item, Matter):
            self.printer.lines(zone, item)
        else:
            self.printer.notes_alone(zone, (item,), eid, NOTE)

    def _all_surrounding(self, host: Element, items: Iterable[Content]) -> None:
        """What stands before or behind the provisions."""
        for item in items:
            if isinstance(item, Matter):
                self.printer.matter(host, item)
            elif isinstance(item, Footnote):
                self.printer.notes_alone(host, (item,), "", NOTE)


def marker_of(division: Division) -> str | None:
    """What is printed before a division's heading; None where the two do not give the whole."""
    printed, heading = division.printed_heading, division.heading
    if not heading:
        return printed
    if not printed.endswith(heading):
        return None
    marker = printed[: len(printed) - len(heading)]
    if marker.endswith(" ") and printed_again(marker[:-1], heading) == printed:
        return marker[:-1]
    return marker if printed_again(marker, heading) == printed else None


def printed_again(marker: str, heading: str) -> str:
    """A heading with its number: a space between them, where the number ends with none."""
    if not marker or not heading or marker[-1].isspace():
        return marker + heading
    return f"{marker} {heading}"
