"""Tables of measures as files: CSV, or Parquet with real dates and described columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from cli.parameters import file_ending_in
from diffing.measures.columns import Cell, ColumnKind
from diffing.measures.tables import Table
from exports.tables.formulas import no_formula


def csv_bytes(table: Table) -> bytes:
    """The table as CSV (RFC 4180, UTF-8): a line of names, days as YYYY-MM-DD, nothing for empty.

    Flags are `true` and `false`. A text that begins like a formula has an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode()


def parquet_bytes(table: Table) -> bytes:
    """The table as Parquet: typed columns, each with its meaning in the schema's metadata."""
    import pyarrow  # noqa: PLC0415 - heavy: only who writes Parquet waits for it
    import pyarrow.parquet  # noqa: PLC0415

    kinds = {
        ColumnKind.TEXT: pyarrow.string(),
        ColumnKind.NUMBER: pyarrow.int64(),
        ColumnKind.SHARE: pyarrow.float64(),
        ColumnKind.DAY: pyarrow.date32(),
        ColumnKind.FLAG: pyarrow.bool_(),
    }
    fields = [
        pyarrow.field(column.name, kinds[column.kind], metadata={"meaning": column.meaning})
        for column in table.columns
    ]
    schema = pyarrow.schema(fields, metadata={"table": table.name, "meaning": table.meaning})
    arrays = [
        pyarrow.array([row[place] for row in table.rows], type=field.type)
        for place, field in enumerate(fields)
    ]
    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), sink)
    return sink.getvalue()


WRITERS: Mapping[str, Callable[[Table], bytes]] = {"csv": csv_bytes, "parquet": parquet_bytes}
"""By the ending of a file's name, without its dot."""
table_file = file_ending_in(WRITERS)


def beside(path: Path, table: str) -> Path:
    """The file of one of several tables: its name before the ending, `out-editions.csv`."""
    return path.with_name(f"{path.stem}-{table}{path.suffix}")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return no_formula(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)
