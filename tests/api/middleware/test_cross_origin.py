"""Scripts of other sites may read the public API, and nothing that a token manages."""

from __future__ import annotations

from threading import Thread, current_thread
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.house import House
from tests.api.law import LOCAL

ORIGIN = {"Origin": "https://notebook.example"}
OPEN = [
    "/v1/acts",
    f"/v1/acts/{LOCAL}/articles/art_36",
    f"/v1/acts/{LOCAL}/diff.csv?from=2013-06-13&to=2021-05-24",
    "/v1/exports/articles.jsonl",
    "/feeds/changes.atom",
    "/openapi.json",
    "/healthz",
]


@pytest.mark.parametrize("address", OPEN)
def test_a_script_of_any_origin_reads_it(client: TestClient, address: str) -> None:
    for method in ("GET", "HEAD"):
        answer = client.request(method, address, headers=ORIGIN)
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
        readable = answer.headers["access-control-expose-headers"].split(", ")
        assert {"ETag", "Link", "Retry-After"} <= set(readable)


def test_a_problem_and_a_304_are_read_too(client: TestClient) -> None:
    tag = client.get("/v1/acts").headers["etag"]
    for address, headers, status in (
        ("/v1/acts/Z0", {}, 404),
        ("/v1/nothing", {}, 404),
        ("/v1/acts?limit=x", {}, 422),
        ("/v1/acts", {"If-None-Match": tag}, 304),
    ):
        answer = client.get(address, headers=ORIGIN | headers)
        assert answer.status_code == status
        assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("address", "method", "methods"),
    [
        ("/v1/acts", "GET", "GET, HEAD"),
        ("/feeds/changes.json", "GET", "GET, HEAD"),
        ("/v1/impact", "POST", "POST"),
    ],
)
def test_a_browser_that_asks_before_is_told_what_may_be_sent(
    client: TestClient, address: str, method: str, methods: str
) -> None:
    asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": "x"}
    answer = client.options(address, headers=ORIGIN | asked)
    assert answer.status_code == 204
    assert answer.content == b""
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == methods
    assert "If-None-Match" in answer.headers["access-control-allow-headers"]
    assert "Content-Type" in answer.headers["access-control-allow-headers"]
    assert int(answer.headers["access-control-max-age"]) > 0


@pytest.mark.parametrize(
    "address", ["/v1/watches", "/v1/watches/w_1", "/", "/search?q=аким", "/mcp"]
)
def test_watches_and_pages_stay_closed(client: TestClient, address: str) -> None:
    asked = {"Access-Control-Request-Method": "POST"}
    for answer in (
        client.get(address, headers=ORIGIN),
        client.options(address, headers=ORIGIN | asked),
    ):
        assert "access-control-allow-origin" not in answer.headers


def test_nobody_waits_while_the_first_is_told_what_may_be_sent(house: House) -> None:
    app = house.app()
    asked_in: list[Thread] = []
    made = app.openapi

    def document() -> Any:
        asked_in.append(current_thread())
        return made()

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's own way
    answering: list[Thread] = []

    @app.get("/v1/answering", include_in_schema=False)
    async def answering_in() -> None:
        answering.append(current_thread())

    with TestClient(app) as client:  # one loop for both
        client.get("/v1/answering")
        client.options("/v1/acts", headers=ORIGIN | {"Access-Control-Request-Method": "GET"})
    assert len(answering) == len(asked_in) == 1
    assert asked_in != answering
