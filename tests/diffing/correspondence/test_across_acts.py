"""Rules of different acts: equal words, similarity, and what is not asserted."""

import pytest

from corpus.law import Language
from diffing.compare import DifferentLanguages
from diffing.correspondence.relation import Route
from tests.diffing.correspondence.making import (
    APPLES,
    BEES,
    BOUNDS,
    FENCE,
    GATE,
    HARVEST,
    POND,
    RULES,
    TREASURER,
    align,
    article,
    decree,
    later,
    law,
    only,
    points,
    rows,
)


def test_equal_words_are_the_same_rule_in_whatever_order() -> None:
    found = align(decree(APPLES, GATE, HARVEST), later(HARVEST, APPLES, GATE))
    assert rows(found) == [
        ("identical", "p_1", "p_2"),
        ("identical", "p_2", "p_3"),
        ("identical", "p_3", "p_1"),
    ]
    assert {one.route for one in found.items} == {Route.IDENTICAL_TEXT}
    assert {one.score for one in found.items} == {1.0}


def test_equal_words_are_known_through_quotes_and_look_alikes() -> None:
    found = align(decree("закон «О ceле»", GATE), later(GATE, 'закон "О селе"'))
    assert ("identical", "p_1", "p_2") in rows(found)


def test_a_rule_in_other_words_is_found_and_its_redline_drawn() -> None:
    new = "Садовник сажает вишни осенью и поливает их каждое утро до жары."
    found = align(decree(*RULES), later(BOUNDS, POND, new, GATE))
    pair = next(one for one in found.items if one.new and one.new[0].key == "p_3")
    assert (pair.relation, pair.route) == ("edited", Route.SIMILARITY)
    assert pair.old[0].text == APPLES
    assert pair.redline.old.blocks[0].text == APPLES
    assert pair.redline.new.blocks[0].text == new
    assert pair.score is not None
    assert pair.runner_up is not None
    assert pair.runner_up < 0.7 * pair.score < pair.score < 1


def test_a_rival_that_comes_too_near_makes_a_pair_possible_only() -> None:
    """Two far-apart new rules, each half of the old one's words: nobody can tell."""
    old = "Казначей ведёт книгу взносов и хранит печать товарищества."
    first = "Казначей ведёт книгу взносов и сдаёт её ревизору осенью."
    second = "Казначей сдаёт ревизору печать и хранит печать товарищества."
    between = [APPLES, GATE, HARVEST, BEES, POND]
    found = align(decree(old, BOUNDS), later(first, *between, second))
    assert ("possible", "p_1", "p_1") in rows(found)
    assert ("possible", "p_1", "p_7") in rows(found)
    assert not any(
        one.relation not in {"possible", "dropped"} and one.old and one.old[0].text == old
        for one in found.items
    )


def test_a_surer_pair_takes_a_rival_away() -> None:
    """The same rival, but it is another old rule word for word."""
    old = "Казначей ведёт книгу взносов и хранит печать товарищества."
    first = "Казначей ведёт книгу взносов и сдаёт её ревизору осенью."
    second = "Казначей сдаёт ревизору печать и хранит печать товарищества."
    between = [APPLES, GATE, HARVEST, BEES, POND]
    found = align(decree(old, BOUNDS, second), later(first, *between, second))
    assert ("identical", "p_3", "p_7") in rows(found)
    assert ("edited", "p_1", "p_1") in rows(found)


def test_twins_on_the_other_side_are_possible_never_asserted() -> None:
    """Side by side or far apart: which of two equal rules is meant cannot be told."""
    beside = align(decree(APPLES, GATE, HARVEST), later(GATE, APPLES, APPLES, HARVEST))
    apart = align(decree(APPLES, GATE, HARVEST), later(APPLES, GATE, HARVEST, BEES, POND, APPLES))
    for found in (beside, apart):
        told = [one for one in found.items if one.old and one.old[0].text == APPLES]
        assert [one.relation for one in told] == ["possible", "possible"]


def test_two_texts_with_nothing_in_common_are_all_dropped_and_new() -> None:
    found = align(decree(APPLES, GATE, HARVEST), later(TREASURER, FENCE, BOUNDS))
    assert {one.relation for one in found.items} == {"dropped", "new"}
    assert len(found.items) == 6
    assert all(one.route is None and one.score is None for one in found.items)
    assert all(one.runner_up is not None and one.runner_up < 0.14 for one in found.items)


