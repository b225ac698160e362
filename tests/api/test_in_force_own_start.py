"""From which day an act as adopted is in force, by the watch list; and a copy that breaks off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from fastapi.testclient import TestClient

from corpus.bundled import own_watchlist
from corpus.law import Act, Holding, HoldingKind, Language
from corpus.store.writes import upsert_act
from corpus.watched import Watchlist
from diffing.in_force.days import days_of_article
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.pages.test_pages import soup_of

NGR = "U1300000555"
FIRST, CUT = f"acts/{NGR}/articles/art_1", f"acts/{NGR}/articles/art_2"
ADOPTED = date(2013, 4, 24)


@pytest.fixture
def decree(own_house: House) -> TestClient:
    """A decree of the watch list's number and day, in words of our own; its copy breaks off."""
    edition = law.edition(
        NGR,
        str(ADOPTED),
        law.article("1", "О выборах", law.point("1", "Депутаты избирают."), divisions=()),
        law.article("2", "О голосах", law.point("1", "Голоса считают."), divisions=()),
        title="О выборах",
        holding=Holding(HoldingKind.BEGINNING),
    )
    with own_house.store.write() as session:
        act = Act(NGR, {Language.RU: "О выборах"}, "presidential decree", "555", adopted=ADOPTED)
        upsert_act(session, act)
        store_editions(session, own_house.snapshots, [edition])
    return own_house.client()


@pytest.fixture
def stated() -> Iterator[None]:
    """The watch list as if a text stated that very day."""
    own = own_watchlist()
    acts = (replace(one, in_force_ground="stated") if one.ngr == NGR else one for one in own.acts)
    with patch("diffing.in_force.staged.own_watchlist", return_value=Watchlist(tuple(acts))):
        yield


def on(client: TestClient, day: str, place: str = FIRST, **asked: str) -> Any:
    return client.get(f"/v1/{place}", params={"in_force_on": day, **asked}).json()


def test_an_inferred_first_day_is_likely_and_no_answer_unless_it_is_asked_for(
    decree: TestClient,
) -> None:
    problem = on(decree, "2013-09-01")
    assert (problem["type"], problem["status"]) == ("/problems/in-force-unknown", 409)
    assert (problem["likely"], problem["inferred_from"]) == ("2013-04-24", "2013-04-27")
    assert "as the watch list infers" in problem["detail"]
    answered = on(decree, "2013-09-01", presume="true")["answered"]
    assert answered["presumed"]["inferred_from"] == "2013-04-27"
    assert "An inference, not a fact" in answered["presumed"]["words"]
    assert answered["since"][0]["in_force"] == {
        "from": None, "ground": "unknown", "published": None, "label": None
    }  # fmt: skip


def test_before_the_inferred_day_nothing_is_likely(decree: TestClient) -> None:
    problem = on(decree, "2013-04-26", presume="true")
    assert problem["status"] == 409
    assert "likely" not in problem
    assert "inferred_from" not in problem


@pytest.mark.parametrize(
    ("ui", "likely", "presumed"),
    [
        ("ru", "по нему акт действует с 27.04.2013", "Это вывод, а не факт"),
        ("kk", "акт 27.04.2013 күнінен бастап", "Бұл – факт емес, қорытынды"),
        ("en", "it has the act in force from 27 April 2013", "This is an inference, not a fact"),
    ],
)
def test_pages_tell_the_inferred_day_as_an_inference_of_the_watch_list(
    decree: TestClient, ui: str, likely: str, presumed: str
) -> None:
    address = f"/{FIRST}?in_force_on=2013-09-01&ui={ui}"
    page = soup_of(decree, address, 409).get_text().replace("\u00a0", " ")
    assert likely in page
    assert "366" not in page
    page = soup_of(decree, f"{address}&presume=true").get_text()
    assert presumed in page
    assert "366" not in page


@pytest.mark.usefixtures("stated")
def test_a_stated_first_day_is_answered_with_its_ground(decree: TestClient) -> None:
    answered = on(decree, "2013-04-27")["answered"]
    (since,) = answered["since"]
    assert since["in_force"]["from"] == "2013-04-27"
    assert since["in_force"]["ground"] == "stated by the watch list"
    assert answered["presumed"] is None
    page = soup_of(decree, f"/{FIRST}?in_force_on=2013-04-27&ui=en").get_text()
    assert "as the watch list states" in page


@pytest.mark.usefixtures("stated")
def test_before_a_stated_first_day_no_wording_is_missed(decree: TestClient) -> None:
    problem = on(decree, "2013-04-26")
    assert problem["type"] == "/problems/not-yet-in-force"
    assert "the act as adopted" in problem["detail"]
    page = soup_of(decree, f"/{FIRST}?in_force_on=2013-04-26&ui=en", 404).get_text()
    assert "had not entered into force" in page


def _days(house: House) -> list[tuple[date, date | None, bool]]:
    with house.store.read() as session:
        found = days_of_article(session, NGR, Language.RU, "art_1")
    return [(one.begins, one.ends, one.doubtful) for one in found]


@pytest.mark.usefixtures("decree")
def test_for_a_search_an_inferred_first_day_stays_doubtful(own_house: House) -> None:
    assert _days(own_house) == [(ADOPTED, None, True)]


@pytest.mark.usefixtures("decree", "stated")
def test_for_a_search_a_stated_first_day_is_where_the_wording_begins(own_house: House) -> None:
    assert _days(own_house) == [(date(2013, 4, 27), None, False)]


@pytest.mark.parametrize("by", ["in_force_on", "on"])
def test_an_article_in_which_the_copy_may_end_is_not_said_to_be_missing(
    decree: TestClient, by: str
) -> None:
    problem = decree.get(f"/v1/{CUT}", params={by: "2013-09-01", "lang": "ru"}).json()
    assert (problem["type"], problem["edition"]) == ("/problems/article-not-held", "2013-04-24")
    assert problem["lang"] == "ru"
    assert "the copy may end inside art_2" in problem["detail"]
    for ui, told in (("ru", "может обрываться"), ("kk", "үзілуі мүмкін"), ("en", "may end inside")):
        page = soup_of(decree, f"/{CUT}?{by}=2013-09-01&lang=ru&ui={ui}", 404)
        assert told in page.get_text()
        shown = [one["href"] for one in page.select("main a") if "edition=" in str(one["href"])]
        assert len(shown) == 1
        assert "Голоса считают." in decree.get(str(shown[0])).text
