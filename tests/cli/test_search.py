"""`nusqa search`: what it finds, what it says beside, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from corpus.search import open_engine
from corpus.search.keeping.indexing import rebuild_index
from corpus.settings import Settings
from corpus.store import open_store
from diffing.in_force.days import days_in_force
from tests.cli.conftest import Nusqa, Ran

DECREE = "U1300000555"


Search = Callable[..., Ran]


@pytest.fixture(scope="module")
def indexed(sample_folder: Path) -> Path:
    """The folder of the bundled sample, with an index of all of it."""
    settings = Settings(data_dir=sample_folder)
    store = open_store(settings.database)
    rebuild_index(store, open_engine(settings), days_in_force)
    store.close()
    return sample_folder


@pytest.fixture
def searched(nusqa: Nusqa, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> Search:
    """Runs `nusqa search` on the bundled sample."""
    monkeypatch.setenv("NUSQA_DATA_DIR", str(indexed))
    return partial(nusqa, "search")


def test_hits_are_printed_with_the_place_the_days_and_what_they_are_now(searched: Search) -> None:
    ran = searched("выборы акима", "--on", "any", "--limit", "3")
    assert ran.status == 0
    assert "· edition " in ran.out.splitlines()[0]
    assert ran.out.count("; now: ") == 3
    assert "found" in ran.err
    assert "Next page: --cursor " in ran.err


def test_json_has_the_words_of_the_api(searched: Search) -> None:
    document = searched("выборы", "--json", "--facets").document
    assert {"total", "hits", "facets", "other_times", "cited", "cursor"} <= set(document)
    assert document["when"]["asked"] == "on"


def test_pages_are_turned_by_the_cursor_that_is_printed(searched: Search) -> None:
    first = searched("выборы", "--on", "any", "--limit", "2", "--json").document
    cursor = first["cursor"]
    second = searched(
        "выборы", "--on", "any", "--limit", "2", "--cursor", cursor, "--json"
    ).document
    assert second["offset"] == 2
    both = searched("выборы", "--on", "any", "--limit", "4", "--json").document
    assert [hit["key"] for hit in (*first["hits"], *second["hits"])] == [
        hit["key"] for hit in both["hits"]
    ]


def test_more_at_other_times_is_told(searched: Search) -> None:
    nothing = searched("выборщики", "--on", "1990-01-01")
    assert nothing.err.startswith("0 found; ")
    assert "more at other times: --on any" in nothing.err


def test_a_citation_goes_first_and_what_did_not_exist_is_told(searched: Search) -> None:
    ran = searched("указ 555 п. 12", "--on", "2015-01-01")
    assert ran.out.startswith(f"* {DECREE} app_1__p_12")
    gone = searched("указ 555 п. 12")
    assert f"{DECREE} app_1__p_12 " in gone.err
    assert "until 2017-" in gone.err


def test_what_is_left_out_added_and_suggested_is_said(searched: Search) -> None:
    assert "Left out of the query: quote that is never closed" in searched('"выборы').err
    assert "Also looked for: " in searched("аким", "--cross").err
    assert "Did you mean: выборы" in searched("выбары", "--on", "any").err


def test_facets_are_printed_as_tables(searched: Search) -> None:
    ran = searched("выборы", "--facets", "--on", "any", "--limit", "1")
    assert "act " in ran.out
    assert "presidential decree" in ran.out


def test_filters_narrow_what_is_found(searched: Search) -> None:
    found = searched("выборы", "--on", "any", "--act", DECREE, "--lang", "ru", "--json").document
    assert {(hit["ngr"], hit["lang"]) for hit in found["hits"]} == {(DECREE, "ru")}
    both = searched("выборы", "--on", "any", "--form", "law", "--form", "code", "--json").document
    assert {hit["form"] for hit in both["hits"]} <= {"law", "code"}


def test_another_engine_must_have_an_index_and_a_name(searched: Search) -> None:
    missing = searched("выборы", "--engine", "whoosh")
    assert missing.status == 1
    assert "`nusqa index rebuild --engine whoosh`" in missing.err.replace("\n", " ")
    unknown = searched("выборы", "--engine", "elastic")
    assert unknown.status == 2
    assert "no search engine is called 'elastic'" in unknown.err


@pytest.mark.parametrize(
    "words",
    [
        ["--on", "2022-02-30"],
        ["--on", "yesterday"],
        ["--changed", "2022-01-01"],
        ["--changed", "2022-01-01..2021-01-01"],
        ["--on", "any", "--changed", "2020-01-01..2021-01-01"],
        ["--lang", "xx"],
        ["--form", "закон"],
        ["--status", "alive"],
        ["--year", "99"],
        ["--theme", "weather"],
        ["--regime", "1789"],
        ["--limit", "0"],
        ["--limit", "-1"],
        ["--offset", "-1"],
        ["--cursor", "made-up"],
        ["--cursor", "x", "--offset", "1"],
    ],
)
def test_bad_values_are_used_wrongly(searched: Search, words: list[str]) -> None:
    ran = searched("выборы", *words)
    assert ran.status == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_an_act_that_there_is_not_is_one_clear_line(searched: Search) -> None:
    ran = searched("выборы", "--act", "Z000000000_")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1


def test_a_query_that_begins_with_a_minus_is_told_how_to_be_given(searched: Search) -> None:
    ran = searched("-маслихат")
    assert ran.status == 2
    assert "nusqa search -- " in " ".join(ran.err.replace("│", " ").split())
    assert searched("--", "-маслихат").status == 0


def test_a_query_above_the_limit_is_used_wrongly_and_below_it_is_read(searched: Search) -> None:
    assert searched("а" * 10_001).status == 2
    ran = searched("аким " * 1_000)
    assert ran.status == 0
    assert "everything after the first 2000 characters" in ran.err


def test_a_point_that_there_is_not_is_told_with_the_nearest(searched: Search) -> None:
    ran = searched("ст. 113-3 п. 77")
    assert "has no p_77." in ran.err
    assert "Nearest places: art_113-3__p_" in ran.err
    assert "пункт 77" not in ran.out
