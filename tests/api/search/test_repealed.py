"""A citation of a provision of an act that was repealed: that is said, with its last text."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from cli.main import main
from corpus.amending_acts import AmendingActs
from corpus.law import Act, ActStatus, Edition, Footnote, Language
from corpus.store.writes import upsert_act
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House
from tests.api.law import LOCAL
from tests.api.pages.test_search import searched, words

QUERY = "ст. 1 закона 148"
GONE = date(2020, 10, 12)
REPEALING = Footnote("Сноска. Утратил силу Законом РК от 10.10.2020 № 559-VI.")


def edition(label: str, *notes: Footnote) -> Edition:
    kept = law.article("1", "О деле", law.point("1", f"Дело, {label}."), divisions=())
    return law.edition(LOCAL, label, *notes, kept, title="О делах")


def filled(house: House, *editions: Edition, gone: date | None) -> TestClient:
    with house.store.write() as session:
        act = Act(LOCAL, {Language.RU: "О делах"}, form="law", number="148", repealed_on=gone)
        upsert_act(session, act)
        store_editions(session, house.snapshots, editions)
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
    house.index()
    return house.client()


@pytest.fixture
def client(own_house: House) -> TestClient:
    editions = (edition("2010-01-01"), edition("2015-01-01", REPEALING))
    return filled(own_house, *editions, gone=GONE)


@pytest.mark.parametrize(
    ("ui", "said", "last"),
    [
        ("ru", "Акт утратил силу 12.10.2020 (", "Его последний текст у нас: редакция 01.01.2015."),
        ("kk", "Акт күшін 12.10.2020 күні жойды (", "Біздегі соңғы мәтіні: 01.01.2015 редакциясы."),
        ("en", "The act was repealed on 12 October 2020 (", "text here: edition 1 January 2015."),
    ],
)
def test_the_page_says_since_when_and_by_what_and_leads_to_the_last_text(
    client: TestClient, ui: str, said: str, last: str
) -> None:
    soup = searched(client, QUERY, f"&ui={ui}")
    told = words(soup, ".notice")
    assert told.startswith(said)
    assert "559-VI" in told
    assert last in told
    link = soup.select_one(".notice a")
    assert link is not None
    assert "edition=2015-01-01" in str(link["href"])
    assert "Дело, 2015-01-01." in client.get(str(link["href"])).text


def test_the_api_tells_the_repeal_and_the_last_edition(client: TestClient) -> None:
    found = client.get("/v1/search", params={"q": QUERY}).json()["cited"]
    (absent,) = found["absent"]
    assert absent["repeal"] == {
        "on": "2020-10-12",
        "by_number": "559-VI",
        "by_adopted": "2020-10-10",
        "words": "The act was repealed on 2020-10-12, by act No 559-VI of 2020-10-10.",
    }
    assert (absent["last_edition"], absent["last_lang"]) == ("2015-01-01", "ru")


def test_on_a_day_before_the_repeal_nothing_is_said_of_it(client: TestClient) -> None:
    found = client.get("/v1/search", params={"q": QUERY, "on": "2016-01-01"}).json()
    assert (found["total"], found["cited"]["absent"]) == (1, [])


def test_a_citation_that_is_resolved_is_told_of_the_repeal(
    client: TestClient,
    own_house: House,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: Any = client.get("/v1/resolve", params={"q": QUERY}).json()
    assert (told["kind"], told["repeal"]["on"]) == ("resolved", "2020-10-12")
    monkeypatch.setenv("NUSQA_DATA_DIR", str(own_house.settings.data_dir))
    monkeypatch.setattr(sys, "argv", ["nusqa", "resolve", QUERY])
    with pytest.raises(SystemExit):
        main()
    assert told["repeal"]["words"] in " ".join(capsys.readouterr().err.split())


def test_a_repeal_that_is_to_come_is_not_told(own_house: House) -> None:
    client = filled(own_house, edition("2010-01-01"), gone=date(9000, 1, 1))
    assert client.get("/v1/resolve", params={"q": QUERY}).json()["repeal"] is None


def test_of_a_repeal_that_only_the_registrys_page_tells_the_day_is_unknown(
    own_house: House,
) -> None:
    gone = replace(edition("undated", REPEALING), status=ActStatus.REPEALED)
    client = filled(own_house, gone, gone=None)
    told = words(searched(client, QUERY), ".notice")
    assert "Акт утратил силу, день неизвестен (" in told
    assert "559-VI" in told
    assert "Его последний текст у нас: редакция без даты." in told
