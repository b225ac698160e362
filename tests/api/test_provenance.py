from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.house import House
from tests.api.law import LOCAL, LOCAL_EDITIONS

# Where law text stands in each answer: the objects that must say where they come from.
WITH_LAW_TEXT: dict[str, Callable[[Any], list[dict[str, Any]]]] = {
    f"/v1/acts/{LOCAL}/articles/art_36": lambda answer: [answer],
    f"/v1/acts/{LOCAL}/articles": lambda answer: [answer],
    f"/v1/acts/{LOCAL}/editions": lambda answer: answer["editions"],
    f"/v1/acts/{LOCAL}/articles/art_36/history": lambda answer: answer["wordings"],
    f"/v1/acts/{LOCAL}/diff?from=2013-06-13&to=2021-05-24": lambda answer: [
        answer["from"],
        answer["to"],
    ],
    "/v1/changes": lambda answer: [
        side for change in answer["changes"] for side in (change["from"], change["to"])
    ],
    "/v1/search?q=аким": lambda answer: answer["hits"],
}


@pytest.mark.parametrize("url", WITH_LAW_TEXT)
def test_wherever_law_text_is_its_provenance_is(client: TestClient, url: str) -> None:
    carriers = WITH_LAW_TEXT[url](client.get(url).json())
    assert carriers
    for carrier in carriers:
        block = carrier["provenance"]
        assert len(block["snapshot_sha256"]) == 64
        assert block["url"].startswith("https://old.adilet.zan.kz/")
        assert block["fetched_at"] == "2026-11-02T08:15:30Z"
        assert (block["registry"], block["format"]) == ("adilet", "adilet-classic")
        assert block["parser_version"] == "1"
        assert block["sample"] is False


def test_the_snapshot_named_is_the_bytes_that_were_read(house: House) -> None:
    block = house.client().get(f"/v1/acts/{LOCAL}/articles/art_36").json()["provenance"]
    body = house.snapshots.get(block["snapshot_sha256"])
    assert body == LOCAL_EDITIONS[2].text().encode()
    assert hashlib.sha256(body).hexdigest() == block["snapshot_sha256"]


@pytest.mark.parametrize("url", WITH_LAW_TEXT)
def test_no_answer_uses_words_of_the_program_for_words_of_the_field(
    client: TestClient, url: str
) -> None:
    names = set(_names(client.get(url).json()))
    assert names.isdisjoint({"from_", "language", "id_", "valid_from", "body"})


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from _names(one)
    elif isinstance(value, list):
        for one in value:
            yield from _names(one)
