from __future__ import annotations

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.api.law import LOCAL

WEIRD = [
    "\x00",
    "a\x00b",
    "../../etc/passwd",
    "'; DROP TABLE acts;--",
    "%",
    "💥",
    "ә" * 60,
    "\u202e",
]
TOO_LONG = "a" * 5_000


@pytest.mark.parametrize("weird", WEIRD)
def test_a_weird_act_or_key_is_unknown_or_refused_never_a_defect(
    client: TestClient, weird: str
) -> None:
    name = quote(weird, safe="")
    for url in (
        f"/v1/acts/{name}",
        f"/v1/acts/{name}/articles/art_1",
        f"/v1/acts/{LOCAL}/articles/{name}",
        f"/v1/acts/{LOCAL}/articles/{name}/history",
        f"/acts/{name}",
        f"/acts/{LOCAL}/articles/{name}",
        f"/problems/{name}",
    ):
        assert client.get(url).status_code in (404, 422), url


@pytest.mark.parametrize("weird", [*WEIRD, "(", '"', "-", "*", "((((" * 50, "а" * 500, " ", "\x00"])
def test_any_query_is_answered(client: TestClient, weird: str) -> None:
    for path in ("/v1/search", "/search"):
        assert client.get(path, params={"q": weird}).status_code == 200


@pytest.mark.parametrize(
    "url",
    [
        f"/v1/search?q={'x' * 10_001}",
        f"/v1/acts/{TOO_LONG}",
        f"/v1/acts/{LOCAL}/articles/{TOO_LONG}",
        f"/v1/search?q=a&act={TOO_LONG}",
        "/v1/search?q=a&act=%00",
        "/v1/search?q=a&limit=1000000000000000000000",
        "/v1/search?q=a&offset=10001",
        "/v1/changes?cursor=-1",
        "/v1/changes?key=%00",
        "/v1/changes?since=0001-01-01T00:00:00%2B23:00",
        "/v1/changes?since=9999-12-31T23:59:00-23:00",
        "/search?q=a&page=100001",
        f"/v1/acts/{LOCAL}/articles?on={TOO_LONG}",
        f"/v1/acts/{LOCAL}/articles?on=0000-01-01",
        f"/v1/acts/{LOCAL}/articles?edition=%00",
    ],
)
def test_what_is_out_of_bounds_is_refused_with_what_is_wanted(client: TestClient, url: str) -> None:
    answer = client.get(url)
    assert answer.status_code == 422
    if url.startswith("/v1/"):
        assert answer.json()["errors"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days(client: TestClient, day: str) -> None:
    answer = client.get(f"/v1/acts/{LOCAL}/articles/art_36", params={"on": day})
    assert answer.status_code in (200, 404)
    assert client.get("/v1/search", params={"q": "аким", "on": day}).status_code == 200
    assert client.get("/v1/changes", params={"since": day}).status_code == 200
