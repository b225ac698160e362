"""Of an article's changes those are listed that touch the cited place."""

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
LATER = "Аким дважды в год отчитывается перед жителями о садах и дорогах округа."
COUNT = "Комиссия считает голоса в тот же день и объявляет итоги через газету."
NIGHT = "Сад закрыт ночью."


def edition(label: str, *points: str) -> Edition:
    body = [law.point(str(at), words) for at, words in enumerate(points, 1)]
    changed: Article = law.article("4", "О деле", *body, divisions=())
    return law.edition(LOCAL, label, changed, title="О делах")


@pytest.fixture
def changed(own_house: House) -> TestClient:
    """In 2012 point 1 is worded anew, in 2013 point 2 is put in, in 2014 point 3 says more."""
    editions = [
        edition("2010-01-01", REPORT, COUNT),
        edition("2012-01-01", LATER, COUNT),
        edition("2013-01-01", LATER, NIGHT, COUNT),
        edition("2014-01-01", LATER, NIGHT, COUNT + " Так было."),
    ]
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: "О делах"}, form="law", number="148"))
        store_editions(session, own_house.snapshots, editions)
    return own_house.client()


def became(client: TestClient, citation: str, written: str = "2011-06-01") -> Any:
    entry = {"citation": f"{citation} Закона № 148", "written": written, "lang": "ru"}
    (answer,) = client.post("/v1/impact", json=[entry]).json()["entries"]
    return answer["provisions"][0]


def changes(found: Any) -> list[str]:
    return [change["to"] for change in found["changes"]]


def test_a_change_of_another_point_is_not_listed(changed: TestClient) -> None:
    found = became(changed, "п. 1 ст. 4")
    assert changes(found) == ["2012-01-01"]


def test_a_point_cited_after_its_change_has_none_in_an_article_that_changed(
    changed: TestClient,
) -> None:
    found = became(changed, "п. 1 ст. 4", "2012-06-01")
    assert (found["verdict"], changes(found), found["article_changed"]) == (
        "no change seen",
        [],
        True,
    )


def test_of_a_point_its_new_wording_is_listed(changed: TestClient) -> None:
    assert changes(became(changed, "п. 2 ст. 4")) == ["2013-01-01"]
    assert changes(became(changed, "п. 3 ст. 4", "2013-06-01")) == ["2014-01-01"]


def test_of_a_whole_article_every_change_is_listed(changed: TestClient) -> None:
    assert changes(became(changed, "ст. 4")) == ["2012-01-01", "2013-01-01", "2014-01-01"]
