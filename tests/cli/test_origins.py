from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa

NGR = "Z990000777_"


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    assert nusqa("import", saved).status == 0
    return nusqa


def test_blame_marks_the_words_of_later_editions_and_explains_the_marks(filled: Nusqa) -> None:
    ran = filled("blame", NGR, "art_1")
    assert ran.status == 0
    assert "1. Деревья сажают {2002-01-01|осенью}." in ran.out
    assert "2001-01-01 (unmarked) · " in ran.out
    assert "2002-01-01 · 1 word · came after 2001-01-01" in ran.out
    assert "amending act unknown" in ran.out
    assert "one in between is not ruled out" in ran.err


def test_blame_answers_for_a_day_and_for_an_edition(filled: Nusqa) -> None:
    assert "{" not in filled("blame", NGR, "art_1", "--on", "2001-06-01").out
    assert "{" not in filled("blame", NGR, "art_1", "--edition", "2001-01-01").out


def test_blame_as_json_is_the_apis_answer(filled: Nusqa) -> None:
    document = filled("blame", NGR, "art_1", "--json").document
    assert document["edition"] == "2002-01-01"
    assert [run["edition"] for run in document["blocks"][0]["runs"]] == [
        "2001-01-01",
        "2002-01-01",
        "2001-01-01",
    ]


def test_trace_shows_when_a_phrase_came_and_went(filled: Nusqa) -> None:
    ran = filled("trace", "сажать весной")
    assert ran.status == 0
    assert f"{NGR} art_1 ru Статья 1." in ran.out
    assert "+ 2001-01-01 in the oldest text held" in ran.out
    assert "1. Деревья [сажают весной]." in ran.out
    assert "- 2002-01-01 gone" in ran.out
    assert "Acts: 1, articles: 1, wordings: 1" in ran.err


def test_trace_shows_what_came_with_its_article_and_stays(filled: Nusqa) -> None:
    ran = filled("trace", "урожай", "--act", NGR, "--lang", "ru")
    assert "+ 2002-01-01 came after 2001-01-01, with the article itself" in ran.out
    assert "= 2002-01-01 still there" in ran.out


def test_trace_as_json_is_the_apis_answer_page_by_page(filled: Nusqa) -> None:
    whole = filled("trace", "садить деревья OR", "--json").document
    assert whole["totals"]["articles"] == 0
    assert whole["absent_words"] == ["садить", "or"]
    found = filled("trace", "деревьев", "--json", "--limit", "1", "--offset", "1").document
    assert (found["totals"]["articles"], found["articles"]) == (1, [])


def test_trace_says_which_words_stand_nowhere(filled: Nusqa) -> None:
    ran = filled("trace", "урожай дирижаблей")
    assert (ran.status, ran.out) == (0, "")
    assert "stands in no text held; nor does: дирижаблей" in ran.err


def test_to_the_letter_is_another_question(filled: Nusqa) -> None:
    assert "art_1" in filled("trace", "ДЕРЕВЬЯ  сажают", "--exact").out
    assert filled("trace", "дерево сажает", "--exact").out == ""


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["trace", ""], 2, "there is no word in"),
        (["trace", "?!"], 2, "give a phrase"),
        (["trace", "и" * 501], 2, "500 characters"),
        (["trace", "аким", "--act", "Z990000778_"], 1, NGR),
        (["blame", NGR, "art_9"], 1, "art_1"),
        (["blame", NGR, "art_1", "--on", "1990-01-01"], 1, "2001-01-01"),
        (["blame", NGR, "art_1", "--on", "2001-06-01", "--edition", "2001-01-01"], 2, "not both"),
    ],
)
def test_what_cannot_be_answered_is_one_clear_line(
    filled: Nusqa, words: list[str], status: int, said: str
) -> None:
    ran = filled(*words)
    assert (ran.status, ran.out) == (status, "")
    assert said in " ".join(ran.err.split())
    assert "Traceback" not in ran.err


def test_a_quote_that_is_open_is_left_out_and_told(filled: Nusqa) -> None:
    ran = filled("trace", '"деревья сажают')
    assert "quote that is never closed" in ran.err
    assert "art_1" in ran.out
