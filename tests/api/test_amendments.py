"""The feed of amendments over HTTP: pages, cursors, filters, problems."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.questions.following.amendments import FollowedAmendments, write_cursor
from corpus.amending_acts import AmendingActs
from corpus.law import Footnote, Link
from corpus.store.amendments.records import AmendmentCursor
from corpus.store.listing import touch_act
from corpus.watchlist import read_watchlist
from crawler.amending import refresh_amendments
from tests.api.filling import fill, store_editions
from tests.api.house import House
from tests.api.law import LOCAL, LOCAL_TITLE, article, edition, point

WATCHED = """
[[act]]
ngr = "Z2200000157"
form = "law"
status = "amending act"
number = "157-VII"
adopted = 2022-11-05
published = 2022-11-07
"""
NOTE = Footnote(
    "Сноска. Статья 36 с изменениями, внесенными законами РК от 14.06.2013 № 901-V (вводится в "
    "действие со дня его первого официального опубликования); от 05.11.2022 № 157-VII (вводится в "
    "действие по истечении десяти календарных дней после дня его первого официального "
    "опубликования); от 19.05.2026 № 291-VIII (вводится в действие с 01.07.2026).",
    (Link("№ 291-VIII", "/rus/docs/Z2600000291#z5"),),
)
RECORDED = datetime(2026, 11, 3, 8, tzinfo=UTC)


@pytest.fixture
def house(own_house: House) -> House:
    """The acts of the tests, with an edition of the local law whose note names three acts."""
    house = own_house
    fill(house.store, house.snapshots)
    noted = edition(
        LOCAL,
        "2026-05-19",
        article("36", "Избрание акима", point("1", "Акима избирают жители."), NOTE),
        article("38", "Отчёт", point("1", "Отчитывается раз в год.")),
        title=LOCAL_TITLE,
    )
    with house.store.write() as session:
        store_editions(session, house.snapshots, [noted])
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(read_watchlist(WATCHED)))
    return house


@pytest.fixture
def client(house: House) -> TestClient:
    """A client of that service."""
    return house.client()


def feed(client: TestClient, **asked: Any) -> dict[str, Any]:
    answer = client.get("/v1/amendments", params={"lang": "ru", **asked})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def numbers(found: dict[str, Any]) -> list[str | None]:
    return [one["amending_act"]["number"] for one in found["amendments"]]


def test_an_amendment_says_what_when_by_whom_and_how_that_is_known(client: TestClient) -> None:
    (one,) = feed(client, by="in_force", until="2026-01-01")["amendments"]
    assert one["ngr"] == LOCAL
    assert one["target"] == {
        "key": "art_36",
        "place": "",
        "words": "",
        "heading": "Статья 36. Избрание акима",
    }
    assert (one["verb"], one["role"], one["lang"]) == ("amended", "amends", "ru")
    act = one["amending_act"]
    assert (act["adopted"], act["number"], act["form"]) == ("2022-11-05", "157-VII", "law")
    assert (act["ngr"], act["ngr_ground"]) == ("Z2200000157", "watch list")
    assert (one["clause"]["kind"], one["clause"]["days"]) == ("days after publication", 10)
    assert one["in_force"] == {
        "from": "2022-11-18",
        "ground": "computed from publication",
        "published": "2022-11-07",
        "label": None,
    }
    assert "157-VII" in one["quote"]
    assert (one["first_edition"], one["last_edition"]) == ("2026-05-19", "2026-05-19")
    assert one["provenance"]["url"].endswith("2026-05-19")
    assert len(one["provenance"]["snapshot_sha256"]) == 64
    assert (one["recorded_at"], one["withdrawn_at"]) == ("2026-11-03T08:00:00Z", None)


def test_an_unknown_day_is_null_with_its_ground(client: TestClient) -> None:
    unknown = feed(client, by="in_force")["amendments"][-1]
    assert unknown["amending_act"]["number"] in {"901-V", "42-VII"}
    assert unknown["in_force"] == {
        "from": None,
        "ground": "unknown",
        "published": None,
        "label": None,
    }


def test_a_link_of_the_registry_gives_the_acts_number(client: TestClient) -> None:
    (one,) = feed(client, by="in_force", since="2026-01-01")["amendments"]
    act = one["amending_act"]
    assert (act["number"], act["ngr"], act["ngr_ground"]) == ("291-VIII", "Z2600000291", "link")


@pytest.mark.parametrize("by", ["seen", "in_force", "adopted"])
def test_the_pages_give_all_in_one_order_and_link_to_the_next(client: TestClient, by: str) -> None:
    whole = feed(client, by=by)["amendments"]
    assert len(whole) >= 3
    given, url = [], f"/v1/amendments?lang=ru&by={by}&limit=1"
    for _ in whole:
        answer = client.get(url)
        given += answer.json()["amendments"]
        link = answer.links.get("next")
        assert answer.json()["more"] is (link is not None)
        if link is None:
            break
        url = link["url"]
    assert given == whole


def test_the_last_cursor_goes_on_when_something_comes(client: TestClient, house: House) -> None:
    last = feed(client)
    assert last["more"] is False
    assert feed(client, cursor=last["cursor"])["amendments"] == []
    note = Footnote("Сноска. Статья 38 в редакции Закона РК от 01.02.2027 № 300-VIII.")
    newer = edition(
        LOCAL,
        "2027-02-01",
        article("36", "Избрание акима", point("1", "Акима избирают жители."), NOTE),
        article("38", "Отчёт", point("1", "Отчитывается дважды."), note),
        title=LOCAL_TITLE,
    )
    with house.store.write() as session:
        store_editions(session, house.snapshots, [newer])
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(read_watchlist(WATCHED)))
    assert numbers(feed(client, cursor=last["cursor"])) == ["300-VIII"]


def test_filters_narrow(client: TestClient) -> None:
    assert numbers(feed(client, act=LOCAL, article="art_36", verb="amended")) == [
        "901-V",
        "157-VII",
        "291-VIII",
    ]
    assert numbers(feed(client, verb="suspended")) == []
    assert numbers(feed(client, lang="kk")) == []
    assert numbers(feed(client, by="adopted", since="2022-01-01", until="2023-01-01")) == [
        "157-VII"
    ]
    assert numbers(feed(client, since="2026-11-03")) == ["901-V", "157-VII", "291-VIII"]
    assert numbers(feed(client, until="2026-11-02")) == []


def test_an_unchanged_page_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/v1/amendments").headers["etag"]
    answer = client.get("/v1/amendments", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_an_unchanged_page_is_not_read_again_and_one_that_may_have_changed_is(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, url = house.client(), "/v1/amendments?by=adopted&limit=1"
    tag = {"If-None-Match": client.get(url).headers["etag"]}
    assert client.get(f"{url}0", headers=tag).status_code == 200
    with monkeypatch.context() as patched:
        patched.setattr("api.routers.amendments.page_of", None)
        assert client.get(url, headers=tag).status_code == 304
        assert client.get(url).status_code == 500
    with house.store.write() as session:
        touch_act(session, LOCAL)
    assert client.get(url, headers=tag).status_code == 200


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"verb": "beautified"}, "verb"),
        ({"by": "luck"}, "by"),
        ({"since": "2021-02-31"}, "day that exists"),
        ({"until": "soon"}, "day that exists"),
        ({"limit": 0}, "limit"),
        ({"cursor": "nonsense"}, "no cursor"),
        ({"cursor": "WzFd"}, "no cursor"),
        ({"cursor": "WyJ4IiwxLDIsMyw0XQ"}, "no cursor"),
        ({"cursor": "ы"}, "no cursor"),
        ({"cursor": "x" * 201}, "cursor"),
    ],
)
def test_bad_input_is_told_as_a_problem(
    client: TestClient, asked: dict[str, Any], said: str
) -> None:
    answer = client.get("/v1/amendments", params=asked)
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/problems/invalid-request"
    assert said in answer.json()["detail"]


def test_a_cursor_goes_on_with_its_own_question_only(client: TestClient) -> None:
    cursor = feed(client, by="in_force", limit=1)["cursor"]
    assert feed(client, by="in_force", limit=2, cursor=cursor)["amendments"]
    for other in (
        {"by": "adopted"},
        {"by": "in_force", "act": LOCAL},
        {"by": "in_force", "lang": ""},
    ):
        answer = client.get("/v1/amendments", params={"lang": "ru", "cursor": cursor, **other})
        assert answer.status_code == 422
        assert "another question" in answer.json()["detail"]


def test_a_cursor_of_another_corpus_is_refused(client: TestClient) -> None:
    cursor = write_cursor(AmendmentCursor(1_000), FollowedAmendments())
    answer = client.get("/v1/amendments", params={"cursor": cursor})
    assert answer.status_code == 422
    assert "Begin again" in answer.json()["detail"]


def test_an_article_lists_its_amendments_the_oldest_act_first(client: TestClient) -> None:
    answer = client.get(f"/v1/acts/{LOCAL}/articles/art_36/amendments?lang=ru").json()
    days = [one["amending_act"]["adopted"] for one in answer["amendments"]]
    assert [day for day in days if day] == sorted(day for day in days if day)
    assert "157-VII" in [one["amending_act"]["number"] for one in answer["amendments"]]
    assert (answer["ngr"], answer["key"], answer["lang"]) == (LOCAL, "art_36", "ru")


def test_an_article_without_notes_has_none_and_one_that_is_not_is_a_problem(
    client: TestClient,
) -> None:
    found = client.get(f"/v1/acts/{LOCAL}/articles/art_38/amendments?lang=ru")
    assert found.json()["amendments"] == []
    missing = client.get(f"/v1/acts/{LOCAL}/articles/art_99/amendments?lang=ru")
    assert (missing.status_code, missing.json()["type"]) == (404, "/problems/unknown-article")
    unknown = client.get("/v1/acts/Z0/articles/art_1/amendments")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/problems/unknown-act")
