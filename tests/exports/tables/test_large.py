"""Large tables: CSV goes out in parts, and no form takes more memory than the table's size asks."""

from __future__ import annotations

import tracemalloc

import pytest

from exports.tables.comma_separated import csv_parts
from exports.tables.paper import TooLongForPaper, pdf_bytes
from exports.tables.table import Cell
from exports.tables.web_page import html_bytes
from exports.tables.word import docx_bytes
from tests.exports.tables.gardens import ROWS, gardens, row

_MEGABYTE = 1_000_000


def test_twenty_thousand_rows_of_csv_go_out_in_little_memory() -> None:
    words = "Сад поливают утром и вечером. " * 40
    table = gardens(rows=(row(1, Cell.plain(words), Cell.plain(words)),) * 20_000)
    tracemalloc.start()
    sizes = [len(part) for part in csv_parts(table)]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(sizes) > 80 * _MEGABYTE
    assert max(sizes) < 2 * _MEGABYTE
    assert most < 10 * _MEGABYTE


def test_an_acts_worth_of_rows_is_written_whole() -> None:
    table = gardens(rows=ROWS * 125)
    assert html_bytes(table).count(b"<tr><td") >= 1_000
    assert len(docx_bytes(table)) > 50_000


def test_what_is_too_long_for_paper_is_refused_before_it_is_set() -> None:
    words = "Сад поливают утром и вечером. " * 400
    table = gardens(rows=(row(1, Cell.plain(words), Cell.plain(words)),) * 50)
    with pytest.raises(TooLongForPaper, match="DOCX"):
        pdf_bytes(table)
