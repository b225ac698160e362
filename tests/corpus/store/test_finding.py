"""Finding acts and editions: by label, by day, the newest; and what is said when there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from corpus.amendments import AmendingAct, Amendment, Target, Verb
from corpus.law import Act, EditionLabel, Language
from corpus.store import reads
from corpus.store.day_errors import (
    ActRepealed,
    AmbiguousDate,
    BeforeFirstEdition,
    EditionNotHeld,
    NoDatedEdition,
)
from corpus.store.errors import LanguageNotHeld, UnknownAct, UnknownEdition
from corpus.store.records import Certainty
from corpus.store.writes import WATCH_LIST, touch_listed, upsert_act
from tests.corpus.store.amending import keep
from tests.corpus.store.making import KK, NGR, NOON, RU, Shelf, edition, label


def on(shelf: Shelf, day: str, language: Language = RU) -> str:
    """The label of the edition that answers for a day."""
    found = reads.find_edition(shelf.session, NGR, language, on=date.fromisoformat(day))
    return str(found.label)


def test_the_edition_whose_label_covers_a_day_answers_for_it(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24", "2016-01-11")
    assert on(shelf, "2016-01-10") == "2013-04-24"
    assert on(shelf, "2016-01-11") == "2016-01-11"
    with pytest.raises(BeforeFirstEdition, match="2013-04-24"):
        on(shelf, "2013-04-23")


def test_windows_are_half_open_and_end_where_the_next_known_edition_begins(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24", "2016-01-11", "undated")
    shelf.list("2013-04-24", "2014-07-04", "2016-01-11")
    found = reads.editions(shelf.session, NGR)
    assert [(one.from_, one.to) for one in found] == [
        (date(2013, 4, 24), date(2014, 7, 4)),
        (date(2016, 1, 11), None),
        (None, None),
    ]


def test_a_registrys_list_that_names_an_edition_in_between_leaves_the_day_open(
    shelf: Shelf,
) -> None:
    shelf.put_days("2013-04-24", "2016-01-11")
    shelf.list("2013-04-24", "2014-07-04", "2016-01-11")
    with pytest.raises(EditionNotHeld, match=r"2014-07-04 \(adilet\)"):
        on(shelf, "2015-01-01")
    assert on(shelf, "2014-07-03") == "2013-04-24"


def test_an_amending_date_of_the_watch_list_leaves_the_days_after_it_open(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    shelf.list("2014-07-04", origin=WATCH_LIST)
    with pytest.raises(EditionNotHeld, match=r"2014-07-04 \(watch list\)"):
        on(shelf, "2015-01-01")


def test_a_date_that_is_taken_out_of_the_watch_list_is_forgotten(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    shelf.list("2014-07-04", "2015-01-01", origin=WATCH_LIST)
    shelf.list("2015-01-01", origin=WATCH_LIST)
    assert on(shelf, "2014-12-31") == "2013-04-24"


def test_what_a_registrys_later_list_leaves_out_stays_known(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    assert shelf.list("2013-04-24", "2014-07-04") == 2
    assert shelf.list("2013-04-24") == 0
    with pytest.raises(EditionNotHeld):
        on(shelf, "2015-01-01")


def test_an_edition_held_in_another_language_only_leaves_the_day_open(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24", "2016-01-11")
    shelf.put_days("2013-04-24", language=KK)
    assert on(shelf, "2015-01-01", KK) == "2013-04-24"
    with pytest.raises(EditionNotHeld, match=r"2016-01-11 \(held in ru\)"):
        on(shelf, "2016-01-11", KK)


def test_a_year_label_answers_only_when_its_year_is_over(shelf: Shelf) -> None:
    shelf.put_days("1998")
    with pytest.raises(AmbiguousDate, match="1998"):
        on(shelf, "1998-12-30")
    assert on(shelf, "1999-01-01") == "1998"


def test_an_undated_edition_answers_for_no_day_but_is_given_without_one(shelf: Shelf) -> None:
    shelf.put_days("undated")
    with pytest.raises(NoDatedEdition):
        on(shelf, "2020-01-01")
    assert reads.find_edition(shelf.session, NGR, RU).label == label("undated")


def test_without_label_or_day_the_newest_dated_edition_is_given(shelf: Shelf) -> None:
    shelf.put_days("2016-01-11", "undated", "2007", "2013-04-24")
    assert str(reads.find_edition(shelf.session, NGR, RU).label) == "2016-01-11"


def test_the_answer_is_listed_only_up_to_the_day_the_list_was_seen(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    shelf.list("2013-04-24", origin=WATCH_LIST)

    def certainty(day: str) -> Certainty:
        asked = date.fromisoformat(day)
        return reads.find_edition(shelf.session, NGR, RU, on=asked).certainty

    assert certainty("2014-01-01") is Certainty.UNLISTED
    shelf.list("2013-04-24", seen_at=datetime(2020, 5, 5, tzinfo=UTC))
    assert certainty("2020-05-05") is Certainty.LISTED
    assert certainty("2020-05-06") is Certainty.UNLISTED
    shelf.list("2013-04-24", seen_at=datetime(2021, 5, 5, tzinfo=UTC))
    assert certainty("2020-05-06") is Certainty.LISTED


def test_an_unknown_label_is_an_error_with_the_nearest_ones(shelf: Shelf) -> None:
    shelf.put_days("1998", "2007", "2013-04-24", "2016-01-11", "2020-01-01")
    with pytest.raises(UnknownEdition, match="Nearest: 2013-04-24, 2016-01-11, 2020-01-01"):
        reads.find_edition(shelf.session, NGR, RU, label=label("2015-05-05"))
    with pytest.raises(UnknownEdition, match="Nearest"):
        reads.find_edition(shelf.session, NGR, RU, label=EditionLabel.parse("undated"))


def test_a_label_that_is_only_listed_says_that_it_exists(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    shelf.list("2014-07-04")
    with pytest.raises(UnknownEdition, match=r"It exists \(adilet\): crawl or import it"):
        reads.find_edition(shelf.session, NGR, RU, label=label("2014-07-04"))


def test_an_unknown_act_is_an_error_with_the_nearest_numbers(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    with pytest.raises(UnknownAct, match=f"Nearest: {NGR}"):
        reads.find_edition(shelf.session, "z0000000002", RU)
    with pytest.raises(UnknownAct):
        reads.act(shelf.session, "nothing like it")


def test_a_language_that_is_not_held_is_an_error_that_names_those_that_are(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    with pytest.raises(LanguageNotHeld, match="Held languages: ru"):
        reads.find_edition(shelf.session, NGR, KK)


def test_an_act_that_is_only_watched_says_how_to_get_it(shelf: Shelf) -> None:
    upsert_act(shelf.session, Act("U1300000555"))
    with pytest.raises(LanguageNotHeld, match="nusqa import"):
        reads.find_edition(shelf.session, "U1300000555", RU)
    assert reads.editions(shelf.session, "U1300000555") == []


def test_asking_by_label_and_day_at_once_is_refused(shelf: Shelf) -> None:
    with pytest.raises(ValueError, match="not by both"):
        reads.find_edition(shelf.session, NGR, RU, label("1998"), date(1999, 1, 1))


def test_an_acts_card_keeps_what_a_later_one_leaves_open(shelf: Shelf) -> None:
    upsert_act(shelf.session, Act(NGR, {RU: "О выборах"}, "law", "148", date(2001, 1, 23), 7966))
    upsert_act(shelf.session, Act(NGR, {KK: "Сайлау туралы"}))
    shelf.put(edition("2013-04-24", sample=True))
    found = reads.act(shelf.session, NGR)
    assert found.titles == {RU: "О выборах", KK: "Сайлау туралы"}
    assert (found.form, found.number, found.adopted) == ("law", "148", date(2001, 1, 23))
    assert (found.languages, found.editions, found.sample) == ({RU: 1}, 1, True)
    assert str(found.newest) == "2013-04-24"
    assert reads.acts(shelf.session) == [found]


def test_a_list_that_is_unchanged_vouches_for_the_days_since(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    shelf.list("2013-04-24")
    day = (NOON + timedelta(days=9)).date()

    def certainty() -> Certainty:
        return reads.find_edition(shelf.session, NGR, RU, on=day).certainty

    assert certainty() is Certainty.UNLISTED
    touch_listed(shelf.session, NGR, RU, "etalon", NOON + timedelta(days=10))
    assert certainty() is Certainty.UNLISTED
    touch_listed(shelf.session, NGR, RU, "adilet", NOON + timedelta(days=10))
    assert certainty() is Certainty.LISTED
    touch_listed(shelf.session, NGR, RU, "adilet", NOON)
    assert certainty() is Certainty.LISTED


def test_what_no_list_says_of_an_act_is_read_on_its_page_and_told_as_such(shelf: Shelf) -> None:
    upsert_act(shelf.session, Act(NGR, {RU: "О садах"}, form="law"))
    words = "Закон Республики Казахстан от 5 мая 2017 года № 902-VI"
    shelf.put(replace(edition("2018-01-01"), requisites=words))
    found = reads.act(shelf.session, NGR)
    assert (found.form, found.number, found.adopted) == ("law", "902-VI", date(2017, 5, 5))
    assert found.from_page == {"number", "adopted"}
    upsert_act(shelf.session, Act(NGR, number="902", adopted=date(2017, 5, 6)))
    told = reads.act(shelf.session, NGR)
    assert (told.number, told.adopted, told.from_page) == ("902", date(2017, 5, 6), frozenset())


def test_a_repealed_act_names_the_act_that_did_it_where_its_note_does(shelf: Shelf) -> None:
    upsert_act(shelf.session, Act(NGR, repealed_on=date(2017, 10, 12)))
    (number,) = shelf.put_days("2013-04-24")
    act = AmendingAct(date(2017, 10, 10), "559")
    keep(shelf.session, number, Amendment(Target(), Verb.REPEALED, act))
    with pytest.raises(ActRepealed, match="on 2017-10-12, by act No 559 of 2017-10-10") as error:
        on(shelf, "2017-12-01")
    assert isinstance(error.value, ActRepealed)
    assert error.value.by == act
