"""What each edition changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Article, ArticleKind, Edition, Footnote
from diffing.classify import NO_WORDING_ON_EITHER_SIDE, ChangeKind
from diffing.measures.measure import ActMeasures
from diffing.measures.words import WordCount
from tests.diffing.making import article
from tests.diffing.measures.acts import (
    FENCE,
    GARDEN,
    GONE,
    HARVEST,
    WATER,
    WATER_AMENDED,
    dated,
    four_editions,
    measured,
    parts,
)


def changes(measures: ActMeasures) -> list[tuple[str, str, str, str]]:
    return [
        (str(step.older), str(step.newer), change.key, str(change.kind))
        for step in measures.steps
        for change in step.changes
    ]


def test_every_edition_is_compared_with_the_one_before() -> None:
    assert changes(measured(*four_editions())) == [
        ("2001-01-01", "2002-01-01", "art_2", "amended"),
        ("2001-01-01", "2002-01-01", "art_4", "added"),
        ("2002-01-01", "2004-01-01", "art_3", "repealed"),
        ("2004-01-01", "2008-01-01", "art_2", "amended"),
        ("2004-01-01", "2008-01-01", "art_3", "restored"),
    ]


def test_the_order_in_which_editions_are_given_does_not_matter() -> None:
    there, back = measured(*four_editions()), measured(*reversed(four_editions()))
    assert changes(there) == changes(back)
    assert there.similarity == back.similarity


def test_words_are_counted_with_those_of_unchanged_articles() -> None:
    (step,) = measured(
        dated("2001-01-01", GARDEN, WATER), dated("2002-01-01", GARDEN, WATER_AMENDED, HARVEST)
    ).steps
    assert step.unchanged == ("art_1",)
    assert step.words == WordCount(kept=6 + 2, came=1 + 6, went=1)
    assert step.counts()[ChangeKind.UNCHANGED] == 1
    assert step.days == 365


def test_technical_changes_are_counted_apart() -> None:
    old = article("1", "Закон «О селе» и аким.")
    new = article("1", 'Закон "О селе" и aким.')  # a Latin a
    (step,) = measured(dated("2001-01-01", old, WATER), dated("2002-01-01", new, WATER)).steps
    counts = step.counts()
    assert (counts[ChangeKind.TECHNICAL], counts[ChangeKind.AMENDED]) == (1, 0)
    assert (step.words.came, step.words.went) == (0, 0)
    assert step.technical_words.came == step.technical_words.went > 0
    assert step.words.after + step.technical_words.came == 9


def test_a_repealed_articles_heading_that_disappears_is_no_second_repeal() -> None:
    measures = measured(
        dated("2001-01-01", GARDEN, FENCE),
        dated("2002-01-01", GARDEN, GONE),
        dated("2003-01-01", GARDEN),
    )
    assert measures.counts()[ChangeKind.REPEALED] == 1
    (vanished,) = measures.steps[1].changes
    assert (vanished.kind, vanished.rules) == (
        ChangeKind.TECHNICAL,
        (NO_WORDING_ON_EITHER_SIDE,),
    )


def test_a_step_names_the_known_editions_that_may_lie_in_between() -> None:
    measures = measured(*four_editions(), missing=("2003-05-05", "2001", "2009-01-01"))
    found = [[str(one.label) for one in step.missing] for step in measures.steps]
    assert found == [["2001"], ["2003-05-05"], []]
    assert [step.gap for step in measures.steps] == [True, True, False]


def test_what_a_partial_copy_does_not_hold_is_compared_past_it() -> None:
    measures = measured(
        dated("2001-01-01", GARDEN, WATER, FENCE),
        dated("2002-01-01", WATER_AMENDED, holding=parts("art_2")),
        dated("2003-01-01", GARDEN, WATER_AMENDED, FENCE, HARVEST),
    )
    assert changes(measures) == [
        ("2001-01-01", "2002-01-01", "art_2", "amended"),
        ("2001-01-01", "2003-01-01", "art_4", "added"),
    ]
    over = measures.editions[2].steps[1]
    assert (over.passed_over, over.gap) == ((measures.editions[1].edition.label,), True)
    assert over.unchanged == ("art_1", "art_3")
    assert measures.editions[2].steps[0].unchanged == ("art_2",)


def test_articles_that_no_earlier_edition_could_tell_of_are_counted_as_first_held() -> None:
    measures = measured(
        dated("2001-01-01", WATER, holding=parts("art_2")), dated("2002-01-01", GARDEN, WATER)
    )
    assert [one.first_held for one in measures.editions] == [1, 1]
    assert measures.counts()[ChangeKind.ADDED] == 0


def test_one_edition_has_nothing_to_be_compared_with() -> None:
    measures = measured(dated("2001-01-01", GARDEN, GONE))
    (only,) = measures.editions
    assert (only.steps, only.articles, only.without_wording, only.words) == ((), 2, 1, 7)
    assert measures.words() == WordCount()


texts = st.lists(st.sampled_from(["сад", "вода", "забор", "№", "2-1", "снег"]), max_size=6)


@st.composite
def histories(draw: st.DrawFn) -> list[Edition]:
    editions = []
    for year in range(2001, 2001 + draw(st.integers(1, 4))):
        numbers = draw(st.sets(st.integers(1, 4)))
        made: list[Article] = []
        for number in sorted(numbers):
            words = draw(texts)
            body = (" ".join(words),) if words else (Footnote("Сноска. Исключена."),)
            made.append(article(str(number), *body))
        editions.append(dated(f"{year}-01-01", *made))
    return editions


@given(histories())
def test_the_words_of_both_sides_are_all_accounted_for(editions: list[Edition]) -> None:
    measures = measured(*editions)
    for older, newer in zip(measures.editions, measures.editions[1:], strict=False):
        before = sum(step.words.before + step.technical_words.went for step in newer.steps)
        after = sum(step.words.after + step.technical_words.came for step in newer.steps)
        assert (before, after) == (older.words, newer.words)


@given(histories())
def test_what_lives_is_what_came_and_did_not_go(editions: list[Edition]) -> None:
    measures = measured(*editions)
    first, last = measures.editions[0], measures.editions[-1]
    counts = measures.counts()
    came = counts[ChangeKind.ADDED] + counts[ChangeKind.RESTORED]
    living = [one.articles - one.without_wording for one in (first, last)]
    silent = [
        change
        for step in measures.steps
        for change in step.changes
        if change.kind is ChangeKind.ADDED and change.new and not change.new.blocks
    ]
    assert not silent
    assert living[1] == living[0] + came - counts[ChangeKind.REPEALED]


def test_a_preamble_is_an_article_like_any_other() -> None:
    preamble = Article(ArticleKind.PREAMBLE, "preamble", body=article("1", "Мы решили.").body)
    measures = measured(dated("2001-01-01", GARDEN), dated("2002-01-01", preamble, GARDEN))
    assert changes(measures) == [("2001-01-01", "2002-01-01", "preamble", "added")]


@pytest.mark.parametrize("labels", [("2001", "2003-01-01"), ("2001-01-01", "2003")])
def test_the_days_to_a_year_are_not_known(labels: tuple[str, str]) -> None:
    (step,) = measured(*(dated(label, GARDEN) for label in labels)).steps
    assert step.days is None
