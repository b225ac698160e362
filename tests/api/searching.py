"""How the tests of the search ask, and read what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi.testclient import TestClient


def search(client: TestClient, q: str, **parameters: str | int) -> dict[str, Any]:
    """The answer to a search that is answered."""
    answer = client.get("/v1/search", params={"q": q, **parameters})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def refused(client: TestClient, q: str, **parameters: str | int) -> dict[str, Any]:
    """The problem of a search that is refused as not right."""
    answer = client.get("/v1/search", params={"q": q, **parameters})
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    return found


def places(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Key, language and edition of each hit, in order."""
    return [(hit["key"], hit["lang"], hit["wording"]["edition"]) for hit in found["hits"]]


def pages(client: TestClient, q: str, **parameters: str | int) -> Iterator[dict[str, Any]]:
    """All pages of a search, each asked for by the `cursor` of the one before."""
    page = search(client, q, **parameters)
    yield page
    while page["cursor"]:
        page = search(client, q, cursor=page["cursor"], **parameters)
        yield page
