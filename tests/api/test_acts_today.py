"""The acts' addresses say which edition answers for today, and pass off none that is to come."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Edition, Language, ListedEdition
from corpus.store import writes
from tests.api.coming import COMES, EVE, MORNING, NGR, NOW_AND_TO_COME, gates, hold, services_at
from tests.api.filling import FETCHED
from tests.api.house import House


def client_at(house: House, moment: datetime) -> TestClient:
    """A client of a service whose clock stands still."""
    app = house.app()
    app.state.services = services_at(app.state.services, moment)
    return TestClient(app)


def told(house: House, moment: datetime) -> dict[str, Any]:
    """What the list of acts says of the act; its own address says the same."""
    client = client_at(house, moment)
    (listed,) = client.get("/v1/acts").json()["acts"]
    alone = client.get(f"/v1/acts/{NGR}").json()
    assert {name: alone[name] for name in listed} == listed
    found: dict[str, Any] = listed
    return found


def test_the_edition_to_come_answers_from_its_day_in_kazakhstan_on(own_house: House) -> None:
    hold(own_house, NOW_AND_TO_COME)
    before, after = told(own_house, EVE), told(own_house, MORNING)
    assert (before["as_of"], before["newest"]) == ("2027-02-28", COMES)
    assert before["today"]["ru"] == {
        "edition": "2020-01-01",
        "certainty": "unlisted",
        "newest": "2020-01-01",
        "to_come": [COMES],
        "why": None,
        "reason": None,
    }
    assert (after["as_of"], after["newest"]) == (COMES, COMES)
    assert after["today"]["ru"] | {"certainty": None} == {
        "edition": COMES,
        "certainty": None,
        "newest": COMES,
        "to_come": [],
        "why": None,
        "reason": None,
    }


def test_each_language_has_its_own_answer(own_house: House) -> None:
    kazakh = gates("2020-01-01", "1", language=Language.KK)
    english = gates(COMES, "1", language=Language.EN)
    hold(own_house, (*NOW_AND_TO_COME, kazakh, english))

    def answers(moment: datetime) -> dict[str, tuple[str | None, str | None]]:
        today = told(own_house, moment)["today"]
        return {name: (one["edition"], one["why"]) for name, one in today.items()}

    assert answers(EVE) == {
        "ru": ("2020-01-01", None),
        "kk": ("2020-01-01", None),
        "en": (None, "not held"),
    }
    assert answers(MORNING) == {"ru": (COMES, None), "kk": (None, "not held"), "en": (COMES, None)}


@pytest.mark.parametrize(
    ("editions", "why", "newest", "to_come", "said"),
    [
        ([gates(COMES, "1"), gates("2028", "1")], "to come", None, [COMES, "2028"], COMES),
        ([gates("undated", "1")], "undated", "undated", [], "undated"),
        ([gates("undated", "1"), gates(COMES, "1")], "to come", "undated", [COMES], COMES),
        ([gates("2027", "1")], "only a year", "2027", [], "only a year is known (2027)"),
        ([], "not held", None, [COMES], "2026-05-05"),
    ],
)
def test_where_none_answers_it_says_why(
    own_house: House,
    editions: list[Edition],
    why: str,
    newest: str | None,
    to_come: list[str],
    said: str,
) -> None:
    hold(own_house, editions or [gates(COMES, "1")])
    if why == "not held":
        with own_house.store.write() as session:
            listed = [ListedEdition(gates("2026-05-05", "1").label)]
            writes.list_editions(session, NGR, Language.RU, listed, "adilet", FETCHED)
    found = told(own_house, EVE)["today"]["ru"]
    assert (found["edition"], found["certainty"], found["why"]) == (None, None, why)
    assert (found["newest"], found["to_come"]) == (newest, to_come)
    assert said in found["reason"]


def test_of_a_repealed_act_none_answers_whatever_is_to_come(own_house: House) -> None:
    act = Act(NGR, {Language.RU: "О воротах"}, repealed_on=date(2026, 1, 1))
    hold(own_house, NOW_AND_TO_COME, act)
    found = told(own_house, EVE)["today"]["ru"]
    assert (found["edition"], found["why"], found["newest"]) == (None, "repealed", "2020-01-01")
    earlier = told(own_house, datetime(2025, 12, 31, 12, tzinfo=UTC))["today"]["ru"]
    assert (earlier["edition"], earlier["why"]) == ("2020-01-01", None)


def test_it_is_the_edition_that_the_day_itself_is_answered_with(own_house: House) -> None:
    hold(own_house, NOW_AND_TO_COME)
    for moment, day in ((EVE, "2027-02-28"), (MORNING, COMES)):
        client = client_at(own_house, moment)
        asked = client.get(f"/v1/acts/{NGR}/articles", params={"on": day}).json()
        assert asked["edition"] == told(own_house, moment)["today"]["ru"]["edition"]


def test_an_act_that_is_only_watched_has_no_answer(client: TestClient) -> None:
    watched = [one for one in client.get("/v1/acts").json()["acts"] if not one["editions"]]
    assert [one["today"] for one in watched] == [{}]


def test_a_text_to_come_is_never_given_for_the_newest_unsaid(own_house: House) -> None:
    hold(own_house, NOW_AND_TO_COME)
    for moment, first, second in (
        (EVE, ("2020-01-01", False), (COMES, True)),
        (MORNING, (COMES, False), (COMES, False)),
    ):
        client = client_at(own_house, moment)
        for place, wanted in (("", first), ("/art_1", first), ("/art_2", second)):
            answered = client.get(f"/v1/acts/{NGR}/articles{place}").json()["answered"]
            assert (answered["edition"], answered["to_come"]) == wanted, (moment, place)
            assert answered["question"] == "newest"


def test_who_names_the_edition_or_the_day_to_come_is_told_of_no_want(own_house: House) -> None:
    hold(own_house, NOW_AND_TO_COME)
    client = client_at(own_house, EVE)
    for asked in ({"edition": COMES}, {"on": "2027-04-01"}):
        answered = client.get(f"/v1/acts/{NGR}/articles/art_2", params=asked).json()["answered"]
        assert (answered["edition"], answered["to_come"]) == (COMES, False)


def test_what_is_remembered_of_yesterday_is_not_told_today(own_house: House) -> None:
    hold(own_house, NOW_AND_TO_COME)
    app = own_house.app()
    app.state.services = services_at(app.state.services, EVE)
    client = TestClient(app)
    for path in ("/v1/acts", f"/v1/acts/{NGR}", f"/v1/acts/{NGR}/articles/art_2"):
        tag = client.get(path).headers["etag"]
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
        app.state.services = services_at(app.state.services, MORNING)
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 200, path
        app.state.services = services_at(app.state.services, EVE)
