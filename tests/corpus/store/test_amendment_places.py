"""Amendments asked for by a place and by a role: what is inside it, page by page, never twice."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.amendments import Role, Target, Verb
from corpus.store import Store, reads
from corpus.store.amendments import feed as amendment_feed
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.records import AmendmentCursor, Axis
from corpus.store.snapshots import Snapshots
from tests.corpus.store.amending import amendment, keep
from tests.corpus.store.making import NGR, Shelf

PLACES = {
    "1": Target("art_3"),
    "2": Target("art_3", "p_2"),
    "3": Target("art_3", "p_2__sp_1"),
    "4": Target("art_3", "p_21"),
    "5": Target("art_31", "p_2"),
    "6": Target("ch_2"),
    "7": Target("ch_2__par_1"),
    "8": Target("ch_21"),
    "9": Target("app_1__p_3", "sp_2"),
    "A": Target("app_1__p_3"),
    "B": Target("app_1"),
    "C": Target(),
    "D": Target("art_3-p_2"),
}
SAID = tuple(
    amendment(number=number, target=target, adopted=f"2001-01-{place:02}")
    for place, (number, target) in enumerate(PLACES.items(), 1)
)


@pytest.fixture(params=[2_000, -1], ids=["narrow", "wide"])
def filled(request: pytest.FixtureRequest, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Those amendments, in rounds that are sorted and in rounds that walk along an index."""
    monkeypatch.setattr(amendment_feed, "_NARROW", request.param)
    keep(shelf.session, shelf.put_days("2006-01-01")[0], *SAID)
    return shelf


def numbers(shelf: Shelf, limit: int = 100, **asked: Any) -> str:
    """The numbers of the acts on all pages."""
    given, cursor = "", AmendmentCursor()
    while True:
        page, cursor = reads.amendments(
            shelf.session, WantedAmendments(**asked), limit=limit, cursor=cursor
        )
        given += "".join(str(one.amendment.act.number) for one in page)
        if cursor.horizon is None:
            return given


@pytest.mark.parametrize("limit", [1, 100])
@pytest.mark.parametrize("by", Axis)
@pytest.mark.parametrize("ngr", [None, NGR])
@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("art_3", "1234"),
        ("art_3__p_2", "23"),
        ("art_3__p_2__sp_1", "3"),
        ("art_3__p_21", "4"),
        ("art_3__p_5", ""),
        ("ch_2", "67"),
        ("ch_2__par_1", "7"),
        ("app_1", "9AB"),
        ("app_1__p_3", "9A"),
        ("app_1__p_3__sp_2", "9"),
        ("art_%", ""),
        ("app__", ""),
    ],
)
def test_a_key_finds_its_place_and_what_is_inside_it(
    filled: Shelf, by: Axis, ngr: str | None, key: str, found: str, limit: int
) -> None:
    assert numbers(filled, limit, by=by, ngr=ngr, key=key) == found


def test_roles_narrow_and_pages_of_them_skip_none(shelf: Shelf) -> None:
    roles = [*Role] * 3
    said = [
        amendment(number=str(place), role=role, verb=Verb.UNREAD)
        for place, role in enumerate(roles)
    ]
    keep(shelf.session, shelf.put_days("2006-01-01")[0], *said)
    others = frozenset(Role) - {Role.CITED}
    for limit in (1, 2, 100):
        assert numbers(shelf, limit, roles=[Role.CITED]) == "3711"
        assert numbers(shelf, limit, roles=others) == "0124568910"
        assert numbers(shelf, limit) == "01234567891011"


def test_amendments_of_an_older_schema_are_found_by_place_and_role(
    store: Store, snapshots: Snapshots
) -> None:
    cited = amendment(number="E", role=Role.CITED)
    with store.write() as session:
        shelf = Shelf(session, snapshots)
        keep(session, shelf.put_days("2006-01-01")[0], *SAID, cited)
    store.migrate("0005")
    store.migrate()
    with store.read() as session:
        shelf = Shelf(session, snapshots)
        assert numbers(shelf, key="art_3__p_2") == "23"
        assert numbers(shelf, roles=[Role.CITED]) == "E"
        assert numbers(shelf, roles=[Role.AMENDS]) == "123456789ABCD"
