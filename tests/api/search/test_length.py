"""One limit on a query's length, and what is left by a repeal."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.searching import refused, search


def test_of_a_long_query_the_beginning_is_read_and_the_rest_told(client: TestClient) -> None:
    found = search(client, "аким " * 500)
    assert [one["reason"] for one in found["ignored"]] == ["too_long", "too_many_parts"]
    assert "2000" in found["ignored"][0]["said"]
    assert found["total"] == search(client, "аким")["total"]


def test_the_page_takes_what_the_api_takes_and_its_field_what_is_read(client: TestClient) -> None:
    page = client.get("/search", params={"q": "аким " * 500})
    assert page.status_code == 200
    assert 'maxlength="2000"' in page.text
    assert "2000" in page.text.split('class="notice"')[1]


@pytest.mark.parametrize("path", ["/search", "/v1/search", "/feeds/search.json"])
def test_above_ten_thousand_signs_a_query_is_refused(client: TestClient, path: str) -> None:
    assert client.get(path, params={"q": "а" * 10_001}).status_code == 422
    assert client.get(path, params={"q": "а" * 10_000}).status_code == 200


def test_the_refusal_says_how_many_are_taken(client: TestClient) -> None:
    assert "10000" in str(refused(client, "а" * 10_001)["errors"])


def test_what_a_repeal_has_left_is_no_wording(dated: TestClient) -> None:
    (hit,) = search(dated, "статья 37", on="any")["hits"]
    assert (hit["wording"]["from"], hit["wording"]["to"]) == ("2013-06-13", "2021-06-01")
    assert [one["from"] for one in hit["wordings"]] == ["2013-06-13"]
    assert hit["now"]["became"] == "repealed"
