"""Tables of measures as CSV: a text of the law in them is no formula of a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date

from cli.measure_files import csv_bytes
from diffing.measures.columns import Column, ColumnKind
from diffing.measures.tables import Table


def test_a_text_that_begins_like_a_formula_is_text_and_numbers_are_numbers() -> None:
    table = Table(
        "rows",
        "a heading and what is counted",
        (
            Column("heading", ColumnKind.TEXT, "as printed"),
            Column("words", ColumnKind.NUMBER, "how many more"),
            Column("day", ColumnKind.DAY, "when"),
            Column("sure", ColumnKind.FLAG, "whether"),
        ),
        (("=HYPERLINK(1)", -3, date(2022, 6, 1), True), (None, None, None, False)),
    )
    rows = list(csv.reader(io.StringIO(csv_bytes(table).decode(), newline="")))
    assert rows[1:] == [["'=HYPERLINK(1)", "-3", "2022-06-01", "true"], ["", "", "", "false"]]
