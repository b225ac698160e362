"""What robots and browsers read in the head of the pages with law."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.app import create_app
from tests.api.house import House
from tests.api.law import LOCAL

ACT = f"/acts/{LOCAL}"
ARTICLE = f"{ACT}/articles/art_36"


def head_of(client: TestClient, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text.split("</head>")[0], "lxml")


def links(soup: BeautifulSoup, selector: str, attribute: str) -> dict[str, str]:
    return {str(one[attribute]): str(one["href"]) for one in soup.select(selector)}


def linked(soup: BeautifulSoup) -> Any:
    block = soup.select_one("script[type='application/ld+json']")
    assert block is not None
    return json.loads(block.text)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        (ACT, f"{ACT}?lang=ru"),
        (f"{ACT}?lang=kk", f"{ACT}?lang=kk"),
        (ARTICLE, f"{ARTICLE}?lang=ru"),
        (f"{ARTICLE}?on=2022-01-01", f"{ARTICLE}?lang=ru&edition=2021-05-24"),
        (f"{ARTICLE}?edition=2021-05-24&view=blame", f"{ARTICLE}?lang=ru&edition=2021-05-24"),
        (f"{ARTICLE}?ui=en", f"{ARTICLE}?lang=ru&ui=en"),
    ],
)
def test_one_text_has_one_canonical_address_that_answers(
    client: TestClient, address: str, canonical: str
) -> None:
    found = links(head_of(client, address), "link[rel=canonical]", "rel")
    assert list(found.values()) == [f"http://testserver{canonical}"]
    assert client.get(canonical).status_code == 200


def test_the_same_text_is_named_in_every_language_of_the_interface(client: TestClient) -> None:
    found = links(head_of(client, f"{ARTICLE}?lang=kk&ui=ru"), "link[hreflang]", "hreflang")
    plain = f"http://testserver{ARTICLE}?lang=kk"
    assert found == {
        "ru": f"{plain}&ui=ru",
        "kk": f"{plain}&ui=kk",
        "en": f"{plain}&ui=en",
        "x-default": plain,
    }


@pytest.mark.parametrize("address", [ACT, f"{ARTICLE}?edition=2021-05-24"])
def test_the_other_forms_are_named_and_are_there(client: TestClient, address: str) -> None:
    found = links(head_of(client, address), "link[type$='json'], link[type$='xml']", "type")
    for media_type in ("application/json", "application/akn+xml", "application/ld+json"):
        answer = client.get(found[media_type])
        assert answer.status_code == 200
        assert answer.headers["content-type"] == media_type


def test_the_description_is_the_wordings_beginning(client: TestClient) -> None:
    description = head_of(client, ARTICLE).select_one("meta[name=description]")
    assert description is not None
    assert str(description["content"]).startswith("Статья 36. Избрание акима 1. Акима")
    assert len(str(description["content"])) <= 162


def test_the_linked_data_of_a_page_is_that_of_its_text(client: TestClient) -> None:
    act = linked(head_of(client, ACT))
    assert act["@id"] == f"http://testserver/akn/kz/act/2001/{LOCAL}"
    (edition,) = act["eli:is_realized_by"]
    assert edition["version"] == "2022-11-05"
    article = linked(head_of(client, f"{ARTICLE}?edition=2021-05-24"))
    assert article["@id"].endswith("/rus@2021-05-24/~art_36")
    assert article["isPartOf"]["exampleOfWork"]["legislationIdentifier"] == LOCAL


def test_the_foot_of_the_page_leads_to_the_same(client: TestClient) -> None:
    soup = BeautifulSoup(client.get(ARTICLE).text, "lxml")
    shown = [str(one["href"]) for one in soup.select("footer a")]
    assert f"/akn/kz/act/2001/{LOCAL}/rus@2022-11-05/~art_36" in shown
    assert f"/v1{ARTICLE}.akn?lang=ru&edition=2022-11-05" in shown


def test_whole_addresses_are_those_of_the_settings(house: House) -> None:
    settings = house.settings.model_copy(update={"public_url": "https://nusqa.example"})
    client = TestClient(create_app(settings, house.store, house.engine))
    text = client.get(ARTICLE).text.split("</head>")[0]
    assert "testserver" not in text
    assert 'rel="canonical" href="https://nusqa.example/acts/' in text
    assert "https://nusqa.example/sitemap.xml" in client.get("/robots.txt").text
