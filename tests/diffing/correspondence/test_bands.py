"""The values of the picture, and where its bars, bands and labels lie."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.correspondence.bands import NARROW, THUMBNAIL, WIDE, Measure, Shape
from diffing.correspondence.bands.layout import Column, Layout, lay_out
from diffing.correspondence.relation import Relation
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
    points,
)
from tests.diffing.correspondence.picturing import bands, naming

OLD = decree(APPLES, GATE, f"{HARVEST} {BEES}", POND, BOUNDS)
NEW = later(TREASURER, GATE, HARVEST, BEES, POND.replace("по очереди", "по списку"), FENCE, APPLES)


def test_every_correspondence_is_one_band_with_its_number_and_its_provisions() -> None:
    found, compared = bands(OLD, NEW), align(OLD, NEW)
    assert [band.number for band in found.bands] == list(range(1, len(compared.items) + 1))
    for band, item in zip(found.bands, compared.items, strict=True):
        assert (band.relation, band.sure, band.route, band.score) == (
            item.relation,
            item.sure,
            item.route,
            item.score,
        )
        assert {found.old[at].key for at in band.old} == {one.key for one in item.old}
        assert {found.new[at].key for at in band.new} == {one.key for one in item.new}
    assert found.counts() == compared.counts()
    assert found.counts()[Relation.NEW]
    assert found.counts()[Relation.DROPPED]


def test_provisions_stand_once_and_in_the_order_of_their_act() -> None:
    found = bands(OLD, NEW)
    assert [mark.key for mark in found.old] == ["p_1", "p_2", "p_3", "p_4", "p_5"]
    assert [mark.key for mark in found.new] == [f"p_{number}" for number in range(1, 8)]


def test_points_of_an_article_stand_as_they_are_printed_also_out_of_their_numbers_order() -> None:
    texts = [f"{text} Сад номер {number}." for number, text in enumerate(RULES[:3])]
    blocks = points(*texts)
    later_law = law(article("7", *[(block,) for block in (blocks[2], blocks[0], blocks[1])]))
    found = bands(decree(*texts), later_law)
    assert [mark.key for mark in found.new] == ["art_7__p_3", "art_7__p_1", "art_7__p_2"]


def test_a_mark_has_its_words_and_its_opening() -> None:
    mark = bands(OLD, NEW).old[1]
    assert (mark.words, mark.opening) == (9, GATE)


def test_nothing_on_both_sides_is_an_empty_picture() -> None:
    found = bands(decree(), later())
    assert (found.old, found.new, found.bands) == ((), (), ())
    assert layout([], [], WIDE, Measure.WORDS).left.bars == ()


RULE = st.lists(st.sampled_from(RULES), min_size=1, max_size=2).map(" ".join)
SIDE = st.lists(RULE, min_size=1, max_size=6, unique=True)


@given(SIDE, SIDE, st.sampled_from([WIDE, NARROW, THUMBNAIL]), st.sampled_from(Measure))
def test_bars_and_labels_never_lie_on_each_other_and_strips_fill_their_bars(
    old: list[str], new: list[str], shape: Shape, measure: Measure
) -> None:
    found = layout(old, new, shape, measure)
    for column in (found.left, found.right):
        below_each_other(column, shape)
    for strips, column in ((0, found.left), (1, found.right)):
        stretches = sorted(
            stretch
            for band in found.strips
            for strip in band
            if (stretch := (strip.left, strip.right)[strips])
        )
        assert all(end <= begin + 1e-6 for (_, end), (begin, _) in pairwise(stretches))
        covered = sum(end - begin for begin, end in stretches)
        assert covered == pytest.approx(sum(bar.height for bar in column.bars))


def layout(old: list[str], new: list[str], shape: Shape, measure: Measure) -> Layout:
    return lay_out(bands(decree(*old), later(*new)), shape, naming, measure, 10.0)


def below_each_other(column: Column, shape: Shape) -> None:
    for one, other in pairwise(column.bars):
        assert one.top + one.height <= other.top + 1e-6
        assert other.label - one.label >= shape.pitch - 1e-6
    assert all(bar.top >= 10.0 and bar.top + bar.height <= column.bottom for bar in column.bars)


def test_by_words_a_bar_is_as_high_as_it_has_words() -> None:
    long = " ".join(RULES)
    found = layout([long, GATE], [GATE], WIDE, Measure.WORDS)
    first, second = found.left.bars
    words = [mark.words for mark in bands(decree(long, GATE), later(GATE)).old]
    assert first.height / second.height == pytest.approx(words[0] / words[1])
    (same,) = found.right.bars
    assert same.height == pytest.approx(second.height)
