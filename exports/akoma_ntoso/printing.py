"""Small things that every part of a document prints: paragraphs, notes, numbers, matter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from corpus.law import Block, Footnote, Matter, MatterKind
from exports.akoma_ntoso.identities import Identities
from exports.akoma_ntoso.letters import add_text, as_address, told
from exports.akoma_ntoso.vocabulary import Element, ours, tag

NOTE, NOTES = "note", "notes"
"""Classes of paragraphs that hold footnotes alone: the act's own, a division's or an article's."""
_NUMBER = re.compile(r"\d+(?:-\d+)*")


def usual_number(marker: str) -> str:
    """The number that a printed marker shows: `113-1` of «Статья 113-1.», `3-1` of `3-1)`."""
    found = _NUMBER.search(marker)
    return found.group() if found else ""


class Printer:
    """Writes into one document."""

    def __init__(self) -> None:
        self.identities = Identities()

    def num(
        self, element: Element, marker: str, number: str, before: Iterable[Footnote] = ()
    ) -> None:
        """The number as printed, behind the notes that stand before it."""
        before = tuple(before)
        if not (marker or number or before):
            return
        num = etree.SubElement(element, tag("num"))
        self.notes(num, before, element.get("eId", ""))
        add_text(num, marker)
        if number != usual_number(marker):
            num.set(ours("number"), told(number))

    def heading(self, element: Element, heading: str) -> None:
        """The heading, where there is one."""
        if heading:
            add_text(etree.SubElement(element, tag("heading")), heading)

    def notes(self, host: Element, notes: Iterable[Footnote], around: str) -> None:
        """Footnotes, in the middle of whatever is printed there."""
        for note in notes:
            element = etree.SubElement(host, tag("authorialNote"), placement="bottom")
            self.identities.numbered(element, around, "authorialNote")
            paragraph = etree.SubElement(element, tag("p"))
            rest = note.text
            for link in note.links:
                at = rest.find(link.text) if link.text else -1
                if at >= 0:
                    add_text(paragraph, rest[:at])
                    rest = rest[at + len(link.text) :]
                words = etree.SubElement(paragraph, tag("ref"), href=as_address(link.href))
                if words.get("href") != link.href:
                    words.set(ours("href"), told(link.href))
                if at >= 0:
                    add_text(words, link.text)
                else:  # its words are not the note's
                    words.set(ours("words"), told(link.text))
            add_text(paragraph, rest)

    def notes_alone(
        self, host: Element, notes: Iterable[Footnote], around: str, of: str = NOTES
    ) -> None:
        """A paragraph of footnotes only, where there is one to print."""
        notes = tuple(notes)
        if notes:
            paragraph = etree.SubElement(host, tag("p"))
            paragraph.set("class", of)
            self.notes(paragraph, notes, around)

    def matter(self, host: Element, matter: Matter) -> None:
        """What surrounds the provisions, as a named container of its lines."""
        container = etree.SubElement(host, tag("container"), name=str(matter.kind))
        self.identities.numbered(container, "", str(matter.kind))
        self.lines(container, matter)

    def lines(self, host: Element, matter: Matter) -> None:
        """The lines of matter, a paragraph each."""
        for line in matter.lines:
            paragraph = etree.SubElement(host, tag("p"))
            within = {MatterKind.TITLE: "docTitle", MatterKind.SIGNATURE: "signature"}
            name = within.get(matter.kind)
            add_text(paragraph if name is None else etree.SubElement(paragraph, tag(name)), line)
        if not matter.lines:
            etree.SubElement(host, tag("p")).set("class", "none")

    def table(self, host: Element, block: Block) -> None:
        """The rows of a block; its text only where the rows do not tell it."""
        table = etree.SubElement(host, tag("table"))
        for row in block.rows:
            cells = etree.SubElement(table, tag("tr"))
            for cell in row:
                paragraph = etree.SubElement(etree.SubElement(cells, tag("td")), tag("p"))
                add_text(paragraph, cell)
            if not row:
                etree.SubElement(cells, tag("td")).set("class", "none")
        if block.text != text_of_rows(block.rows):
            table.set(ours("text"), told(block.text))


def text_of_rows(rows: Iterable[Iterable[str]]) -> str:
    """What `Block.text` is for a table."""
    return "\n".join("\t".join(row) for row in rows)


def sub(host: Element, element: str, /, **attributes: str) -> Element:
    """A new element inside another, with its attributes."""
    return etree.SubElement(host, tag(element), attributes)


def shown(text: str) -> str:
    """A text in one line, for readers of the file: without what XML cannot hold."""
    return told(" ".join(text.split()))
