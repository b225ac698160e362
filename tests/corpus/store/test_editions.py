"""Storing editions: equal again, once each, later rows beside the earlier ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from corpus.law import ActStatus, Cause, Edition
from corpus.store import reads
from corpus.store.errors import UnknownEditionId
from corpus.store.records import EditionSource, Outcome, RevisionReason
from corpus.store.tables import EDITION_CONTENTS, EDITIONS, TEXTS
from corpus.store.writes import store_edition
from tests.corpus.store.making import (
    BEGINNING,
    KK,
    NGR,
    RU,
    SOURCE,
    Shelf,
    article,
    edition,
    label,
    parts,
)
from tests.corpus.store.strategies import EDITIONS as ANY_EDITION


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(wanted=ANY_EDITION)
def test_any_edition_comes_back_equal(wanted: Edition, shelf: Shelf) -> None:
    with shelf.session.begin_nested() as example:
        stored = shelf.put(wanted)
        assert reads.edition(shelf.session, stored.id) == wanted
        example.rollback()  # the next example finds an empty store


def test_storing_the_same_again_writes_nothing(shelf: Shelf) -> None:
    first = shelf.put(edition("2013-04-24"))
    again = shelf.put(edition("2013-04-24"))
    assert first.outcome is Outcome.NEW
    assert again.outcome is Outcome.UNCHANGED
    assert again.id == first.id
    assert shelf.session.scalar(select(func.count()).select_from(EDITIONS)) == 1
    assert len(reads.snapshots_of(shelf.session, first.id)) == 1


def test_a_page_that_only_shows_another_day_of_its_database_is_no_new_row(shelf: Shelf) -> None:
    first = shelf.put(replace(edition("2013-04-24"), known_on=date(2026, 1, 1)), body=b"one")
    again = shelf.put(replace(edition("2013-04-24"), known_on=date(2026, 2, 2)), body=b"two")
    assert again.id == first.id
    assert reads.edition(shelf.session, first.id).known_on == date(2026, 1, 1)


def test_texts_are_stored_once_for_all_editions(shelf: Shelf) -> None:
    same = (article("1", "Stays."), article("2", "Stays too."))
    shelf.put(edition("2013-04-24", same))
    shelf.put(edition("2016-01-11", (*same, article("3", "Comes."))))
    assert shelf.session.scalar(select(func.count()).select_from(TEXTS)) == 3
    assert shelf.session.scalar(select(func.count()).select_from(EDITION_CONTENTS)) == 5


def test_a_correction_stands_beside_the_old_row(shelf: Shelf) -> None:
    old, new = edition("2013-04-24"), edition("2013-04-24", (article("1", "Corrected."),))
    first, second = shelf.put(old), shelf.put(new)
    assert (second.outcome, second.reason, second.revision) == (
        Outcome.REVISED,
        RevisionReason.CORRECTED,
        2,
    )
    rows = reads.revisions(shelf.session, NGR, RU, label("2013-04-24"))
    assert [(one.id, one.superseded_by) for one in rows] == [
        (first.id, second.id),
        (second.id, None),
    ]
    assert reads.edition(shelf.session, first.id) == old
    assert [one.id for one in reads.editions(shelf.session, NGR)] == [second.id]
    assert reads.edition_by_id(shelf.session, first.id).from_ is None


def test_a_correction_that_is_taken_back_is_a_third_row(shelf: Shelf) -> None:
    old, new = edition("2013-04-24"), edition("2013-04-24", (article("1", "Corrected."),))
    shelf.put(old)
    shelf.put(new)
    third = shelf.put(old)
    assert (third.outcome, third.revision) == (Outcome.REVISED, 3)
    assert reads.edition(shelf.session, third.id) == old


def test_the_same_bytes_read_by_another_parser_are_a_technical_row(shelf: Shelf) -> None:
    better = EditionSource("adilet", "adilet-classic", "2")
    shelf.put(edition("2013-04-24"), body=b"page")
    again = shelf.put(edition("2013-04-24", (article("1"),)), body=b"page", source=better)
    assert (again.outcome, again.reason) == (Outcome.REVISED, RevisionReason.PARSER)
    same = shelf.put(edition("2013-04-24", (article("1"),)), body=b"page", source=SOURCE)
    assert same.outcome is Outcome.UNCHANGED


@pytest.mark.parametrize(
    "change",
    [
        {"status": ActStatus.REPEALED},
        {"title": "On Matters, renamed"},
        {"cause": Cause(requisites="of 24.04.2013 No 1")},
    ],
)
def test_the_same_text_with_other_details_is_a_row_that_says_so(
    shelf: Shelf, change: dict[str, object]
) -> None:
    shelf.put(edition("2013-04-24"), body=b"one")
    again = shelf.put(replace(edition("2013-04-24"), **change), body=b"two")  # type: ignore[arg-type]  # any field
    assert again.reason is RevisionReason.DETAILS


def test_a_copy_that_holds_less_never_replaces_a_whole_edition(shelf: Shelf) -> None:
    whole = shelf.put(edition("2013-04-24"))
    part = edition("2013-04-24", (article("1", "From elsewhere."),), holding=parts("art_1"))
    beside = shelf.put(part)
    assert beside.outcome is Outcome.BESIDE
    assert [one.id for one in reads.editions(shelf.session, NGR)] == [whole.id]
    assert reads.edition(shelf.session, beside.id) == part
    assert shelf.put(part).outcome is Outcome.UNCHANGED


@pytest.mark.parametrize("less", [BEGINNING, parts("art_1"), parts("art_1", "art_2", "art_3")])
def test_a_whole_edition_replaces_a_part(shelf: Shelf, less: object) -> None:
    shelf.put(edition("2013-04-24", holding=less))  # type: ignore[arg-type]  # a Holding
    whole = shelf.put(edition("2013-04-24"), body=b"the whole page")
    assert whole.outcome is Outcome.REVISED
    assert [one.id for one in reads.editions(shelf.session, NGR)] == [whole.id]


def test_of_two_beginnings_the_longer_one_is_read(shelf: Shelf) -> None:
    long = edition("1998", (article("1"), article("2"), article("10")), holding=BEGINNING)
    short = edition("1998", (article("1"), article("2", "Cu")), holding=BEGINNING)
    shelf.put(short)
    assert shelf.put(long).outcome is Outcome.REVISED
    assert shelf.put(short).outcome is Outcome.UNCHANGED
    assert reads.editions(shelf.session, NGR)[0].articles == 3


def test_languages_and_labels_are_editions_of_their_own(shelf: Shelf) -> None:
    shelf.put_days("undated", "2007", "1998-05-08", "2007-06-19")
    shelf.put_days("2007", language=KK)
    found = reads.editions(shelf.session, NGR)
    assert [f"{one.language} {one.label}" for one in found] == [
        "kk 2007",
        "ru 1998-05-08",
        "ru 2007",
        "ru 2007-06-19",
        "ru undated",
    ]


def test_an_id_that_no_edition_has_is_an_error(shelf: Shelf) -> None:
    with pytest.raises(UnknownEditionId, match="No edition has the id 77"):
        reads.edition(shelf.session, 77)


def test_a_snapshot_that_is_not_recorded_is_refused(shelf: Shelf) -> None:
    with pytest.raises(ValueError, match=r"no snapshots with the ids \[99\]"):
        store_edition(
            shelf.session,
            edition("1998"),
            snapshot_ids=[99],
            source=SOURCE,
            recorded_at=shelf.now(),
        )
