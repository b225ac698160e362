"""Amendments over HTTP by a place inside an article and by role: `/v1/amendments`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.amending_acts import AmendingActs
from corpus.law import Footnote
from corpus.watchlist import read_watchlist
from crawler.amending import refresh_amendments
from tests.api.filling import fill, store_editions
from tests.api.house import House
from tests.api.law import LOCAL, LOCAL_TITLE, article, edition, point

SEE = Footnote(
    "Сноска. См. нормативное постановление Конституционного Суда РК от 11.07.2023 № 20-НП."
)
CHANGED = Footnote(
    "Сноска. Статья 36 с изменениями, внесенными Законом РК от 14.06.2013 № 901-V; пункт 2 "
    "дополнен подпунктом 1) в соответствии с Законом РК от 05.11.2022 № 157-VII."
)


@pytest.fixture
def client(own_house: House) -> TestClient:
    """A service whose local law has a point excluded in its place, and a note that cites."""
    fill(own_house.store, own_house.snapshots)
    excluded = point("2", "(исключен - Законом РК от 04.12.2008 № 97-IV)")
    noted = edition(
        LOCAL,
        "2026-05-19",
        article("36", "Избрание акима", point("1", "Акима избирают жители."), CHANGED),
        article("38", "Отчёт", point("1", "Отчитывается раз в год."), excluded, SEE),
        title=LOCAL_TITLE,
    )
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [noted])
        moment = datetime(2026, 11, 3, 8, tzinfo=UTC)
        refresh_amendments(session, LOCAL, moment, AmendingActs(read_watchlist("")))
    return own_house.client()


def numbers(client: TestClient, **asked: Any) -> list[str | None]:
    answer = client.get("/v1/amendments", params={"act": LOCAL, "lang": "ru", **asked})
    assert answer.status_code == 200, answer.text
    return [one["amending_act"]["number"] for one in answer.json()["amendments"]]


def test_a_remark_in_the_place_of_a_point_is_an_amendment_of_that_point(client: TestClient) -> None:
    asked = {"act": LOCAL, "article": "art_38", "verb": "repealed"}
    (one,) = client.get("/v1/amendments", params=asked).json()["amendments"]
    assert (one["target"]["key"], one["target"]["place"]) == ("art_38", "p_2")
    assert (one["amending_act"]["number"], one["amending_act"]["adopted"]) == (
        "97-IV",
        "2008-12-04",
    )
    text = client.get(f"/v1/acts/{LOCAL}/articles/art_38").json()
    assert "(исключен - Законом РК от 04.12.2008 № 97-IV)" in str(text)


def test_the_key_of_a_place_inside_an_article_narrows(client: TestClient) -> None:
    assert numbers(client, article="art_38__p_2") == ["97-IV"]
    assert numbers(client, article="art_36__p_2") == ["157-VII"]
    assert numbers(client, article="art_36__p_2__sp_1") == ["157-VII"]
    assert numbers(client, article="art_36") == ["42-VII", "901-V", "157-VII"]
    assert numbers(client, article="art_36__p_1") == []


def test_acts_that_are_only_cited_come_when_asked_for(client: TestClient) -> None:
    assert "20-НП" not in numbers(client)
    assert numbers(client, role="cited") == ["20-НП"]
    assert numbers(client, role="any", article="art_38") == ["97-IV", "20-НП"]
    assert numbers(client, role="amends") == numbers(client)
    assert numbers(client, role="") == numbers(client)
    assert numbers(client, role="foreseen") == []


def test_a_cursor_goes_on_with_its_role_only(client: TestClient) -> None:
    asked: dict[str, Any] = {"act": LOCAL, "lang": "ru", "limit": 1}
    first = client.get("/v1/amendments", params={**asked, "role": "any"}).json()
    given = [one["id"] for one in first["amendments"]]
    page = first
    while page["more"]:
        more = {**asked, "role": "any", "cursor": page["cursor"]}
        page = client.get("/v1/amendments", params=more).json()
        given += [one["id"] for one in page["amendments"]]
    assert len(given) == len(set(given)) == len(numbers(client, role="any")) == 6
    refused = client.get("/v1/amendments", params={**asked, "cursor": first["cursor"]})
    assert refused.status_code == 422
    assert "another question" in refused.json()["detail"]


def test_an_unknown_role_is_refused(client: TestClient) -> None:
    answer = client.get("/v1/amendments", params={"role": "beautified"})
    assert answer.status_code == 422
    assert "role" in answer.text
