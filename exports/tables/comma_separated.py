"""A table as CSV (RFC 4180), for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from exports.tables.formulas import no_formula
from exports.tables.table import Table, printable

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ROWS_AT_ONCE = 200


def csv_bytes(table: Table, *, byte_order_mark: bool = True) -> bytes:
    """The whole file; see `csv_parts`."""
    return b"".join(csv_parts(table, byte_order_mark=byte_order_mark))


def csv_parts(table: Table, *, byte_order_mark: bool = True) -> Iterator[bytes]:
    """UTF-8, lines that end in CR LF, a row of headings first; some rows at a time.

    The byte order mark tells Excel that it is UTF-8. A cell that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    if byte_order_mark:
        yield BYTE_ORDER_MARK
    yield _written([[column.heading for column in table.columns]])
    for start in range(0, len(table.rows), _ROWS_AT_ONCE):
        yield _written(
            [cell.text for cell in row] for row in table.rows[start : start + _ROWS_AT_ONCE]
        )


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([no_formula(printable(cell)) for cell in row] for row in rows)
    return text.getvalue().encode()
