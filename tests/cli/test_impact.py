"""`nusqa impact`: CSV in, CSV out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.citation_files import COLUMNS
from tests.cli.conftest import Nusqa

NGR = "Z990000777_"


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    assert nusqa("import", saved).status == 0
    return nusqa


def rows(text: str, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def a_file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "citations.csv"
    path.write_bytes(text.encode(encoding))
    return path


PLAIN = f"id,citation,written\n7,{NGR} ст. 1,2001-06-01\n8,{NGR} ст. 2,2001-06-01\n"


def test_each_citation_is_answered_beside_the_users_own_columns(
    filled: Nusqa, tmp_path: Path
) -> None:
    ran = filled("impact", a_file(tmp_path, PLAIN))
    assert ran.status == 0
    changed, same = rows(ran.out)
    assert (changed["id"], changed["verdict"], changed["key"]) == ("7", "changed", "art_1")
    assert "весной" in changed["text_then"]
    assert "осенью" in changed["text_now"]
    assert changed["changes"] == "2001-01-01 > 2002-01-01: amended"
    assert (same["id"], same["verdict"]) == ("8", "no change seen")
    assert "No list" in same["remark"]


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        ("utf-8-sig", ";"),
        ("cp1251", ";"),
        ("utf-8", "\t"),
        ("utf-16", ","),
    ],
)
def test_files_of_excel_are_read_and_answered_in_their_own_shape(
    filled: Nusqa, tmp_path: Path, encoding: str, separator: str
) -> None:
    text = PLAIN.replace(",", separator).replace("\n", "\r\n")
    ran = filled("impact", a_file(tmp_path, text, encoding))
    assert ran.status == 0, ran.err
    assert [row["verdict"] for row in rows(ran.out, separator)] == ["changed", "no change seen"]


def test_a_line_that_names_the_separator_is_no_row(filled: Nusqa, tmp_path: Path) -> None:
    text = "sep=;\r\n" + PLAIN.replace(",", ";")
    ran = filled("impact", a_file(tmp_path, text))
    assert len(rows(ran.out, ";")) == 2


def test_the_answer_is_written_to_a_file_that_excel_opens(filled: Nusqa, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    ran = filled("impact", a_file(tmp_path, PLAIN), "--out", out)
    assert (ran.status, ran.out) == (0, "")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(rows(out.read_text("utf-8-sig"))) == 2
    assert filled("impact", a_file(tmp_path, PLAIN), "--out", out, "--json", "--force").status == 0
    assert len(json.loads(out.read_bytes())["entries"]) == 2


def test_no_cell_of_the_answer_is_a_formula(filled: Nusqa, tmp_path: Path) -> None:
    text = (
        f'=note,citation,written\n"=HYPERLINK(""x"")",{NGR} ст. 1,2001-06-01\n@a,=1+1,2001-06-01\n'
    )
    ran = filled("impact", a_file(tmp_path, text))
    cells = [cell for row in csv.reader(io.StringIO(ran.out)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]
    assert '\'=HYPERLINK("x")' in cells


def test_a_citation_of_several_provisions_has_a_row_each(filled: Nusqa, tmp_path: Path) -> None:
    text = f'citation,written,mine\n"{NGR} ст. 1, 2",2001-06-01,x\n'
    found = rows(filled("impact", a_file(tmp_path, text)).out)
    assert [(row["key"], row["mine"]) for row in found] == [("art_1", "x"), ("art_2", "x")]


def test_a_bad_row_is_answered_and_the_others_too(filled: Nusqa, tmp_path: Path) -> None:
    text = f"citation,written\n{NGR} ст. 1,31.02.2001\n,2001-06-01\n{NGR} ст. 1,2001-06-01\n"
    first, second, third = rows(filled("impact", a_file(tmp_path, text)).out)
    assert first["verdict"] == second["verdict"] == "not resolved"
    assert "a day that exists" in first["remark"]
    assert third["verdict"] == "changed"


def test_a_column_of_ones_own_that_has_the_name_of_ours_is_kept(
    filled: Nusqa, tmp_path: Path
) -> None:
    text = f"verdict,citation,written\nmine,{NGR} ст. 1,2001-06-01\n"
    (row,) = rows(filled("impact", a_file(tmp_path, text)).out)
    assert (row["verdict"], row["nusqa_verdict"]) == ("mine", "changed")
    assert {*COLUMNS} - {"verdict"} <= {*row}


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "is empty"),
        (b"a,b\n1,2\n", "no column citation and none written"),
        (b"citation,written\n\xff\x00\x98\x00\n", "neither UTF-8 nor Windows-1251"),
        (b'citation,written\n"open,2001-01-01\n', "is no CSV"),
        (b"citation,written\n" + b"x,2001-01-01\n" * 1001, "1000 at most"),
    ],
    ids=["empty", "columns", "binary", "quotes", "many"],
)
def test_a_file_that_cannot_be_used_is_told_in_plain_words(
    filled: Nusqa, tmp_path: Path, body: bytes, says: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(body)
    ran = filled("impact", path)
    assert ran.status == 2
    assert says in " ".join(ran.err.replace("│", " ").split())
    assert "Traceback" not in ran.err


def test_a_file_that_is_not_there_fails_in_one_line(filled: Nusqa, tmp_path: Path) -> None:
    ran = filled("impact", tmp_path / "nothing.csv")
    assert ran.status == 1
    assert ran.err.count("\n") == 1
