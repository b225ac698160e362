"""Relations without a day are those of today: a text that is still to come changes none of them."""

from __future__ import annotations

from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.law import Article, Edition
from tests.api.coming import COMES, EVE, MORNING, services_at
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import article, edition, point

GARDENS, PARKS = "Z0300000001", "Z0300000002"
NOW = "2003-01-01"


def gardens(label: str, *articles: Article) -> Edition:
    return edition(GARDENS, label, *articles, title="О садах (пересказ)")


def parks(label: str, words: str) -> Edition:
    own = article("7", "Сады в парках", point("1", words), divisions=())
    return edition(PARKS, label, own, title="О парках (пересказ)")


CITING = "По статьям 1 и 2 Закона Республики Казахстан «О садах (пересказ)»."
FIRST, SECOND = (
    article(number, "Сад", point("1", "Сад поливают."), divisions=()) for number in "12"
)


@pytest.fixture
def house(own_house: House) -> House:
    """On a day to come the gardens lose the first article that the parks cite."""
    put(own_house, gardens(NOW, FIRST, SECOND), gardens(COMES, SECOND), parks(NOW, CITING))
    return own_house


def put(house: House, *editions: Edition) -> None:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)


def at(app: FastAPI, moment: datetime) -> TestClient:
    app.state.services = services_at(app.state.services, moment)
    return TestClient(app)


def first_cited(client: TestClient) -> tuple[str, str]:
    found = client.get(f"/v1/acts/{PARKS}/articles/art_7/relations").json()["cites"]
    (target,) = found[0]["targets"]
    return target["presence"], target["edition"]


def links_to_gardens(client: TestClient) -> list[str]:
    page = client.get(f"/acts/{PARKS}", params={"view": "text", "ui": "ru"})
    assert page.status_code == 200
    found = BeautifulSoup(page.text, "html.parser").select("main a")
    return [str(one["href"]) for one in found if GARDENS in str(one.get("href"))]


def test_what_is_cited_is_read_in_the_edition_that_has_come(house: House) -> None:
    app = house.app()
    assert first_cited(at(app, EVE)) == ("here", NOW)
    assert first_cited(at(app, MORNING)) == ("absent", COMES)


def test_what_cites_is_what_does_today(house: House) -> None:
    put(house, parks(COMES, "Ничего."))
    app, address = house.app(), f"/v1/acts/{GARDENS}/articles/art_2/relations"
    (citer,) = at(app, EVE).get(address).json()["cited_by"]
    assert (citer["ngr"], citer["edition"]) == (PARKS, NOW)
    assert at(app, MORNING).get(address).json()["cited_by"] == []


def test_the_links_that_are_remembered_of_a_whole_text_are_those_of_the_day(house: House) -> None:
    app = house.app()
    before, after = (links_to_gardens(at(app, moment)) for moment in (EVE, MORNING))
    assert before != after
    assert after == links_to_gardens(at(house.app(), MORNING)), "as if it had been made anew"
