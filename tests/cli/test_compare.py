"""`nusqa compare`: the table, the redlines, the document, and errors in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pyarrow.parquet import read_table

from api.app import create_app
from corpus.settings import Settings
from tests.cli.conftest import Nusqa
from tests.crawler.funnel import article, page

GARDENS, YARDS = "Z990000777_", "Z990000888_"
OLD = f"{GARDENS}@2001-01-01"

PAIR = f"""\
[[pair]]
left = "{GARDENS}:art_2__p_1"
left_quotes = ["Поливают летом"]
right = "{YARDS}:art_1__p_2"
right_quotes = ["метут каждое утро"]
why = "what is done daily"
"""


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    """The gardens' act in two editions, and an act about yards."""
    yards = page(
        article("1", "1. Деревья во дворе сажают весной.", "2. Двор метут каждое утро."),
        title="О дворах",
    )
    (saved / "yards.md").write_bytes(yards)
    with (saved / "manifest.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(
            f'\n[[file]]\npath = "yards.md"\nformat = "reference-bank-markdown"\n'
            f'ngr = "{YARDS}"\nlang = "ru"\nlabel = "2010-01-01"\nholds = "whole"\n'
        )
    assert nusqa("import", saved).status == 0
    return nusqa


def one_line(text: str) -> str:
    (line,) = text.strip().splitlines()
    return line


def test_each_pair_is_printed_with_how_it_was_found_and_its_redline(filled: Nusqa) -> None:
    ran = filled("compare", OLD, f"{GARDENS}@2002-01-01")
    assert ran.status == 0
    assert f"amended (same key, score 0.83) {GARDENS}:art_1 → {GARDENS}:art_1" in ran.out
    assert "[-весной-]{+осенью+}" in ran.out
    assert f"unchanged (same key, score 1.00) {GARDENS}:art_2 → {GARDENS}:art_2" in ran.out
    assert f"added … → {GARDENS}:art_3" in ran.out
    assert f"{GARDENS}@2001-01-01: read in {GARDENS}@2001-01-01" in " ".join(ran.err.split())


def test_brief_is_the_table_and_the_totals(filled: Nusqa) -> None:
    ran = filled("compare", OLD, YARDS, "--brief")
    assert "{+" not in ran.out
    edited = next(line for line in ran.out.splitlines() if line.startswith("edited"))
    assert f"{GARDENS}:art_1__p_1" in edited
    assert f"{YARDS}:art_1__p_1" in edited
    assert edited.rstrip().endswith("similarity")
    dropped = next(line for line in ran.out.splitlines() if line.startswith("dropped"))
    assert "0.0" in dropped  # how near the nearest came
    assert "2 rules, 2 rules" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([OLD], [f"{GARDENS}@2002-01-01"]),
        ([f"{GARDENS}:art_1"], [f"{YARDS}:art_1__p_1", f"{GARDENS}:art_3"]),
    ],
)
def test_the_document_is_the_apis(
    filled: Nusqa, tmp_path: Path, left: list[str], right: list[str]
) -> None:
    sides = [word for one in left for word in ("--left", one)]
    sides += [word for one in right for word in ("--right", one)]
    document = filled("compare", *sides, "--json").document
    client = TestClient(create_app(Settings(data_dir=tmp_path / "var")))
    answer = client.get("/v1/compare", params={"left": left, "right": right})
    assert answer.status_code == 200
    assert answer.json() == document
    assert document["correspondences"]


def test_two_words_and_two_options_are_the_same(filled: Nusqa) -> None:
    words = filled("compare", GARDENS, YARDS, "--json").document
    assert filled("compare", "--left", GARDENS, "--right", YARDS, "--json").document == words


def test_the_rows_are_written_as_a_table(filled: Nusqa, tmp_path: Path) -> None:
    parquet, text = tmp_path / "rows.parquet", tmp_path / "rows.csv"
    document = filled("compare", OLD, YARDS, "--json", "--out", parquet).document
    assert filled("compare", OLD, YARDS, "--out", text).status == 0
    table = read_table(parquet).to_pylist()
    relations = [one["relation"] for one in document["correspondences"]]
    assert [row["relation"] for row in table] == relations
    assert len(text.read_text("utf-8").splitlines()) == len(relations) + 1
    assert filled("compare", OLD, YARDS, "--out", tmp_path / "rows.txt").status == 2


