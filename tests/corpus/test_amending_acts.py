"""What the watch list knows of the acts that notes name."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amending_acts import AmendingActs
from corpus.amendments import AmendingAct, NgrGround
from corpus.law import EditionLabel
from corpus.watchlist import WatchlistError, load_watchlist, read_watchlist

LAW = "Z990000777_"
LIST = f"""
[[act]]
ngr = "{LAW}"
form = "law"
status = "in force"
amendments = [
    {{ date = 2001-02-03, number = "20-II", ngr = "Z010000020_", published = 2001-02-10 }},
    {{ date = 2002-02-03, number = "21-II", ngr_guess = "Z020000021_", labels = [2003-01-01] }},
    {{ date = 2003-02-03, number = "22", in_force_from = 2004-01-01 }},
    {{ year = 2004, number = "23" }},
]

[[act]]
ngr_guess = "Z030000022_"
form = "law"
status = "amending act"
number = "22-II"
adopted = 2003-02-03
published = 2003-02-20
"""
ACTS = AmendingActs(read_watchlist(LIST))


def act(day: str, number: str | None) -> AmendingAct:
    return AmendingAct(date.fromisoformat(day), number)


def label(text: str) -> EditionLabel:
    return EditionLabel.parse(text)


def test_an_act_is_the_same_with_or_without_its_convocation() -> None:
    assert ACTS.published(act("2001-02-03", "20")) == date(2001, 2, 10)
    assert ACTS.published(act("2001-02-03", "20-II")) == date(2001, 2, 10)
    assert ACTS.published(act("2003-02-03", "22")) == date(2003, 2, 20)


def test_a_day_alone_or_a_number_alone_names_no_act() -> None:
    assert ACTS.published(act("2001-02-03", None)) is None
    assert ACTS.published(AmendingAct(None, "20-II")) is None
    assert ACTS.published(act("2001-02-04", "20-II")) is None
    assert ACTS.published(act("2004-01-01", "23")) is None


def test_entries_that_disagree_make_the_day_unknown() -> None:
    other = LIST.replace('number = "22", in', 'number = "22", published = 2003-02-21, in')
    assert AmendingActs(read_watchlist(other)).published(act("2003-02-03", "22")) is None


def test_a_number_that_was_seen_is_better_than_the_rules_guess_and_a_link_best() -> None:
    ruled = AmendingAct(date(2001, 2, 3), "20-II", ngr="Z0100000020", ngr_ground=NgrGround.RULE)
    found = ACTS.identified(ruled)
    assert (found.ngr, found.ngr_ground) == ("Z010000020_", NgrGround.WATCHED)
    linked = AmendingAct(date(2001, 2, 3), "20-II", ngr="Z01_", ngr_ground=NgrGround.LINK)
    assert ACTS.identified(linked) == linked


def test_a_guess_of_the_watch_list_is_told_as_one() -> None:
    found = ACTS.identified(act("2002-02-03", "21"))
    assert (found.ngr, found.ngr_ground) == ("Z020000021_", NgrGround.RULE)
    assert ACTS.identified(act("1999-01-01", "1")) == act("1999-01-01", "1")


def test_an_act_made_the_editions_that_are_said_to_be_its_own() -> None:
    assert ACTS.made(act("2002-02-03", "21"), LAW, label("2003-01-01"))
    assert ACTS.made(act("2003-02-03", "22"), LAW, label("2004-01-01"))
    assert not ACTS.made(act("2003-02-03", "22"), LAW, label("2003-02-03"))
    assert not ACTS.made(act("2002-02-03", "21"), LAW, label("2004-01-01"))
    assert not ACTS.made(act("2002-02-03", "21"), "Z000000001_", label("2003-01-01"))
    assert not ACTS.made(AmendingAct(), LAW, label("2003-01-01"))


def test_the_watch_list_that_comes_with_nusqa_knows_a_day_of_publication() -> None:
    assert AmendingActs(load_watchlist()).published(act("1999-05-06", "375")) == date(1999, 5, 8)


@pytest.mark.parametrize(
    ("published", "line"), [("2003-02-20", "2003-01-20"), ("2001-02-10", "2001-01-10")]
)
def test_an_act_published_before_it_was_adopted_is_refused(published: str, line: str) -> None:
    with pytest.raises(WatchlistError, match="before it"):
        read_watchlist(LIST.replace(f"published = {published}", f"published = {line}"))
