"""A dump is one state of the store, and lets go of it in every case."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import QueuePool

from api.dumps.files import export_named
from api.dumps.state import about_of
from api.dumps.tables import TableName, Wanted, rows_of
from api.services import Services
from corpus.law import Edition, Language
from corpus.store import Store, reads
from exports.dumps.manifest import Measured
from tests.api.filling import fill, store_editions
from tests.api.house import House, empty_house
from tests.api.law import HOSTILE_EDITION, RULES, article, edition, point
from tests.api.served import served

MANY = 400


@pytest.fixture(params=["sqlite", "postgresql"])
def two_stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    house = empty_house(tmp_path, url)
    fill(house.store, house.snapshots)
    yield house
    house.store.close()


def long_edition() -> Edition:
    """Some megabytes of text, more than sockets keep for a reader who does not read."""
    text = "Порядок избрания акима устанавливает закон. " * 400
    articles = (article(str(one), "О порядке", point("1", text)) for one in range(MANY))
    return edition(RULES, "2005-07-08", *articles, title="О выборах")


@pytest.mark.parametrize("table", list(TableName))
def test_a_dump_that_has_begun_does_not_see_what_is_written_meanwhile(
    two_stores: House, table: TableName
) -> None:
    with two_stores.store.read() as session:
        expected = list(rows_of(session, table, Wanted()))
    with two_stores.store.read() as session:
        about = about_of(session)
        found = iter(rows_of(session, table, Wanted()))
        begun = [next(found)]
        with two_stores.store.write() as writing:
            store_editions(writing, two_stores.snapshots, [HOSTILE_EDITION])
        assert [*begun, *found] == expected
        assert about_of(session) == about
    with two_stores.store.read() as session:
        assert about_of(session) != about


@pytest.mark.parametrize("name", ["articles.jsonl", "changes.parquet", "corpus.sqlite"])
def test_both_databases_give_the_same_dump(
    house: House, postgres_url: str, tmp_path: Path, name: str
) -> None:
    other = empty_house(tmp_path, postgres_url)
    fill(other.store, other.snapshots)
    sums = []
    for store in (house.store, other.store):
        with store.read() as session:
            measured = Measured()
            for _ in export_named(name).parts(session, about_of(session), Wanted(), measured):
                pass
            sums.append((measured.rows, measured.sha256))
    other.store.close()
    assert sums[0] == sums[1]


def test_a_client_that_goes_away_leaves_nothing_open(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [long_edition()])
    app = own_house.app()
    services: Services = app.state.services
    with served(app, lifespan="off") as address:
        for _ in range(6):  # more than are sent at once
            connection = http.client.HTTPConnection(urlsplit(address).netloc)
            connection.request("GET", "/v1/exports/articles.jsonl")
            answer = connection.getresponse()
            assert answer.status == 200
            assert answer.read(100)
            assert _open_connections(own_house.store) >= 1
            answer.close()
            connection.close()
            _wait_until_closed(own_house.store)
        with ExitStack() as turns:
            for _ in range(4):  # all turns were given back
                turns.enter_context(services.dumping.turn())


def test_a_reader_who_waits_gets_the_rest_of_the_same_state(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [long_edition()])
    with served(own_house.app(), lifespan="off") as address:
        connection = http.client.HTTPConnection(urlsplit(address).netloc)
        connection.request("GET", "/v1/exports/articles.jsonl")
        answer = connection.getresponse()
        begun = answer.read(100)
        with own_house.store.write() as session:
            later = edition(
                RULES, "2006-01-01", article("1", "Иное", point("1", "Иначе.")), title="О"
            )
            store_editions(session, own_house.snapshots, [later])
        rows = [json.loads(line) for line in (begun + answer.read()).splitlines()]
        connection.close()
    assert len(rows) == MANY
    assert {tuple(one["editions"]) for one in rows} == {("2005-07-08",)}
    with own_house.store.read() as session:
        assert len(reads.editions(session, RULES, Language.RU)) == 2


def _open_connections(store: Store) -> int:
    pool = store.engine.pool
    assert isinstance(pool, QueuePool)
    return pool.checkedout()


def _wait_until_closed(store: Store) -> None:
    deadline = time.monotonic() + 60
    while _open_connections(store):
        assert time.monotonic() < deadline, "the dump still holds a connection"
        time.sleep(0.02)
