"""New and dropped are said only of what the other side really lacks."""

from corpus.law import Footnote, Holding, HoldingKind
from diffing.correspondence.correspond import correspond
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
    item,
    later,
    law,
    points,
    row,
    rows,
    rule,
)

BEGINNING = Holding(HoldingKind.BEGINNING)
NEW = "2022-01-01"


def test_rules_of_a_general_part_may_correspond_but_are_never_new_or_dropped() -> None:
    general = law(article("1", points(GATE, BEES)), ngr="Z950000001_")
    own = later(APPLES)
    right = [Selection(own), Selection(general, general=True)]
    assert rows(align(decree(APPLES, GATE, POND), right)) == [
        ("identical", "p_1", "p_1"),
        ("identical", "p_2", "art_1__p_1"),
        ("dropped", "p_3", ""),
    ]
    assert rows(align(right, decree(APPLES, GATE, POND))) == [
        ("identical", "p_1", "p_1"),
        ("identical", "art_1__p_1", "p_2"),
        ("new", "", "p_3"),
    ]


def test_articles_without_wording_are_named_and_not_compared() -> None:
    excluded = article("2", Footnote("Сноска. Статья 2 исключена Законом РК от 01.02.2003 № 9-II."))
    found = align(law(article("1", APPLES, heading=""), excluded), later(APPLES))
    assert rows(found) == [("identical", "art_1", "p_1")]
    assert found.without_wording == (("art_2",), ())


def test_points_without_wording_are_named_too() -> None:
    statute = law(article("1", points(APPLES, "Исключен.", GATE)))
    found = align(statute, later(APPLES, GATE))
    assert rows(found) == [("identical", "art_1__p_1", "p_1"), ("identical", "art_1__p_3", "p_2")]
    assert found.without_wording == (("art_1__p_2",), ())


def test_an_empty_article_is_no_rule() -> None:
    found = align(decree(APPLES, rule(2), rule(3, " ")), later(APPLES))
    assert rows(found) == [("identical", "p_1", "p_1")]
    assert found.without_wording == (("p_2", "p_3"), ())


def test_what_lies_beyond_the_end_of_a_copy_is_not_dropped() -> None:
    old = law(article("1", APPLES), article("2", GATE), article("3", POND), article("4", BEES))
    new = law(article("1", APPLES), article("2", GATE), holding=BEGINNING, label=NEW)
    found = align(old, new)
    assert rows(found) == [("identical", "art_1", "art_1")]
    assert found.not_comparable == (("art_2", "art_3", "art_4"), ("art_2",))


def test_the_last_article_of_a_beginning_may_be_cut_and_is_not_compared() -> None:
    new = law(article("1", APPLES), article("2", GATE[:20]), holding=BEGINNING, label=NEW)
    found = align(law(article("1", APPLES), article("2", GATE)), new)
    assert rows(found) == [("identical", "art_1", "art_1")]
    assert found.not_comparable == (("art_2",), ("art_2",))


def test_what_an_excerpt_does_not_hold_is_not_new() -> None:
    excerpt = law(
        article("5", APPLES, divisions=("ch_2",)), holding=Holding(HoldingKind.PARTS, ("ch_2",))
    )
    whole = law(
        article("1", GATE, divisions=("ch_1",)),
        article("5", APPLES.replace("весной", "осенью"), divisions=("ch_2",)),
        article("6", POND, divisions=("ch_2",)),
        label=NEW,
    )
    found = align(excerpt, whole)
    assert rows(found) == [("edited", "art_5", "art_5"), ("new", "", "art_6")]
    assert found.not_comparable == ((), ("art_1",))


def test_what_was_named_is_looked_for_in_a_partial_copy_but_not_called_dropped() -> None:
    old = law(article("1", FENCE), article("8", TREASURER), article("9", BOUNDS))
    new = law(article("1", FENCE), article("2", TREASURER), article("3", GATE), holding=BEGINNING)
    found = align(Selection(old, ("art_8", "art_9")), new)
    assert ("moved", "art_8", "art_2") in rows(found)
    assert not any(relation == "dropped" for relation, _, _ in rows(found))
    assert found.not_comparable[0] == ("art_9",)


def test_what_may_stand_behind_the_end_of_another_acts_copy_is_not_called_dropped() -> None:
    partial = law(article("1", APPLES), article("2", GATE), holding=BEGINNING, label=NEW)
    found = align(decree(APPLES, POND), partial)
    assert rows(found) == [("edited", "p_1", "art_1")]
    assert found.not_comparable == (("p_2",), ("art_2",))


