"""Keys: their form, their order, and what an edition that holds a part covers."""

from __future__ import annotations

import random

import pytest

from corpus.keys import arabic, covers, follows, joined, key_order
from corpus.law import (
    Article,
    ArticleKind,
    Edition,
    EditionLabel,
    Holding,
    HoldingKind,
    Language,
)


def edition(holding: Holding, *keys: str) -> Edition:
    content = tuple(
        Article(ArticleKind.ARTICLE, key, divisions=("ch_13-1",) if "113-" in key else ())
        for key in keys
    )
    label = EditionLabel.parse("2022-02-07")
    return Edition("Z000000001_", Language.RU, label, "", content, holding=holding)


def test_keys_sort_as_the_act_reads() -> None:
    in_order = [
        "preamble",
        "art_2",
        "art_2-1",
        "art_10",
        "art_20",
        "art_20-1",
        "art_20-2",
        "art_21",
        "art_113-2",
        "art_113-11",
        "app_1__preamble",
        "app_1__p_2",
        "app_1__p_13",
        "app_1__app_1__text",
        "app_2__p_1",
    ]
    shuffled = random.Random(4).sample(in_order, len(in_order))
    assert sorted(shuffled, key=key_order) == in_order


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        ("I", "1"),
        ("IV", "4"),
        ("ХІІІ", "13"),
        ("XL", "40"),
        ("5-1", "5-1"),
        ("7", "7"),
        ("20¹", "20-1"),
        ("20‑1", "20-1"),
    ],
)
def test_roman_numbers_become_figures_in_either_alphabet(number: str, figures: str) -> None:
    assert arabic(number) == figures


def test_empty_parts_leave_no_trace_in_a_key() -> None:
    assert joined("", "p_1", "", "sp_2") == "p_1__sp_2"


def test_a_whole_edition_covers_what_it_does_not_have() -> None:
    assert covers(edition(Holding(), "art_1"), "art_99")


def test_a_beginning_covers_up_to_its_last_article_which_may_be_cut() -> None:
    beginning = edition(Holding(HoldingKind.BEGINNING), "art_1", "art_20", "art_21")
    whole = ["art_1", "art_20", "art_20-1", "art_21", "art_22"]
    assert covers(beginning, "art_20")
    assert covers(beginning, "art_20-1", order=whole)
    assert not covers(beginning, "art_21", order=whole)
    assert not covers(beginning, "art_22", order=whole)


def test_the_place_of_a_key_is_told_by_what_follows_it_and_not_by_its_number() -> None:
    beginning = edition(Holding(HoldingKind.BEGINNING), "app_1__p_1", "app_1__p_6")
    whole = ["app_1__p_1", "app_1__p_6", "app_1__ch_2__p_1", "app_1__ch_2__p_2"]
    assert not covers(beginning, "app_1__ch_2__p_1", order=whole)
    assert not covers(beginning, "ch_15__preamble", order=["app_1__p_1", "ch_15__preamble"])


def test_a_place_that_nothing_tells_is_not_covered() -> None:
    assert not covers(edition(Holding(HoldingKind.BEGINNING), "art_1", "art_9"), "art_5")


def test_an_edition_of_a_chapter_covers_that_chapter_only() -> None:
    chapter = edition(Holding(HoldingKind.PARTS, ("ch_13-1",)), "art_113-1")
    assert covers(chapter, "art_113-1")
    assert not covers(chapter, "art_113-12")
    assert covers(chapter, "art_113-12", divisions=("ch_13-1",))
    assert not covers(chapter, "art_36")


def test_an_edition_of_an_appendix_covers_what_is_inside_it() -> None:
    rules = edition(Holding(HoldingKind.PARTS, ("app_1",)), "app_1__p_1")
    assert covers(rules, "app_1__p_77")
    assert not covers(rules, "app_10__p_1")


def test_an_empty_beginning_covers_nothing() -> None:
    assert not covers(edition(Holding(HoldingKind.BEGINNING)), "art_1")


@pytest.mark.parametrize("number", ["6", "5-1", "6-1"])
def test_the_next_number_is_the_next_integer_or_an_inserted_one(number: str) -> None:
    assert follows(number, "5") is (number != "6-1")
    assert not follows("5", number)


def test_an_inserted_number_is_followed_by_the_next_one_of_either_kind() -> None:
    assert follows("5-2", "5-1")
    assert follows("6", "5-1")
    assert not follows("5-3", "5-1")
