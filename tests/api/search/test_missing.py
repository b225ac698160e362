"""What is said of a cited provision that had no wording on the day asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from api.questions.citations.repeal import Repeal
from api.questions.search.asides import Asides
from api.questions.search.cited import CitedInQuery
from api.questions.search.missing import AbsentThen, absent_then
from corpus.citations.provisions import CitedProvision
from corpus.law import Language
from corpus.search import Query, SearchEngine, open_engine
from corpus.search.queries import OnDay
from corpus.settings import Settings
from tests.corpus.citations.making import RULES
from tests.corpus.search.texts import document

TODAY = date(2026, 11, 2)
ENDED = date(2017, 10, 10)
REPEALED = date(2017, 10, 12)
CITED = CitedInQuery(Language.RU, (CitedProvision(RULES, "app_1__p_12"),))


@pytest.fixture
def engine(tmp_path: Path) -> SearchEngine:
    """Of the point it is not known what stood there after its last wording."""
    point = document(
        "сторож",
        ngr=RULES.ngr,
        key="app_1__p_12",
        valid_from=date(2013, 1, 1),
        valid_to=ENDED,
        after_is_known=False,
    )
    engine = open_engine(Settings(data_dir=tmp_path))
    engine.rebuild([point], "state")
    return engine


def absent(engine: SearchEngine, day: date, repeals: dict[str, date]) -> AbsentThen:
    query = Query("п. 12 указа 1484", TODAY, OnDay(day), pins=CITED.pins)
    found = engine.search(query)

    def repealed(ngr: str, day: date) -> Repeal | None:
        on = repeals.get(ngr)
        return Repeal(on, None) if on and on <= day else None

    (one,) = absent_then(Asides(engine), query, found, CITED, repealed, engine.state())
    return one


def test_of_a_repealed_act_nothing_is_in_force_for_certain(engine: SearchEngine) -> None:
    repeals = {RULES.ngr: REPEALED}
    assert absent(engine, REPEALED, repeals).is_certain
    assert absent(engine, TODAY, repeals).is_certain
    eve = date(2017, 10, 11)
    assert not absent(engine, eve, repeals).is_certain
    assert not absent(engine, TODAY, {}).is_certain


def test_what_ended_before_the_act_did_is_told_with_its_own_day(engine: SearchEngine) -> None:
    one = absent(engine, TODAY, {RULES.ngr: REPEALED})
    assert one.ended
    assert one.ended.valid_to == ENDED
