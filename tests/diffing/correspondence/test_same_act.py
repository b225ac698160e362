"""Two editions of one act: the key decides, unless the numbers were given anew."""

from corpus.law import Footnote
from diffing.correspondence.relation import Route
from diffing.correspondence.selection import Selection
from tests.diffing.correspondence.making import (
    APPLES,
    BEES,
    BOUNDS,
    FENCE,
    GATE,
    HARVEST,
    POND,
    TREASURER,
    align,
    article,
    decree,
    law,
    only,
    points,
    rows,
)

NEW = "2022-01-01"


def test_the_same_key_is_the_same_article_whatever_it_says() -> None:
    pair = only(align(law(article("7", APPLES)), law(article("7", BOUNDS), label=NEW)))
    assert (pair.relation, pair.route) == ("edited", Route.SAME_KEY)
    assert pair.redline.apply(pair.old[0].wording) == pair.new[0].wording


def test_the_same_edition_twice_is_all_identical() -> None:
    same = law(article("1", points(APPLES, GATE)), article("2", HARVEST), article("3", POND))
    found = align(same, same)
    assert rows(found) == [("identical", f"art_{n}", f"art_{n}") for n in (1, 2, 3)]
    assert all(one.score == 1.0 and not one.redline.changed for one in found.items)


def test_a_technical_difference_leaves_an_article_identical() -> None:
    old, new = article("1", "закон «О саде» - общий"), article("1", 'закон "О саде" – общий')
    assert rows(align(law(old), law(new, label=NEW))) == [("identical", "art_1", "art_1")]


def test_the_same_words_under_another_number_have_moved() -> None:
    pair = only(align(law(article("7", APPLES)), law(article("9", APPLES), label=NEW)))
    assert (pair.relation, pair.route, pair.score) == ("moved", Route.IDENTICAL_TEXT, 1.0)
    assert not pair.redline.blocks[0].changed  # only the article's own number differs


def test_of_two_candidates_with_the_same_words_none_is_asserted() -> None:
    twins = [article("9", APPLES), article("19", APPLES)]
    found = align(law(article("7", APPLES), article("8", GATE)), law(*twins, label=NEW))
    assert ("possible", "art_7", "art_9") in rows(found)
    assert ("possible", "art_7", "art_19") in rows(found)
    assert {one.relation for one in found.items} == {"possible", "dropped"}


def test_an_article_that_was_excluded_is_dropped_and_named_as_empty() -> None:
    gone = article("7", Footnote("Сноска. Статья 7 исключена Законом РК от 01.02.2003 № 9-II."))
    found = align(law(article("6", GATE), article("7", APPLES)), law(article("6", GATE), gone))
    assert rows(found) == [("identical", "art_6", "art_6"), ("dropped", "art_7", "")]
    assert found.without_wording == ((), ("art_7",))


def test_rules_of_a_decree_that_were_numbered_anew_go_by_their_words() -> None:
    old = decree(APPLES, GATE, HARVEST, BEES)
    new = decree(TREASURER, APPLES, GATE, FENCE, label=NEW)
    assert rows(align(old, new)) == [
        ("new", "", "p_1"),
        ("moved", "p_1", "p_2"),
        ("moved", "p_2", "p_3"),
        ("new", "", "p_4"),
        ("dropped", "p_3", ""),
        ("dropped", "p_4", ""),
    ]


def test_rules_of_a_decree_that_resemble_each_other_go_by_their_words_too() -> None:
    alike = [f"Аким вносит вклад {n} за дом номер {n * 7} казначею сада." for n in range(6)]
    found = align(decree(*alike), decree(GATE, *alike, label=NEW))
    assert rows(found)[1:] == [("moved", f"p_{n}", f"p_{n + 1}") for n in range(1, 7)]


def test_rules_of_a_decree_whose_words_changed_a_little_keep_their_number() -> None:
    new = decree(APPLES.replace("весной", "осенью"), GATE, label=NEW)
    assert rows(align(decree(APPLES, GATE), new)) == [
        ("edited", "p_1", "p_1"),
        ("identical", "p_2", "p_2"),
    ]


def test_a_point_that_went_to_another_article_is_found_there() -> None:
    old = law(article("1", points(APPLES, GATE, BOUNDS)), article("2", points(HARVEST, POND)))
    new = law(article("1", points(APPLES, GATE)), article("2", points(HARVEST, POND, BOUNDS)))
    found = align(old, new)
    assert rows(found) == [
        ("edited", "art_1", "art_1"),
        ("moved", "art_1__p_3", "art_2__p_3"),
        ("edited", "art_2", "art_2"),
    ]
    told = [row for article in (found.items[0], found.items[2]) for row in rows(article.points)]
    assert {relation for relation, _, _ in told} == {"identical"}  # no loss, no gain is claimed


def test_an_article_and_its_points_named_one_by_one_meet_by_their_keys() -> None:
    old = law(article("1", points(APPLES, GATE)))
    new = law(article("1", points(APPLES, GATE.replace("ночь", "зиму"))), label=NEW)
    found = align(old, Selection(new, ("art_1__p_2",)))
    assert rows(found) == [("dropped", "art_1__p_1", ""), ("edited", "art_1__p_2", "art_1__p_2")]
    assert found.items[1].route is Route.SAME_KEY


def test_a_point_that_was_named_and_says_nothing_any_more_is_dropped() -> None:
    old = law(article("1", points(APPLES, GATE)))
    new = law(article("1", points(APPLES, "Исключен.")), label=NEW)
    found = align(Selection(old, ("art_1__p_2",)), Selection(new, ("art_1__p_2",)))
    assert rows(found) == [("dropped", "art_1__p_2", "")]
    assert found.without_wording == ((), ("art_1__p_2",))
