"""Impact goes by the days on which amendments entered into force, where they are known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.amending_acts import AmendingActs
from corpus.law import Act, EditionLabel, Footnote, Language, ListedEdition
from corpus.store.writes import list_editions, upsert_act
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

SEEN = datetime(2026, 11, 2, tzinfo=UTC)
ADDED = Footnote(
    "Сноска. Закон дополнен статьей 1 в соответствии с Законом РК от 01.02.2020 № 1-VI "
    "(вводится в действие с 01.03.2020)."
)
AMENDED = Footnote(
    "Сноска. Статья 1 дополнена в соответствии с Законом РК от 01.02.2020 № 1-VI (вводится в "
    "действие с 01.03.2020); с изменениями, внесенными Законом РК от 05.11.2022 № 157-VII "
    "(вводится в действие с 01.01.2023)."
)


@pytest.fixture
def client(own_house: House) -> TestClient:
    old = law.article("1", "О сроке", law.point("1", "Срок - три года."), ADDED)
    new = law.article("1", "О сроке", law.point("1", "Срок - пять лет."), AMENDED)
    editions = [
        law.edition(LOCAL, "2020-02-01", old, title="О деле"),
        law.edition(LOCAL, "2022-11-05", new, title="О деле"),
    ]
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: "О деле"}, form="law", number="148"))
        store_editions(session, own_house.snapshots, editions)
        labels = [ListedEdition(EditionLabel.parse(day)) for day in ("2020-02-01", "2022-11-05")]
        list_editions(session, LOCAL, Language.RU, labels, "adilet", SEEN)
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
    return own_house.client()


def became(client: TestClient, written: str) -> dict[str, Any]:
    entry = {"citation": "ст. 1 Закона № 148", "written": written, "lang": "ru"}
    (answer,) = client.post("/v1/impact", json=[entry]).json()["entries"]
    (found,) = answer["provisions"]
    provision: dict[str, Any] = found
    return provision


def test_a_wording_that_was_consolidated_and_not_in_force_yet_was_not_cited(
    client: TestClient,
) -> None:
    found = became(client, "2022-12-01")
    assert found["then_by"] == "in force"
    assert "три года" in found["then"]["text"]
    assert (found["verdict"], found["then"]["edition"]) == ("changed", "2020-02-01")
    assert "пять лет" in found["now"]["text"]
    assert found["changes"][0]["amending_acts"][0]["number"] == "157-VII"


def test_what_was_in_force_by_then_is_unchanged(client: TestClient) -> None:
    found = became(client, "2023-02-01")
    assert (found["verdict"], found["then_by"]) == ("unchanged", "in force")
    assert found["doubt"] is None


def test_a_citation_is_resolved_to_what_was_in_force(client: TestClient) -> None:
    def text(**day: str) -> str:
        asked = {"q": "ст. 1 п. 1 Закона № 148", **day}
        (one,) = client.get("/v1/resolve", params=asked).json()["provisions"]
        place: str = one["place"]["text"]
        return place

    assert text(on="2022-12-01") == "1. Срок - пять лет."
    assert text(in_force_on="2022-12-01") == "1. Срок - три года."
    both = {"q": "ст. 1", "on": "2022-12-01", "in_force_on": "2022-12-01"}
    assert client.get("/v1/resolve", params=both).status_code == 422
