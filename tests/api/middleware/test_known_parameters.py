"""A parameter that an address does not have is refused, at every address of the API."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.law import LOCAL

PLACES = {
    "ngr": LOCAL,
    "key": "art_36",
    "a": "1999",
    "b": "2013",
    "watch": "w_1",
    "message": "msg_1",
    "file": "articles.jsonl",
    "ending": "csv",
    "suffix": "atom",
}
FEEDS = [
    "/feeds/changes.atom",
    "/feeds/search.json?q=аким",
    f"/feeds/acts/{LOCAL}.json",
    f"/feeds/acts/{LOCAL}/articles/art_36.atom",
    "/feeds/regimes/1999.json",
]


def test_every_address_of_the_api_refuses_a_parameter_that_it_does_not_have(
    client: TestClient,
) -> None:
    operations = {
        (method, path.format(**PLACES), operation)
        for path, methods in client.get("/openapi.json").json()["paths"].items()
        for method, operation in ((m, o["operationId"]) for m, o in methods.items())
        if path.startswith("/v1/")
    }
    assert len(operations) > 30
    for method, path, _ in operations:
        answer = client.request(method, path, params={"no_such_thing": "1"})
        problem = answer.json()
        assert answer.status_code == 422, (method, path, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
        assert problem["type"] == "/problems/unknown-parameter", (method, path)
        assert problem["parameter"] == "no_such_thing"


def test_every_parameter_that_the_document_names_is_taken(client: TestClient) -> None:
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method, operation in methods.items():
            names = [p["name"] for p in operation.get("parameters", []) if p["in"] == "query"]
            given = dict.fromkeys(names, "x")
            answer = client.request(method, path.format(**PLACES), params=given)
            assert "unknown-parameter" not in answer.text, (method, path)


@pytest.mark.parametrize("address", FEEDS)
def test_every_feed_refuses_it_too(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200
    answer = client.get(f"{address}{'&' if '?' in address else '?'}tehnical=true")
    assert answer.status_code == 422
    assert answer.json()["nearest"] == ["technical"]


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/v1/changes?kinds=amended", ["kind"]),
        ("/v1/changes?Since=2026-11-02", ["since"]),
        ("/v1/amendments?artcle=art_36", ["article"]),
        (f"/v1/acts/{LOCAL}/diff?form=2013-06-13&to=2021-05-24", ["from"]),
        ("/v1/search?query=аким&q=аким", []),
    ],
)
def test_the_problem_names_the_parameter_that_was_meant(
    client: TestClient, address: str, nearest: list[str]
) -> None:
    problem = client.get(address).json()
    assert problem["nearest"] == nearest
    assert all(f"Nearest: {name}." in problem["detail"] for name in nearest)
    assert set(nearest) <= set(problem["known"])


def test_a_name_without_end_or_of_control_characters_is_told_short_and_plain(
    client: TestClient,
) -> None:
    told = client.get("/v1/changes", params={"\x1b\n" + "x" * 10_000: "1"}).json()["parameter"]
    assert told.isprintable()
    assert len(told) < 100


def test_a_page_ignores_what_others_hang_on_its_address(client: TestClient) -> None:
    assert client.get(f"/acts/{LOCAL}?utm_source=letter").status_code == 200


def test_the_page_of_the_problem_tells_it_in_each_language(client: TestClient) -> None:
    for language in ("ru", "kk", "en"):
        assert client.get(f"/problems/unknown-parameter?ui={language}").status_code == 200


@pytest.mark.parametrize("address", ["/v1/amendments", "/v1/changes", "/v1/search", "/v1/trace"])
def test_where_a_language_narrows_the_document_says_that_all_come_without_it(
    client: TestClient, address: str
) -> None:
    parameters = client.get("/openapi.json").json()["paths"][address]["get"]["parameters"]
    (lang,) = (one for one in parameters if one["name"] == "lang")
    assert "every one" in lang["description"]
    assert "Russian" not in lang["description"]
