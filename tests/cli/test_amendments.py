"""`nusqa amendments` and `nusqa derive`: what notes say, and how an old data folder gets it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa
from tests.crawler.funnel import article, page

NGR = "Z990000777_"
NOTE = (
    "\n\n      Сноска. Статья 1 с изменениями, внесенными законами РК от 05.06.2001 № 207-II "
    "(вводится в действие с 01.01.2002); от 07.08.2001 № 208-II."
)


@pytest.fixture
def noted(nusqa: Nusqa, saved: Path) -> Nusqa:
    """A corpus whose newer edition has a note of two acts."""
    body = page(
        article("1", "1. Деревья сажают осенью.") + NOTE, article("2", "1. Поливают летом.")
    )
    (saved / "2002-01-01.md").write_bytes(body)
    assert nusqa("import", saved).status == 0
    return nusqa


def test_amendments_are_listed_with_their_days_and_grounds(noted: Nusqa) -> None:
    ran = noted("amendments", "--by", "in_force", "--json")
    first, second = ran.document["amendments"]
    assert (first["ngr"], first["target"]["key"]) == (NGR, "art_1")
    assert first["in_force"]["from"] == "2002-01-01"
    assert (second["in_force"]["from"], second["in_force"]["ground"]) == (None, "unknown")
    shown = noted("amendments").out
    assert "2001-06-05 No 207-II" in shown
    assert "stated" in shown
    assert "unknown" in shown


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (["--act", NGR], 2),
        (["--article", "art_1", "--verb", "amended"], 2),
        (["--verb", "repealed"], 0),
        (["--role", "amends"], 2),
        (["--role", "cited"], 0),
        (["--role", "any"], 2),
        (["--article", "art_1__p_1"], 0),
        (["--lang", "kk"], 0),
        (["--by", "adopted", "--since", "2001-07-01"], 1),
        (["--by", "in_force", "--until", "2003-01-01"], 1),
        (["--withdrawn"], 2),
    ],
)
def test_amendments_can_be_narrowed(noted: Nusqa, asked: list[str], count: int) -> None:
    assert len(noted("amendments", *asked, "--json").document["amendments"]) == count


def test_a_cursor_goes_on(noted: Nusqa) -> None:
    first = noted("amendments", "--limit", "1", "--json").document
    assert first["more"]
    second = noted("amendments", "--cursor", first["cursor"], "--json").document
    assert [one["amending_act"]["number"] for one in second["amendments"]] == ["208-II"]
    assert not second["more"]
    assert first["cursor"] in noted("amendments", "--limit", "1").err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--cursor", "nonsense"], "no cursor"),
        (["--by", "luck"], "luck"),
        (["--since", "2001-02-31"], "--since"),
        (["--verb", "beautified"], "beautified"),
        (["--role", "beautified"], "beautified"),
    ],
)
def test_what_makes_no_sense_is_told_in_words(noted: Nusqa, asked: list[str], said: str) -> None:
    ran = noted("amendments", *asked)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_cursor_of_another_question_is_refused(noted: Nusqa) -> None:
    cursor = noted("amendments", "--limit", "1", "--json").document["cursor"]
    ran = noted("amendments", "--by", "adopted", "--cursor", cursor)
    assert (ran.status, "another question" in ran.err) == (2, True)


def test_a_data_folder_without_readings_says_so_and_derive_mends_it(
    noted: Nusqa, tmp_path: Path
) -> None:
    with sqlite3.connect(tmp_path / "var" / "nusqa.db") as database:
        for table in ("amendments", "amendment_mentions", "amendment_readings", "note_readings"):
            database.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables
    database.close()
    assert "nusqa derive" in noted("amendments").err
    ran = noted("doctor", "--json")
    findings = {one["what"]: one for one in ran.document["findings"]}
    assert (ran.status, findings["amendments"]["ok"]) == (1, False)
    assert findings["amendments"]["mend"] == "Run `nusqa derive`."
    (derived,) = noted("derive", "--json").document["acts"]
    assert derived == {
        "ngr": NGR,
        "editions_read": 2,
        "amendments_written": 2,
        "changes_written": 0,
    }
    assert len(noted("amendments", "--json").document["amendments"]) == 2
    assert noted("doctor").status == 0


def test_derive_compares_as_this_program_does(noted: Nusqa, tmp_path: Path) -> None:
    before = noted("changes", "--json").document["changes"]
    with sqlite3.connect(tmp_path / "var" / "nusqa.db") as database:
        database.execute("UPDATE changes SET kind = 'of an older program'")
    database.close()
    (derived,) = noted("derive", "--json").document["acts"]
    assert derived["changes_written"] == 2 * len(before)
    assert NGR in noted("derive").out
    now = noted("changes", "--json").document["changes"]
    assert [one["kind"] for one in now] == [one["kind"] for one in before]


@pytest.mark.parametrize("command", ["amendments", "changes"])
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--act", "Z990000778_"], f"No act Z990000778_ is known. Nearest: {NGR}."),
        (
            ["--act", NGR, "--article", "art_11"],
            f"{NGR} has no art_11 in any edition held. Nearest",
        ),
        (["--article", "art_11"], "No act has art_11 in any edition held. Nearest: art_1"),
    ],
)
def test_an_act_or_article_that_there_is_not_is_told_in_one_line(
    noted: Nusqa, command: str, asked: list[str], words: str
) -> None:
    ran = noted(command, *asked)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"nusqa: {words}")
    assert ran.err.count("\n") == 1


def test_changes_by_another_day_than_that_they_were_seen_are_refused(noted: Nusqa) -> None:
    ran = noted("changes", "--by", "adopted")
    assert (ran.status, ran.out) == (2, "")
    assert "nusqa amendments --by adopted" in ran.err
    assert noted("changes", "--by", "seen").status == 0
