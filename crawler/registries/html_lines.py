"""From the flat HTML of an act's text to lines: every word in its place, remarks told apart.

The classic template's quirks that are read here: headings glued to each other; `<p><b>` headings;
remarks as `<p class="note">`, as runs of `span.note` and links up to a `<br>`, and in red; several
remarks in one paragraph; text that stands in no paragraph; tables that close their paragraph.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from corpus.structure.lines import Line, Role
from crawler.registries.glued import split_heading
from crawler.registries.html_pieces import (
    UNREAD,
    Fragment,
    Piece,
    anchor_of,
    cut,
    fragments,
    fragments_of,
    inline,
    marks_note,
)
from crawler.registries.html_tables import read_table
from crawler.registries.wording import is_remark, opens_note

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = frozenset({"p", "li", "pre", "blockquote", "dt", "dd"})
_CONTAINERS = frozenset({"div", "center", "ul", "ol", "dl", "section", "form", "fieldset"})
_BLOCKS = _HEADINGS | _PARAGRAPHS | _CONTAINERS | {"table"}
_RUN_ON = re.compile(r"^(?:Статья\s+\d+(?:-\d+)*|\d+(?:-\d+)*-бап)\s*\.\s*\w")
_NOTICE_TITLE = re.compile(r"^(?:примечание\s+\w+|\w+-н[ыі]ң\s+ескерт\w+)\s*!$", re.IGNORECASE)


def read_lines(root: HtmlElement) -> list[Line]:
    """The lines of an element that holds an act's text. Their words are the element's words."""
    reader = _Reader()
    reader.read(root)
    return reader.lines


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._run: list[Fragment] = []
        self._anchor: str | None = None
        self._at_right = False
        self._in_run = False

    def read(self, root: HtmlElement) -> None:
        """Read an element's content; text that stands in no paragraph is a run up to a `<br>`."""
        self._tail(root.text)
        for child in root:
            if isinstance(child.tag, str):
                self._child(child)
            self._tail(child.tail)
        self._flush()

    def _tail(self, text: str | None) -> None:
        # White space between paragraphs begins no run.
        if text and (self._run or not text.isspace()):
            self._run.append(Fragment(text=inline(text)))

    def _child(self, child: HtmlElement) -> None:
        tag = child.tag
        if tag in UNREAD:
            return
        if tag not in _BLOCKS:
            if _has_blocks(child):
                self._flush()
                self.read(child)
            elif tag == "br":
                self._flush()
            else:
                self._run.extend(fragments_of(child))
            return
        self._flush()
        if tag == "table":
            self._table(child)
        elif _has_blocks(child):
            self._anchor = anchor_of(child) or self._anchor
            self._at_right = self._at_right or _is_right(child)
            self.read(child)
        else:
            self._paragraph(child)

    def _table(self, table: HtmlElement) -> None:
        made = read_table(table, at_right=self._at_right, anchor=self._anchor)
        if made:
            self._anchor = None
        self._at_right = False
        self.lines.extend(made)

    def _paragraph(self, element: HtmlElement) -> None:
        heading = element.tag in _HEADINGS
        if len(element) or marks_note(element):
            made = _lines(list(fragments(element)), heading=heading)
        else:
            made = _plain(element.text, heading=heading)
        own = anchor_of(element) or self._anchor
        # An empty paragraph is what a parser leaves of one that a table closed.
        self._at_right = not made and _is_right(element)
        self._take(_apart(made), own)

    def _flush(self) -> None:
        """End the run of text that stands in no paragraph."""
        run, self._run = self._run, []
        if not run:
            return
        made = _lines(run, heading=False)
        if not made:
            self._anchor = next((f.anchor for f in run if f.anchor), self._anchor)
            return
        joins = self._in_run and self.lines and self.lines[-1].role is Role.NOTE
        if joins and made[0].role is Role.NOTE and made[0].text[:1].islower():
            self.lines[-1] = _joined(self.lines[-1], made.pop(0))
        self._take(made, self._anchor)
        self._in_run = True

    def _take(self, made: list[Line], anchor: str | None) -> None:
        self._in_run = False
        if not made:
            self._anchor = anchor
            return
        self._anchor = None
        if anchor and made[0].anchor != anchor:
            made[0] = replace(made[0], anchor=anchor)
        last = self.lines[-1] if self.lines else None
        if last is not None and last.role is made[0].role is Role.NOTE:
            title = _NOTICE_TITLE.match(last.text)
            if title and not opens_note(made[0].text):
                self.lines[-1] = _joined(last, made.pop(0))
        self.lines.extend(made)


def _has_blocks(element: HtmlElement) -> bool:
    return len(element) > 0 and next(element.iterdescendants(*_BLOCKS), None) is not None


def _plain(text: str | None, *, heading: bool) -> list[Line]:
    """The line of a paragraph without any mark-up inside, by far the most frequent one."""
    words = " ".join((text or "").split())
    if not words:
        return []
    if opens_note(words):
        return [Line(words, Role.NOTE)]
    return [Line(words, Role.HEADING if heading else Role.TEXT)]


def _apart(made: list[Line]) -> list[Line]:
    """A heading that runs into the body of its paragraph, cut from it: «Свобода выборовВыборы»."""
    if len(made) != 1 or made[0].role is not Role.TEXT or not _RUN_ON.match(made[0].text):
        return made
    heading, *body = split_heading(made[0].text)
    return [replace(made[0], text=heading, role=Role.HEADING), *map(Line, body)] if body else made


def _is_right(element: HtmlElement) -> bool:
    return (element.get("align") or "").lower() == "right"


def _lines(run: list[Fragment], *, heading: bool) -> list[Line]:
    """The lines of one paragraph: adjoining pieces of a role are one line, remarks apart."""
    lines: list[Line] = []
    for pieces in cut(run):
        fresh = True
        for piece in pieces:
            if not piece.words:
                continue
            line = _line(piece, heading=heading)
            last = lines[-1] if lines else None
            if last is not None and fresh and last.role is line.role and not _starts(line):
                lines[-1] = _joined(last, line)
            else:
                broken = not fresh and line.role is Role.TEXT and _has_text(lines)
                lines.append(replace(line, continues=True) if broken else line)
            fresh = False
    return lines


def _line(piece: Piece, *, heading: bool) -> Line:
    words = piece.words
    if piece.note or opens_note(words) or (piece.italic and is_remark(words)):
        return Line(words, Role.NOTE, piece.anchor, piece.law_links())
    # A bold paragraph is a heading, but «ПОСТАНОВЛЯЕТ:» introduces what follows.
    if heading or (piece.bold and not words.endswith(":")):
        return Line(words, Role.HEADING, piece.anchor)
    return Line(words, Role.TEXT, piece.anchor)


def _starts(line: Line) -> bool:
    return line.role is Role.NOTE and opens_note(line.text)


def _has_text(lines: list[Line]) -> bool:
    return any(line.role is Role.TEXT for line in lines)


def _joined(first: Line, second: Line) -> Line:
    return replace(
        first,
        text=f"{first.text}\n{second.text}",
        anchor=first.anchor or second.anchor,
        links=(*first.links, *second.links),
    )
