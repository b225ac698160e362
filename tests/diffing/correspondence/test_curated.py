"""A lawyer's pairs: they hold in both directions, and only while their quotes stand."""

import pytest

from corpus.correspondences import CuratedPair, CuratedSide
from corpus.provisions import ProvisionSet
from diffing.correspondence.curated import stands_in
from diffing.correspondence.relation import Route
from diffing.correspondence.selection import Selection
from tests.diffing.correspondence.making import (
    APPLES,
    BEES,
    BOUNDS,
    FENCE,
    GATE,
    HARVEST,
    LATER_DECREE,
    POND,
    TREASURER,
    align,
    article,
    decree,
    later,
    law,
    points,
    rows,
)

OLD, NEW = decree(TREASURER, GATE, POND), later(HARVEST, FENCE, BEES)


def side(provisions: str, *quotes: str) -> CuratedSide:
    return CuratedSide(ProvisionSet.parse(provisions), quotes)


def pair(left: CuratedSide, right: CuratedSide, why: str = "who holds the money") -> CuratedPair:
    return CuratedPair(left, right, why)


TREASURERS = pair(
    side("U990000001_:p_1", "выбирает казначея"), side(f"{LATER_DECREE}:p_2", "собирает казначей")
)


def test_a_lawyers_pair_is_asserted_with_its_reason_whatever_the_words_say() -> None:
    found = align(OLD, NEW, [TREASURERS])
    told = next(one for one in found.items if one.route is Route.CURATED)
    assert (told.relation, told.old[0].key, told.new[0].key) == ("edited", "p_1", "p_2")
    assert told.ground == "who holds the money"
    assert told.score is not None
    assert told.score < 0.3
    assert found.unused == ()


def test_it_holds_whichever_side_is_written_first() -> None:
    turned = pair(TREASURERS.right, TREASURERS.left)
    assert align(OLD, NEW, [turned]).items == align(OLD, NEW, [TREASURERS]).items
    assert ("edited", "p_2", "p_1") in rows(align(NEW, OLD, [TREASURERS]))


def test_its_rules_have_no_other_partner() -> None:
    """Rule 2 there is the same words as rule 1 here, but the lawyer says otherwise."""
    twin = later(HARVEST, FENCE, TREASURER)
    found = align(OLD, twin, [TREASURERS])
    assert ("edited", "p_1", "p_2") in rows(found)
    assert not any(
        "p_1" in old and new == "p_3" for kind, old, new in rows(found) if kind != "possible"
    )


def test_a_pair_whose_quote_is_gone_is_told_and_not_used() -> None:
    gone = pair(side("U990000001_:p_1", "назначает казначея", "ставит казначея"), TREASURERS.right)
    found = align(OLD, NEW, [gone])
    assert not any(one.route is Route.CURATED for one in found.items)
    (unused,) = found.unused
    assert unused.pair == f"U990000001_:p_1 = {LATER_DECREE}:p_2"
    assert unused.reason == (
        "«назначает казначея» or «ставит казначея» does not stand in U990000001_:p_1 of 1999-01-01"
    )


def test_one_of_several_quotes_is_enough() -> None:
    either = pair(side("U990000001_:p_1", "нет таких слов", "поднятием рук"), TREASURERS.right)
    assert align(OLD, NEW, [either]).unused == ()


def test_several_rules_on_a_side_are_a_merge_or_a_split() -> None:
    both = pair(side("U990000001_:p_1,p_3", "поднятием рук"), TREASURERS.right)
    assert ("merged", "p_1 p_3", "p_2") in rows(align(OLD, NEW, [both]))
    assert ("split", "p_2", "p_1 p_3") in rows(align(NEW, OLD, [both]))


def test_a_key_of_an_article_names_all_its_points() -> None:
    statute = law(article("4", points(FENCE, BOUNDS)))
    whole = pair(
        side("U990000001_:p_1", "казначея"), side("Z210000003_:art_4", "собирает казначей")
    )
    assert ("split", "p_1", "art_4__p_1 art_4__p_2") in rows(align(OLD, statute, [whole]))


def test_several_rules_on_both_sides_are_told_and_not_used() -> None:
    statute = law(article("4", points(FENCE, BOUNDS)))
    vague = pair(
        side("U990000001_:p_1,p_2", "казначея"), side("Z210000003_:art_4", "собирает казначей")
    )
    found = align(OLD, statute, [vague])
    assert [one.reason for one in found.unused] == [
        "both sides have several rules here: name the points"
    ]


def test_of_two_pairs_about_one_rule_the_first_holds_and_the_other_is_told() -> None:
    other = pair(side("U990000001_:p_1", "поднятием рук"), side(f"{LATER_DECREE}:p_3", "ульи"))
    found = align(OLD, NEW, [TREASURERS, other])
    assert ("edited", "p_1", "p_2") in rows(found)
    (unused,) = found.unused
    assert unused.pair == f"U990000001_:p_1 = {LATER_DECREE}:p_3"
    assert unused.reason == "another pair has claimed one of its rules already"
    assert align(NEW, OLD, [TREASURERS, other]).unused == found.unused


def test_pairs_about_other_acts_or_rules_that_are_not_compared_are_passed_over() -> None:
    other_act = pair(side("U000000009_:p_1", "казначея"), TREASURERS.right)
    found = align(Selection(OLD, ("p_2",)), NEW, [TREASURERS, other_act])
    assert found.unused == ()
    assert not any(one.route is Route.CURATED for one in found.items)


def test_a_key_that_the_act_does_not_have_is_told() -> None:
    slip = pair(side("U990000001_:p_77", "казначея"), TREASURERS.right)
    found = align(OLD, NEW, [slip])
    assert [one.reason for one in found.unused] == ["there is no p_77 in U990000001_ of 1999-01-01"]


def test_what_is_left_is_aligned_by_its_words() -> None:
    found = align(decree(TREASURER, GATE, APPLES), later(GATE, FENCE, BOUNDS), [TREASURERS])
    assert rows(found) == [
        ("edited", "p_1", "p_2"),
        ("new", "", "p_3"),
        ("identical", "p_2", "p_1"),
        ("dropped", "p_3", ""),
    ]


@pytest.mark.parametrize(
    ("quote", "text", "stands"),
    [
        ("два года", "избирается на два года.", True),
        ("закон «О саде»", 'Закон\n"О саде" и закон  "О саде" - общий', True),
        ("25 лет", "не моложе 25 лет", True),
        ("25 лет", "не больше 125 лет", False),
        ("аким", "избирается акимом", False),
        ("статья 20", "статья 20-1", False),
        ("1 июня", "20-1 июня", False),
        ("срок", "срок - 5 дней", True),
        ("", "любой текст", False),
        ("...", "любой текст", False),
    ],
)
def test_a_quote_stands_in_a_text_as_whole_words(quote: str, text: str, stands: bool) -> None:
    assert stands_in(quote, text) is stands
