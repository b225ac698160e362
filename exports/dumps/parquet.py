"""Rows as Parquet: typed columns, each with its meaning, a row group at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

import pyarrow
import pyarrow.parquet

from exports.dumps.about import About
from exports.dumps.columns import Column, ColumnKind, Kind, ListOf, Record, TableShape
from exports.dumps.groups import ROWS_IN_A_GROUP

_ROWS_AT_ONCE = 50
"""In Python's form, which takes several times as much as Arrow's."""
_Row = Mapping[str, Any]

_TYPES: Mapping[Kind, Any] = {
    Kind.TEXT: pyarrow.string(),
    Kind.WORD: pyarrow.string(),
    Kind.NUMBER: pyarrow.int64(),
    Kind.FLAG: pyarrow.bool_(),
    Kind.DAY: pyarrow.date32(),
    Kind.MOMENT: pyarrow.timestamp("us", tz="UTC"),
    Kind.JSON: pyarrow.string(),
    Kind.NAMED_TEXTS: pyarrow.map_(pyarrow.string(), pyarrow.string()),
}


def parquet(shape: TableShape, about: About, rows: Iterable[bytes]) -> Iterator[bytes]:
    """The file in pieces, one a row group and the foot; the schema's metadata say what the dump is.

    Rows are JSON objects: days as `2026-11-02`, moments in ISO 8601 with their offset.
    """
    schema = schema_of(shape, about)
    prepare = [_preparing(column.kind) for column in shape.columns]
    sink = _Pieces()
    # Arrow's own pool takes 20 MB more than the system's, and keeps what it was given once.
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    writer = pyarrow.parquet.ParquetWriter(
        pyarrow.PythonFile(sink, mode="w"),
        schema,
        compression="zstd",
        use_dictionary=[
            path for column in shape.columns for path in _words(column.name, column.kind)
        ],
    )
    left = iter(rows)
    while batches := [
        pyarrow.RecordBatch.from_arrays(
            [
                pyarrow.array(_values(some, field.name, step), type=field.type)
                for field, step in zip(schema, prepare, strict=True)
            ],
            schema=schema,
        )
        for some in _few_at_once(islice(left, ROWS_IN_A_GROUP))
    ]:
        writer.write_table(pyarrow.Table.from_batches(batches))
        del batches
        yield sink.taken()
    writer.close()
    yield sink.taken()


def _few_at_once(rows: Iterator[bytes]) -> Iterator[list[_Row]]:
    while some := [json.loads(row) for row in islice(rows, _ROWS_AT_ONCE)]:
        yield some


def schema_of(shape: TableShape, about: About) -> Any:
    """The Arrow schema; a column's metadata have its meaning, the schema's those of the dump."""
    told = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in about.to_json().items()
    }
    return pyarrow.schema(
        [_field(column) for column in shape.columns],
        metadata={"table": shape.name, "meaning": shape.meaning, **told},
    )


def _field(column: Column) -> Any:
    return pyarrow.field(column.name, _type(column.kind), metadata={"meaning": column.meaning})


def _type(kind: ColumnKind) -> Any:
    match kind:
        case Kind():
            return _TYPES[kind]
        case ListOf(inner):
            return pyarrow.list_(_type(inner))
        case Record(columns):
            return pyarrow.struct([_field(column) for column in columns])


def _words(path: str, kind: ColumnKind) -> Iterator[str]:
    """The paths of the columns that are worth a dictionary, as Parquet writes paths."""
    match kind:
        case Kind.WORD:
            yield path
        case ListOf(inner):
            yield from _words(f"{path}.list.element", inner)
        case Record(columns):
            for column in columns:
                yield from _words(f"{path}.{column.name}", column.kind)
        case _:
            pass


_Step = Callable[[Any], Any]


_STEPS: Mapping[Kind, _Step] = {
    Kind.DAY: date.fromisoformat,
    Kind.MOMENT: datetime.fromisoformat,
    Kind.JSON: lambda value: json.dumps(value, ensure_ascii=False),
    Kind.NAMED_TEXTS: lambda value: list(value.items()),
}


def _preparing(kind: ColumnKind) -> _Step | None:
    """What Arrow does not take as it is; None where it takes the values."""
    match kind:
        case Kind():
            return _STEPS.get(kind)
        case ListOf(inner):
            step = _preparing(inner)
            return (lambda value: [step(one) for one in value]) if step else None
        case Record(columns):
            steps = {one.name: step for one in columns if (step := _preparing(one.kind))}
            if not steps:
                return None
            return lambda value: {
                name: steps[name](one) if name in steps and one is not None else one
                for name, one in value.items()
            }
        case _:
            return None


def _values(rows: Sequence[_Row], name: str, step: _Step | None) -> list[Any]:
    if step is None:
        return [row[name] for row in rows]
    return [None if row[name] is None else step(row[name]) for row in rows]


class _Pieces:
    """A file that only grows, of which what was written can be taken away."""

    closed = False

    def __init__(self) -> None:
        self._written = bytearray()
        self._taken = 0

    def write(self, piece: bytes) -> int:
        """Keep a piece until it is taken."""
        self._written += piece
        return len(piece)

    def tell(self) -> int:
        """How much was written in all."""
        return self._taken + len(self._written)

    def flush(self) -> None:
        """Nothing waits anywhere."""

    def close(self) -> None:
        """What was written can still be taken."""

    def taken(self) -> bytes:
        """What was written since it was last taken."""
        piece = bytes(self._written)
        self._taken += len(piece)
        self._written.clear()
        return piece
