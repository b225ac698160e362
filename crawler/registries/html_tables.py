"""Tables of a page: approval stamps, signatures, and tables of the law itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from corpus.structure.lines import Line, Role
from crawler.registries.html_pieces import (
    UNREAD,
    Fragment,
    anchor_of,
    cut,
    even,
    fragments_of,
    inline,
    marks_note,
)
from crawler.registries.wording import opens_note, opens_signature, opens_stamp

_BLOCKS = frozenset({"p", "div", "table", "tr", "td", "th", "li", "h1", "h2", "h3", "h4", "center"})
_LONGEST_SIGNATURE = 200


@dataclass(frozen=True)
class _Cell:
    text: str
    """The words; paragraphs and `<br>` are line feeds."""
    italic: bool
    note: bool
    anchor: str | None


def read_table(table: HtmlElement, *, at_right: bool, anchor: str | None) -> list[Line]:
    """The lines of a table: STAMP or SIGNATURE lines, else TABLE lines with rows.

    `at_right`: the page sets the table apart at the right. A row that is nothing but a remark
    becomes a NOTE line between the rows before and after it.
    """
    rows = [[_cell(cell) for cell in _cells(row)] for row in _rows(table)]
    rows = [row for row in rows if any(cell.text for cell in row)]
    anchor = anchor or anchor_of(table) or _first_anchor(rows)
    if not rows:
        return []
    at_right = at_right or (table.get("align") or "").lower() == "right"
    if _is_signature(rows):
        return _apart(rows, Role.SIGNATURE, anchor)
    if _is_stamp(rows, at_right=at_right):
        return _apart(rows, Role.STAMP, anchor)
    return _law_table(rows, anchor)


def _apart(rows: list[list[_Cell]], role: Role, anchor: str | None) -> list[Line]:
    texts = [cell.text for row in rows for cell in row if cell.text]
    return [Line(text, role, anchor if at == 0 else None) for at, text in enumerate(texts)]


def _law_table(rows: list[list[_Cell]], anchor: str | None) -> list[Line]:
    lines: list[Line] = []
    body: list[tuple[str, ...]] = []

    def close() -> None:
        if body:
            lines.append(Line("", Role.TABLE, anchor, rows=tuple(body)))
            body.clear()

    for row in rows:
        worded = [cell for cell in row if cell.text]
        if len(worded) == 1 and (worded[0].note or opens_note(worded[0].text)):
            close()
            lines.append(Line(worded[0].text, Role.NOTE, worded[0].anchor))
            anchor = None
        else:
            body.append(tuple(" ".join(cell.text.split()) for cell in row))
    close()
    return lines


def _is_signature(rows: list[list[_Cell]]) -> bool:
    cells = [cell for row in rows for cell in row if cell.text]
    if any(len(cell.text) > _LONGEST_SIGNATURE for cell in cells):
        return False
    if opens_stamp(cells[0].text):  # «Әкімдерді сайлау қағидаларына 1-қосымша» names an office too
        return False
    return all(cell.italic for cell in cells) or opens_signature(" ".join(cells[0].text.split()))


def _is_stamp(rows: list[list[_Cell]], *, at_right: bool) -> bool:
    """Whether only the last of several columns has words, or the page puts the table right."""
    if any(cell.text for row in rows for cell in row[:-1]):
        return False
    several = any(len(row) > 1 for row in rows)
    return at_right or (several and opens_stamp(rows[0][-1].text))


def _first_anchor(rows: list[list[_Cell]]) -> str | None:
    return next((cell.anchor for row in rows for cell in row if cell.anchor), None)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The table's own rows; a table inside a cell belongs to the cell."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")
        elif child.tag == "caption":
            yield child


def _cells(row: HtmlElement) -> list[HtmlElement]:
    if row.tag == "caption":
        return [row]
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _cell(cell: HtmlElement) -> _Cell:
    run = list(_flat(cell))
    pieces = [piece for line in cut(run) for piece in line]
    worded = [piece for piece in pieces if piece.words]
    return _Cell(
        text=even("".join("\n" if fragment.breaks else fragment.text for fragment in run)),
        italic=bool(worded) and all(piece.italic for piece in worded),
        note=bool(worded) and all(piece.note for piece in worded),
        anchor=anchor_of(cell) or next((p.anchor for p in pieces if p.anchor), None),
    )


def _flat(cell: HtmlElement) -> Iterator[Fragment]:
    """A cell's fragments with paragraphs and inner rows told apart by breaks."""
    noted = marks_note(cell)
    if cell.text:
        yield Fragment(text=inline(cell.text), note=noted)
    for child in cell:
        if isinstance(child.tag, str) and child.tag not in UNREAD:
            if child.tag in _BLOCKS or child.tag in {"tbody", "thead", "ul", "ol"}:
                yield Fragment(breaks=True)
                yield from _flat(child)
                yield Fragment(breaks=True)
            else:
                yield from fragments_of(child)
        if child.tail:
            yield Fragment(text=inline(child.tail), note=noted)
