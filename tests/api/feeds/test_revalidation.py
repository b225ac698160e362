"""Who holds a feed already is told so without its being made; nothing new is kept from anyone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from fastapi.testclient import TestClient

from tests.api import law
from tests.api.feeds.acts import EDITIONS, NGR, THIRD, take
from tests.api.feeds.writing import NOON
from tests.api.filling import store_editions
from tests.api.house import House

FEED = f"/feeds/acts/{NGR}.atom"
AMENDING = "Z020000007_"
"""The act that the note of the second edition names; its own text may tell more of a change."""


@pytest.mark.parametrize(
    "url", [FEED, "/feeds/changes.json", "/feeds/search.atom?q=груши", "/feeds/regimes/1999.json"]
)
def test_an_unchanged_feed_is_answered_without_being_made(
    garden_house: House, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    first = garden_house.client().get(url)

    def made(*_: object, **__: object) -> None:
        raise AssertionError("a page was made")

    monkeypatch.setattr("api.routers.feeds.feed_page", made)
    client = garden_house.client()  # another process: it remembers nothing
    again = client.get(url, headers={"If-None-Match": f'W/"x", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(url).status_code == 500


def test_a_feed_that_changed_has_another_tag_and_other_acts_do_not_change_it(
    own_house: House,
) -> None:
    take(own_house, *EDITIONS[:2])
    client = own_house.client()
    held = {url: client.get(url).headers["etag"] for url in (FEED, f"{FEED}?lang=kk")}
    regime = client.get("/feeds/regimes/2013.atom").headers["etag"]
    assert len({*held.values(), regime}) == 3
    take(own_house, THIRD, minutes=5)
    for url, tag in held.items():
        answer = client.get(url, headers={"If-None-Match": tag})
        assert (answer.status_code, answer.headers["etag"] == tag) == (200, False)
    unchanged = client.get("/feeds/regimes/2013.atom", headers={"If-None-Match": regime})
    assert unchanged.status_code == 304


def test_the_feed_of_an_act_is_another_once_the_text_of_an_act_that_amended_it_is_held(
    own_house: House,
) -> None:
    take(own_house, *EDITIONS[:2])
    client = own_house.client()
    held = {"If-None-Match": client.get(FEED).headers["etag"]}
    for ngr, status in (("Z990000001_", 304), (AMENDING, 200)):
        orders = law.article("1", "О другом", law.point("1", "Внести изменения."), divisions=())
        with own_house.store.write() as session:
            one = law.edition(ngr, "2002-02-05", orders, title="О поправках (пересказ)")
            store_editions(session, own_house.snapshots, [one])
        assert client.get(FEED, headers=held).status_code == status, ngr


def test_a_feed_whose_links_lead_to_another_registry_is_another(garden_house: House) -> None:
    held = {"If-None-Match": garden_house.client().get(FEED).headers["etag"]}
    elsewhere = garden_house.app()
    services = elsewhere.state.services
    settings = services.settings.model_copy(update={"adilet_url": "https://registry.example"})
    elsewhere.state.services = replace(services, settings=settings)
    assert TestClient(elsewhere).get(FEED, headers=held).status_code == 200
    assert garden_house.client().get(FEED, headers=held).status_code == 304


def test_every_question_has_its_own_tag(gardens: TestClient) -> None:
    urls = [
        FEED,
        FEED.replace(".atom", ".json"),
        *(f"{FEED}?{one}" for one in ("lang=kk", "technical=true", "kind=added", "limit=1")),
        "/feeds/changes.atom",
        "/feeds/search.atom?q=груши",
        "/feeds/search.atom?q=сливы",
    ]
    tags = [gardens.get(url).headers["etag"] for url in urls]
    assert len(set(tags)) == len(urls)
    elsewhere = gardens.get(FEED, headers={"Host": "law.example"})
    assert elsewhere.headers["etag"] not in tags  # it has other addresses in it


def test_who_knows_only_the_time_is_told_that_nothing_came_since(gardens: TestClient) -> None:
    answer = gardens.get(FEED)
    assert answer.headers["last-modified"] == format_datetime(NOON, usegmt=True)

    def since(moment: datetime) -> int:
        header = format_datetime(moment.astimezone(UTC), usegmt=True)
        return gardens.get(FEED, headers={"If-Modified-Since": header}).status_code

    assert since(NOON) == since(NOON + timedelta(days=1)) == 304
    assert since(NOON - timedelta(seconds=1)) == 200
    for header in ("yesterday", "", "Tue, 03 Nov 2026 99:00:00 GMT"):
        assert gardens.get(FEED, headers={"If-Modified-Since": header}).status_code == 200


def test_the_tag_beats_the_time(gardens: TestClient) -> None:
    headers = {"If-None-Match": '"other"', "If-Modified-Since": format_datetime(NOON, usegmt=True)}
    assert gardens.get(FEED, headers=headers).status_code == 200


@pytest.mark.parametrize("minutes_ago", [0, 10])
def test_what_came_lately_has_no_time_yet_for_more_may_be_committed_with_the_same_one(
    own_house: House, minutes_ago: int
) -> None:
    now = datetime.now(UTC)
    take(own_house, *EDITIONS, minutes=int((now - NOON).total_seconds() // 60) - minutes_ago)
    client = own_house.client()
    answer = client.get(FEED)
    assert "last-modified" not in answer.headers
    headers = {"If-Modified-Since": format_datetime(now + timedelta(hours=1), usegmt=True)}
    assert client.get(FEED, headers=headers).status_code == 200


def test_a_star_holds_what_there_is_and_nothing_that_is_not(gardens: TestClient) -> None:
    star = {"If-None-Match": "*"}
    assert gardens.get(FEED, headers=star).status_code == 304
    assert gardens.get("/feeds/acts/Z1.atom?lang=ru", headers=star).status_code == 404


def test_the_head_of_a_feed_is_that_of_its_answer(gardens: TestClient) -> None:
    whole, head = gardens.get(FEED), gardens.head(FEED)
    assert (head.status_code, head.headers, head.content) == (200, whole.headers, b"")
