"""`nusqa export comparison`: a file by its ending, and one clear line for what is wrong."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.settings import Settings
from tests.cli.conftest import Nusqa

GARDENS = "Z990000777_"
EDITIONS = (GARDENS, "--from", "2001-01-01", "--to", "2002-01-01")
BEGINNINGS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF-", "html": b"<!doctype html>",
              "csv": b"\xef\xbb\xbf", "md": "# СРАВНИТЕЛЬНАЯ".encode()}  # fmt: skip


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    assert nusqa("import", saved).status == 0
    return nusqa


def export(filled: Nusqa, *words: str | Path) -> None:
    ran = filled("export", "comparison", *words)
    assert (ran.status, ran.out) == (0, ""), ran.err


def rows(path: Path) -> list[list[str]]:
    return [*csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))]


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_the_ending_of_the_file_is_the_form(filled: Nusqa, tmp_path: Path, ending: str) -> None:
    out = tmp_path / "new folder" / f"table.{ending.upper()}"
    export(filled, *EDITIONS, "--out", out)
    assert out.read_bytes().startswith(BEGINNINGS[ending])


def test_two_editions_give_a_row_a_change(filled: Nusqa, tmp_path: Path) -> None:
    export(filled, *EDITIONS, "--out", tmp_path / "t.csv")
    heads, *found = rows(tmp_path / "t.csv")
    assert heads[2:4] == ["Редакция от 01.01.2001", "Редакция от 01.01.2002"]
    assert [(row[7], row[8]) for row in found] == [("art_1", "art_1"), ("", "art_3")]
    assert "весной" in found[0][2]
    assert "осенью" in found[0][3]
    assert found[1][2] == "Отсутствует"


def test_the_file_is_the_one_that_the_api_sends(filled: Nusqa, tmp_path: Path) -> None:
    export(filled, *EDITIONS, "--out", tmp_path / "t.docx", "--ui", "kk", "--unchanged")
    with TestClient(create_app(Settings(data_dir=tmp_path / "var"))) as client:
        params = {"from": "2001-01-01", "to": "2002-01-01", "ui": "kk", "unchanged": "true"}
        sent = client.get(f"/v1/acts/{GARDENS}/diff.docx", params=params).content
    assert sent == (tmp_path / "t.docx").read_bytes()
    assert zipfile.ZipFile(io.BytesIO(sent)).testzip() is None


def test_two_sides_are_named_in_either_way(filled: Nusqa, tmp_path: Path) -> None:
    left, right = f"{GARDENS}@2001-01-01", f"{GARDENS}@2002-01-01"
    export(filled, left, right, "--out", tmp_path / "a.md")
    export(filled, "--left", left, "--right", right, "--out", tmp_path / "b.md")
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_two_editions_of_an_act_are_one_table_however_they_are_named(
    filled: Nusqa, tmp_path: Path, ending: str
) -> None:
    left, right = f"{GARDENS}@2001-01-01", f"{GARDENS}@2002-01-01"
    one, other = (tmp_path / f"{name}.{ending}" for name in "ab")
    export(filled, "--left", left, "--right", right, "--out", one)
    export(filled, *EDITIONS, "--out", other)
    assert one.read_bytes() == other.read_bytes()


def test_only_one_article_without_a_byte_order_mark(filled: Nusqa, tmp_path: Path) -> None:
    out = tmp_path / "t.csv"
    export(filled, *EDITIONS, "--out", out, "--article", "art_3", "--no-bom")
    assert not out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row[8] for row in rows(out)[1:]] == ["art_3"]


def test_a_file_is_replaced_only_when_that_is_asked_for(filled: Nusqa, tmp_path: Path) -> None:
    out = tmp_path / "t.md"
    out.write_text("notes of somebody", encoding="utf-8")
    ran = filled("export", "comparison", *EDITIONS, "--out", out)
    assert ran.status != 0
    assert "--force" in ran.err
    assert out.read_text(encoding="utf-8") == "notes of somebody"
    export(filled, *EDITIONS, "--out", out, "--force")
    assert out.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ((*EDITIONS, "--out", "t.odt"), 2, ".docx"),
        ((*EDITIONS, "--out", "t.md", "--article", "art_9"), 1, "art_9"),
        ((GARDENS, "--out", "t.md"), 2, "--from"),
        ((GARDENS, "--from", "2001-01-01", "--out", "t.md"), 2, "--to"),
        ((*EDITIONS, GARDENS, "--out", "t.md"), 2, "--from"),
        ((*EDITIONS, "--left", GARDENS, "--right", GARDENS, "--out", "t.md"), 2, "--left"),
        ((GARDENS, "--from", "1999-01-01", "--to", "2002-01-01", "--out", "t.md"), 1, "2001-01-01"),
        (("1998", GARDENS, "--out", "t.md"), 2, "1999"),
    ],
)
def test_what_is_wrong_is_said_and_no_file_is_left(
    filled: Nusqa, tmp_path: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    ran = filled("export", "comparison", *words)
    assert ran.status == status
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert not list(tmp_path.glob("t.*"))
