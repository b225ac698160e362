"""The writers of dumps, on rows of our own."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pyarrow.parquet
import pytest

from exports.dumps.about import About
from exports.dumps.columns import Column, Kind, ListOf, Record, TableShape
from exports.dumps.compressed import Compression, compressed
from exports.dumps.groups import ROWS_IN_A_GROUP
from exports.dumps.json_text import json_document, json_lines
from exports.dumps.manifest import Measured, Written, manifest
from exports.dumps.parquet import parquet
from exports.dumps.sqlite.datasette import datasette_metadata
from exports.dumps.sqlite.tables import TABLES
from exports.dumps.sqlite.views import VIEWS

ABOUT = About(False, "2026-11-02T08:16:00Z/7", 3, "ab" * 32)
SAMPLE = About(True, "2026-11-02T08:16:00Z/7", 3, "ab" * 32)
LINK = Record((Column("text", Kind.TEXT), Column("also", Kind.JSON)))
SHAPE = TableShape(
    "things",
    "Things.",
    (
        Column("name", Kind.WORD, "What it is called."),
        Column("from", Kind.DAY, "First day."),
        Column("at", Kind.MOMENT),
        Column("count", Kind.NUMBER),
        Column("flag", Kind.FLAG),
        Column("titles", Kind.NAMED_TEXTS),
        Column("anything", Kind.JSON),
        Column("links", ListOf(LINK)),
    ),
)


def thing(number: int) -> dict[str, Any]:
    return {
        "name": f"вещь {number % 3}",
        "from": None if number % 2 else "1899-12-31",
        "at": "2026-11-02T08:16:00Z",
        "count": number,
        "flag": number % 2 == 0,
        "titles": {"ru": "Вещь", "kk": "Зат"},
        "anything": None if number % 2 else {"a": ["я", 1]},
        "links": [{"text": "<b>", "also": {"n": number}}],
    }


def json_things(count: int) -> list[bytes]:
    return [json.dumps(thing(number)).encode() for number in range(count)]


def test_parquet_gives_every_value_back_in_its_type() -> None:
    body = b"".join(parquet(SHAPE, SAMPLE, json_things(3)))
    table = pyarrow.parquet.read_table(io.BytesIO(body))
    first, second, _ = table.to_pylist()
    assert first["from"] == date(1899, 12, 31)
    assert second["from"] is None
    assert first["at"] == datetime(2026, 11, 2, 8, 16, tzinfo=UTC)
    assert dict(first["titles"]) == {"ru": "Вещь", "kk": "Зат"}
    assert json.loads(first["anything"]) == {"a": ["я", 1]}
    assert second["anything"] is None
    assert first["links"] == [{"text": "<b>", "also": '{"n": 0}'}]
    assert table.schema.metadata[b"sample"] == b"true"
    assert b"not official" in table.schema.metadata[b"warning"]


def test_parquet_is_written_a_group_at_a_time_as_rows_come() -> None:
    asked = []

    def rows() -> Iterator[bytes]:
        for number in range(3 * ROWS_IN_A_GROUP):
            asked.append(number)
            yield json.dumps(thing(number)).encode()

    parts = parquet(SHAPE, ABOUT, rows())
    body = next(parts)
    assert len(asked) == ROWS_IN_A_GROUP
    body += b"".join(parts)
    read = pyarrow.parquet.ParquetFile(io.BytesIO(body))
    assert read.metadata.num_row_groups == 3
    assert read.metadata.num_rows == 3 * ROWS_IN_A_GROUP


def test_an_empty_table_is_a_whole_file_in_every_form() -> None:
    empty = pyarrow.parquet.read_table(io.BytesIO(b"".join(parquet(SHAPE, ABOUT, []))))
    assert (empty.num_rows, empty.column_names) == (0, [one.name for one in SHAPE.columns])
    assert json.loads(b"".join(json_document("things", ABOUT, [])))["things"] == []
    assert b"".join(json_lines([])) == b""
    assert gzip.decompress(b"".join(compressed([], Compression.GZIP))) == b""


def test_a_document_says_what_it_was_made_from() -> None:
    rows = [b'{"a":1}', b'{"a":2}']
    document = json.loads(b"".join(json_document("things", SAMPLE, rows)))
    assert document["things"] == [{"a": 1}, {"a": 2}]
    assert document["sample"] is True
    assert document["store_version"] == SAMPLE.store_version
    assert "warning" not in json.loads(b"".join(json_document("things", ABOUT, rows)))


@pytest.mark.parametrize("how", [None, *Compression])
def test_the_same_rows_give_the_same_bytes(how: Compression | None) -> None:
    made = {b"".join(compressed(json_lines([b"{}"] * 50_000), how)) for _ in range(2)}
    made |= {b"".join(compressed(json_lines(iter([b"{}"] * 50_000)), how))}
    assert len(made) == 1


def test_pieces_are_neither_rows_nor_the_whole() -> None:
    parts = list(json_lines([b"x" * 999] * 1_000))
    assert 5 < len(parts) < 50
    assert sum(map(len, parts)) == 1_000_000


def test_what_passes_is_measured_and_listed_without_a_time() -> None:
    measured = Measured()
    body = b"".join(measured.summed(json_lines(measured.counted([b"1", b"2"]))))
    assert (measured.bytes, measured.rows, body) == (4, 2, b"1\n2\n")
    one = Written("a.jsonl", measured.bytes, measured.sha256, measured.rows)
    document = json.loads(manifest(ABOUT, [one]))
    assert document["files"] == [
        {"file": "a.jsonl", "bytes": 4, "sha256": measured.sha256, "rows": 2}
    ]
    assert set(document) == {*ABOUT.to_json(), "files"}


def test_datasette_is_told_the_meaning_of_every_table_and_view() -> None:
    document = json.loads(datasette_metadata(SAMPLE, "nusqa-sample-corpus"))
    (database,) = document["databases"].values()
    assert set(database["tables"]) == {*(table.name for table in TABLES), *VIEWS}
    assert "not official" in document["description"]
    assert all(one["description"] for one in database["tables"].values())
