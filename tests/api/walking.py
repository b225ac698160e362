"""How the tests walk lists: by the Link header, from the first page to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi.testclient import TestClient

_MOST_PAGES = 500


def pages_of(client: TestClient, url: str) -> Iterator[dict[str, Any]]:
    """The pages of a list; each names the same first one."""
    onward: str | None = url
    first = client.get(url).links["first"]["url"]
    for _ in range(_MOST_PAGES):
        if onward is None:
            return
        answer = client.get(onward)
        assert answer.status_code == 200, answer.text
        assert answer.links["first"]["url"] == first
        yield answer.json()
        onward = answer.links.get("next", {}).get("url")
    raise AssertionError(f"{url} has no end")


def walked_in_parts(client: TestClient, url: str, members: Sequence[str]) -> dict[str, list[Any]]:
    """The items of an answer's lists, asked for one at a time."""
    found: dict[str, list[Any]] = {member: [] for member in members}
    for page in pages_of(client, f"{url}{'&' if '?' in url else '?'}limit=1"):
        assert sum(len(page[member]) for member in members) <= 1
        for member in members:
            found[member] += page[member]
    return found