def test_a_file_of_ones_own_pairs_is_used_instead(filled: Nusqa, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(PAIR, encoding="utf-8")
    document = filled("compare", GARDENS, YARDS, "--pairs", "mine.toml", "--json").document
    told = [one for one in document["correspondences"] if one["route"] == "curated"]
    assert [(one["left"][0]["key"], one["ground"]) for one in told] == [
        ("art_2__p_1", "what is done daily")
    ]
    without = filled("compare", GARDENS, YARDS, "--json").document
    assert not any(one["route"] == "curated" for one in without["correspondences"])


def test_a_pair_whose_quote_is_gone_is_told(filled: Nusqa, tmp_path: Path) -> None:
    gone = PAIR.replace("метут каждое утро", "метут по субботам")
    (tmp_path / "mine.toml").write_text(gone, encoding="utf-8")
    ran = filled("compare", GARDENS, YARDS, "--pairs", "mine.toml")
    assert ran.status == 0
    said = " ".join(ran.err.split())
    assert "Not used:" in said
    assert f"«метут по субботам» does not stand in {YARDS}:art_1__p_2 of 2010-01-01" in said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[[pair]]\nleft = 5\n", "mine.toml, line 2, pair 5: left: Input should be a valid string"),
        (PAIR.replace(":art_2__p_1", ""), "mine.toml, line 2, pair Z990000777_: left:"),
        (PAIR + "extra = 1\n", "mine.toml, line 7"),
        ("[[pair\n", "mine.toml: no valid TOML"),
        (None, "mine.toml: the file of correspondences cannot be read"),
    ],
)
def test_a_mistake_in_the_pairs_is_one_line_with_its_place(
    filled: Nusqa, tmp_path: Path, content: str | None, says: str
) -> None:
    if content is not None:
        (tmp_path / "mine.toml").write_text(content, encoding="utf-8")
    ran = filled("compare", GARDENS, YARDS, "--pairs", "mine.toml")
    assert (ran.status, ran.out) == (2, "")
    assert says in one_line(ran.err)


@pytest.mark.parametrize(
    ("sides", "status", "says"),
    [
        (["Z990000779_", YARDS], 1, GARDENS),
        ([f"{GARDENS}:art_9", YARDS], 1, "art_3"),
        ([f"{GARDENS}@1990-01-01", YARDS], 1, "2001-01-01"),
        ([f"{GARDENS}@1990", YARDS], 1, "2001-01-01"),
        ([f"{GARDENS}@2001-02-30", YARDS], 2, "2001-02-30"),
        ([f"{GARDENS}:", YARDS], 2, "NGR:KEY,KEY"),
        (["1998", YARDS], 2, "Nearest: 1999"),
        (["1999", "2013"], 1, "Nothing of R1-1484 can be compared"),
        (["R1-pilot", "2013"], 1, "R1-pilot"),
        (["--left", GARDENS, "--left", OLD, "--right", YARDS], 1, "is named in the editions"),
        ([GARDENS, YARDS, "--lang", "kk"], 1, "ru"),
    ],
)
def test_a_side_that_is_not_there_is_one_line_that_says_what_is(
    filled: Nusqa, sides: list[str], status: int, says: str
) -> None:
    ran = filled("compare", *sides)
    assert (ran.status, ran.out) == (status, "")
    assert one_line(ran.err).startswith("nusqa: ")
    assert says in ran.err


@pytest.mark.parametrize(
    "sides",
    [[], [GARDENS], [GARDENS, YARDS, GARDENS], ["--left", GARDENS], [GARDENS, "--right", YARDS]],
)
def test_one_side_or_three_are_used_wrongly(filled: Nusqa, sides: list[str]) -> None:
    ran = filled("compare", *sides)
    assert (ran.status, ran.out) == (2, "")
    assert "--left" in ran.err


def test_before_anything_is_stored_it_says_how_to_begin(nusqa: Nusqa) -> None:
    ran = nusqa("compare", "1999", "2013")
    assert ran.status == 1
    assert "nusqa demo" in one_line(ran.err)
