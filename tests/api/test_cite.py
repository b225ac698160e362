"""Citations of provisions, and permalinks pinned to the very text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from fastapi.testclient import TestClient

from corpus.store.writes import Fetched, record_snapshot, store_edition
from tests.api import law
from tests.api.filling import FETCHED, RECORDED, SOURCE, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

ARTICLE = f"/v1/acts/{LOCAL}/articles/art_36"


def cited(client: TestClient, path: str = ARTICLE, **more: str) -> dict[str, Any]:
    answer = client.get(f"{path}/cite", params={"lang": "ru", **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def opened(client: TestClient, permalink: str) -> dict[str, Any]:
    parts = urlsplit(permalink)
    answer = client.get(f"/v1{parts.path}?{parts.query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_pinned_text_is_told_as_data_beside_the_page(client: TestClient) -> None:
    found = cited(client)
    page, data = urlsplit(found["permalink"]), urlsplit(found["pinned_data"])
    assert (data.path, data.query) == (f"/v1{page.path}", page.query)
    assert client.get(found["permalink"]).headers["content-type"].startswith("text/html")


def test_a_citation_is_official_in_three_languages(client: TestClient) -> None:
    found = cited(client, f"{ARTICLE}__p_1")
    assert found["official"].startswith(
        "пункт 1 статьи 36 Закона Республики Казахстан от 23 января 2001 года № 148"
    )
    assert "№ 148 Заңының 36-бабының 1-тармағы" in found["in_languages"]["kk"]
    assert found["in_languages"]["en"].startswith("paragraph 1 of Article 36 of the Law")
    assert found["short"] == "Закон о местном управлении, ст. 36 п. 1"
    assert found["key"] == "art_36__p_1"


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("text", "text/plain; charset=utf-8"),
        ("bibtex", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("csl", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_each_format_has_its_media_type_and_is_the_same_as_in_json(
    client: TestClient, form: str, media_type: str
) -> None:
    answer = client.get(f"{ARTICLE}/cite", params={"format": form, "lang": "ru"})
    assert answer.headers["content-type"] == media_type
    whole = cited(client)
    assert answer.text == (f"{whole['official']}\n" if form == "text" else whole[form])


def test_reference_managers_get_the_permalink_and_the_act(client: TestClient) -> None:
    found = cited(client)
    (entry,) = parse_string(found["bibtex"]).entries
    (record,) = rispy.loads(found["ris"])
    (item,) = json.loads(found["csl"])
    assert entry["url"] == record["urls"][0] == item["URL"] == found["permalink"]
    assert item["issued"] == {"date-parts": [[2001, 1, 23]]}


def test_a_permalink_gives_the_edition_it_was_made_from(client: TestClient) -> None:
    old = cited(client, edition="2013-06-13")
    found = opened(client, old["permalink"])
    assert "депутаты маслихата" in found["article"]["text"]
    assert found["current"] is True
    assert (
        found["article"]["provenance"]["snapshot_sha256"] == (old["provenance"]["snapshot_sha256"])
    )


def test_a_permalink_of_a_point_gives_the_point(client: TestClient) -> None:
    found = opened(client, cited(client, f"{ARTICLE}__p_2")["permalink"])
    assert found["place"]["text"] == "2. Выборы назначает комиссия района."


def test_a_permalink_outlives_a_correction_of_the_registry(own_house: House) -> None:
    first = law.LOCAL_EDITIONS[1]
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [first])
    client = own_house.client()
    before = cited(client, edition="2021-05-24")
    corrected = replace(
        first,
        content=tuple(
            law.election("жители и гости", law.NOTE) if getattr(one, "key", "") == "art_36" else one
            for one in first.content
        ),
    )
    with own_house.store.write() as session:
        fetched = Fetched("https://old.adilet.zan.kz/again", RECORDED, 200, {}, b"corrected")
        snapshot = record_snapshot(session, own_house.snapshots, fetched)
        stored = store_edition(
            session, corrected, snapshot_ids=[snapshot.id], source=SOURCE, recorded_at=RECORDED
        )
        assert stored.revision == 2
    now = client.get(ARTICLE, params={"lang": "ru", "edition": "2021-05-24"}).json()
    assert "жители и гости" in now["text"]
    pinned = opened(client, before["permalink"])
    assert "сами жители" in pinned["article"]["text"]
    assert pinned["current"] is False
    assert pinned["current_text_hash"] == now["text_hash"]
    assert pinned["article"]["provenance"]["revision"] == 1
    assert opened(client, cited(client, edition="2021-05-24")["permalink"])["current"] is True
    assert FETCHED < RECORDED


def test_a_text_that_is_not_held_is_told_with_what_is(client: TestClient) -> None:
    asked = {"lang": "ru", "edition": "2021-05-24"}
    for pin in ({"snapshot": "0" * 64}, {"text": "0" * 16}):
        answer = client.get(f"{ARTICLE}/pinned", params={**asked, **pin})
        assert answer.status_code == 404
        problem = answer.json()
        assert problem["type"] == "/problems/pinned-text-not-held"
        assert problem["nearest"]


def test_a_permalink_of_an_edition_that_is_not_held_says_so(client: TestClient) -> None:
    asked = {"lang": "ru", "edition": "2018-12-28", "text": "0" * 16}
    assert client.get(f"{ARTICLE}/pinned", params=asked).status_code == 404


@pytest.mark.parametrize(
    "pins",
    [
        {"lang": "ru", "edition": "2021-05-24"},
        {"lang": "ru", "edition": "2021-05-24", "text": "xyz"},
        {"lang": "ru", "edition": "2021-05-24", "snapshot": "abc"},
        {"lang": "ru", "edition": "31.02.2021", "text": "0" * 16},
    ],
)
def test_a_pin_that_pins_nothing_is_refused(client: TestClient, pins: dict[str, str]) -> None:
    answer = client.get(f"{ARTICLE}/pinned", params=pins)
    assert answer.status_code == 422
    assert "control characters" not in answer.text


def test_a_block_that_is_not_there_is_an_unknown_article(client: TestClient) -> None:
    answer = client.get(f"{ARTICLE}__p_9/cite", params={"lang": "ru"})
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/unknown-article"
