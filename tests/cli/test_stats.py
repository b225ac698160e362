"""`nusqa stats`: for a person, as data, as a picture; and what it refuses."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from lxml import etree

from tests.cli.conftest import Nusqa

NGR = "Z990000777_"
TABLES = ("editions", "articles", "wordings", "similarity")


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    assert nusqa("import", saved).status == 0
    return nusqa


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_json_is_the_apis_document(filled: Nusqa) -> None:
    found = filled("stats", NGR, "--json").document
    assert (found["ngr"], found["lang"]) == (NGR, "ru")
    (step,) = found["editions"][1]["steps"]
    assert {kind: count for kind, count in step["counts"].items() if count} == {
        "amended": 1,
        "added": 1,
        "unchanged": 1,
    }


def test_a_person_sees_editions_half_life_and_similarity(filled: Nusqa) -> None:
    ran = filled("stats", NGR)
    assert ran.status == 0
    assert "2002-01-01" in ran.out
    assert "Similarity" in ran.out
    assert "Half-life of wordings: 365 days (4 wordings, 3 not seen to end)" in ran.err


def test_a_csv_file_reads_back(filled: Nusqa, tmp_path: Path) -> None:
    file = tmp_path / "gardens.csv"
    ran = filled("stats", NGR, "--out", file)
    assert f"{file}: table editions, 2 rows" in ran.err
    first, second = rows(file)
    assert (first["edition"], first["first_day"], first["amended"]) == (
        "2001-01-01",
        "2001-01-01",
        "",
    )
    assert (second["compared_with"], second["amended"], second["added"]) == ("2001-01-01", "1", "1")
    assert second["sample"] == "false"


def test_a_parquet_file_has_typed_columns_that_say_what_they_mean(
    filled: Nusqa, tmp_path: Path
) -> None:
    file = tmp_path / "gardens.parquet"
    assert filled("stats", NGR, "--out", file, "--table", "editions").status == 0
    table = pyarrow.parquet.read_table(file)
    assert table.schema.field("first_day").type == pyarrow.date32()
    assert table.schema.field("amended").type == pyarrow.int64()
    assert table.schema.field("sample").type == pyarrow.bool_()
    assert table.column("first_day").to_pylist() == [date(2001, 1, 1), date(2002, 1, 1)]
    assert table.column("amended").to_pylist() == [None, 1]
    assert all(b"meaning" in field.metadata for field in table.schema)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_all_tables_go_to_a_file_each(filled: Nusqa, tmp_path: Path, ending: str) -> None:
    assert filled("stats", NGR, "--table", "all", "--out", tmp_path / f"m.{ending}").status == 0
    assert {one.name for one in tmp_path.glob("m*")} == {f"m-{name}.{ending}" for name in TABLES}


def test_both_forms_hold_the_same(filled: Nusqa, tmp_path: Path) -> None:
    for name in TABLES:
        files = tmp_path / f"{name}.csv", tmp_path / f"{name}.parquet"
        filled("stats", NGR, "--table", name, "--out", files[0], "--out", files[1])
        table = pyarrow.parquet.read_table(files[1])
        read = rows(files[0])
        assert len(read) == table.num_rows > 0
        for text, typed in zip(read, table.to_pylist(), strict=True):
            assert {column: plain(cell) for column, cell in typed.items()} == text


def plain(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def test_a_picture_is_drawn(filled: Nusqa, tmp_path: Path) -> None:
    file = tmp_path / "gardens.svg"
    ran = filled("stats", NGR, "--plot", file, "--ui", "kk")
    assert (ran.status, f"{file}: the timeline" in ran.err) == (0, True)
    root = etree.parse(file).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert any("қосылды" in (one.text or "") for one in root.iter("{*}text"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--plot", "gardens.png"], ".svg"),
        (["--out", "gardens.xlsx"], ".csv or"),
        (["--out", "gardens"], ".csv or"),
        (["--out", "m.csv", "--table", "chapters"], "editions,"),
        (["--table", "editions"], "--out"),
        (["--lang", "de"], "'ru'"),
        (["--ui", "de"], "'ru'"),
    ],
)
def test_what_is_misused_is_refused_before_anything_is_written(
    filled: Nusqa, tmp_path: Path, words: list[str], said: str
) -> None:
    ran = filled("stats", NGR, *words)
    assert ran.status == 2
    assert said in ran.err
    assert not list(tmp_path.glob("gardens*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([NGR, "--lang", "kk"], "Held languages: ru"),
        (["Z990000778_"], NGR),
        ([NGR, "--out", "saved/manifest.toml/m.csv"], "manifest.toml: File exists"),
        ([NGR, "--plot", "saved/manifest.toml/in/m.svg"], "in: Not a directory"),
    ],
)
def test_what_fails_is_said_in_one_clear_line(filled: Nusqa, words: list[str], said: str) -> None:
    ran = filled("stats", *words)
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_to_write_to_is_made(filled: Nusqa, tmp_path: Path) -> None:
    ran = filled("stats", NGR, "--out", "new/folder/m.csv", "--plot", "new/other/m.svg")
    assert ran.status == 0
    assert sorted(one.name for one in (tmp_path / "new").rglob("*.*")) == ["m.csv", "m.svg"]


def test_without_a_corpus_it_says_how_to_make_one(nusqa: Nusqa) -> None:
    assert "nusqa demo" in nusqa("stats", NGR).err
