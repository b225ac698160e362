"""An assistant is told which edition answers for today, and that a text to come does not apply."""

from __future__ import annotations

import pytest

from api.mcp.server import LawServer, law_server
from api.services import Services
from tests.api.coming import COMES, EVE, MORNING, NGR, NOW_AND_TO_COME, hold, services_at
from tests.api.house import House
from tests.api.mcp.asking import answer, called, words


@pytest.fixture
def gates_held(own_house: House) -> Services:
    hold(own_house, NOW_AND_TO_COME)
    return Services(own_house.settings, own_house.store, own_house.engine)


def at_eve(services: Services) -> LawServer:
    return law_server(services_at(services, EVE))


def in_the_morning(services: Services) -> LawServer:
    return law_server(services_at(services, MORNING))


def test_the_list_of_acts_names_the_edition_for_today_and_the_one_to_come(
    gates_held: Services,
) -> None:
    (found,) = called(at_eve(gates_held), ("list_acts", {}))
    told = answer(found)
    assert told["as_of"] == "2027-02-28"
    (act,) = told["acts"]
    assert act["newest_edition"] == COMES
    assert (act["today"]["ru"]["edition"], act["today"]["ru"]["to_come"]) == ("2020-01-01", [COMES])
    assert f"ru: edition 2020-01-01 answers for today; to come, not applying yet: {COMES}" in words(
        found
    )
    (later,) = called(in_the_morning(gates_held), ("list_acts", {}))
    assert f"ru: edition {COMES} answers for today" in words(later)
    assert "to come" not in words(later)


def test_a_text_that_only_the_edition_to_come_has_is_read_with_a_warning(
    gates_held: Services,
) -> None:
    asked = [("read_article", {"ngr": NGR, "key": key}) for key in ("art_1", "art_2")]
    asked.append(("resolve_citation", {"q": f"ст. 2 {NGR}"}))
    now, to_come, cited = called(at_eve(gates_held), *asked)
    assert answer(now)["source"]["edition"] == "2020-01-01"
    assert "DOES NOT APPLY YET" not in words(now)
    for one in (to_come, cited):
        assert "THIS TEXT DOES NOT APPLY YET" in words(one)
        assert "the newest edition held" not in words(one)
    assert answer(to_come)["source"]["answered"]["to_come"]
    for one in called(in_the_morning(gates_held), *asked):
        assert "DOES NOT APPLY YET" not in words(one)
        assert COMES in words(one)