def test_what_seems_dropped_is_not_sure_where_a_part_of_the_other_side_is_not_held() -> None:
    old, new = [Selection(decree(APPLES, POND))], [Selection(later(APPLES, BEES))]
    told = {
        lacking: {row(one)[0]: one.sure for one in correspond(old, new, lacking=lacking).items}
        for lacking in ((False, False), (False, True), (True, False))
    }
    assert told == {
        (False, False): {"identical": True, "dropped": True, "new": True},
        (False, True): {"identical": True, "dropped": False, "new": True},
        (True, False): {"identical": True, "dropped": True, "new": False},
    }


def test_a_partial_copy_lacks_nothing_against_itself() -> None:
    copy = law(article("1", APPLES), article("2", GATE), holding=BEGINNING)
    found = align(copy, copy)
    assert rows(found) == [("identical", "art_1", "art_1"), ("identical", "art_2", "art_2")]
    assert found.not_comparable == ((), ())


def test_behind_the_end_of_a_copy_nothing_is_new_though_its_chapter_was_named() -> None:
    first = article("1", APPLES, divisions=("ch_1",))
    cut = law(first, article("2", GATE, divisions=("ch_1",)), holding=BEGINNING)
    found = align(Selection(cut, ("ch_1",)), later(APPLES, POND))
    assert not any(relation == "new" for relation, _, _ in rows(found))
    assert found.not_comparable[1] == ("p_2",)


def test_what_an_excerpt_of_the_act_does_not_hold_has_not_moved_into_it() -> None:
    whole = law(article("1", GATE), article("7", POND, divisions=("ch_2",)))
    excerpt = law(
        article("7", BEES, divisions=("ch_2",)),
        article("8", GATE, divisions=("ch_2",)),
        holding=Holding(HoldingKind.PARTS, ("ch_2",)),
        label=NEW,
    )
    found = align(whole, Selection(excerpt, ("ch_2",)))
    assert rows(found) == [("edited", "art_7", "art_7"), ("new", "", "art_8")]
    assert found.not_comparable == (("art_1",), ())


def test_new_rules_stand_after_what_their_new_neighbour_came_from() -> None:
    found = align(decree(APPLES, GATE, HARVEST), later(HARVEST, BEES, APPLES, POND, GATE))
    assert rows(found) == [
        ("identical", "p_1", "p_3"),
        ("new", "", "p_4"),
        ("identical", "p_2", "p_5"),
        ("identical", "p_3", "p_1"),
        ("new", "", "p_2"),
    ]


def test_a_point_that_came_from_afar_draws_no_new_article_after_it() -> None:
    """Article 2 is new beside article 1, though a point of article 1 came from article 9."""
    old = law(
        article("1", points(APPLES)),
        article("9", points(HARVEST, TREASURER)),
        article("10", points(BOUNDS)),
    )
    new = law(
        article("1", points(APPLES, TREASURER)),
        article("2", points(GATE)),
        article("9", points(HARVEST)),
        article("10", points(BOUNDS)),
        label=NEW,
    )
    assert rows(align(old, new)) == [
        ("edited", "art_1", "art_1"),
        ("new", "", "art_2__p_1"),
        ("edited", "art_9", "art_9"),
        ("moved", "art_9__p_2", "art_1__p_2"),
        ("identical", "art_10", "art_10"),
    ]


def test_a_list_inside_an_article_without_points_stays_one_rule() -> None:
    listed = article(
        "1", "Сторож:", item("", "1", "запирает ворота;"), item("", "2", "кормит собак.")
    )
    assert rows(align(law(listed), later(POND))) == [("new", "", "p_1"), ("dropped", "art_1", "")]


def test_what_may_stand_behind_the_end_of_another_acts_copy_is_not_called_new() -> None:
    beginning = decree(APPLES, GATE, POND, holding=BEGINNING)
    found = align(beginning, later(APPLES, GATE, POND, BEES))
    assert rows(found) == [("identical", "p_1", "p_1"), ("identical", "p_2", "p_2")]
    assert found.not_comparable == (("p_3",), ("p_3", "p_4"))
    named = align(Selection(beginning, ("p_1", "p_2")), later(APPLES, BEES))
    assert rows(named) == [
        ("identical", "p_1", "p_1"),
        ("new", "", "p_2"),
        ("dropped", "p_2", ""),
    ]
