"""A table as a spreadsheet (XLSX): changed words told apart, a frozen head, filters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from exports.tables.formulas import begins_a_formula
from exports.tables.table import Cell, Line, Mark, Piece, Table, Tone, printable
from exports.tables.zipped import NO_MOMENT, with_fixed_dates

_LONGEST_CELL = 32_000
"""Signs; Excel holds 32,767 in a cell. What is longer goes on in a row below."""
_WIDTH_OF_PAPER = 165
"""Signs in all columns that paper has, too."""
_WIDTH_OFF_PAPER = 22
_LINE = Side(style="thin", color="FF808080")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="FFEEEEEE")
_SHEET_NAME = 31
"""Signs that Excel takes."""


def xlsx_bytes(table: Table) -> bytes:
    """The workbook: the table on the first sheet, its notes and sources on the second."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(table.title))
    whole = sum(column.share for column in table.columns)
    for place, column in enumerate(table.columns, start=1):
        width = column.share * _WIDTH_OF_PAPER / whole if column.share else _WIDTH_OFF_PAPER
        sheet.column_dimensions[get_column_letter(place)].width = max(6.0, width)
    sheet.freeze_panes = "A2"
    sheet.append([_head(sheet, column.heading) for column in table.columns])
    rows = 1
    for row in table.rows:
        for part in _parts(row):
            rows += 1
            sheet.append(
                [
                    _cell(sheet, cell, centred=column.centred)
                    for cell, column in zip(part, table.columns, strict=True)
                ]
            )
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{rows}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _about(book, table)
    _describe(book, table)
    file = io.BytesIO()
    book.save(file)
    return with_fixed_dates(file.getvalue(), table.moment)


def _sheet_name(title: str) -> str:
    """What Excel takes as a name: short, without its own marks."""
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in printable(title))
    return plain[:_SHEET_NAME].strip() or "1"


def _parts(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """The row; of one with more than a cell can hold as many rows as it takes, none cut short."""
    split = [list(_chunks(cell)) for cell in row]
    for place in range(max(map(len, split))):
        yield tuple(
            chunks[place] if place < len(chunks) else row[at] if at == 0 else Cell()
            for at, chunks in enumerate(split)
        )


def _chunks(cell: Cell) -> Iterator[Cell]:
    if len(cell.text) <= _LONGEST_CELL:
        yield cell
        return
    pieces: list[Piece] = []
    room = _LONGEST_CELL
    for piece in _pieces(cell):
        rest = piece.text
        while len(rest) >= room:
            taken, rest = rest[:room], rest[room:]
            yield _of([*pieces, Piece(taken, piece.mark)], cell)
            pieces, room = [], _LONGEST_CELL
        pieces.append(Piece(rest, piece.mark))
        room -= len(rest)
    if any(piece.text for piece in pieces):
        yield _of(pieces, cell)


def _of(pieces: list[Piece], cell: Cell) -> Cell:
    return Cell((Line(tuple(pieces)),), cell.whole)


def _pieces(cell: Cell) -> Iterator[Piece]:
    """All pieces of a cell one after the other, a line feed between lines, a tab between cells."""
    for number, line in enumerate(cell.lines):
        if number:
            yield Piece("\n")
        for place, one in enumerate(line.cells or (line.pieces,)):
            if place:
                yield Piece("\t")
            yield from one


def _cell(sheet: WriteOnlyWorksheet, cell: Cell, *, centred: bool) -> SheetCell:
    pieces = [piece for piece in _pieces(cell) if piece.text]
    if any(piece.mark is not Mark.KEPT for piece in pieces):
        value: CellRichText | str = CellRichText(
            *(_rich(piece, whole=cell.whole) for piece in pieces)
        )
    else:
        value = printable("".join(piece.text for piece in pieces))
    made = _text_cell(sheet, value)
    made.border = _BORDER
    made.alignment = Alignment(
        wrap_text=True, vertical="top", horizontal="center" if centred else None
    )
    if any(line.tone is Tone.REMARK for line in cell.lines):
        made.font = Font(italic=True)
    return made


def _text_cell(sheet: WriteOnlyWorksheet, value: CellRichText | str) -> SheetCell:
    """A cell of text: what begins like a formula is none, now and when somebody edits it."""
    made: SheetCell = WriteOnlyCell(sheet, value=cast(str, value))  # its stub knows no rich text
    if isinstance(value, str):
        made.data_type = "s"
    if begins_a_formula(str(value)):
        made.quotePrefix = True
    return made


def _rich(piece: Piece, *, whole: bool) -> TextBlock | str:
    text = printable(piece.text)
    if piece.mark is Mark.KEPT:
        return text
    gone = piece.mark is Mark.GONE
    font = InlineFont(
        b=True,
        strike=True if gone and not whole else None,
        u=None if gone or whole else "single",
    )
    return TextBlock(font, text)


def _head(sheet: WriteOnlyWorksheet, heading: str) -> SheetCell:
    made = _text_cell(sheet, printable(heading))
    made.font, made.fill, made.border = Font(bold=True), _HEAD, _BORDER
    made.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    return made


def _about(book: Workbook, table: Table) -> None:
    """What is compared, the warnings, the notes and the sources, on a sheet of their own."""
    sheet = book.create_sheet("Nusqa")
    sheet.column_dimensions["A"].width = 120
    strong = (table.title, *table.warnings)
    shown = [table.title, *table.subtitle, *table.warnings, *table.cautions]
    shown += [] if table.rows else [table.empty]
    for text in (*shown, *table.notes, table.sources_heading, *table.sources):
        made = _text_cell(sheet, printable(text))
        made.alignment = Alignment(wrap_text=True, vertical="top")
        if text in strong:
            made.font = Font(bold=True)
        sheet.append([made])


def _describe(book: Workbook, table: Table) -> None:
    moment: datetime = table.moment or NO_MOMENT
    told = book.properties
    told.title, told.subject = printable(table.title), printable(table.running)
    told.creator, told.language = "Nusqa", str(table.language)
    told.created = told.modified = moment.replace(tzinfo=None, microsecond=0)
