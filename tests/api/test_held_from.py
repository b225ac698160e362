"""A day without an answer: from when the text of that article is held, and what is not held."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Edition, EditionLabel, Holding, HoldingKind, Language, ListedEdition
from corpus.store.writes import list_editions, upsert_act
from tests.api import law
from tests.api.filling import FETCHED, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

ARTICLE = f"/v1/acts/{LOCAL}/articles/art_2"


def edition(label: str, *numbers: str) -> Edition:
    articles = [
        law.article(one, f"О деле {one}", law.point("1", f"Дело {one}, {label}."), divisions=())
        for one in numbers
    ]
    return law.edition(LOCAL, label, *articles, title="О делах")


@pytest.fixture
def client(own_house: House) -> TestClient:
    """Of 2005 only article 1 is held, from 2010 on the whole act."""
    beginning = Holding(HoldingKind.PARTS, ("art_1",))
    editions = [
        replace(edition("2005-01-01", "1"), holding=beginning),
        edition("2010-01-01", "1", "2"),
        edition("2012-01-01", "1", "2"),
    ]
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: "О делах"}, form="law", number="148"))
        store_editions(session, own_house.snapshots, editions)
    return own_house.client()


def problem(client: TestClient, **asked: str) -> Any:
    answer = client.get(ARTICLE, params={"lang": "ru"} | asked)
    assert answer.status_code == 404
    return answer.json()


@pytest.mark.parametrize("how", ["on", "in_force_on"])
def test_before_all_editions_the_first_with_the_articles_text_is_named(
    client: TestClient, how: str
) -> None:
    found = problem(client, **{how: "2001-01-01"})
    assert found["type"] == "/problems/before-first-edition"
    assert (found["known_from"], found["known_from_day"]) == ("2010-01-01", "2010-01-01")
    assert found["missing"] == ["2005-01-01"]
    assert "art_2" in found["detail"]
    assert "2005-01-01 (held without that place)" in found["detail"]


@pytest.mark.parametrize("how", ["on", "in_force_on"])
def test_of_an_edition_held_without_the_article_it_is_said_from_when_its_text_is_held(
    client: TestClient, how: str
) -> None:
    found = problem(client, **{how: "2006-01-01"})
    assert found["type"] == "/problems/edition-not-held"
    assert (found["missing"], found["known_from"]) == (["2005-01-01"], "2010-01-01")
    assert "held from edition 2010-01-01 on" in found["detail"]


def test_an_article_of_the_edition_held_in_part_answers_from_that_one_on(
    client: TestClient,
) -> None:
    answer = client.get(
        f"/v1/acts/{LOCAL}/articles/art_1", params={"lang": "ru", "on": "2001-01-01"}
    )
    assert answer.json()["known_from"] == "2005-01-01"


def test_the_page_says_it_in_its_own_language_and_leads_to_that_text(client: TestClient) -> None:
    page = client.get(
        f"/acts/{LOCAL}/articles/art_2", params={"lang": "ru", "ui": "ru", "on": "2006-01-01"}
    )
    assert page.status_code == 404
    assert "Самая ранняя редакция, где этот текст у нас есть, — 01.01.2010." in page.text
    assert "edition=2010-01-01" in page.text


def test_a_citation_older_than_its_articles_text_is_told_from_when_that_is_held(
    client: TestClient,
) -> None:
    entry = {"citation": "ст. 2 Закона № 148", "written": "2006-01-01", "lang": "ru"}
    (answer,) = client.post("/v1/impact", json=[entry]).json()["entries"]
    (found,) = answer["provisions"]
    assert (found["verdict"], found["known_from"]) == ("unknown", "2010-01-01")


@pytest.fixture
def of_a_year(own_house: House) -> TestClient:
    """The first edition held is named by a year only, in which another one is known."""
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: "О делах"}, form="law", number="148"))
        store_editions(
            session, own_house.snapshots, [edition("1998", "1", "2"), edition("2010-01-01", "1")]
        )
        listed = [ListedEdition(EditionLabel.parse("1998-11-06"))]
        list_editions(session, LOCAL, Language.RU, listed, "adilet", FETCHED)
    return own_house.client()


@pytest.mark.parametrize(("asked_at", "place"), [("/articles", ""), ("/articles/art_1",) * 2])
def test_the_acts_page_and_the_articles_name_the_same_earliest_edition_held(
    of_a_year: TestClient, asked_at: str, place: str
) -> None:
    asked = {"lang": "ru", "ui": "ru", "on": "1990-01-01"}
    answer = of_a_year.get(f"/v1/acts/{LOCAL}{asked_at}", params={"lang": "ru", "on": "1990-01-01"})
    found = answer.json()
    assert (found["known_from"], found.get("known_from_day")) == ("1998", None)
    assert found["next_held"] == "2010-01-01"
    page = of_a_year.get(f"/acts/{LOCAL}{place}", params=asked).text
    assert "самая ранняя редакция, где он у нас есть, — 1998." in page
    assert page.index("edition=1998") < page.index("edition=2010-01-01")
    held = of_a_year.get(f"/v1/acts/{LOCAL}/editions", params={"lang": "ru"}).json()
    assert held["editions"][0]["edition"] == "1998"
