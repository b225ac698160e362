"""That a search has nothing new is said without searching, and never once something is another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.words.interface import Interface
from corpus.law import Language
from corpus.search import Query, Results
from corpus.store import writes
from tests.api import law
from tests.api.filling import fill, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

SEARCHES = ["/search?q=маслихат", "/v1/search?q=маслихат"]
LATER = datetime(2030, 1, 1, 6, tzinfo=UTC)


@pytest.fixture
def indexed(own_house: House) -> House:
    fill(own_house.store, own_house.snapshots)
    own_house.index()
    return own_house


@pytest.fixture
def searched(indexed: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Query]]:
    """The queries that the engine is asked, as they come."""
    asked: list[Query] = []
    search = indexed.engine.search

    def count(query: Query) -> Results:
        asked.append(query)
        return search(query)

    monkeypatch.setattr(indexed.engine, "search", count)
    return iter([asked])


def client_at(app: FastAPI, moment: datetime) -> TestClient:
    app.state.services = replace(app.state.services, clock=lambda: moment)
    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize("address", SEARCHES)
def test_nothing_is_searched_to_say_that_nothing_is_new(
    indexed: House, searched: Iterator[list[Query]], address: str
) -> None:
    asked, client = next(searched), indexed.client()
    first = client.get(address)
    assert first.status_code == 200
    assert asked
    asked.clear()
    again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert asked == []
    kept = ("etag", "cache-control", "content-security-policy", "content-language", "link")
    assert [again.headers.get(name) for name in kept] == [first.headers.get(name) for name in kept]
    assert "content-type" not in again.headers


@pytest.mark.parametrize("address", SEARCHES)
def test_a_search_is_made_again_once_the_store_or_the_index_is_another(
    indexed: House, address: str
) -> None:
    client = indexed.client()
    held = {"If-None-Match": client.get(address).headers["etag"]}
    assert client.get(address, headers=held).status_code == 304
    corrected = law.edition(
        LOCAL, "2022-11-05", law.TASKS, law.election("депутаты маслихата"), title=law.LOCAL_TITLE
    )
    with indexed.store.write() as session:
        store_editions(session, indexed.snapshots, [corrected])
    behind = client.get(address, headers=held)
    assert behind.status_code == 200
    held = {"If-None-Match": behind.headers["etag"]}
    assert client.get(address, headers=held).status_code == 304
    indexed.index()
    new = client.get(address, headers=held)
    assert new.status_code == 200
    assert "депутаты маслихата" in new.text.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize("address", SEARCHES)
def test_nothing_is_current_without_an_index_or_with_one_that_cannot_be_read(
    indexed: House, address: str
) -> None:
    client = indexed.client()
    held = {"If-None-Match": client.get(address).headers["etag"]}
    indexed.engine.withdraw()
    assert client.get(address, headers=held).status_code == 503
    indexed.index()
    assert client.get(address, headers=held).status_code == 304
    for pointer in indexed.settings.index_dir.rglob("*.json"):
        pointer.write_text("{", encoding="utf-8")
    assert client.get(address, headers=held).status_code == 503


def test_tomorrow_the_same_search_is_of_another_day(indexed: House) -> None:
    app, address = indexed.app(), "/search?q=маслихат"
    held = {"If-None-Match": client_at(app, LATER).get(address).headers["etag"]}
    assert client_at(app, LATER).get(address, headers=held).status_code == 304
    tomorrow = client_at(app, LATER + timedelta(days=1)).get(address, headers=held)
    assert tomorrow.status_code == 200
    assert "2030-01-02" in tomorrow.text


def test_readers_of_another_language_have_another_page(indexed: House) -> None:
    client, address = indexed.client(), "/search?q=маслихат"
    russian = client.get(address, headers={"Accept-Language": "ru"})
    held = {"If-None-Match": russian.headers["etag"]}
    for language, status in (("ru", 304), ("kk", 200), ("ru", 304)):
        asked = client.get(address, headers=held | {"Accept-Language": language})
        assert asked.status_code == status


def test_a_list_that_was_seen_again_vouches_for_another_day(indexed: House) -> None:
    day = (LATER - timedelta(days=1)).date()
    client = client_at(indexed.app(), LATER)
    address = f"/v1/acts/{LOCAL}/articles/art_36?lang=ru&on={day}"
    page = f"/acts/{LOCAL}/articles/art_36?lang=ru&ui=ru&on={day}"
    shown, whole = client.get(page), client.get(address)
    held = {"If-None-Match": whole.headers["etag"]}
    assert [client.get(address, headers=held).status_code for _ in range(2)] == [304, 304]
    with indexed.store.write() as session:
        writes.touch_listed(session, LOCAL, Language.RU, "adilet", LATER)
        answer = writes.Fetched("https://old.adilet.zan.kz/list", LATER, 200, {}, b"the list")
        writes.record_snapshot(session, indexed.snapshots, answer)
    after = client.get(address, headers=held)
    assert after.status_code == 200
    assert '"unlisted"' in whole.text
    assert '"listed"' in after.text
    unlisted = Interface(Language.RU)("edition.unlisted")
    assert unlisted in shown.text
    assert unlisted not in client.get(page).text
