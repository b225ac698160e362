"""Who polls misses nothing and is given nothing twice, while others write, on either database."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import etree
from sqlalchemy import Table, select

from corpus.store import Store
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.tables import CHANGES
from tests.api.feeds.reading import pages_of
from tests.api.feeds.writing import added, announce, pairs_of_editions, write
from tests.api.house import House, empty_house
from tests.api.law import RULES

WRITERS = 4
ROUNDS = 12
FEED = f"/feeds/acts/{RULES}.atom"


@pytest.fixture(params=["sqlite", "postgresql"])
def either_house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
    house = empty_house(tmp_path, url)
    yield house
    house.store.close()


def write_on(store: Store, pair: tuple[int, int], writer: int) -> None:
    """Record changes and withdraw some, a transaction each; the clock of some goes back."""
    chance = random.Random(writer)
    for round_ in range(ROUNDS):
        numbers = chance.sample(range(100 * writer, 100 * writer + 8), chance.randint(1, 5))
        with store.write() as session:
            rows = [added(number) for number in numbers]
            write(session, pair, *rows, minutes=chance.randint(0, round_))
        with store.write() as session:
            announce(session, pair[1], *numbers[:2], minutes=chance.randint(0, round_))


def while_writing(house: House, poll: Callable[[], None]) -> None:
    """Poll again and again while several write, and once more when they have done."""
    pairs = pairs_of_editions(house.store, house.snapshots, WRITERS + 1)
    done = Event()

    def poll_on() -> None:
        while not done.is_set():
            poll()
        poll()

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        polling = pool.submit(poll_on)
        writers = [
            pool.submit(write_on, house.store, pair, number) for number, pair in enumerate(pairs)
        ]
        try:
            for writer in writers:
                writer.result(120)
        finally:
            done.set()
        polling.result(120)


def stored(store: Store, feed: Table) -> list[tuple[int, datetime, datetime | None]]:
    """Every row of a feed in its order: id, recorded, withdrawn."""
    table = feed.c
    with store.read() as session:
        rows = session.execute(
            select(table.id, table.recorded_at, table.withdrawn_at).order_by(table.sequence)
        )
        return [(row.id, row.recorded_at, row.withdrawn_at) for row in rows]


@pytest.mark.parametrize("limit", [1, 7])
def test_a_follower_of_v1_changes_is_given_each_state_of_a_change_once(
    either_house: House, limit: int
) -> None:
    client = either_house.client()
    given: list[tuple[int, str | None]] = []
    cursor: dict[str, Any] = {}

    def poll() -> None:
        while True:
            asked = {"act": RULES, "withdrawn": True, "limit": limit, "texts": False, **cursor}
            answer = client.get("/v1/changes", params=asked)
            assert answer.status_code == 200, answer.text
            page = answer.json()
            given.extend((one["id"], one["withdrawn_at"]) for one in page["changes"])
            if page["cursor"] is not None:
                cursor["cursor"] = page["cursor"]
            if not page["more"]:
                return

    while_writing(either_house, poll)
    assert len(given) == len(set(given))
    rows = stored(either_house.store, CHANGES)
    withdrawn = {number for number, _, at in rows if at}
    assert {number for number, _ in given} == {number for number, _, _ in rows}
    assert {number for number, at in given if at} == withdrawn
    assert [number for number, at in given if at or number not in withdrawn] == [
        number for number, _, _ in rows
    ]


def test_a_reader_of_the_feed_who_walks_back_to_what_is_known_sees_each_item_once(
    either_house: House,
) -> None:
    client = either_house.client()
    seen: dict[str, datetime] = {}
    given: list[tuple[str, datetime]] = []
    moments: list[datetime] = []

    def poll() -> None:
        new: list[tuple[str, datetime]] = []
        for page in pages_of(client, FEED, limit=3):
            fresh = [(one.id, one.updated) for one in page if seen.get(one.id) != one.updated]
            new += [one for one in fresh if one not in new]
            if len(fresh) < len(page):
                break
        for number, updated in reversed(new):
            assert seen.get(number, updated) <= updated
            seen[number] = updated
            given.append((number, updated))
        moments.append(updated_of(client, FEED))

    while_writing(either_house, poll)
    rows = [*stored(either_house.store, CHANGES), *stored(either_house.store, AMENDMENTS)]
    assert len(given) == len(set(given))
    assert len(seen) == len(rows)
    moments_of_rows = [withdrawn or recorded for _, recorded, withdrawn in rows]
    assert sorted(seen.values()) == sorted(moments_of_rows)
    assert any(withdrawn for _, _, withdrawn in stored(either_house.store, AMENDMENTS))
    assert moments == sorted(moments)


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
def test_the_pages_of_a_feed_are_its_items_once_each(gardens: TestClient, limit: int) -> None:
    (whole,) = pages_of(gardens, "/feeds/changes.atom", limit=100)
    assert {"kind:announced", "kind:added"} <= {tag for item in whole for tag in item.tags}
    pages = list(pages_of(gardens, "/feeds/changes.atom", limit=limit))
    assert [item for page in pages for item in page] == whole
    assert all(len(page) == limit for page in pages[:-1])


def updated_of(client: TestClient, url: str) -> datetime:
    root = etree.fromstring(client.get(url).content)
    return datetime.fromisoformat(root.findtext("{http://www.w3.org/2005/Atom}updated") or "")
