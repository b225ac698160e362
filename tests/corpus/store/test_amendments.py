"""Amendments in the store: a reading once, a feed that only grows, nothing seen twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from corpus.amendments import (
    AmendingAct,
    EntryIntoForce,
    Ground,
    InForceClause,
    NgrGround,
    Target,
    Verb,
)
from corpus.store import reads
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.note_readings import identity_of, stated_readings, unread_editions
from corpus.store.amendments.recording import replace_amendments
from tests.corpus.store.amending import amendment, found, keep, say
from tests.corpus.store.making import KK, NGR, NOON, RU, Shelf, edition

FIRST = amendment("art_1", "10-II", on="2001-06-01", quote="of 04.03.2001 No 10-II")
LATER = NOON + timedelta(minutes=5)
SECOND = amendment("art_2", "11-II", adopted="2002-05-06")


@pytest.fixture
def held(shelf: Shelf) -> int:
    """An edition."""
    return shelf.put_days("2003-01-01")[0]


def test_amendments_come_back_as_they_were_read(shelf: Shelf, held: int) -> None:
    assert keep(shelf.session, held, FIRST, SECOND) == 2
    records, _ = reads.amendments(shelf.session)
    assert [one.amendment for one in records] == [FIRST, SECOND]
    assert records[0].entry == EntryIntoForce(date(2001, 6, 1), Ground.STATED)
    assert records[1].entry.on is None
    one = records[0]
    assert (one.ngr, one.language, one.heading) == (NGR, RU, "Heading of art_1")
    assert (str(one.first_label), str(one.last_label)) == ("2003-01-01", "2003-01-01")
    assert (one.recorded_at, one.withdrawn_at, one.sample) == (NOON, None, False)
    assert one.url == "https://registry.example/page"
    assert one.snapshot_sha256 == reads.edition_by_id(shelf.session, held).snapshot_sha256


def test_the_same_again_writes_nothing(shelf: Shelf, held: int) -> None:
    keep(shelf.session, held, FIRST, SECOND)
    before = reads.amendments(shelf.session)
    assert keep(shelf.session, held, SECOND, FIRST, minutes=5) == 0
    assert reads.amendments(shelf.session) == before


def test_an_amendment_that_nothing_states_is_withdrawn_and_never_deleted(
    shelf: Shelf, held: int
) -> None:
    keep(shelf.session, held, FIRST, SECOND)
    assert keep(shelf.session, held, SECOND, minutes=5) == 1
    standing, _ = reads.amendments(shelf.session)
    assert [one.amendment for one in standing] == [SECOND]
    everything, _ = reads.amendments(shelf.session, WantedAmendments(withdrawn=True))
    assert [(one.amendment, one.withdrawn_at is None) for one in everything] == [
        (SECOND, True),
        (FIRST, False),
    ]


def test_another_day_of_entry_into_force_withdraws_the_wrong_one(shelf: Shelf, held: int) -> None:
    keep(shelf.session, held, FIRST)
    (before,), _ = reads.amendments(shelf.session)
    entry = EntryIntoForce(date(2001, 7, 1), Ground.STATED)
    (wanted,) = found(shelf.session, held, FIRST)
    wanted = replace(wanted, entry=entry)
    assert replace_amendments(shelf.session, NGR, RU, [wanted], recorded_at=LATER) == 2
    gone, now = reads.amendments(shelf.session, WantedAmendments(withdrawn=True))[0]
    assert (gone.id, gone.withdrawn_at, gone.entry) == (before.id, LATER, before.entry)
    assert (now.withdrawn_at, now.entry) == (None, entry)
    assert now.sequence > gone.sequence > before.sequence


def test_what_is_stated_again_after_a_withdrawal_is_recorded_anew(shelf: Shelf, held: int) -> None:
    for said in ([FIRST], [], [FIRST]):
        keep(shelf.session, held, *said)
    records, _ = reads.amendments(shelf.session, WantedAmendments(withdrawn=True))
    assert [one.withdrawn_at is None for one in records] == [False, True]


def test_better_details_keep_the_place_in_the_feed(shelf: Shelf, held: int) -> None:
    keep(shelf.session, held, FIRST)
    (before,), _ = reads.amendments(shelf.session)
    (wanted,) = found(shelf.session, held, FIRST)
    act = replace(FIRST.act, ngr="Z010000010_", ngr_ground=NgrGround.LINK)
    better = replace(wanted, act=act, heading="Better")
    assert replace_amendments(shelf.session, NGR, RU, [better], recorded_at=NOON) == 0
    (now,), _ = reads.amendments(shelf.session)
    assert now == replace(before, amendment=replace(FIRST, act=act), heading="Better")


def test_two_languages_are_two_amendments(shelf: Shelf, held: int) -> None:
    other = shelf.put(edition("2003-01-01", language=KK)).id
    keep(shelf.session, held, FIRST)
    keep(shelf.session, other, FIRST, language=KK)
    records, _ = reads.amendments(shelf.session)
    assert [one.language for one in records] == [RU, KK]


def test_a_note_repeated_by_many_editions_is_read_once(shelf: Shelf) -> None:
    editions = shelf.put_days("2001-01-01", "2002-01-01", "2003-01-01")
    for number in editions:
        say(shelf.session, number, FIRST, FIRST)
    (one,) = stated_readings(shelf.session, NGR, RU)
    assert one.amendment == FIRST
    assert (one.first_edition_id, one.last_edition_id) == (editions[0], editions[2])


def test_an_editions_notes_can_be_read_again(shelf: Shelf, held: int) -> None:
    say(shelf.session, held, FIRST)
    say(shelf.session, held, SECOND)
    assert [one.amendment for one in stated_readings(shelf.session, NGR, RU)] == [SECOND]


def test_editions_that_another_reader_read_are_unread(shelf: Shelf) -> None:
    old, new, unread = shelf.put_days("2001-01-01", "2002-01-01", "2003-01-01")
    say(shelf.session, old, version="1")
    say(shelf.session, new, version="2")
    assert [one.id for one in unread_editions(shelf.session, "2")] == [old, unread]
    assert [one.id for one in unread_editions(shelf.session, "1", NGR)] == [new, unread]
    assert unread_editions(shelf.session, "1", "Z000000002_") == []
    replaced = shelf.put(edition("2003-01-01", edition("2004-01-01").content)).id
    assert [one.id for one in unread_editions(shelf.session, "1")] == [new, replaced]


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRST, quote="of 4 March 2001 No 10", statement="was changed"),
        replace(FIRST, act=AmendingAct(FIRST.act.adopted, "10")),
        replace(FIRST, act=replace(FIRST.act, form="law", ngr="Z1", ngr_ground=NgrGround.RULE)),
        replace(FIRST, clause=replace(FIRST.clause, quote="in force from 01.06.2001")),
    ],
    ids=["words", "convocation", "form and number", "clause's words"],
)
def test_other_words_for_the_same_are_the_same_amendment(other: object) -> None:
    assert other != FIRST
    assert identity_of(NGR, RU, other) == identity_of(NGR, RU, FIRST)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRST, target=Target("art_1", "p_2")),
        replace(FIRST, target=Target("art_1", "", "heading")),
        replace(FIRST, verb=Verb.REWORDED),
        replace(FIRST, act=AmendingAct(FIRST.act.adopted, "11-II")),
        replace(FIRST, act=AmendingAct(date(2001, 3, 5), "10-II")),
        replace(FIRST, act=AmendingAct(None, "10-II")),
        replace(FIRST, act=AmendingAct(None, "10-II", adopted_as_written="31.02.2001")),
        replace(FIRST, clause=InForceClause()),
        replace(FIRST, until=date(2005, 1, 1)),
    ],
)
def test_what_says_something_else_is_another_amendment(other: object) -> None:
    assert identity_of(NGR, RU, other) != identity_of(NGR, RU, FIRST)  # type: ignore[arg-type]


def test_unread_statements_are_told_apart_by_their_words() -> None:
    one, other = (
        amendment("art_1", "1", verb=Verb.UNREAD, statement=words) for words in ("so", "thus")
    )
    assert identity_of(NGR, RU, one) != identity_of(NGR, RU, other)


def test_the_amendments_of_a_place_are_those_that_stand(shelf: Shelf, held: int) -> None:
    whole = amendment(number="12", target=Target(None))
    later = amendment("art_1", "9", adopted="2002-01-01")
    keep(shelf.session, held, later, FIRST, SECOND, whole)
    of = reads.amendments_of_place
    assert [one.amendment for one in of(shelf.session, NGR, RU, "art_1")] == [FIRST, later]
    assert [one.amendment for one in of(shelf.session, NGR, None, None)] == [whole]
    assert of(shelf.session, NGR, KK, "art_1") == []
    keep(shelf.session, held, later)
    assert [one.amendment for one in of(shelf.session, NGR, RU, "art_1")] == [later]
