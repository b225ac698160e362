from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from corpus.amending_acts import AmendingActs
from corpus.settings import Settings
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, fill, store_editions
from tests.api.house import House


def test_health_counts_what_there_is(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    health = answer.json()
    assert health["status"] == "ok"
    assert health["counts"]["acts"] == 3
    assert health["counts"]["editions"] == 6
    assert health["counts"]["indexed"] > 5
    assert answer.headers["cache-control"] == "no-store"


def test_without_an_index_the_service_is_degraded_and_says_what_is_done(own_house: House) -> None:
    fill(own_house.store, own_house.snapshots)
    answer = own_house.client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert "this server is building it" in answer.json()["index"]["detail"]


def test_without_tables_the_service_has_failed_and_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(data_dir=tmp_path))) as client:
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "failed"
    assert "alembic upgrade head" in answer.json()["database"]["detail"]


def test_health_says_when_sample_data_is_loaded(own_house: House) -> None:
    client = own_house.client()
    assert client.get("/healthz").json()["sample"] is False
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [law.SAMPLE_EDITION])
    assert client.get("/healthz").json()["sample"] is True


def test_while_notes_are_unread_the_service_is_degraded_and_says_what_to_do(
    own_house: House,
) -> None:
    own_house.index()
    client = own_house.client()
    assert client.get("/healthz").json()["notes"] == {"status": "ok", "detail": None}
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, law.LOCAL_EDITIONS[:1])
    health = client.get("/healthz").json()
    assert (health["status"], health["notes"]["status"]) == ("degraded", "failed")
    assert "notes of 1 edition are not read" in health["notes"]["detail"]
    assert "nusqa derive" in health["notes"]["detail"]
    with own_house.store.write() as session:
        refresh_amendments(session, law.LOCAL, RECORDED, AmendingActs(Watchlist(())))
    assert client.get("/healthz").json()["notes"]["status"] == "ok"
