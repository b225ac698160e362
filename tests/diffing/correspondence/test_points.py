"""Points inside an article that both sides have under one key."""

from corpus.law import Article
from diffing.correspondence.relation import Correspondence, Route
from diffing.correspondence.scales import SCALES
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
    item,
    law,
    numbered,
    only,
    points,
    rows,
)


def inside(old: Article, new: Article) -> Correspondence:
    """What became of an article, told of two editions that hold nothing else."""
    return only(align(law(old), law(new, label="2022-01-01")))


def test_points_of_one_number_are_paired_and_new_and_dropped_ones_told() -> None:
    pair = inside(
        article("1", points(APPLES, GATE, HARVEST)),
        article("1", points(APPLES, GATE.replace("ночь", "зиму"), HARVEST, BEES)),
    )
    assert rows(pair.points) == [
        ("identical", "art_1__p_1", "art_1__p_1"),
        ("edited", "art_1__p_2", "art_1__p_2"),
        ("identical", "art_1__p_3", "art_1__p_3"),
        ("new", "", "art_1__p_4"),
    ]


def test_a_point_that_only_got_another_number_has_moved_and_is_not_edited() -> None:
    pair = inside(
        article("1", points(APPLES, GATE, HARVEST)),
        article("1", points(TREASURER, APPLES, GATE, HARVEST)),
    )
    assert rows(pair.points) == [
        ("new", "", "art_1__p_1"),
        ("moved", "art_1__p_1", "art_1__p_2"),
        ("moved", "art_1__p_2", "art_1__p_3"),
        ("moved", "art_1__p_3", "art_1__p_4"),
    ]


def test_an_article_whose_points_only_got_other_numbers_says_the_same() -> None:
    """However alike its points are: an equal number must not outweigh equal words."""
    alike = [
        f"Аким вносит вклад {n} за дом номер {n * 7} и сдаёт книгу казначею." for n in range(9)
    ]
    shifted = tuple(b for n, text in enumerate(alike, 2) for b in numbered(str(n), text))
    pair = inside(article("1", points(*alike)), article("1", shifted))
    assert (pair.relation, pair.score) == ("identical", 1.0)
    assert {one.relation for one in pair.points} == {"moved"}
    assert len(pair.points) == 9


def test_a_number_that_speaks_of_something_else_now_is_no_pair() -> None:
    pair = inside(article("1", points(APPLES, GATE)), article("1", points(APPLES, TREASURER)))
    assert rows(pair.points) == [
        ("identical", "art_1__p_1", "art_1__p_1"),
        ("new", "", "art_1__p_2"),
        ("dropped", "art_1__p_2", ""),
    ]


def test_points_that_changed_places_are_found_by_their_words_and_told_in_order() -> None:
    pair = inside(
        article("1", points(APPLES, GATE, HARVEST, BEES)),
        article("1", points(BEES, HARVEST, GATE, APPLES)),
    )
    told = [(one.relation, one.old[0].marker, one.new[0].marker) for one in pair.points]
    assert [old for _, old, _ in told] == ["1.", "2.", "3.", "4."]
    assert [new for _, _, new in told] == ["4.", "3.", "2.", "1."]
    assert {relation for relation, _, _ in told} == {"moved"}


def test_a_point_worded_anew_under_another_number_is_found_among_the_strays() -> None:
    lots = [APPLES, GATE, HARVEST, BEES, POND, FENCE, BOUNDS]
    edited = TREASURER.replace("на два года", "на три года")
    pair = inside(article("1", points(TREASURER, *lots)), article("1", points(*lots[::-1], edited)))
    found = next(one for one in pair.points if one.old and one.old[0].key == "art_1__p_1")
    assert (found.relation, found.new[0].key) == ("edited", "art_1__p_8")
    assert found.route is Route.SIMILARITY
    assert found.runner_up is not None
    assert not any(one.relation in {"new", "dropped"} for one in pair.points)


ELECTED = "Казначеем сада бывает избранный соседями на сходе."
ELECTED_ANEW = "Избранных казначеев сады утверждают осенью тайно."
"""Few words in common, but other forms of the same ones."""


def test_an_equal_number_lets_fewer_words_be_enough() -> None:
    same_number = inside(
        article("1", points(APPLES, ELECTED, POND, GATE)),
        article("1", points(APPLES, ELECTED_ANEW, POND, BEES)),
    )
    assert rows(same_number.points)[1] == ("edited", "art_1__p_2", "art_1__p_2")
    score = same_number.points[1].score
    assert score is not None
    assert SCALES.sure_if_linked < score < SCALES.sure


def test_points_that_are_merely_alike_are_possible_and_neither_new_nor_dropped() -> None:
    other_number = inside(
        article("1", points(APPLES, ELECTED, POND)),
        article("1", points(APPLES, POND, ELECTED_ANEW)),
    )
    assert rows(other_number.points) == [
        ("identical", "art_1__p_1", "art_1__p_1"),
        ("possible", "art_1__p_2", "art_1__p_3"),
        ("moved", "art_1__p_3", "art_1__p_2"),
    ]


def test_an_excluded_point_has_no_counterpart() -> None:
    pair = inside(
        article("1", points(APPLES, GATE)), article("1", points(APPLES, "(Пункт исключен)"))
    )
    assert rows(pair.points)[1:] == [("dropped", "art_1__p_2", "")]


def test_points_that_lost_their_numbers_stand_beside_the_unnumbered_parts() -> None:
    pair = inside(
        article("1", points(APPLES, GATE)),
        article("1", APPLES.replace("весной", "осенью"), GATE.replace("ночь", "зиму")),
    )
    assert rows(pair.points) == [
        ("edited", "art_1__p_1", "art_1__part_1"),
        ("edited", "art_1__p_2", "art_1__part_2"),
    ]


def test_parts_that_were_numbered_keep_the_list_that_follows_them() -> None:
    old = article("1", APPLES, "Сторож обязан:", item("", "1", "закрыть ворота;"))
    new = article("1", numbered("1", APPLES), numbered("2", "Сторож обязан:"))
    pair = inside(old, new)
    assert rows(pair.points) == [
        ("moved", "art_1__part_1", "art_1__p_1"),
        ("edited", "art_1__part_2", "art_1__p_2"),
    ]
    assert [block.text for block in pair.points[1].old[0].blocks][1:] == ["закрыть ворота;"]


def test_an_article_without_points_on_either_side_has_none() -> None:
    pair = inside(article("1", APPLES), article("1", APPLES.replace("весной", "осенью")))
    assert pair.relation == "edited"
    assert pair.points == ()


def test_unchanged_articles_are_not_read_point_by_point() -> None:
    pair = inside(article("1", points(APPLES, GATE)), article("1", points(APPLES, GATE)))
    assert (pair.relation, pair.points) == ("identical", ())


def test_words_that_went_from_one_point_to_the_next_are_a_change() -> None:
    """Read without its numbers the article says the same; with them it does not."""
    pair = inside(
        article("1", points(f"{APPLES} {GATE}", HARVEST)),
        article("1", points(APPLES, f"{GATE} {HARVEST}")),
    )
    assert pair.relation == "edited"


def test_what_stands_before_the_first_point_is_a_unit_of_its_own() -> None:
    old = article("1", POND, points(APPLES, GATE))
    new = article("1", POND.replace("пруда", "реки"), points(APPLES, GATE))
    assert rows(inside(old, new).points)[0] == ("edited", "art_1__part_1", "art_1__part_1")
