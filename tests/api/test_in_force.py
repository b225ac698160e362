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


def ask(client: TestClient, day: str, address: str = ARTICLE) -> Any:
    return client.get(address, params={"in_force_on": day})


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        ("2002-03-01", "2002-02-05"),
        ("2003-05-31", "2002-02-05"),  # by its label the next edition is half a year old
        ("2003-06-01", "2002-12-06"),
        ("2004-09-19", "2002-12-06"),  # ten days after publication: not before the 20th
    ],
)
def test_the_wording_in_force_is_not_that_of_the_label(
    garden: TestClient, day: str, edition: str
) -> None:
    answer = ask(garden, day)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["edition"] == edition
    assert found["answered"]["question"] == "in_force_on"
    assert found["answered"]["in_force_on"] == day
    assert found["answered"]["on"] is None


def test_the_answer_says_by_which_amendments_since_and_until_when(garden: TestClient) -> None:
    answered = ask(garden, "2003-06-01").json()["answered"]
    (since,) = answered["since"]
    assert (since["amending_act"]["number"], since["in_force"]["from"]) == ("8-II", "2003-06-01")
    assert since["in_force"]["ground"] == "stated"
    (until,) = answered["until"]
    assert (until["amending_act"]["number"], until["in_force"]["ground"]) == ("9-II", "unknown")


def test_the_same_day_by_labels_is_another_question_with_another_answer(
    garden: TestClient,
) -> None:
    by_label = garden.get(ARTICLE, params={"on": "2003-01-01"}).json()
    assert (by_label["edition"], by_label["answered"]["question"]) == ("2002-12-06", "on")
    assert by_label["answered"]["since"] == []
    assert ask(garden, "2003-01-01").json()["edition"] == "2002-02-05"


def test_where_it_cannot_be_told_the_problem_names_the_wordings_in_question(
    garden: TestClient,
) -> None:
    answer = ask(garden, "2004-10-01")
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["type"] == "/problems/in-force-unknown"
    assert problem["editions"] == ["2002-12-06", "2004-09-09"]
    assert problem["why"] == "unknown start"
    assert "9-II" in problem["detail"]
    assert "likely" not in problem


def test_what_is_likely_is_told_beside_the_doubt(garden: TestClient) -> None:
    problem = ask(garden, "2006-01-01").json()
    assert problem["type"] == "/problems/in-force-unknown"
    assert problem["likely"] == "2004-09-09"
    assert "9-II of 2004-09-09 had begun within a year" in problem["detail"]


def test_an_older_wording_than_all_held_is_not_replaced_by_the_oldest_one(
    garden: TestClient,
) -> None:
    answer = ask(garden, "2002-02-28")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-yet-in-force")


def test_a_day_before_the_oldest_edition_is_told_from_when_the_text_is_known(
    garden: TestClient,
) -> None:
    answer = ask(garden, "2002-02-04")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/before-first-edition")
    assert answer.json()["known_from"] == "2002-02-05"


def test_a_later_edition_that_is_known_and_not_held_ends_what_can_be_told(
    garden: TestClient,
) -> None:
    address = f"/v1/acts/{NGR}/articles/art_1"
    assert ask(garden, "2007-07-06", address).status_code == 200
    problem = ask(garden, "2007-07-07", address).json()
    assert (problem["type"], problem["why"]) == ("/problems/in-force-unknown", "not held")


@pytest.mark.parametrize("other", ["on=2003-01-01", "edition=2002-12-06"])
def test_two_questions_at_once_are_refused(garden: TestClient, other: str) -> None:
    answer = garden.get(f"{ARTICLE}?in_force_on=2003-01-01&{other}")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")


def test_an_article_nobody_has_and_a_day_that_is_none_are_refused(garden: TestClient) -> None:
    assert ask(garden, "2003-01-01", f"/v1/acts/{NGR}/articles/art_99").status_code == 404
    assert ask(garden, "2003-02-31").status_code == 422


def test_what_is_to_come_is_told_as_of_the_day_asked_for(garden: TestClient) -> None:
    coming = garden.get(ARTICLE, params={"on": "2003-01-01"}).json()["coming"]
    assert coming["as_of"] == "2003-01-01"
    told = {(one["amending_act"]["number"], one["in_force"]["from"]) for one in coming["pending"]}
    assert told == {("8-II", "2003-06-01"), ("10-II", "2030-01-01")}
    later = garden.get(ARTICLE, params={"on": "2003-06-01"}).json()["coming"]
    assert [one["amending_act"]["number"] for one in later["pending"]] == ["10-II"]


def test_a_wording_for_a_time_is_told_until_it_ends(garden: TestClient) -> None:
    address = f"/v1/acts/{NGR}/articles/art_3"
    coming = garden.get(address, params={"on": "2005-12-31"}).json()["coming"]
    assert [one["until"] for one in coming["temporary"]] == ["2006-01-01"]
    after = garden.get(address, params={"on": "2006-01-01"}).json()["coming"]
    assert after["temporary"] == []


def test_the_page_answers_both_questions_about_a_day(garden: TestClient) -> None:
    page = garden.get(f"/acts/{NGR}/articles/art_2?ui=en&in_force_on=2003-06-01").text
    assert "Груши сажают осенью." in page
    assert "Grounds:" in page
    assert "8-II" in page
    assert 'name="by" value="in_force"' in page
    doubt = garden.get(f"/acts/{NGR}/articles/art_2?ui=ru&in_force_on=2006-01-01")
    assert doubt.status_code == 409
    assert "Какой текст действовал в этот день, неизвестно" in doubt.text


def test_the_page_of_an_article_tells_what_is_to_come(garden: TestClient) -> None:
    page = garden.get(f"/acts/{NGR}/articles/art_2?ui=en&on=2003-01-01").text
    assert "A change is to come" in page
    assert "8-II" in page
