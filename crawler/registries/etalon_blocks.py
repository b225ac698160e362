"""The reference bank's typed blocks, from which a document's JSON is made, as lines.

A block is `{id, type, level, text, index, properties}`. Most types only hold others: the words
stand in the blocks below them, one level deeper. A type that is not known is text: nothing is
dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree, html

from corpus.law import Link
from corpus.structure.lines import Line, Role
from crawler.registries.etalon_answer import number, words
from crawler.registries.html_pieces import cut, fragments
from crawler.registries.wording import is_remark, opens_note, opens_stamp

Block = Mapping[str, Any]

_ROLES = {
    "title": Role.HEADING,
    "part": Role.HEADING,
    "section": Role.HEADING,
    "subsection": Role.HEADING,
    "chapter": Role.HEADING,
    "paragraph": Role.HEADING,
    "article": Role.HEADING,
    "heading": Role.HEADING,
    "subheading": Role.HEADING,
    "note": Role.NOTE,
    "rcpi_notice": Role.NOTE,
    "excluded": Role.NOTE,
    "attach": Role.STAMP,
    "subattach": Role.STAMP,
    "signature": Role.SIGNATURE,
    "workPosition": Role.SIGNATURE,
    "personName": Role.SIGNATURE,
}
_APART = frozenset({"sideNote", "sideNoteGroup"})
"""Words set apart: stamps and remarks, but also preambles; the words decide."""
_ROWS = frozenset({"tableRow", "tableHeaderRow"})
_INHERITED = frozenset({"note", "rcpi_notice", "excluded", "signature", "workPosition"})


@dataclass(frozen=True)
class _Open:
    level: int
    type: str


def read_blocks(blocks: Sequence[Block]) -> list[Line]:
    """The lines of a document's blocks, in their order."""
    reader = _Reader()
    for block in blocks:
        reader.take(block)
    reader.close_table()
    return reader.lines


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._path: list[_Open] = []
        self._rows: list[list[str]] = []
        self._table_level: int | None = None
        self._row_level = 0
        self._last_heading: tuple[int, str] | None = None

    def take(self, block: Block) -> None:
        level, kind = number(block.get("level")) or 0, words(block.get("type"))
        while self._path and self._path[-1].level >= level:
            self._path.pop()
        if self._table_level is not None and level <= self._table_level:
            self.close_table()
        around = [outer.type for outer in self._path]
        self._path.append(_Open(level, kind))
        if self._table_level is not None:
            self._in_table(block, kind, level)
        elif kind == "table":
            self._table_level = level
            self._row_level = 0
            if block.get("text"):
                self._add_line(block, kind, level, around)
        else:
            self._add_line(block, kind, level, around)

    def _in_table(self, block: Block, kind: str, level: int) -> None:
        text = _plain(block)
        if kind in _ROWS and not self._row_level:
            self._row_level = level
        if kind in _ROWS and level == self._row_level:
            self._rows.append([])
        elif kind == "tableCell" and level == self._row_level + 1 and self._rows:
            self._rows[-1].append("")
        if not text:
            return
        if not self._rows:
            self._rows.append([])
        if not self._rows[-1]:
            self._rows[-1].append("")
        self._rows[-1][-1] = f"{self._rows[-1][-1]} {text}".strip()

    def close_table(self) -> None:
        """End the table being read."""
        self._table_level = None
        rows, self._rows = [row for row in self._rows if any(row)], []
        if rows:
            self.lines.append(Line("", Role.TABLE, rows=tuple(map(tuple, rows))))
            self._last_heading = None

    def _add_line(self, block: Block, kind: str, level: int, around: Sequence[str]) -> None:
        text = _plain(block)
        if not text:
            if kind not in {"heading", "subheading"}:
                self._last_heading = None
            return
        role = _role(block, kind, text, around)
        line = Line(text, role, _anchor(block), depth=1 if kind == "title" else 0)
        if role is Role.NOTE:
            line = replace(line, links=_links(block))
        if kind == "heading" and self._last_heading == (level, "heading"):
            # «Раздел I.» and «Общие положения» are two blocks of one heading.
            first = self.lines.pop()
            line = replace(first, text=f"{first.text}\n{text}")
        self.lines.append(line)
        self._last_heading = (level, kind)


def _role(block: Block, kind: str, text: str, around: Sequence[str]) -> Role:
    inherited = next((outer for outer in reversed(around) if outer in _INHERITED), None)
    if opens_note(text):
        return Role.NOTE
    if kind in _APART or (around and around[-1] in _APART):
        if is_remark(text):
            return Role.NOTE
        return Role.STAMP if opens_stamp(text) else Role.TEXT
    if kind in _ROLES:
        return _ROLES[kind]
    if inherited is not None:
        return _ROLES[inherited]
    return Role.NOTE if is_remark(text) and _is_italic(block) else Role.TEXT


def _plain(block: Block) -> str:
    """The block's words. Its line feeds come from the source's wrapping and are white space."""
    text = block.get("text")
    if not isinstance(text, str) or not text:
        return ""
    if "<" in text and (element := _fragment(text)) is not None:
        text = element.text_content()
    return " ".join(text.split())


def _property(block: Block, key: str) -> str | None:
    properties = block.get("properties")
    for entry in properties if isinstance(properties, list) else ():
        if isinstance(entry, Mapping) and entry.get("key") == key:
            return words(entry.get("value")) or None
    return None


def _anchor(block: Block) -> str | None:
    """The anchor that adilet's page of the same edition has (`id="z63"`)."""
    link = _property(block, "linkId")
    return f"z{link}" if link else None


def _fragment(markup: str) -> html.HtmlElement | None:
    # «<*>» is a mark of older editions, not a tag.
    if not any(f"<{tag}" in markup for tag in ("a ", "i>", "b>", "br", "p", "span", "font", "sup")):
        return None
    try:
        return html.fragment_fromstring(markup, create_parent="div")
    except etree.ParserError:
        return None


def _is_italic(block: Block) -> bool:
    element = _fragment(_property(block, "html") or "")
    if element is None:
        return False
    return all(
        piece.italic or not any(letter.isalnum() for letter in piece.words)
        for piece in _pieces(element)
    )


def _links(block: Block) -> tuple[Link, ...]:
    element = _fragment(_property(block, "html") or words(block.get("text")))
    if element is None:
        return ()
    return tuple(link for piece in _pieces(element) for link in piece.law_links())


def _pieces(element: html.HtmlElement) -> Iterator[Any]:
    for line in cut(list(fragments(element))):
        yield from (piece for piece in line if piece.words)
