"""An article's life as stretches of time."""

from __future__ import annotations

from datetime import date

import pytest

from diffing.measures.measure import ActMeasures
from diffing.measures.timeline.bars import shade, spans, stretches
from tests.diffing.measures.acts import (
    GARDEN,
    WATER,
    WATER_AMENDED,
    dated,
    four_editions,
    measured,
    parts,
)

Drawn = tuple[str, str, int | None, bool]

END = date(2010, 1, 1)


def drawn(measures: ActMeasures, key: str, begin: str = "2001-01-01") -> list[Drawn]:
    (life,) = (one for one in measures.lives if one.key == key)
    days = spans(measures.placed, measures.timeline.repealed_on or END)
    return [
        (str(one.begin), str(one.end), one.shade, one.known)
        for one in stretches(life, days, date.fromisoformat(begin))
    ]


def test_an_article_that_never_changed_is_one_stretch() -> None:
    assert drawn(measured(*four_editions()), "art_1") == [("2001-01-01", "2010-01-01", 0, True)]


def test_a_wording_is_as_dark_as_the_share_that_was_rewritten_when_it_came() -> None:
    third = shade(1 / 3)
    assert drawn(measured(*four_editions()), "art_2") == [
        ("2001-01-01", "2002-01-01", 0, True),
        ("2002-01-01", "2010-01-01", third, True),
    ]


def test_nothing_is_drawn_where_there_is_no_wording() -> None:
    assert drawn(measured(*four_editions()), "art_3") == [
        ("2001-01-01", "2004-01-01", 0, True),
        ("2008-01-01", "2010-01-01", 0, True),
    ]
    assert drawn(measured(*four_editions()), "art_4")[0][0] == "2002-01-01"


def test_after_an_edition_that_is_not_held_nothing_is_known_but_what_stayed_the_same() -> None:
    measures = measured(*four_editions(), missing=("2006-01-01", "2009-01-01"))
    assert drawn(measures, "art_1") == [
        ("2001-01-01", "2006-01-01", 0, True),
        ("2006-01-01", "2008-01-01", 0, False),
        ("2008-01-01", "2009-01-01", 0, True),
        ("2009-01-01", "2010-01-01", None, False),
    ]
    assert ("2006-01-01", "2008-01-01", None, False) in drawn(measures, "art_2")
    assert drawn(measures, "art_3")[1] == ("2006-01-01", "2008-01-01", None, False)


def test_what_an_edition_does_not_hold_is_unknown() -> None:
    measures = measured(
        dated("2001-01-01", WATER, holding=parts("art_2")),
        dated("2003-01-01", GARDEN, WATER),
        dated("2005-01-01", GARDEN, holding=parts("art_1")),
    )
    assert drawn(measures, "art_1") == [
        ("2001-01-01", "2003-01-01", None, False),
        ("2003-01-01", "2010-01-01", 0, True),
    ]
    assert drawn(measures, "art_2")[-1] == ("2005-01-01", "2010-01-01", None, False)


def test_what_was_in_force_before_the_first_edition_held_is_unknown() -> None:
    found = drawn(measured(*four_editions()), "art_1", begin="1995-01-01")
    assert found[0] == ("1995-01-01", "2001-01-01", None, False)
    assert drawn(measured(*four_editions()), "art_4", begin="1995-01-01")[0][0] == "2002-01-01"


def test_an_edition_of_a_year_is_known_for_a_moment_where_another_may_follow() -> None:
    measures = measured(
        dated("2001", WATER), dated("2005-01-01", WATER_AMENDED), missing=("2001-03-01",)
    )
    found = drawn(measures, "art_2")
    assert found[:3] == [
        ("2001-01-01", "2001-12-31", None, False),
        ("2001-12-31", "2001-12-31", 0, True),
        ("2001-12-31", "2005-01-01", None, False),
    ]


def test_an_act_ends_with_its_repeal() -> None:
    measures = measured(*four_editions(), repealed="2009-03-01")
    assert drawn(measures, "art_1") == [("2001-01-01", "2009-03-01", 0, True)]


@pytest.mark.parametrize(
    ("rewritten", "expected"),
    [(0.0, 1), (0.09, 1), (0.1, 2), (0.3, 3), (0.5, 4), (0.75, 5), (1.0, 5)],
)
def test_shades_grow_with_the_share(rewritten: float, expected: int) -> None:
    assert shade(rewritten) == expected
