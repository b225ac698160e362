"""The quarantine: what was refused stays, with its reasons, until a good edition comes."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.gates import Objection
from corpus.law import Edition
from corpus.store import reads
from corpus.store.day_errors import EditionNotHeld
from corpus.store.quarantine import QuarantineRecord, quarantine
from tests.corpus.store.making import NGR, RU, SOURCE, Shelf, article, edition, label

SHRUNK = Objection("shrunk", "of 3 articles 2 are gone")


def refuse(
    shelf: Shelf, day: str, *, read: Edition | None = None, body: bytes = b"bad"
) -> QuarantineRecord:
    return quarantine(
        shelf.session,
        ngr=NGR,
        language=RU,
        label=label(day),
        url="https://registry.example/page",
        snapshot_ids=[shelf.response(body)],
        source=SOURCE,
        objections=[SHRUNK],
        recorded_at=shelf.now(),
        edition=read,
    )


def test_what_was_refused_is_kept_with_reason_and_evidence(shelf: Shelf) -> None:
    record = refuse(shelf, "2013-04-24", read=edition("2013-04-24"))
    (found,) = reads.quarantined(shelf.session)
    assert found == record
    assert found.objections == (SHRUNK,)
    assert (found.title, found.articles) == ("On Invented Matters", 3)
    assert len(found.snapshot_ids) == 1
    assert reads.quarantined(shelf.session, "Z0000000009") == []


def test_the_same_page_refused_again_is_the_same_record(shelf: Shelf) -> None:
    assert refuse(shelf, "2013-04-24").id == refuse(shelf, "2013-04-24").id
    assert refuse(shelf, "2013-04-24", body=b"other").id != refuse(shelf, "2013-04-24").id


def test_the_last_good_edition_stays_the_one_that_is_read(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    refuse(shelf, "2016-01-11", read=edition("2016-01-11"))
    assert str(reads.find_edition(shelf.session, NGR, RU).label) == "2013-04-24"


def test_an_edition_in_quarantine_leaves_the_days_after_it_open(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    refuse(shelf, "2016-01-11", read=edition("2016-01-11"))
    with pytest.raises(EditionNotHeld, match=r"2016-01-11 \(in quarantine\)"):
        reads.find_edition(shelf.session, NGR, RU, on=date(2020, 1, 1))


def test_an_edition_in_quarantine_touches_its_act_once_for_it_may_end_days(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    seen = reads.store_version(shelf.session)
    refuse(shelf, "2016-01-11", read=edition("2016-01-11"))
    assert reads.acts_touched_since(shelf.session, seen) == [NGR]
    seen = reads.store_version(shelf.session)
    refuse(shelf, "2016-01-11", read=edition("2016-01-11"))  # the same page again
    assert reads.acts_touched_since(shelf.session, seen) == []


def test_a_page_of_an_act_that_nobody_knows_makes_no_act_known(shelf: Shelf) -> None:
    refuse(shelf, "2016-01-11", read=edition("2016-01-11"))
    assert reads.acts(shelf.session) == []


def test_a_page_that_was_no_edition_proves_no_edition(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    refuse(shelf, "2016-01-11")
    found = reads.find_edition(shelf.session, NGR, RU, on=date(2020, 1, 1))
    assert str(found.label) == "2013-04-24"


def test_a_good_edition_of_the_label_lets_it_go(shelf: Shelf) -> None:
    refuse(shelf, "2013-04-24")
    refuse(shelf, "2016-01-11")
    shelf.put(edition("2013-04-24"))
    assert [str(one.label) for one in reads.quarantined(shelf.session)] == ["2016-01-11"]
    everything = reads.quarantined(shelf.session, released=True)
    assert [one.released_at is None for one in everything] == [False, True]


def test_the_good_page_seen_again_does_not_excuse_a_bad_one(shelf: Shelf) -> None:
    shelf.put(edition("2013-04-24"))
    refuse(shelf, "2013-04-24", read=edition("2013-04-24", (article("1"),)))
    shelf.put(edition("2013-04-24"))
    assert len(reads.quarantined(shelf.session)) == 1


def test_a_refused_page_that_a_better_parser_believes_is_let_go(shelf: Shelf) -> None:
    shelf.put(edition("2013-04-24"))
    refuse(shelf, "2013-04-24", body=b"odd page")
    shelf.put(edition("2013-04-24"), body=b"odd page")
    assert reads.quarantined(shelf.session) == []
