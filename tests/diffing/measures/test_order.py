"""Editions in time by their labels."""

from __future__ import annotations

import pytest

from corpus.law import EditionLabel
from diffing.measures.order import days, missing_between, placed
from tests.diffing.measures.acts import GARDEN, dated, timeline


def label(text: str) -> EditionLabel:
    return EditionLabel.parse(text)


def order(*labels: str) -> list[str]:
    return [str(one.label) for one in placed(dated(name, GARDEN) for name in labels)]


def test_editions_are_put_in_order_by_label() -> None:
    assert order("2007", "1998-11-06", "2022-02-07") == ["1998-11-06", "2007", "2022-02-07"]


def test_an_undated_edition_has_no_place() -> None:
    assert order("undated", "2001-01-01") == ["2001-01-01"]


def test_a_year_in_which_another_edition_is_held_has_no_place_but_the_other_has() -> None:
    assert order("2007", "2007-06-19", "2009-02-09") == ["2007-06-19", "2009-02-09"]


def missing(older: str, newer: str, *named: str, open_: tuple[str, ...] = ()) -> list[str]:
    known = timeline(dated(older, GARDEN), dated(newer, GARDEN), missing=named)
    found = missing_between(label(older), label(newer), known, [label(one) for one in open_])
    return [str(one.label) for one in found]


def test_what_is_known_and_not_held_in_between_is_named_in_order() -> None:
    named = ("2003-01-01", "2000-01-01", "2002-06-01", "2001-05-05")
    assert missing("2001-01-01", "2003-01-01", *named) == ["2001-05-05", "2002-06-01"]


def test_a_year_that_may_lie_in_between_is_named() -> None:
    assert missing("2001-03-01", "2003-01-01", "2001") == ["2001"]
    assert missing("2001", "2003-01-01", "2001-03-01") == ["2001-03-01"]


def test_what_surely_lies_outside_is_not_named() -> None:
    assert missing("2001-03-01", "2003-01-01", "2000", "2004", "2003-01-02", "undated") == []


def test_a_held_edition_of_unknown_place_may_lie_in_between_too() -> None:
    known = timeline(dated("2006-01-01"), dated("2007"), dated("2007-06-19"), dated("2009-01-01"))
    between = missing_between(label("2007-06-19"), label("2009-01-01"), known, [label("2007")])
    assert [(str(one.label), one.named_by) for one in between] == [
        ("2007", "held, its place in the year not known")
    ]


def test_an_undated_label_has_no_days() -> None:
    with pytest.raises(ValueError, match="no place in time"):
        days(label("undated"))
