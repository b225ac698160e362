"""Paging through amendments: stable order, filters, cursors that go on later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from corpus.amendments import Verb
from corpus.store import reads
from corpus.store.amendments import feed as amendment_feed
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.records import AmendmentCursor, Axis
from corpus.store.errors import ForeignCursor
from tests.corpus.store.amending import amendment, keep
from tests.corpus.store.making import KK, NOON, RU, Shelf, edition

SAID = (
    amendment("art_1", "1", adopted="2003-01-01", on="2003-05-01"),
    amendment("art_2", "2", adopted=None, on="2002-01-01"),
    amendment("art_1", "3", adopted="2001-01-01", on="2005-01-01", verb=Verb.REWORDED),
    amendment("art_2", "4", adopted="2002-01-01"),
    amendment("art_3", "5", adopted="2001-01-01", on="2003-05-01"),
)
ORDERS = {Axis.SEEN: "12345", Axis.IN_FORCE: "21534", Axis.ADOPTED: "35412"}


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    """The amendments above, stated by one edition."""
    keep(shelf.session, shelf.put_days("2006-01-01")[0], *SAID)
    return shelf


@pytest.fixture(params=[False, True], ids=["narrow", "wide"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounds that are sorted, and rounds that walk along an index."""
    if request.param:
        monkeypatch.setattr(amendment_feed, "_NARROW", -1)


def numbers(shelf: Shelf, **asked: Any) -> str:
    """The numbers of the acts on the first page."""
    records, _ = reads.amendments(shelf.session, WantedAmendments(**asked))
    return "".join(str(one.amendment.act.number) for one in records)


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("by", Axis)
def test_each_axis_has_its_order_and_unknown_days_come_last(filled: Shelf, by: Axis) -> None:
    assert numbers(filled, by=by) == ORDERS[by]


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("by", Axis)
@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_pages_of_any_size_give_the_same(filled: Shelf, by: Axis, limit: int) -> None:
    given, cursor = "", AmendmentCursor()
    for _ in range(6):
        page, cursor = reads.amendments(
            filled.session, WantedAmendments(by), limit=limit, cursor=cursor
        )
        given += "".join(str(one.amendment.act.number) for one in page)
        if cursor.horizon is None:
            break
    assert given == ORDERS[by]
    assert cursor == AmendmentCursor(since=5)
    assert reads.amendments(filled.session, WantedAmendments(by), cursor=cursor) == ([], cursor)


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("by", Axis)
def test_what_comes_during_a_round_is_the_next_rounds(filled: Shelf, by: Axis) -> None:
    page, cursor = reads.amendments(filled.session, WantedAmendments(by), limit=3)
    early = amendment("art_9", "6", adopted="1999-01-01", on="1999-01-01")
    keep(filled.session, page[0].edition_id, *SAID, early, minutes=1)
    rest, cursor = reads.amendments(filled.session, WantedAmendments(by), limit=3, cursor=cursor)
    both = "".join(str(one.amendment.act.number) for one in (*page, *rest))
    assert both == ORDERS[by]
    later, _ = reads.amendments(filled.session, WantedAmendments(by), cursor=cursor)
    assert [one.amendment for one in later] == [early]


@pytest.mark.parametrize("by", Axis)
def test_a_withdrawal_is_given_after_the_round_in_which_it_came(filled: Shelf, by: Axis) -> None:
    page, cursor = reads.amendments(filled.session, WantedAmendments(by, withdrawn=True), limit=5)
    keep(filled.session, page[0].edition_id, *SAID[1:], minutes=1)
    (gone,), cursor = reads.amendments(
        filled.session, WantedAmendments(by, withdrawn=True), cursor=cursor
    )
    assert gone.amendment == SAID[0]
    assert gone.withdrawn_at == NOON + timedelta(minutes=1)
    assert reads.amendments(filled.session, WantedAmendments(by), cursor=AmendmentCursor(5)) == (
        [],
        cursor,
    )


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize(
    ("by", "since", "until", "given"),
    [
        (Axis.IN_FORCE, "2003-05-01", None, "153"),
        (Axis.IN_FORCE, None, "2003-05-01", "2"),
        (Axis.IN_FORCE, "2003-05-01", "2005-01-01", "15"),
        (Axis.ADOPTED, "2002-01-01", None, "41"),
        (Axis.ADOPTED, "2001-01-01", "2002-01-01", "35"),
        (Axis.SEEN, "2026-11-01", None, "12345"),
        (Axis.SEEN, "2026-11-02", None, ""),
        (Axis.SEEN, None, "2026-11-02", "12345"),
        (Axis.SEEN, None, "2026-11-01", ""),
    ],
)
def test_days_are_half_open_and_leave_unknown_ones_out(
    filled: Shelf, by: Axis, since: str | None, until: str | None, given: str
) -> None:
    days = {
        name: date.fromisoformat(day) for name, day in [("since", since), ("until", until)] if day
    }
    assert numbers(filled, by=by, **days) == given


def test_filters_leave_the_rest_out(filled: Shelf) -> None:
    assert numbers(filled, key="art_1") == "13"
    assert numbers(filled, key="art_1", verb=Verb.REWORDED) == "3"
    assert numbers(filled, ngr="Z9") == ""
    other = filled.put(edition("2006-01-01", language=KK)).id
    keep(filled.session, other, amendment("art_1", "7"), language=KK)
    assert numbers(filled, language=KK) == "7"
    assert numbers(filled, language=RU, key="art_1") == "13"
    assert numbers(filled, key="art_1") == "137"


def test_a_cursor_of_another_corpus_is_refused(filled: Shelf) -> None:
    cursors = [AmendmentCursor(6), AmendmentCursor(0, 6, "", 1), AmendmentCursor(0, 5, "", 6)]
    for cursor in cursors:
        with pytest.raises(ForeignCursor, match="Begin again"):
            reads.amendments(filled.session, cursor=cursor)


def test_an_empty_feed_gives_a_cursor_to_come_back_with(shelf: Shelf) -> None:
    page, cursor = reads.amendments(shelf.session, WantedAmendments(Axis.IN_FORCE))
    assert (page, cursor) == ([], AmendmentCursor())
    keep(shelf.session, shelf.put_days("2006-01-01")[0], SAID[0])
    (one,), _ = reads.amendments(shelf.session, WantedAmendments(Axis.IN_FORCE), cursor=cursor)
    assert one.amendment == replace(SAID[0])
