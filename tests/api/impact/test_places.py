"""Where a cited point lives now: its words are looked for in the other articles too."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Article, Edition, Language
from corpus.store.writes import upsert_act
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import LOCAL

REPORT = "Аким ежегодно отчитывается перед жителями о садах и дорогах округа."
COUNT = "Комиссия считает голоса в тот же день и объявляет итоги через газету."


def text(number: str, *points: str) -> Article:
    body = [law.point(str(at), words) for at, words in enumerate(points, 1)]
    return law.article(number, f"О деле {number}", *body, divisions=())


def edition(label: str, *articles: Article) -> Edition:
    return law.edition(LOCAL, label, *articles, title="О делах")


@pytest.fixture
def split(own_house: House) -> TestClient:
    """In 2015 the second point of article 4 became article 5, and the third is nowhere."""
    editions = [
        edition("2010-01-01", text("1", "Одно."), text("4", REPORT, COUNT, "Сад закрыт ночью.")),
        edition("2015-01-01", text("1", "Одно."), text("4", REPORT), text("5", COUNT)),
    ]
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: "О делах"}, form="law", number="148"))
        store_editions(session, own_house.snapshots, editions)
    return own_house.client()


def became(client: TestClient, citation: str) -> Any:
    entry = {"citation": f"{citation} Закона № 148", "written": "2011-06-01", "lang": "ru"}
    (answer,) = client.post("/v1/impact", json=[entry]).json()["entries"]
    return answer["provisions"][0]


def test_a_point_that_became_another_article_is_moved_and_not_repealed(split: TestClient) -> None:
    found = became(split, "п. 2 ст. 4")
    assert (found["verdict"], found["now"]["key"]) == ("moved", "art_5__p_1")
    assert COUNT in found["now"]["text"]


def test_a_point_that_is_nowhere_and_of_which_nothing_tells_is_gone(split: TestClient) -> None:
    found = became(split, "п. 3 ст. 4")
    assert (found["verdict"], found["now"]) == ("gone", None)
