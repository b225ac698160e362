from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.law import EditionLabel
from diffing.order import may_lie_between, sure_order

labels = st.one_of(
    st.dates(date(1995, 1, 1), date(2000, 12, 31)).map(EditionLabel.on),
    st.integers(1995, 2000).map(lambda year: EditionLabel.parse(str(year))),
    st.just(EditionLabel.parse("undated")),
)


def parsed(*texts: str) -> list[EditionLabel]:
    return [EditionLabel.parse(text) for text in texts]


@given(st.lists(labels, max_size=12, unique=True))
def test_what_is_in_order_surely_follows_what_is_before_it(found: list[EditionLabel]) -> None:
    chain = [found[place] for place in sure_order(found)]
    assert all(one.surely_before(other) for one, other in pairwise(chain))


@given(st.lists(st.dates().map(EditionLabel.on), max_size=12, unique=True))
def test_days_are_all_in_order(found: list[EditionLabel]) -> None:
    assert [found[place] for place in sure_order(found)] == sorted(found, key=str)


@given(st.lists(labels, min_size=1, max_size=12, unique=True), st.data())
def test_the_edition_asked_for_is_the_last(found: list[EditionLabel], data: st.DataObject) -> None:
    last = data.draw(st.integers(0, len(found) - 1))
    assert sure_order(found, last)[-1] == last


def test_a_year_beside_a_day_of_it_has_no_place_because_the_day_tells_more() -> None:
    found = parsed("1998", "1998-05-08", "2007", "undated")
    assert [str(found[place]) for place in sure_order(found)] == ["1998-05-08", "2007"]


def test_so_it_is_beside_the_first_day_of_the_year() -> None:
    for found in (parsed("2007", "2007-01-01"), parsed("2007-01-01", "2007")):
        assert [str(found[place]) for place in sure_order(found)] == ["2007-01-01"]


def test_asked_for_a_year_the_days_of_that_year_have_no_place() -> None:
    found = parsed("1997-01-01", "1998", "1998-05-08")
    assert [str(found[place]) for place in sure_order(found, 1)] == ["1997-01-01", "1998"]


def test_an_undated_edition_stands_alone() -> None:
    found = parsed("1998", "undated")
    assert sure_order(found, 1) == [1]


def test_between_two_editions_lies_what_may_lie_there() -> None:
    known = parsed("1998-05-08", "1998", "2004-04-13", "2007", "2007-06-19", "2009", "undated")
    older, newer = parsed("1998", "2007")
    between = may_lie_between(known, older, newer)
    assert list(map(str, between)) == ["1998-05-08", "2004-04-13", "2007-06-19"]
    assert list(map(str, may_lie_between(known, None, older))) == ["1998-05-08"]
    assert list(map(str, may_lie_between(known, newer, None))) == ["2007-06-19", "2009"]
    assert may_lie_between(known, older, EditionLabel.parse("undated")) == ()
