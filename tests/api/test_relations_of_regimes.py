"""What a provision came from and went to in the acts of other regimes."""

from __future__ import annotations

from typing import Any

import pytest

from api.questions.relations.origins import RegimeTies
from corpus.law import Language
from corpus.search.words.analysis import Analyser
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.rule_books import BEES, EDITIONS, FIRST, GATE, OPENS, SECOND, rules


@pytest.fixture
def regimes(own_house: House) -> House:
    put(own_house, *EDITIONS)
    return own_house


def put(house: House, *editions: Any) -> None:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)


def related(house: House, ngr: str, key: str) -> Any:
    found = house.client().get(f"/v1/acts/{ngr}/articles/{key}/relations")
    assert found.status_code == 200, found.text
    return found.json()


def test_a_lawyers_pair_is_told_from_both_sides_with_its_reason(regimes: House) -> None:
    (went,) = related(regimes, FIRST, "app_1__p_34")["went_to"]
    (came,) = related(regimes, SECOND, "app_1__p_15")["came_from"]
    assert (went["ngr"], went["key"], went["origin"]) == (SECOND, "app_1__p_15", "curated")
    assert (came["ngr"], came["key"], came["origin"]) == (FIRST, "app_1__p_34", "curated")
    assert went["asserted"]
    assert went["ground"]
    assert went["regimes"] == came["regimes"] == ["R1-1484", "R2a"]
    assert went["edition"] == "2013-04-24"
    assert 0 <= went["score"] <= 1


def test_the_other_provision_can_be_read_in_the_edition_that_is_named(regimes: House) -> None:
    (one,) = related(regimes, SECOND, "app_1__p_15")["came_from"]
    address = f"/v1/acts/{one['ngr']}/articles/{one['key']}"
    found = regimes.client().get(address, params={"edition": one["edition"], "lang": one["lang"]})
    assert found.json()["blocks"][0]["text"] == OPENS


def test_what_has_no_counterpart_came_from_nothing(regimes: House) -> None:
    found = related(regimes, FIRST, "app_1__p_1")
    assert found["came_from"] == []
    assert [one for one in found["went_to"] if one["asserted"]] == []


def test_regimes_are_compared_anew_only_where_their_texts_are_others(regimes: House) -> None:
    ties = RegimeTies(Analyser())
    with regimes.store.read() as session:
        first = ties.of(session, Language.RU)
    put(regimes, rules("U0300000009", "2003-01-01", "Об ином."))
    with regimes.store.read() as session:
        assert ties.of(session, Language.RU) is first
    put(regimes, rules(SECOND, "2013-04-24", *[""] * 14, OPENS))
    with regimes.store.read() as session:
        assert ties.of(session, Language.RU) is not first


def test_regimes_are_compared_anew_where_a_later_edition_may_tell_what_became_of_a_rule(
    regimes: House,
) -> None:
    ties = RegimeTies(Analyser())
    with regimes.store.read() as session:
        first = ties.of(session, Language.RU)
    put(regimes, rules(SECOND, "2029-01-01", GATE, BEES))  # its notes tie rules that went to others
    with regimes.store.read() as session:
        assert ties.of(session, Language.RU) is not first
