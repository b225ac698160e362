"""XLSX: rich text, a frozen head, filters, no formulas, no cell cut short."""

from __future__ import annotations

import io
import zipfile

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from exports.tables.spreadsheet import xlsx_bytes
from exports.tables.table import Cell
from tests.exports.tables.gardens import FORMULA, came, gardens, line, row


def test_changed_words_are_told_apart_in_a_cell() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(gardens())), rich_text=True).worksheets[0]
    before, after = sheet["C2"].value, sheet["D2"].value
    assert isinstance(before, CellRichText)
    assert isinstance(after, CellRichText)
    (went,) = [one for one in before if isinstance(one, TextBlock)]
    (new,) = [one for one in after if isinstance(one, TextBlock)]
    assert (went.text, went.font.b, went.font.strike) == ("утром", True, True)
    assert (new.text, new.font.b, new.font.u) == ("вечером", True, "single")
    assert (str(before), str(after)) == ("Сад поливают утром.", "Сад поливают вечером.")


def test_nothing_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(xlsx_bytes(gardens())), rich_text=True)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert book.worksheets[0]["C5"].value == FORMULA
    assert book.worksheets[0]["C5"].quotePrefix
    parts = zipfile.ZipFile(io.BytesIO(xlsx_bytes(gardens())))
    assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_the_head_is_frozen_and_the_columns_are_wide_and_filtered() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(gardens()))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F9"
    widths = [sheet.column_dimensions[name].width for name in "ABCDEF"]
    assert widths[2] == widths[3] > widths[4] > widths[0] >= 6
    assert sheet.page_setup.orientation == "landscape"


def test_what_a_cell_cannot_hold_goes_on_in_the_row_below() -> None:
    words = "слово " * 12_000
    table = gardens(rows=(row(1, Cell.plain(words), line(came(words))),))
    sheet = load_workbook(io.BytesIO(xlsx_bytes(table)), rich_text=True).worksheets[0]
    cells = [[str(one or "") for one in each] for each in sheet.iter_rows(2, values_only=True)]
    assert [one[0] for one in cells] == ["1", "1", "1"]
    assert "".join(one[2] for one in cells) == words
    assert "".join(one[3] for one in cells) == words
    assert max(len(one) for each in cells for one in each) <= 32_767


def test_the_second_sheet_says_what_it_is_and_where_it_comes_from() -> None:
    about = load_workbook(io.BytesIO(xlsx_bytes(gardens()))).worksheets[1]
    words = [cell.value for (cell,) in about.iter_rows()]
    assert words[0] == "СРАВНИТЕЛЬНАЯ ТАБЛИЦА"
    assert "ОБРАЗЕЦ, а не закон" in words
    assert str(words[-1]).startswith("adilet, https://example.org/")
