"""An act that its registry calls repealed without a day: every list says so, and by what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.questions.editions_today import editions_today
from cli.holdings import answering_today
from corpus.amending_acts import AmendingActs
from corpus.law import ActStatus, Edition, Footnote
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api.coming import NGR as GATES
from tests.api.coming import gates, hold, services_at
from tests.api.filling import RECORDED
from tests.api.house import House
from tests.api.pages.test_pages import soup_of

TODAY = datetime(2026, 6, 1, 6, tzinfo=UTC)
NOTE = Footnote("Сноска. Утратил силу Законом РК от 10.10.2020 № 559-VI.")
BY = {
    "ru": "(Закон Республики Казахстан от 10 октября 2020 года № 559-VI)",
    "kk": "Қазақстан Республикасының 2020 жылғы 10 қазандағы № 559-VI Заңы",
    "en": "No. 559-VI",
}


def repealed(label: str) -> Edition:
    """The act in an edition whose page says that it lost its force, and by which law."""
    one = gates(label, "1")
    return replace(one, content=(NOTE, *one.content), status=ActStatus.REPEALED)


def client_of(house: House, *editions: Edition) -> TestClient:
    hold(house, editions)
    with house.store.write() as session:
        refresh_amendments(session, GATES, RECORDED, AmendingActs(Watchlist(())))
    app = house.app()
    app.state.services = services_at(app.state.services, TODAY)
    return TestClient(app)


def told(soup: BeautifulSoup, selector: str) -> str:
    found = soup.select_one(selector)
    assert found is not None
    return " ".join(found.get_text().split()).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("ru", "нет акт утратил силу, день неизвестен"),
        ("kk", "жоқ акт күшін жойған, күні белгісіз"),
        ("en", "none the act was repealed, on a day that is not known"),
    ],
)
def test_the_start_page_says_that_it_is_repealed_and_by_what(
    own_house: House, ui: str, words: str
) -> None:
    client = client_of(own_house, repealed("undated"))
    cell = told(soup_of(client, f"/?ui={ui}"), "table.acts tbody td")
    assert cell.startswith(words)
    assert BY[ui] in cell


def test_an_edition_that_answers_by_its_label_does_not_hide_the_repeal(own_house: House) -> None:
    client = client_of(own_house, repealed("2019-01-01"))
    cell = told(soup_of(client, "/?ui=ru"), "table.acts tbody td")
    assert cell.startswith("01.01.2019 акт утратил силу, день неизвестен")


@pytest.mark.parametrize("place", ["", "/articles/art_1"])
@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("ru", "Признан утратившим силу: Закон Республики Казахстан от 10 октября 2020"),
        ("kk", "Оның күшін жойған акт: Қазақстан Республикасының 2020 жылғы 10 қазандағы"),
        ("en", "Repealed by: "),
    ],
)
def test_the_banner_names_the_act_that_repealed_it(
    own_house: House, place: str, ui: str, words: str
) -> None:
    client = client_of(own_house, repealed("2019-01-01"))
    banner = told(soup_of(client, f"/acts/{GATES}{place}?ui={ui}"), ".edition-banner.repealed")
    assert words in banner
    assert "559-VI" in banner


def test_the_api_has_the_repeal_without_a_day(own_house: House) -> None:
    client = client_of(own_house, repealed("undated"))
    act: dict[str, Any] = client.get(f"/v1/acts/{GATES}").json()
    (listed,) = client.get("/v1/acts").json()["acts"]
    assert act["repeal"] == listed["repeal"]
    repeal = act["repeal"]
    assert (repeal["on"], repeal["by_number"], repeal["by_adopted"]) == (
        None,
        "559-VI",
        "2020-10-10",
    )
    assert act["repealed_on"] is None
    assert act["today"]["ru"]["why"] == "repealed"
    assert act["today"]["ru"]["reason"].startswith("The act was repealed")


def test_the_command_line_has_it_too(own_house: House) -> None:
    client_of(own_house, repealed("undated"))
    with own_house.store.read() as session:
        (one,) = editions_today(session, GATES, TODAY.date())
    assert answering_today(one).startswith("ru none: The act was repealed; its page names no day")


def test_an_act_in_force_has_no_repeal(own_house: House) -> None:
    client = client_of(own_house, gates("2019-01-01", "1"))
    assert client.get(f"/v1/acts/{GATES}").json()["repeal"] is None
    assert told(soup_of(client, "/?ui=ru"), "table.acts tbody td") == "01.01.2019"


def test_a_search_for_today_misses_no_edition_of_it_and_one_for_a_past_day_may(
    own_house: House,
) -> None:
    client = client_of(own_house, repealed("undated"))

    def missed(**when: str) -> list[str]:
        answer: dict[str, Any] = client.get("/v1/search", params={"q": "створки", **when}).json()
        return [one["ngr"] for one in answer["not_held"]]

    assert missed() == []
    assert missed(on="2026-06-01") == []
    assert missed(on="2019-01-01") == [GATES]
