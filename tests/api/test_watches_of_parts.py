"""Watches of chapters and points over HTTP, from the request to what a receiver gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.models.messages import Descriptions
from api.services import utc_now
from corpus.law import Edition, Language
from tests.api.filling import store_changes, store_editions
from tests.api.house import House, empty_house
from tests.api.law import article, chapter, edition, point
from tests.webhooks.receivers import Receiver, receiving
from webhooks.configuring import deliverer_of

NGR = "Z1700000011"


def waters(
    label: str, *, bed: str = "Русло чистят весной.", shore: str = "Берег открыт."
) -> Edition:
    """A law of two chapters; the article on beds has two points."""
    return edition(
        NGR,
        label,
        chapter("1", "Реки"),
        article("1", "Русло", point("1", bed), point("2", "Мосты строят."), divisions=("ch_1",)),
        chapter("2", "Озёра"),
        article("2", "Берег", point("1", shore), divisions=("ch_2",)),
        title="О водах",
    )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house that holds one edition of the law and may send to loopback."""
    made = empty_house(tmp_path)
    settings = made.settings.model_copy(update={"webhook_allow": ("127.0.0.0/8",)})
    made = replace(made, settings=settings)
    store(made, waters("2018-01-01"))
    yield made
    made.store.close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


def store(house: House, *laws: Edition) -> None:
    with house.store.write() as session:
        store_editions(session, house.snapshots, laws)
        store_changes(session, NGR, Language.RU)


def made(client: TestClient, url: str, key: str) -> dict[str, Any]:
    answer = client.post("/v1/watches", json={"act": NGR, "article": key, "url": url})
    assert answer.status_code == 201, answer.text
    document: dict[str, Any] = answer.json()
    return document


def told(house: House, receiver: Receiver) -> list[str]:
    """The keys of the changes that arrive now."""
    before = len(receiver.got)
    deliverer_of(house.settings, house.store, Descriptions(), utc_now).run_once()
    return [one.document["change"]["key"] for one in receiver.got[before:]]


def test_a_watch_of_a_chapter_says_what_it_follows_and_hears_of_that_alone(
    house: House, receiver: Receiver
) -> None:
    watch = made(house.client(), receiver.url, "ch_1")
    assert (watch["article"], watch["articles_now"], watch["moves"]) == ("ch_1", ["ch_1"], [])
    store(house, waters("2019-05-05", shore="Берег закрыт."))
    assert told(house, receiver) == []
    store(house, waters("2021-07-07", shore="Берег закрыт.", bed="Русло чистят осенью."))
    assert told(house, receiver) == ["art_1"]


def test_a_watch_of_a_point_hears_of_that_point_alone(house: House, receiver: Receiver) -> None:
    client = house.client()
    first, second = (made(client, receiver.url, f"art_1__p_{one}") for one in (1, 2))
    assert (first["article"], first["articles_now"]) == ("art_1__p_1", ["art_1"])
    store(house, waters("2019-05-05", bed="Русло чистят осенью."))
    assert told(house, receiver) == ["art_1"]
    assert receiver.got[0].document["watch"]["id"] == first["id"] != second["id"]


def test_the_feed_of_the_chapter_tells_the_same(house: House, receiver: Receiver) -> None:
    client = house.client()
    made(client, receiver.url, "ch_2")
    store(house, waters("2019-05-05", bed="Русло чистят осенью.", shore="Берег закрыт."))
    items = client.get(f"/feeds/acts/{NGR}/articles/ch_2.json?lang=ru").json()["items"]
    assert told(house, receiver) == ["art_2"]
    assert [one["_nusqa"]["key"] for one in items] == ["art_2"]


@pytest.mark.parametrize("key", ["ch_9", "art_1__p_9", "art_9__p_1"])
def test_a_part_that_the_act_never_had_is_told_as_such(house: House, key: str) -> None:
    asked = {"act": NGR, "article": key, "url": "http://127.0.0.1:9009/hook"}
    answer = house.client().post("/v1/watches", json=asked)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-article")
    assert answer.json()["key"] == key
