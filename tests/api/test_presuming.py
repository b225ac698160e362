from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.gardens import ARTICLE, NGR, plant
from tests.api.house import House


@pytest.fixture
def garden(own_house: House) -> TestClient:
    plant(own_house)
    return own_house.client()


def ask(client: TestClient, day: str, **more: str) -> Any:
    return client.get(ARTICLE, params={"in_force_on": day, **more})


def test_who_accepts_the_presumption_is_given_the_wording_and_told_what_it_rests_on(
    garden: TestClient,
) -> None:
    answer = ask(garden, "2006-01-01", presume="true")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["edition"] == "2004-09-09"
    presumed = found["answered"]["presumed"]
    assert [one["number"] for one in presumed["acts"]] == ["9-II"]
    assert "not known" in presumed["words"]
    assert "within a year" in presumed["words"]


def test_a_presumed_start_is_still_told_as_unknown(garden: TestClient) -> None:
    (since,) = ask(garden, "2006-01-01", presume="true").json()["answered"]["since"]
    assert (since["in_force"]["from"], since["in_force"]["ground"]) == (None, "unknown")


def test_without_the_switch_nothing_is_presumed_and_the_problem_names_the_switch(
    garden: TestClient,
) -> None:
    for more in ({}, {"presume": "false"}):
        answer = ask(garden, "2006-01-01", **more)
        assert answer.status_code == 409
        assert "`presume=true`" in answer.json()["detail"]


def test_what_is_known_needs_no_presumption(garden: TestClient) -> None:
    assert ask(garden, "2003-06-01", presume="true").json()["answered"]["presumed"] is None


@pytest.mark.parametrize("day", ["2005-09-09", "2004-10-01"])
def test_within_the_year_after_the_adoption_nothing_is_presumed(
    garden: TestClient, day: str
) -> None:
    answer = ask(garden, day, presume="true")  # the 366th day is the 10th of September
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/in-force-unknown")


def test_on_the_last_day_of_the_year_the_act_is_presumed_to_have_begun(garden: TestClient) -> None:
    assert ask(garden, "2005-09-10", presume="true").json()["edition"] == "2004-09-09"


def test_an_edition_that_is_not_held_is_not_presumed_away(garden: TestClient) -> None:
    problem = ask(garden, "2007-07-07", presume="true").json()
    assert (problem["type"], problem["why"]) == ("/problems/in-force-unknown", "not held")
    assert "presume" not in problem["detail"]


def test_the_switch_without_a_day_is_refused(garden: TestClient) -> None:
    for other in ("presume=true", "presume=true&on=2006-01-01"):
        answer = garden.get(f"{ARTICLE}?{other}")
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")


def test_a_citation_is_resolved_under_the_presumption_too(garden: TestClient) -> None:
    asked = {"q": f"{NGR} art_2", "in_force_on": "2006-01-01"}
    (strict,) = garden.get("/v1/resolve", params=asked).json()["provisions"]
    assert strict["article"] is None
    assert "`presume=true`" in strict["why"]
    (found,) = garden.get("/v1/resolve", params={**asked, "presume": "true"}).json()["provisions"]
    assert found["article"]["edition"] == "2004-09-09"
    assert [one["number"] for one in found["answered"]["presumed"]["acts"]] == ["9-II"]


def test_the_page_says_that_it_presumes(garden: TestClient) -> None:
    page = garden.get(f"/acts/{NGR}/articles/art_2?ui=ru&in_force_on=2006-01-01&presume=true").text
    assert "Груши не сажают." in page
    assert "Это предположение, а не факт" in page
    assert "№\u00a09-II" in page