def test_what_is_new_or_dropped_says_how_near_the_nearest_came() -> None:
    found = align(decree(APPLES, TREASURER), later(APPLES, FENCE))
    dropped = next(one for one in found.items if one.relation == "dropped")
    assert dropped.old[0].text == TREASURER
    assert dropped.runner_up is not None
    assert dropped.runner_up > 0


def test_one_side_without_rules_leaves_the_other_dropped_or_new() -> None:
    assert rows(align(decree(APPLES), later())) == [("dropped", "p_1", "")]
    assert rows(align(decree(), later(APPLES))) == [("new", "", "p_1")]
    assert rows(align(decree(), later())) == []
    assert rows(align([], [])) == []


def test_a_decrees_point_is_beside_a_point_inside_an_article_or_a_whole_article() -> None:
    statute = law(article("5", points(GATE, BEES)), article("6", POND, heading=""))
    assert rows(align(decree(POND, GATE, BEES), statute)) == [
        ("identical", "p_1", "art_6"),
        ("identical", "p_2", "art_5__p_1"),
        ("identical", "p_3", "art_5__p_2"),
    ]


def test_the_number_of_a_rule_is_kept_apart_from_its_words() -> None:
    pair = only(align(decree(APPLES), law(article("5", points(APPLES)))))
    assert (pair.redline.old_marker, pair.redline.new_marker) == ("1.", "1.")
    assert pair.new[0].printed_heading == "Статья 5. Сад / 1."
    assert [block.changed for block in pair.redline.blocks] == [False]


def test_what_surrounds_a_rule_helps_but_makes_no_pair() -> None:
    """Equal headings around two rules without a common word are no reason."""
    old = law(article("1", points(APPLES), heading="Порядок в саду товарищества"), ngr="Z1")
    new = law(article("4", points(TREASURER), heading="Порядок в саду товарищества"), ngr="Z2")
    assert {one.relation for one in align(old, new).items} == {"dropped", "new"}


FRAME = "{} считается состоявшимся, когда пришла хотя бы половина тех, кого звали в этот день."


def test_a_frame_that_two_subjects_share_is_possible_only() -> None:
    bees = article("1", points(FRAME.format("Собрание пчеловодов"), BEES), heading="Пасека")
    dues = article("4", points(FRAME.format("Заседание казначеев"), FENCE), heading="Взносы")
    found = align(law(bees, ngr="Z1"), law(dues, ngr="Z2"))
    assert ("possible", "art_1__p_1", "art_4__p_1") in rows(found)
    assert not any(one.sure for one in found.items if one.old and one.new)


def test_the_same_frame_under_headings_with_a_common_word_is_asserted() -> None:
    bees = article("1", points(FRAME.format("Собрание соседей"), BEES), heading="Собрание в саду")
    dues = article("4", points(FRAME.format("Собрание соседей"), FENCE), heading="Собрание осенью")
    found = align(law(bees, ngr="Z1"), law(dues, ngr="Z2"))
    assert ("identical", "art_1__p_1", "art_4__p_1") in rows(found)


def test_texts_in_two_languages_are_refused_with_what_to_do() -> None:
    kazakh = decree("Бағбан алма ағашын көктемде отырғызады.", language=Language.KK)
    with pytest.raises(DifferentLanguages, match=r"kk and ru .* one language"):
        align(kazakh, later(APPLES))


def test_kazakh_rules_are_aligned_by_their_words_too() -> None:
    old = decree(
        "Бағбан алма ағаштарын көктемде отырғызып, күн сайын таңертең суарады.",
        "Күзетші қақпаны түнде жауып, келушілер журналын жүргізеді.",
        "Көршілер жиналысы қазынашыны екі жылға сайлайды.",
        language=Language.KK,
    )
    new = decree(
        "Көршілер жиналысы қазынашыны үш жылға ашық дауыспен сайлайды.",
        "Күзетші қақпаларды түнде жауып, келушілердің журналын жүргізеді.",
        ngr="U13",
        language=Language.KK,
    )
    assert rows(align(old, new)) == [
        ("dropped", "p_1", ""),
        ("edited", "p_2", "p_2"),
        ("edited", "p_3", "p_1"),
    ]
