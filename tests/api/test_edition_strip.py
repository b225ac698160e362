"""The strip of an act's editions: every one has a place, in the order of time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.questions.whole_act.history import KnownEdition
from api.questions.whole_act.strip import Strip, strip_of
from corpus.law import EditionLabel
from corpus.store.completeness import MissingEdition, WhyMissing

TODAY = date(2026, 11, 26)
DAYS = st.dates(date(1990, 1, 1), date(2029, 12, 31))


def known(*labels: str) -> list[KnownEdition]:
    parsed = sorted(map(EditionLabel.parse, labels), key=lambda one: one.first_day or date.max)
    return [KnownEdition(one, None, MissingEdition(one, WhyMissing.NOT_ASKED)) for one in parsed]


def strip(*labels: str) -> Strip:
    found = strip_of(known(*labels), TODAY)
    assert found is not None
    return found


@given(st.sets(DAYS, min_size=2, max_size=60))
def test_segments_follow_each_other_without_a_gap_and_none_is_too_thin(days: set[date]) -> None:
    found = strip(*map(str, days))
    assert len(found.segments) == len(days)
    assert found.segments[0].x == 0
    for before, after in pairwise(found.segments):
        assert before.x + before.width == pytest.approx(after.x, abs=0.02)
    assert min(one.width for one in found.segments) >= 0.5
    assert found.segments[-1].x + found.segments[-1].width == pytest.approx(100, abs=0.02)


@given(st.sets(DAYS, min_size=2, max_size=60))
def test_years_are_in_order_on_the_strip_and_do_not_run_together(days: set[date]) -> None:
    years = strip(*map(str, days)).years
    assert all(before.year < after.year for before, after in pairwise(years))
    assert all(after.x - before.x >= 4.3 for before, after in pairwise(years))
    major = [one for one in years if not one.minor]
    assert years[:1] == tuple(major[:1])  # a phone shows the first one too
    assert all(after.x - before.x >= 12.9 for before, after in pairwise(major))


def test_a_longer_time_is_wider_where_there_is_room() -> None:
    short, long, _last = strip("2020-01-01", "2020-06-01", "2026-01-01").segments
    assert long.width > 5 * short.width


def test_an_edition_to_come_lies_behind_the_mark_of_today() -> None:
    found = strip("2020-01-01", "2028-01-01")
    assert found.today is not None
    assert found.segments[0].x < found.today.x < found.segments[1].x
    assert [one.future for one in found.segments] == [False, True]


def test_an_undated_edition_stands_apart_before_the_line() -> None:
    found = strip("undated", "2001-01-01", "2010-01-01")
    assert found.segments[0].edition.label.first_day is None
    assert found.segments[1].x > found.segments[0].x + found.segments[0].width


def test_one_edition_is_no_line() -> None:
    assert strip_of(known("2020-01-01"), TODAY) is None
    assert strip_of(known("undated"), TODAY) is None
    assert strip_of([], TODAY) is None


def test_two_hundred_editions_stay_apart() -> None:
    days = [date(1995, 1, 1) + timedelta(days=55 * n) for n in range(200)]
    found = strip(*map(str, days))
    assert len({one.x for one in found.segments}) == 200


def test_after_its_repeal_no_edition_of_an_act_goes_on() -> None:
    found = strip_of(known("2001-01-01", "2005-07-08"), TODAY, repealed_on=date(2011, 5, 19))
    assert found is not None
    last = found.segments[-1]
    assert last.x + last.width == pytest.approx(found.repealed_from, abs=0.02)
    assert found.repealed_from is not None
    assert found.repealed_from < 50
    to_come = strip_of(known("2001-01-01", "2005-07-08"), TODAY, repealed_on=date(2040, 1, 1))
    assert to_come is not None
    assert to_come.repealed_from is None
