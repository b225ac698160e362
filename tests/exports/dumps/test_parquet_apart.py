"""Parquet written by a child: the same file, and no child is left behind."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from exports.dumps import parquet_apart as apart
from exports.dumps.about import About
from exports.dumps.columns import Column, Kind, TableShape
from exports.dumps.groups import ROWS_IN_A_GROUP
from exports.dumps.parquet import parquet

SHAPE = TableShape("things", "Things.", (Column("n", Kind.NUMBER), Column("day", Kind.DAY)))
ABOUT = About(True, "2026-11-02T08:16:00Z/7", 3, "ab" * 32)


def rows(count: int) -> Iterator[bytes]:
    for number in range(count):
        yield json.dumps({"n": number, "day": "1956-02-29"}).encode()


def children() -> list[str]:
    own = Path(f"/proc/{os.getpid()}/task")
    return [one for task in own.iterdir() for one in (task / "children").read_text().split()]


@pytest.mark.parametrize("count", [0, 1, ROWS_IN_A_GROUP, ROWS_IN_A_GROUP + 1, 3 * ROWS_IN_A_GROUP])
def test_the_child_writes_the_same_pieces(count: int) -> None:
    written = list(apart.parquet_apart(SHAPE, ABOUT, rows(count)))
    assert written == list(parquet(SHAPE, ABOUT, rows(count)))


def test_the_first_piece_comes_before_the_later_rows_are_read() -> None:
    left = rows(10 * ROWS_IN_A_GROUP)
    with closing(apart.parquet_apart(SHAPE, ABOUT, left)) as pieces:
        assert next(pieces).startswith(b"PAR1")
        assert json.loads(next(left))["n"] == ROWS_IN_A_GROUP


def test_a_reader_who_goes_away_leaves_no_child() -> None:
    before = children()
    with closing(apart.parquet_apart(SHAPE, ABOUT, rows(10 * ROWS_IN_A_GROUP))) as pieces:
        next(pieces)
        assert len(children()) == len(before) + 1
    assert children() == before


def test_rows_that_fail_leave_no_child() -> None:
    def failing() -> Iterator[bytes]:
        yield from rows(ROWS_IN_A_GROUP)
        raise ValueError("the store is gone")

    before = children()
    with pytest.raises(ValueError, match="the store is gone"):
        list(apart.parquet_apart(SHAPE, ABOUT, failing()))
    gc.collect()
    assert children() == before


@pytest.mark.parametrize("count", [1, 3 * ROWS_IN_A_GROUP])
def test_a_child_that_fails_is_told_and_no_half_file_is_taken_for_a_whole(
    count: int, capfd: pytest.CaptureFixture[str]
) -> None:
    broken: Any = iter([b"no JSON", *rows(count)])
    with pytest.raises(apart.NotWritten, match="one act or table at a time, or for JSON Lines"):
        list(apart.parquet_apart(SHAPE, ABOUT, broken))
    assert "JSONDecodeError" in capfd.readouterr().err


def test_who_asks_for_parquet_does_not_import_arrow() -> None:
    asked = (
        "import sys; from api.dumps.files import FILES\n"
        "assert 'exports.dumps.parquet_apart' in sys.modules\n"
        "assert 'pyarrow' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
