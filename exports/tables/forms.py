"""The forms that a table can be written in, by the ending of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exports.tables.comma_separated import csv_bytes
from exports.tables.markdown import markdown_bytes
from exports.tables.paper import pdf_bytes
from exports.tables.table import Table
from exports.tables.web_page import html_bytes


def docx_bytes(table: Table) -> bytes:
    """A Word document; see `exports.tables.word`."""
    from exports.tables import word  # noqa: PLC0415 - a third of a second to import

    return word.docx_bytes(table)


def xlsx_bytes(table: Table) -> bytes:
    """A spreadsheet; see `exports.tables.spreadsheet`."""
    from exports.tables import spreadsheet  # noqa: PLC0415 - a third of a second to import

    return spreadsheet.xlsx_bytes(table)


WRITERS: Mapping[str, Callable[[Table], bytes]] = {
    "docx": docx_bytes,
    "pdf": pdf_bytes,
    "html": html_bytes,
    "xlsx": xlsx_bytes,
    "csv": csv_bytes,
    "md": markdown_bytes,
}
"""By the ending, without its dot."""
