"""Whatever goes wrong is told as a problem, to programs as JSON; nothing inside is told."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.api.house import House
from tests.api.law import LOCAL

MEDIA_TYPE = "application/problem+json"
METHODS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]


def is_problem(client: TestClient, method: str, address: str, **asked: object) -> int:
    """The status of an answer, once it is seen to be a problem that tells of itself."""
    answer = client.request(method, address, **asked)  # type: ignore[arg-type]  # as it is given
    assert answer.headers["content-type"] == MEDIA_TYPE, (method, address)
    assert answer.headers["x-content-type-options"] == "nosniff", (method, address)
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["type"].startswith("/problems/")
    assert problem["title"]
    assert problem["detail"]
    for inside in ("Traceback", "site-packages", "sqlalchemy", ".py"):
        assert inside not in answer.text
    return answer.status_code


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1", 404),
        ("/v1/", 404),
        ("/v1/nothing", 404),
        ("/v1/acts/a%2Fb", 404),
        ("/v1/acts/%ZZ", 404),
        ("/v1/acts/%ff%fe", 404),
        ("/v1/acts/%", 404),
        ("/v1/acts/%00", 422),
        ("/v1/acts/" + "a" * 5_000, 422),
        ("/v1/acts?limit=%ff", 422),
        ("/v1/acts?" + "a" * 50_000, 422),
        ("/v1/acts?limit=1&limit=x", 422),
        ("/v1/exports/nothing", 404),
        (f"/v1/acts/{LOCAL}/diff.exe?from=2013-06-13&to=2021-05-24", 404),
        ("/feeds", 404),
        ("/feeds/nothing", 404),
        ("/feeds/changes.rss", 422),
        ("/static", 404),
        ("/static/nothing", 404),
        ("/static/a%00b", 404),
        ("/static/js", 404),
    ],
)
def test_what_is_not_there_is_a_problem(client: TestClient, address: str, status: int) -> None:
    assert is_problem(client, "GET", address, follow_redirects=True) == status


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "address", ["/v1/acts", "/feeds/changes.atom", "/openapi.json", "/static/nusqa.svg"]
)
def test_another_method_is_a_problem_that_says_which_there_are(
    client: TestClient, method: str, address: str
) -> None:
    assert is_problem(client, method, address) == 405
    assert client.request(method, address).headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", {"Content-Type": "application/json"}, 422),
        (b"\xff\xfe", {"Content-Type": "application/json"}, 422),
        (b"a=b", {"Content-Type": "application/x-www-form-urlencoded"}, 422),
        (b"[" * 50_000, {"Content-Type": "application/json"}, 422),
        (b" " * 70_000, {"Content-Type": "application/json"}, 413),
        (b"", {}, 422),
    ],
)
def test_a_body_that_cannot_be_read_is_a_problem(
    client: TestClient, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert is_problem(client, "POST", "/v1/watches", content=body, headers=headers) == status


@pytest.mark.parametrize("accept", ["application/json", "application/problem+json;q=0.9"])
@pytest.mark.parametrize("address", ["/nothing", "/acts/Z0", "/acts/Z0/articles/art_1"])
def test_who_asks_for_json_gets_it_at_the_pages_too(
    client: TestClient, accept: str, address: str
) -> None:
    assert is_problem(client, "GET", address, headers={"Accept": accept}) == 404
    page = client.get(address, headers={"Accept": "text/html,application/json;q=0.1"})
    assert page.headers["content-type"].startswith("text/html")


def test_a_defect_is_a_problem_that_tells_nothing_of_it(house: House) -> None:
    application: FastAPI = house.app()

    @application.get("/v1/broken")
    def broken() -> None:
        raise RuntimeError("the password is in /etc/nusqa")

    client = TestClient(application, raise_server_exceptions=False)
    assert is_problem(client, "GET", "/v1/broken") == 500
    assert "password" not in client.get("/v1/broken").text
