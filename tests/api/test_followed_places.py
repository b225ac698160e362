"""What a follower narrows by has to be there: a misspelt number is told, not followed."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.house import House
from tests.api.law import LOCAL, WATCHED

FEEDS = ["/v1/amendments", "/v1/changes"]


@pytest.mark.parametrize("feed", FEEDS)
def test_an_act_that_there_is_not_is_unknown_as_elsewhere(client: TestClient, feed: str) -> None:
    problem = client.get(f"{feed}?act=Z010000149_").json()
    elsewhere = client.get("/v1/acts/Z010000149_").json()
    assert problem.pop("instance") != elsewhere.pop("instance")
    (here,), (there,) = problem.pop("errors"), elsewhere.pop("errors")
    assert (here["parameter"], there["parameter"]) == ("act", "ngr")
    assert problem == elsewhere
    assert problem["nearest"][0] == LOCAL


@pytest.mark.parametrize("feed", FEEDS)
def test_an_article_that_an_act_never_had_is_unknown(client: TestClient, feed: str) -> None:
    answer = client.get(f"{feed}?act={LOCAL}&article=art_361")
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (404, "/problems/unknown-article")
    assert (problem["ngr"], problem["key"]) == (LOCAL, "art_361")
    assert "art_36" in problem["nearest"]
    assert problem["detail"].startswith(f"{LOCAL} has no art_361 in any edition held. Nearest: ")


@pytest.mark.parametrize("feed", FEEDS)
def test_an_article_that_no_act_has_is_unknown_too(client: TestClient, feed: str) -> None:
    answer = client.get(f"{feed}?article=art_361")
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (404, "/problems/unknown-article")
    assert "ngr" not in problem
    assert problem["detail"].startswith("No act has art_361 in any edition held. Nearest: ")


@pytest.mark.parametrize("feed", FEEDS)
@pytest.mark.parametrize(
    "narrowed",
    [
        f"act={LOCAL}&article=art_36",
        f"act={LOCAL}&article=ch_3",
        "article=art_36",
        f"act={WATCHED}",
        f"act={WATCHED}&article=art_5",
        "act=Z950002464_",
        "act=U040001484_",
    ],
)
def test_what_is_known_or_watched_is_followed_though_nothing_has_come(
    client: TestClient, feed: str, narrowed: str
) -> None:
    assert client.get(f"{feed}?since=2100-01-01&{narrowed}").status_code == 200


def test_a_place_inside_an_article_is_known_where_an_edition_has_it(client: TestClient) -> None:
    there = client.get(f"/v1/amendments?act={LOCAL}&article=art_36__p_1")
    gone = client.get(f"/v1/amendments?act={LOCAL}&article=art_36__p_99")
    assert (there.status_code, gone.status_code) == (200, 404)
    assert "art_36" in gone.json()["nearest"]


def test_changes_of_a_place_inside_an_article_are_asked_for_by_its_article(
    client: TestClient,
) -> None:
    answer = client.get(f"/v1/changes?act={LOCAL}&article=art_36__p_1")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")
    assert "ask for art_36" in answer.json()["detail"]


@pytest.mark.parametrize("by", ["in_force", "adopted"])
def test_changes_are_not_listed_by_days_that_may_move_and_where_to_ask_is_told(
    client: TestClient, by: str
) -> None:
    answer = client.get(f"/v1/changes?by={by}")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")
    assert f"/v1/amendments?by={by}" in answer.json()["detail"]
    assert client.get(f"/v1/amendments?by={by}").status_code == 200


def test_changes_by_the_day_they_were_seen_are_those_of_the_feed(client: TestClient) -> None:
    assert client.get("/v1/changes?by=seen").json() == client.get("/v1/changes").json()
    assert client.get("/v1/changes?by=").json() == client.get("/v1/changes").json()


def test_an_empty_corpus_knows_no_act_but_those_watched(own_house: House) -> None:
    client = own_house.client()
    assert client.get("/v1/amendments").json()["amendments"] == []
    assert client.get("/v1/amendments?act=NOPE").status_code == 404
    assert client.get(f"/v1/amendments?act={LOCAL}&article=art_36").json()["amendments"] == []
