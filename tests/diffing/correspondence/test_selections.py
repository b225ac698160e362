"""What is named on a side: whole acts, divisions, articles, points, parts of points."""

import pytest

from corpus.law import Division, DivisionKind
from diffing.compare import NotComparable
from diffing.correspondence.selection import InTwoEditions, Selection, chosen
from tests.diffing.correspondence.making import (
    APPLES,
    BEES,
    DECREE,
    FENCE,
    GATE,
    HARVEST,
    POND,
    align,
    article,
    decree,
    item,
    later,
    law,
    numbered,
    points,
    rows,
    rule,
)

CHAPTER = Division(DivisionKind.CHAPTER, "ch_2", "2", "Сторож", "Глава 2. Сторож")
STATUTE = law(
    article("1", points(APPLES, POND)),
    CHAPTER,
    article(
        "2",
        numbered(
            "1",
            "Сторож обязан:",
            item("p_1", "1", "запирать ворота;"),
            item("p_1", "2", "спать днём."),
        ),
        numbered("2", HARVEST),
        divisions=("ch_2",),
    ),
    article("3", FENCE, divisions=("ch_2",)),
)


def keys(*selections: Selection) -> list[str]:
    return [one.key for one in chosen(selections)[0]]


def test_without_keys_the_whole_act_is_meant() -> None:
    assert keys(Selection(STATUTE)) == ["art_1", "art_2", "art_3"]


def test_a_division_names_its_articles_and_keys_come_in_the_acts_order() -> None:
    assert keys(Selection(STATUTE, ("ch_2",))) == ["art_2", "art_3"]
    assert keys(Selection(STATUTE, ("art_3", "art_1__p_2", "art_1__p_1"))) == [
        "art_1__p_1",
        "art_1__p_2",
        "art_3",
    ]


def test_what_is_named_twice_or_inside_something_named_is_taken_once() -> None:
    assert keys(Selection(STATUTE, ("art_2", "ch_2", "art_2__p_1"))) == ["art_2", "art_3"]
    assert keys(Selection(STATUTE, ("art_2__p_1__sp_1", "art_2__p_1"))) == ["art_2__p_1"]
    assert keys(Selection(STATUTE), Selection(STATUTE, ("art_1__p_1",))) == [
        "art_1",
        "art_2",
        "art_3",
    ]


def test_what_names_nothing_is_left_to_whoever_reads_the_store() -> None:
    assert keys(Selection(STATUTE, ("art_77", "art_1__p_9"))) == []


def test_a_subpoint_can_be_named_and_compared_alone() -> None:
    night = later("запирать ворота на ночь;", "ходить по саду")
    found = align(Selection(STATUTE, ("art_2__p_1__sp_1",)), night)
    (pair,) = (one for one in found.items if one.old)
    assert (pair.relation, pair.old[0].key) == ("edited", "art_2__p_1__sp_1")
    assert pair.old[0].printed_heading == "Статья 2. Сад / 1. 1)"
    assert pair.old[0].text == "запирать ворота;"


def test_own_provisions_stay_own_where_a_general_part_names_them_too() -> None:
    """Whichever is given first: an own rule without counterpart is dropped, a general is not."""
    own, general = Selection(STATUTE, ("art_3",)), Selection(STATUTE, general=True)
    for side in ([own, general], [general, own]):
        assert rows(align(side, later(BEES))) == [("new", "", "p_1"), ("dropped", "art_3", "")]


def test_a_point_of_its_own_inside_a_general_article_stays_own() -> None:
    own = Selection(STATUTE, ("art_1__p_2",))
    general = Selection(STATUTE, ("art_1",), general=True)
    for side in ([own, general], [general, own]):
        assert rows(align(side, later(BEES, APPLES))) == [
            ("new", "", "p_1"),
            ("dropped", "art_1__p_2", ""),
            ("identical", "art_1__p_1", "p_2"),
        ]


def test_one_side_cannot_name_an_article_in_two_editions() -> None:
    newer = decree(APPLES, GATE, label="2004-01-01")
    with pytest.raises(InTwoEditions) as refused:
        align([Selection(decree(APPLES)), Selection(newer)], later(APPLES))
    assert isinstance(refused.value, NotComparable)
    assert str(refused.value).startswith(
        f"{DECREE}:p_1 is named in the editions 1999-01-01 and 2004-01-01 on one side: "
    )


def test_different_articles_of_two_editions_may_stand_on_one_side() -> None:
    newer = decree(APPLES, GATE, label="2004-01-01")
    side = [Selection(decree(APPLES), ("p_1",)), Selection(newer, ("p_2",))]
    assert rows(align(side, later(GATE, APPLES))) == [
        ("identical", "p_1", "p_2"),
        ("identical", "p_2", "p_1"),
    ]


def test_the_order_in_which_provisions_are_given_does_not_matter() -> None:
    first, second = Selection(STATUTE, ("art_3", "art_1")), Selection(decree(BEES, GATE))
    turned = Selection(STATUTE, ("art_1", "art_3"))
    other = later(FENCE, BEES, POND)
    assert align([first, second], other) == align([second, turned], other)


def test_keys_of_one_number_stand_in_a_fixed_order() -> None:
    """A point and an article of one number have the same place in an act's order."""
    empty = law(article("3"), rule("3"), article("2"), rule("2"))
    keys = tuple(empty.by_key)
    assert align(Selection(empty, keys), later(FENCE)).without_wording[0] == (
        "art_2",
        "p_2",
        "art_3",
        "p_3",
    )
    assert align(Selection(empty, keys[::-1]), later(FENCE)).without_wording[0][:2] == (
        "art_2",
        "p_2",
    )


def test_an_articles_points_named_one_by_one_say_the_same_as_the_article() -> None:
    one_by_one = Selection(STATUTE, ("art_1__p_1", "art_1__p_2"))
    other = later(POND, GATE)
    assert rows(align(one_by_one, other)) == rows(align(Selection(STATUTE, ("art_1",)), other))
