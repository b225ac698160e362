"""An act's own first day in force, as the watch list tells it: stated, inferred, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from corpus.amendments import UNKNOWN_ENTRY, EntryIntoForce, Ground
from corpus.law import EditionLabel
from corpus.store.records import ActSummary
from corpus.watched import CodeStatus, WatchedAct, Watchlist
from diffing.in_force.own_start import own_start
from diffing.in_force.presuming import INFERRED, WORDS, inferred_from, likely_in_force, words_of
from diffing.in_force.starts import Stage, Start
from diffing.in_force.windows import answer_on, decisive_days
from diffing.in_force.wording import Doubt, InForce, Why, wording_in_force

ADOPTED, BEGINS = date(2013, 4, 24), date(2013, 4, 27)
ACT = ActSummary("U1300000999", {}, "presidential decree", "999", ADOPTED, None, None, {}, None)
INFERRED_ENTRY = WatchedAct(
    "U1300000999",
    CodeStatus.CERTAIN,
    "presidential decree",
    "in force",
    adopted=EditionLabel.on(ADOPTED),
    in_force_from=BEGINS,
    in_force_basis="a news item",
    in_force_ground="inferred",
)
STATED_ENTRY = replace(INFERRED_ENTRY, in_force_ground="stated")


def start(*watched: WatchedAct) -> Start:
    return own_start(ACT, Watchlist(watched))


def stages(own: Start) -> list[Stage]:
    return [Stage(EditionLabel.on(ADOPTED), (own,))]


def test_a_stated_day_is_a_fact_told_by_the_watch_list() -> None:
    own = start(STATED_ENTRY)
    assert own.entry == EntryIntoForce(BEGINS, Ground.WATCHED)
    begun = wording_in_force(stages(own), BEGINS)
    assert isinstance(begun, InForce)
    assert begun.since == (own,)
    before = wording_in_force(stages(own), BEGINS - timedelta(days=1))
    assert isinstance(before, Doubt)
    assert before.why is Why.OLDER_WORDING
    assert answer_on(stages(own), BEGINS).sure


def test_an_inferred_day_decides_nothing_and_is_what_is_likely() -> None:
    own = start(INFERRED_ENTRY)
    assert own.entry == UNKNOWN_ENTRY
    for day in (BEGINS, BEGINS + timedelta(days=900)):
        assert isinstance(wording_in_force(stages(own), day), Doubt)
        likely = likely_in_force(stages(own), day)
        assert likely is not None
        assert (likely.place, likely.presumed) == (0, (own,))
        assert not answer_on(stages(own), day).sure
    assert likely_in_force(stages(own), BEGINS - timedelta(days=1)) is None
    assert inferred_from((own,)) == BEGINS
    assert BEGINS in decisive_days(stages(own), ())


def test_an_inferred_day_goes_before_the_year_that_is_given_to_any_act() -> None:
    late = date(2015, 1, 1)
    own = start(replace(INFERRED_ENTRY, in_force_from=late))
    assert likely_in_force(stages(own), date(2014, 12, 31)) is None
    assert likely_in_force(stages(own), late) is not None


def test_what_is_presumed_is_told_by_what_it_is_presumed_from() -> None:
    inferred, unknown = start(INFERRED_ENTRY), start()
    told = INFERRED.format(day=BEGINS, basis="a news item")
    assert words_of((inferred,)) == told
    assert words_of((unknown,)) == WORDS
    assert words_of((unknown, inferred)) == f"{WORDS} {told}"


@pytest.mark.parametrize(
    "watched",
    [
        replace(STATED_ENTRY, in_force_ground=None),
        replace(STATED_ENTRY, ngr="U1300000998"),
        replace(STATED_ENTRY, adopted=EditionLabel.on(date(2013, 4, 23))),
        replace(STATED_ENTRY, adopted=EditionLabel.parse("2013")),
        replace(STATED_ENTRY, in_force_from=ADOPTED - timedelta(days=1)),
    ],
)
def test_what_is_not_said_of_this_very_act_as_a_whole_is_no_day(watched: WatchedAct) -> None:
    own = start(watched)
    assert (own.entry, own.inferred) == (UNKNOWN_ENTRY, None)
