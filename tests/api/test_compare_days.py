"""A comparison of texts by days says whether a registry's list vouches for them by now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from fastapi.testclient import TestClient

from corpus.law import Language
from corpus.store import writes
from tests.api.filling import fill
from tests.api.house import House
from tests.api.law import LOCAL

LATER = datetime(2030, 1, 1, 6, tzinfo=UTC)
SIDES = {"left": f"{LOCAL}@2013-06-13", "right": f"{LOCAL}@2029-12-31"}


def certainty(client: TestClient) -> list[tuple[str, str]]:
    document: Any = client.get("/v1/compare", params={**SIDES, "lang": "ru"}).json()
    answered = [document[side]["held"][0]["answered"] for side in ("left", "right")]
    return [(one["question"], one["certainty"]) for one in answered]


def test_a_list_that_was_seen_again_vouches_for_the_day_of_a_side(own_house: House) -> None:
    fill(own_house.store, own_house.snapshots)
    client = own_house.client()
    assert certainty(client) == [("edition", "listed"), ("on", "unlisted")]
    with own_house.store.write() as session:
        writes.touch_listed(session, LOCAL, Language.RU, "adilet", LATER)
        answer = writes.Fetched("https://old.adilet.zan.kz/list", LATER, 200, {}, b"the list")
        writes.record_snapshot(session, own_house.snapshots, answer)
    assert certainty(client) == [("edition", "listed"), ("on", "listed")]
