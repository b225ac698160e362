"""Days along a line, and labels that stay apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.drawing.scale import Scale, apart

SCALE = Scale(date(2000, 1, 1), date(2001, 1, 1), 100, 466)


def test_time_is_at_true_scale() -> None:
    assert SCALE.x(date(2000, 1, 1)) == 100
    assert SCALE.x(date(2000, 7, 1)) - SCALE.x(date(2000, 1, 1)) == 182
    assert SCALE.x(date(2001, 1, 1)) == 466


def test_a_scale_of_one_day_does_not_divide_by_nothing() -> None:
    assert Scale(date(2000, 1, 1), date(2000, 1, 1), 0, 10).x(date(2000, 1, 1)) == 0


@pytest.mark.parametrize("years", [1, 7, 30, 300, 8000])
def test_so_many_years_are_named_that_they_can_be_read(years: int) -> None:
    begin = date(1995, 9, 28)
    end = begin + timedelta(days=365 * years)
    named = Scale(begin, end, 0, 100).years()
    assert 0 < len(named) <= 17
    assert all(begin <= day <= end for day in named)


places = st.lists(st.floats(0, 1000), max_size=40).map(sorted)


@given(places)
def test_labels_stay_apart_in_order_and_inside(wanted: list[float]) -> None:
    found = apart(wanted, 20, 0, 1000)
    assert len(found) == len(wanted)
    assert all(later - earlier > 19.999 for earlier, later in pairwise(found))
    assert all(-0.001 <= place <= 1000.001 for place in found)


@given(places)
def test_labels_that_are_apart_stay_where_they_are(wanted: list[float]) -> None:
    spread = [place * 30 for place in range(len(wanted) % 30)]
    assert apart(spread, 20, 0, 1000) == pytest.approx(spread)


def test_labels_that_crowd_share_the_way() -> None:
    assert apart([500, 500, 500], 20, 0, 1000) == [480, 500, 520]
