"""Watches over HTTP: made, managed by a token of their own, never telling a secret twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.models.messages import Descriptions
from api.services import utc_now
from corpus.settings import Settings
from corpus.store import reads
from tests.api.filling import fill
from tests.api.house import House, empty_house
from tests.api.law import ELECTIONS, LOCAL
from tests.webhooks.receivers import Answer, receiving
from webhooks.configuring import deliverer_of

URL = "http://127.0.0.1:9009/hook"
OPERATOR = {"Authorization": "Bearer the operator's own token"}


@pytest.fixture(params=["sqlite", "postgresql"])
def watched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A filled house that may send to loopback."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    house = empty_house(tmp_path, url)
    fill(house.store, house.snapshots)
    yield with_settings(house)
    house.store.close()


def with_settings(house: House, **changes: object) -> House:
    settings = house.settings.model_copy(
        update={"webhook_allow": ("127.0.0.0/8",), "webhook_retries": (60.0,), **changes}
    )
    return replace(house, settings=settings)


def made(client: TestClient, **asked: object) -> dict[str, Any]:
    """A new watch."""
    answer = client.post("/v1/watches", json={"act": LOCAL, "url": URL, **asked})
    assert answer.status_code == 201, answer.text
    document: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"/v1/watches/{document['id']}"
    assert answer.headers["cache-control"] == "no-store"
    return document


def holder(watch: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {watch['token']}"}


def deliver(house: House) -> int:
    deliverer = deliverer_of(house.settings, house.store, Descriptions(), utc_now)
    return deliverer.run_once().sent


def test_a_watch_is_made_shown_paused_resumed_and_removed(watched: House) -> None:
    client = watched.client()
    watch = made(client, article="art_36", legal_only=True, lang="ru", events=["changes"])
    address, token = f"/v1/watches/{watch['id']}", holder(watch)
    shown = client.get(address, headers=token).json()
    assert {**shown, "token": watch["token"], "secret": watch["secret"]} == watch
    assert (shown["article"], shown["articles_now"], shown["state"]) == (
        "art_36",
        ["art_36"],
        "active",
    )
    assert client.post(f"{address}/pause", headers=token).json()["state"] == "paused"
    assert client.post(f"{address}/resume", headers=token).json()["state"] == "active"
    assert client.delete(address, headers=token).status_code == 204
    assert client.get(address, headers=token).status_code == 404
    assert client.delete(address, headers=token).json()["type"] == "/problems/unknown-watch"


def test_a_test_message_is_sent_and_its_delivery_told(watched: House) -> None:
    client = watched.client()
    with receiving() as receiver:
        watch = made(client, url=receiver.url)
        token = holder(watch)
        queued = client.post(f"/v1/watches/{watch['id']}/test", headers=token)
        assert (queued.status_code, queued.json()["state"]) == (202, "pending")
        assert deliver(watched) == 1
        told = client.get(queued.headers["location"], headers=token).json()
        assert (told["state"], told["attempts"][0]["status"]) == ("delivered", 204)
        assert told["attempts"][0]["latency_ms"] >= 0
        assert told["message"] == receiver.got[0].document
        again = client.post(queued.headers["location"] + "/redeliver", headers=token)
        assert again.status_code == 202
        assert deliver(watched) == 1
        assert receiver.ids == [told["id"]] * 2


def test_the_log_is_paged_newest_first(watched: House) -> None:
    client = watched.client()
    watch = made(client)
    address, token = f"/v1/watches/{watch['id']}", holder(watch)
    sent = []
    for _ in range(5):
        sent.append(client.post(f"{address}/test", headers=token).json()["id"])
        deliver(watched)
    found, cursor = [], None
    while True:
        parameters = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = client.get(f"{address}/deliveries", params=parameters, headers=token).json()
        found += [one["id"] for one in page["deliveries"]]
        cursor = page["cursor"]
        if cursor is None:
            break
    assert found == sent[::-1]


def test_a_failure_is_told_with_its_status_and_the_next_attempt(watched: House) -> None:
    client = watched.client()
    with receiving() as receiver:
        receiver.always = Answer(500, body=b"inner words of the receiver")
        watch = made(client, url=receiver.url)
        address, token = f"/v1/watches/{watch['id']}", holder(watch)
        client.post(f"{address}/test", headers=token)
        deliver(watched)
        answer = client.get(f"{address}/deliveries", headers=token)
    (told,) = answer.json()["deliveries"]
    assert (told["state"], told["attempts"][0]["outcome"]) == ("dead", "refused")
    assert told["attempts"][0]["error"] == "the receiver answered 500"
    assert "inner words" not in answer.text
    assert client.get(address, headers=token).json()["failing_since"] is not None


def test_a_secret_is_shown_once_and_can_be_replaced(watched: House) -> None:
    client = watched.client()
    watch = made(client)
    address, token = f"/v1/watches/{watch['id']}", holder(watch)
    fresh = client.post(f"{address}/secret", headers=token).json()
    assert fresh["secret"].startswith("whsec_")
    assert fresh["secret"] != watch["secret"]
    client.post(f"{address}/test", headers=token)
    deliver(watched)  # nobody is there: the log has an error
    operator = with_settings(watched, operator_token=SecretStr("the operator's own token"))
    answers = [
        client.get(address, headers=token),
        client.get(f"{address}/deliveries", headers=token),
        client.post(f"{address}/pause", headers=token),
        operator.client().get("/v1/watches", headers=OPERATOR),
    ]
    for answer in answers:
        assert answer.status_code == 200
        for secret in (watch["secret"], fresh["secret"], watch["token"]):
            assert secret not in answer.text


def test_without_the_right_token_a_watch_is_as_good_as_none(watched: House) -> None:
    client = watched.client()
    watch, other = made(client), made(client)
    address = f"/v1/watches/{watch['id']}"
    bare = client.get(address)
    assert (bare.status_code, bare.headers["www-authenticate"]) == (401, "Bearer")
    calls: list[Callable[[dict[str, str]], Any]] = [
        lambda headers: client.get(address, headers=headers),
        lambda headers: client.delete(address, headers=headers),
        lambda headers: client.post(f"{address}/secret", headers=headers),
        lambda headers: client.post(f"{address}/test", headers=headers),
        lambda headers: client.get(f"{address}/deliveries", headers=headers),
    ]
    for call in calls:
        wrong = call(holder(other))
        assert wrong.status_code == 404
    absent = client.get("/v1/watches/w_none", headers=holder(other)).json()
    refused = client.get(address, headers=holder(other)).json()
    assert {**absent, "detail": "", "instance": ""} == {**refused, "detail": "", "instance": ""}
    assert client.get(address, headers=holder(watch)).status_code == 200


def test_all_watches_are_listed_for_the_operator_only(watched: House) -> None:
    watch = made(watched.client())
    nobody = watched.client().get("/v1/watches", headers=OPERATOR)
    assert nobody.status_code == 401
    client = with_settings(watched, operator_token=SecretStr("the operator's own token")).client()
    assert client.get("/v1/watches").status_code == 401
    assert client.get("/v1/watches", headers=holder(watch)).status_code == 401
    listed = client.get("/v1/watches", headers=OPERATOR).json()
    assert [one["id"] for one in listed["watches"]] == [watch["id"]]
    assert client.get(f"/v1/watches/{watch['id']}", headers=OPERATOR).status_code == 200


@contextmanager
def watches_as(house: House, **changes: object) -> Iterator[TestClient]:
    yield with_settings(house, **changes).client()


def test_the_operator_decides_who_makes_watches_and_how_many(watched: House) -> None:
    asked = {"act": LOCAL, "url": URL}
    token = SecretStr("the operator's own token")
    with watches_as(watched, watches="off", operator_token=token) as client:
        closed = client.post("/v1/watches", json=asked, headers=OPERATOR)
        assert (closed.status_code, closed.json()["type"]) == (403, "/problems/watches-closed")
    with watches_as(watched, watches="operator", operator_token=token) as client:
        assert client.post("/v1/watches", json=asked).status_code == 403
        assert client.post("/v1/watches", json=asked, headers=OPERATOR).status_code == 201
    with watches_as(watched, watches_limit=1) as client:
        full = client.post("/v1/watches", json=asked)
        assert (full.status_code, full.json()["type"]) == (503, "/problems/too-many-watches")


@pytest.mark.parametrize(
    ("asked", "status", "kind", "said"),
    [
        ({"act": "Z01", "url": URL}, 404, "unknown-act", "No act Z01"),
        ({"act": LOCAL, "article": "art_361", "url": URL}, 404, "unknown-article", "art_36"),
        ({"act": LOCAL, "url": "nonsense"}, 422, "webhook-refused", "such as https"),
        ({"act": LOCAL, "url": "https://10.0.0.1/"}, 422, "webhook-refused", "not public"),
        ({"act": LOCAL, "url": "https://no.invalid/"}, 422, "webhook-refused", "not found"),
        ({"act": LOCAL, "url": "https://u:p@e.kz/"}, 422, "webhook-refused", "password"),
        ({"act": LOCAL}, 422, "invalid-request", "url"),
        ({"url": URL}, 422, "invalid-request", "one of them"),
        ({"act": LOCAL, "query": "аким", "url": URL}, 422, "invalid-request", "one of them"),
        ({"query": "аким", "article": "art_1", "url": URL}, 422, "invalid-request", "act"),
        ({"query": "(", "url": URL}, 422, "invalid-request", "bracket"),
        ({"query": "«аким", "url": URL}, 422, "invalid-request", "quote that is never closed"),
        ({"query": " ", "url": URL}, 422, "invalid-request", "empty"),
        ({"query": "", "url": URL}, 422, "invalid-request", "query: it is empty"),
        ({"act": LOCAL, "url": "not a url"}, 422, "webhook-refused", "Give an address such as"),
        ({"query": "а" * 2_001, "url": URL}, 422, "invalid-request", "2000"),
        ({"act": LOCAL, "url": URL, "lang": "de"}, 422, "invalid-request", "lang"),
        ({"act": LOCAL, "url": URL, "events": []}, 422, "invalid-request", "events"),
        ({"act": LOCAL, "url": URL, "event": "changes"}, 422, "invalid-request", "event"),
        ({"act": ELECTIONS, "article": "art_1", "lang": "kk", "url": URL}, 404, None, "kk"),
        ([], 422, "invalid-request", "body"),
    ],
)
def test_what_makes_no_watch_is_told_what_is_wrong(
    watched: House, asked: object, status: int, kind: str | None, said: str
) -> None:
    answer = watched.client().post("/v1/watches", json=asked)
    problem = answer.json()
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert kind is None or problem["type"] == f"/problems/{kind}"
    assert said in problem["detail"]


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"\xff\xfe", 422), (b"{", 422), (b"", 422), (b" " * 65_537, 413)],
)
def test_a_body_that_is_no_json_or_too_long_is_told_so(
    client: TestClient, body: bytes, status: int
) -> None:
    answer = client.post("/v1/watches", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_in_pieces_is_counted_too(client: TestClient) -> None:
    answer = client.post("/v1/watches", content=(b" " * 1_000 for _ in range(100)))
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/body-too-large")


def test_an_address_says_by_which_methods_it_is_asked(client: TestClient) -> None:
    for address, allowed in (
        ("/v1/watches", "GET, HEAD, POST"),
        ("/v1/watches/w_1", "DELETE, GET, HEAD"),
        ("/v1/watches/w_1/test", "POST"),
    ):
        answer = client.put(address)
        assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


def test_the_links_of_a_message_lead_to_what_it_tells_of(house: House, client: TestClient) -> None:
    with house.store.read() as session:
        records = reads.changes(session)
        described = Descriptions("https://nusqa.example").changes(session, records)
    assert described
    for one in described:
        for name, link in one["links"].items():
            if link is None:
                continue
            assert link.startswith("https://nusqa.example/v1/")
            answer = client.get(link.removeprefix("https://nusqa.example"))
            assert answer.status_code == 200, link
            if name == "change":
                assert [change["id"] for change in answer.json()["changes"]] == [one["id"]]


def test_settings_tell_no_secret() -> None:
    settings = Settings(
        operator_token=SecretStr("the operator's own token"),
        webhook_keys=(SecretStr("A" * 43 + "="),),
    )
    for written in (repr(settings), str(settings), json.dumps(settings.model_dump(mode="json"))):
        assert "operator's own" not in written
        assert "AAAA" not in written
