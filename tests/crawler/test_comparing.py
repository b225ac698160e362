"""Changes between an act's editions stay right whatever comes in, and in whatever order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.law import Holding, HoldingKind
from tests.crawler.funnel import Funnel, article, chapter, funnel, only, page, source

OLD, MIDDLE, NEW = "Сажают весной.", "Сажают летом.", "Сажают осенью."


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Funnel]:
    with funnel(tmp_path) as made:
        yield made


def test_consecutive_editions_are_compared(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", OLD, "Второе.")
    corpus.take_articles("2002-01-01", NEW, "Второе.", "Третье.")
    assert corpus.story() == [
        ("2001-01-01", "2002-01-01", "added", "art_3"),
        ("2001-01-01", "2002-01-01", "amended", "art_1"),
    ]


def test_an_edition_found_in_between_replaces_the_comparison_across_it(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", OLD)
    corpus.take_articles("2003-01-01", NEW)
    corpus.take_articles("2002-01-01", MIDDLE)
    assert corpus.story() == [
        ("2001-01-01", "2002-01-01", "amended", "art_1"),
        ("2002-01-01", "2003-01-01", "amended", "art_1"),
    ]
    withdrawn = [one for one in corpus.changes(withdrawn=True) if one.withdrawn_at]
    assert [(str(one.older_label), str(one.newer_label)) for one in withdrawn] == [
        ("2001-01-01", "2003-01-01")
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    pages = [("2001-01-01", OLD), ("2002-01-01", MIDDLE), ("2003-01-01", NEW)]
    with funnel(tmp_path) as corpus:
        for place in order:
            label, text = pages[place]
            corpus.take_articles(label, text, "Второе.")
        assert corpus.story() == [
            ("2001-01-01", "2002-01-01", "amended", "art_1"),
            ("2002-01-01", "2003-01-01", "amended", "art_1"),
        ]


def take_whole(corpus: Funnel, label: str, first: str, second: str) -> None:
    body = page(chapter(1, article("1", f"1. {first}")), chapter(2, article("2", f"1. {second}")))
    assert corpus.take(body, source(label)).edition is not None


@pytest.mark.parametrize("part_comes_last", [False, True])
def test_a_partial_edition_hides_no_change_of_what_it_does_not_hold(
    corpus: Funnel, *, part_comes_last: bool
) -> None:
    take_whole(corpus, "2001-01-01", OLD, OLD)
    if part_comes_last:
        take_whole(corpus, "2003-01-01", NEW, NEW)
    part = page(chapter(2, article("2", f"1. {MIDDLE}")))
    corpus.take(part, source("2002-01-01", only("ch_2")))
    if not part_comes_last:
        take_whole(corpus, "2003-01-01", NEW, NEW)
    assert corpus.story() == [
        ("2001-01-01", "2002-01-01", "amended", "art_2"),
        ("2001-01-01", "2003-01-01", "amended", "art_1"),
        ("2002-01-01", "2003-01-01", "amended", "art_2"),
    ]


def test_what_a_partial_edition_does_not_hold_is_never_a_repeal(corpus: Funnel) -> None:
    take_whole(corpus, "2001-01-01", OLD, OLD)
    corpus.take(page(chapter(2, article("2", f"1. {OLD}"))), source("2002-01-01", only("ch_2")))
    assert corpus.story() == []


def test_labels_that_may_mean_the_same_day_are_not_compared(corpus: Funnel) -> None:
    corpus.take_articles("1998", OLD)
    corpus.take_articles("1998-06-01", NEW)
    corpus.take_articles("1999-01-01", NEW)
    assert {story[:2] for story in corpus.story()} == {("1998", "1999-01-01")} or not corpus.story()


def test_an_undated_edition_is_compared_with_nothing(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", OLD)
    corpus.take_articles("undated", NEW)
    assert corpus.story() == []


def test_a_chapters_new_heading_is_a_change_of_its_own(corpus: Funnel) -> None:
    corpus.take(page("## Глава 1. О порядке\n\n" + article("1", "1. Слово.")), source("2001-01-01"))
    corpus.take(
        page("## Глава 1. О строгом порядке\n\n" + article("1", "1. Слово.")), source("2002-01-01")
    )
    assert corpus.story() == [("2001-01-01", "2002-01-01", "amended", "ch_1")]


def test_a_later_correction_withdraws_no_earlier_one(corpus: Funnel) -> None:
    for text in (OLD, MIDDLE, NEW):
        corpus.take_articles("2001-01-01", text)
        corpus.take_articles("undated", text)
    told = [(one.older_edition_id, one.newer_edition_id) for one in corpus.changes(withdrawn=True)]
    assert [(one.older_edition_id, one.newer_edition_id) for one in corpus.changes()] == told
    assert len(set(told)) == 4
    assert {one.change.rule for one in corpus.changes()} == {"corrected by the registry"}


def test_a_whole_copy_in_place_of_a_part_is_no_correction(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", OLD, holding=only("art_1"))
    corpus.take_articles("2001-01-01", NEW, "Второе.")
    assert corpus.changes(withdrawn=True) == []


def test_two_registries_that_differ_make_no_changes(corpus: Funnel) -> None:
    adilet, etalon = (replace(corpus.ingest, registry=name) for name in ("adilet", "etalon"))
    for registry, text in [(adilet, OLD), (etalon, NEW)] * 2:
        corpus.ingest = registry
        corpus.take_articles("2001-01-01", text)
    assert corpus.changes(withdrawn=True) == []


def headed(first: str, second: str) -> bytes:
    return page(
        f"## Глава 1. {first}\n\n" + article("1", "1. Слово."),
        f"## Глава 2. {second}\n\n" + article("2", "1. Дело."),
    )


def test_a_partial_edition_hides_no_heading_that_it_does_not_hold(corpus: Funnel) -> None:
    corpus.take(headed("О садах", "О лесах"), source("2001-01-01"))
    part = page("## Глава 2. О рощах\n\n" + article("2", "1. Дело."))
    corpus.take(part, source("2002-01-01", only("ch_2")))
    corpus.take(headed("О парках", "О борах"), source("2003-01-01"))
    assert corpus.story() == [
        ("2001-01-01", "2002-01-01", "amended", "ch_2"),
        ("2001-01-01", "2003-01-01", "amended", "ch_1"),
        ("2002-01-01", "2003-01-01", "amended", "ch_2"),
    ]


def test_a_beginning_in_between_hides_no_change_of_what_follows_its_end(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", OLD, OLD, OLD)
    corpus.take_articles("2002-01-01", OLD, OLD, holding=Holding(HoldingKind.BEGINNING))
    corpus.take_articles("2003-01-01", NEW, NEW, NEW)
    assert corpus.story() == [
        ("2001-01-01", "2003-01-01", "amended", "art_2"),
        ("2001-01-01", "2003-01-01", "amended", "art_3"),
        ("2002-01-01", "2003-01-01", "amended", "art_1"),
    ]
