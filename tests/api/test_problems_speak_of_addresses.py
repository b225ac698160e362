"""Problems of the API are said in its own terms: addresses, characters, pointers into bodies."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.problems.wording import for_askers
from tests.api.law import ELECTIONS, LOCAL

PROBLEMS = [
    "/v1/acts/NOPE",
    f"/v1/acts/{LOCAL}?lang=en",
    f"/v1/acts/{LOCAL}/articles/art_36?lang=en",
    f"/v1/acts/{LOCAL}/articles/art_361",
    f"/v1/acts/{LOCAL}/articles/art_36?edition=1999-09-09",
    f"/v1/acts/{LOCAL}/articles/art_36?edition=2018-12-28",
    f"/v1/acts/{ELECTIONS}/articles/art_1?on=1998-06-01",
    "/v1/changes?by=adopted",
    "/v1/changes?act=NOPE",
    "/v1/exports/nope.jsonl",
    "/feeds/acts/NOPE.atom",
]


@pytest.mark.parametrize("address", PROBLEMS)
def test_no_problem_names_a_command(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert "nusqa" not in answer.text.replace("nusqa-", ""), answer.text
    assert "crawl" not in answer.text


@pytest.mark.parametrize(
    ("address", "way_on"),
    [
        ("/v1/acts/NOPE", "/v1/acts"),
        (f"/v1/acts/{LOCAL}/articles/art_361", f"/v1/acts/{LOCAL}/articles"),
        (
            f"/v1/acts/{LOCAL}/articles/art_36?edition=1999-09-09",
            f"/v1/acts/{LOCAL}/editions",
        ),
    ],
)
def test_what_lists_all_is_named_by_its_address_and_is_there(
    client: TestClient, address: str, way_on: str
) -> None:
    assert f"`{way_on}`" in client.get(address).json()["detail"]
    assert client.get(way_on).status_code == 200


def test_the_command_line_keeps_its_commands_and_askers_get_whole_sentences() -> None:
    told = "Nothing of it is held yet: `nusqa crawl` or `nusqa import` gets its editions."
    assert for_askers(told) == "Nothing of it is held yet."
    assert for_askers("One. Run `nusqa derive`. Two.") == "One. Two."


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ({"q": "a" * 20_000}, "give at most 10000 characters"),
        ({"q": "аким", "act": ",".join(f"Z{one}" for one in range(51))}, "give 50 values at most"),
    ],
)
def test_texts_are_counted_in_characters_and_lists_in_values(
    client: TestClient, address: dict[str, str], wanted: str
) -> None:
    (fault,) = client.get("/v1/search", params=address).json()["errors"]
    assert fault["message"] == wanted


@pytest.mark.parametrize("url", ["/v1/trace", "/v1/resolve", "/v1/search/suggest", "/v1/search"])
def test_no_message_speaks_of_items_of_a_text(client: TestClient, url: str) -> None:
    answer = client.get(url, params={"q": "u" * 50_000})
    assert answer.status_code == 422
    assert "items" not in answer.text
    assert "validation" not in answer.text


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"url": "x", "act": LOCAL}, ["#/url"]),
        ({"url": "https://nobody.invalid/", "act": LOCAL}, ["#/url"]),
        ({"url": "https://example.kz/"}, ["#/act", "#/article", "#/query"]),
        ({"url": "x"}, ["#/act", "#/article", "#/query"]),
        ({"url": "https://example.kz/", "article": "art_36"}, ["#/act", "#/article", "#/query"]),
        ({"url": "https://example.kz/", "act": "NOPE"}, ["#/act"]),
        ({"url": "https://example.kz/", "act": LOCAL, "article": "art_999"}, ["#/article"]),
        ({"act": LOCAL}, ["#/url"]),
    ],
)
def test_a_watch_that_is_refused_has_pointers_into_its_body(
    client: TestClient, body: dict[str, Any], pointers: list[str]
) -> None:
    answer = client.post("/v1/watches", json=body)
    assert answer.status_code in {404, 422}, answer.text
    faults = answer.json()["errors"]
    assert [one["pointer"] for one in faults] == pointers
    assert all(one["in"] == "body" and one["message"] for one in faults)


@pytest.mark.parametrize("body", ["{bad", "", "[1,", '{"url": }'])
def test_what_is_no_json_is_said_to_be_none_and_points_at_no_member(
    client: TestClient, body: str
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post("/v1/watches", content=body, headers=headers)
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert fault.get("pointer", "#") == "#"
