"""A text that likely was in force is told as such in a search, as on the page of its article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.mcp.server import law_server
from api.services import Services
from corpus.law import Act, Language
from corpus.store import writes
from tests.api.filling import store_editions
from tests.api.house import House, empty_house
from tests.api.law import article, edition, point
from tests.api.mcp.asking import answer, called
from tests.api.pages.test_pages import soup_of
from tests.api.searching import search

DECREE = "U1300000555"
"""The watch list infers from which day it was in force: no text names it."""
LAW = "Z050000780_"
DAY = "2013-09-01"
INFERRED = "2013-04-27"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Two acts of one day; of one the watch list infers when it began, of the other it is mute."""
    made = empty_house(Path(tmp_path_factory.mktemp("likely")))
    with made.store.write() as session:
        for ngr, form, number in ((DECREE, "presidential decree", "555"), (LAW, "law", "91-V")):
            act = Act(
                ngr, {Language.RU: "О вишне"}, form=form, number=number, adopted=date(2013, 4, 24)
            )
            writes.upsert_act(session, act)
            text = article("1", "Вишня", point("1", "Вишню сажают весной."))
            store_editions(
                session, made.snapshots, (edition(ngr, "2013-04-24", text, title="О вишне"),)
            )
    made.index()
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def client(house: House) -> TestClient:
    return house.client()


def hits(client: TestClient, on: str) -> dict[str, dict[str, Any]]:
    return {hit["ngr"]: hit for hit in search(client, "вишню", on=on)["hits"]}


def test_the_answer_names_the_text_and_the_day_that_is_inferred(client: TestClient) -> None:
    hit = hits(client, DAY)[DECREE]
    assert (hit["likely"], hit["inferred_from"]) == ("2013-04-24", INFERRED)
    assert f"the watch list infers that the act was in force from {INFERRED}" in hit["doubt"]


def test_it_is_never_certain(client: TestClient) -> None:
    found = search(client, "вишню", on=DAY)
    assert found["certain"] == 0
    for hit in found["hits"]:
        assert (hit["on_day"], hit["wording"]["from"]) == ("unknown", None)


def test_it_is_what_the_address_of_the_article_says_on_every_day(client: TestClient) -> None:
    said = []
    for day in ("2013-04-25", "2013-04-26", INFERRED, DAY, "2014-06-01", "2017-10-11"):
        for ngr, hit in hits(client, day).items():
            address = f"/v1/acts/{ngr}/articles/art_1?lang=ru&in_force_on={day}"
            problem = client.get(address).json()
            if problem.get("inferred_from") is None:
                assert (hit["likely"], hit["inferred_from"]) == (None, None), (ngr, day)
                continue
            said.append((ngr, day))
            assert hit["likely"] == problem["likely"]
            assert hit["inferred_from"] == problem["inferred_from"]
    assert (DECREE, DAY) in said
    assert {ngr for ngr, _ in said} == {DECREE}


@pytest.mark.parametrize(
    ("language", "likely", "day"),
    [
        ("ru", "Вероятный текст (редакция 24.04.2013)", "27.04.2013"),
        ("kk", "Ықтимал мәтін (24.04.2013 редакциясы)", "27.04.2013"),
        ("en", "The likely wording (edition 24 April 2013)", "27 April 2013"),
    ],
)
def test_the_page_says_it_beside_the_doubt_and_leads_to_that_text(
    client: TestClient, language: str, likely: str, day: str
) -> None:
    soup = soup_of(client, f"/search?q=вишню&on={DAY}&ui={language}")
    doubts = [" ".join(one.get_text().split()) for one in soup.select(".doubt")]
    assert len(doubts) == 2
    (told,) = [one for one in doubts if likely in one]
    assert day in told
    (way,) = soup.select(".doubt a")
    shown = client.get(str(way["href"]), headers={"accept": "text/html"})
    assert shown.status_code == 200
    assert "Вишню сажают весной" in shown.text


def test_the_tool_of_assistants_says_it_in_a_warning(house: House) -> None:
    server = law_server(Services(house.settings, house.store, house.engine))
    (found,) = called(server, ("search", {"q": "вишню", "on": DAY}))
    told = {one["ngr"]: one for one in answer(found)["results"]}
    assert INFERRED in json.dumps(told[DECREE]["warnings"])
    assert INFERRED not in json.dumps(told[LAW]["warnings"])
    assert told[DECREE]["on_day"] == "unknown"
