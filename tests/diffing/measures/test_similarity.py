"""How much of their words editions share."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diffing.measures.similarity as module
from diffing.measures.similarity import similarity
from diffing.measures.words import words_in
from tests.diffing.measures.acts import (
    GARDEN,
    HARVEST,
    WATER,
    WATER_AMENDED,
    dated,
    measured,
    parts,
)

cells = st.one_of(
    st.none(),
    st.lists(st.sampled_from(["сад", "вода", "снег", "№"]), max_size=5).map(" ".join),
)
tables = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.just(size), st.lists(st.lists(cells, min_size=size, max_size=size), max_size=5)
    )
)


def by_hand(rows: list[list[str | None]], one: int, other: int) -> float | None:
    common = words = 0
    for row in rows:
        first, second = row[one], row[other]
        if first is not None and second is not None:
            bags = Counter(words_in(first)), Counter(words_in(second))
            common += (bags[0] & bags[1]).total()
            words += bags[0].total() + bags[1].total()
    return 2 * common / words if words else None


@given(tables)
def test_every_share_is_what_counting_by_hand_gives(
    table: tuple[int, list[list[str | None]]],
) -> None:
    size, rows = table
    matrix = similarity(rows, size).matrix()
    for one in range(size):
        for other in range(size):
            expected = by_hand(rows, one, other)
            assert matrix[one][other] == (None if expected is None else pytest.approx(expected))
            assert matrix[one][other] == matrix[other][one]
        assert matrix[one][one] in {None, 1.0}


def test_a_word_is_common_as_often_as_both_have_it() -> None:
    found = similarity([["сад сад сад вода", "сад сад снег"]], 2)
    assert found.share(0, 1) == pytest.approx(2 * 2 / 7)
    assert (found.common[0][1], found.words[0][1], found.words[1][0]) == (2, 4, 3)


def test_words_of_different_articles_are_not_common() -> None:
    assert similarity([["сад", "вода"], ["вода", "сад"]], 2).share(0, 1) == 0


def test_what_is_only_technical_leaves_editions_the_same() -> None:
    old, new = "Аким села № 2-1 «Заря»", 'Aким  села №2\u20111 "Заря"'  # a Latin A, another hyphen
    assert similarity([[old, new]], 2).share(0, 1) == 1


def test_an_article_that_only_one_has_shares_nothing_but_one_not_held_does_not_count() -> None:
    whole = dated("2001-01-01", GARDEN, WATER)
    added = dated("2002-01-01", GARDEN, WATER, HARVEST)
    part = dated("2003-01-01", WATER_AMENDED, holding=parts("art_2"))
    found = measured(whole, added, part).similarity
    assert found.share(0, 1) == pytest.approx(2 * 9 / (9 + 15))
    assert found.share(0, 2) == pytest.approx(2 * 2 / 6)
    assert found.articles[1] == (3, 3, 1)


def test_a_renumbered_article_is_compared_with_itself() -> None:
    renumbered = replace(WATER, key="art_9", number="9", marker="Статья 9.")
    found = measured(dated("2001-01-01", GARDEN, WATER), dated("2002-01-01", GARDEN, renumbered))
    assert found.similarity.share(0, 1) == 1


def test_an_undated_edition_is_compared_too() -> None:
    found = measured(dated("undated", GARDEN, WATER), dated("2001-01-01", GARDEN, WATER_AMENDED))
    assert found.similarity.share(0, 1) == pytest.approx(2 * 8 / 18)


def test_equal_texts_are_cut_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []

    def counting(text: str) -> list[str]:
        cut.append(text)
        return words_in(text)

    monkeypatch.setattr(module, "words_in", counting)
    similarity([[f"правило {n}"] * 24 + [f"правило {n} новое"] for n in range(150)], 25)
    assert len(cut) == 300
