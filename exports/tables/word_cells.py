"""The table itself in WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exports.tables.table import Cell, Line, Mark, Piece, Table, Tone, printable

_PARAGRAPH_STYLES = {Tone.TEXT: "Cell", Tone.HEADING: "CellHeading", Tone.REMARK: "CellRemark"}
_CELL_MARGIN = 85
"""In twentieths of a point, at either side."""
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def filled_table(table: Table, width: int) -> etree._Element:
    """The table on paper, so many twentieths of a point wide; its head is repeated on each page."""
    places = table.on_paper
    whole = sum(table.columns[place].share for place in places)
    widths = [width * table.columns[place].share // whole for place in places]
    made = _table(widths, printable(table.title), printable(table.running))
    heads = [Cell.plain(table.columns[place].heading) for place in places]
    made.append(_row(heads, widths, [True] * len(places), head=True))
    for row in table.rows:
        centred = [table.columns[place].centred for place in places]
        made.append(_row([row[place] for place in places], widths, centred))
    return made


def _table(widths: Sequence[int], title: str = "", about: str = "") -> etree._Element:
    made = OxmlElement("w:tbl")
    properties = _in(made, "tblPr")
    _in(properties, "tblW", w=sum(widths), type="dxa")
    borders = _in(properties, "tblBorders")
    for side in _BORDERS:
        _in(borders, side, val="single", sz=4, space=0, color="404040")
    _in(properties, "tblLayout", type="fixed")
    margins = _in(properties, "tblCellMar")
    for side, size in (
        ("top", 40),
        ("left", _CELL_MARGIN),
        ("bottom", 40),
        ("right", _CELL_MARGIN),
    ):
        _in(margins, side, w=size, type="dxa")
    _in(properties, "tblLook", val="0620", firstRow=1, noHBand=1, noVBand=1)
    if title:
        _in(properties, "tblCaption", val=title[:255])
        _in(properties, "tblDescription", val=about[:255])
    grid = _in(made, "tblGrid")
    for size in widths:
        _in(grid, "gridCol", w=size)
    return made


def _row(
    cells: Sequence[Cell], widths: Sequence[int], centred: Sequence[bool], *, head: bool = False
) -> etree._Element:
    """A row; it may go on on the next page, its head may not."""
    row = OxmlElement("w:tr")
    if head:
        properties = _in(row, "trPr")
        _in(properties, "cantSplit")
        _in(properties, "tblHeader")
    for cell, width, in_the_middle in zip(cells, widths, centred, strict=True):
        made = _in(row, "tc")
        properties = _in(made, "tcPr")
        _in(properties, "tcW", w=width, type="dxa")
        if head:
            _in(properties, "shd", val="clear", color="auto", fill="EDEDED")
            _in(properties, "vAlign", val="center")
        style = "Head" if head else None
        made.extend(_content(cell, width, style, centred=in_the_middle))
    return row


def _content(
    cell: Cell, width: int, style: str | None, *, centred: bool
) -> Iterator[etree._Element]:
    """The paragraphs of a cell; a table of the law in it. The last is a paragraph always."""
    last_is_table = True
    for is_table, lines in groupby(cell.lines, key=lambda line: bool(line.cells)):
        if is_table:
            yield _inner_table(list(lines), width, whole=cell.whole)
        else:
            for line in lines:
                yield _paragraph(
                    line.pieces,
                    style or _PARAGRAPH_STYLES[line.tone],
                    centred=centred,
                    whole=cell.whole,
                )
        last_is_table = is_table
    if last_is_table:
        yield _paragraph((), "Cell", centred=False, whole=False)


def _inner_table(lines: Sequence[Line], width: int, *, whole: bool) -> etree._Element:
    columns = max(len(line.cells) for line in lines)
    room = width - 2 * _CELL_MARGIN
    widths = [max(1, room // columns)] * columns
    made = _table(widths)
    for line in lines:
        filled = (*line.cells, *[()] * (columns - len(line.cells)))
        cells = [Cell((Line(pieces),), whole) for pieces in filled]
        made.append(_row(cells, widths, [False] * columns))
    return made


def _paragraph(
    pieces: Iterable[Piece], style: str, *, centred: bool, whole: bool
) -> etree._Element:
    paragraph = OxmlElement("w:p")
    properties = _in(paragraph, "pPr")
    _in(properties, "pStyle", val=style)
    if centred:
        _in(properties, "jc", val="center")
    for piece in pieces:
        if piece.text:
            _run(paragraph, piece, whole=whole)
    return paragraph


def _run(paragraph: etree._Element, piece: Piece, *, whole: bool) -> None:
    """What went is bold and struck out, what came bold and underlined; bold alone if all of it."""
    run = _in(paragraph, "r")
    if piece.mark is not Mark.KEPT:
        properties = _in(run, "rPr")
        _in(properties, "b")
        if not whole and piece.mark is Mark.GONE:
            _in(properties, "strike")
        elif not whole:
            _in(properties, "u", val="single")
    for number, part in enumerate(printable(piece.text).split("\n")):
        if number:
            _in(run, "br")
        for place, words in enumerate(part.split("\t")):
            if place:
                _in(run, "tab")
            if words:
                text = _in(run, "t")
                text.text = words
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _in(parent: etree._Element, tag: str, **attributes: str | int) -> etree._Element:
    """A new last element inside another; its attributes are of the same namespace."""
    made = etree.SubElement(parent, qn(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made
