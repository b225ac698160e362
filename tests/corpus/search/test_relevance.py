"""The right provision comes first: every engine, against queries judged by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.judged import (
    OFFICIAL,
    SAMPLE,
    Judged,
    Provision,
    official_store,
    read_judged,
    sample_store,
    wordings,
)
from benchmarks.relevance import Scores, Texts, outcomes
from corpus.law import Language
from corpus.search import SearchEngine

JUDGED = read_judged()
LEAST_IN_THREE = 0.9
LEAST_FIRST = 0.8


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Texts]:
    store = sample_store(tmp_path_factory.mktemp("sample"))
    yield Texts(store, wordings(store))
    store.close()


@pytest.fixture(scope="session")
def official(shared_registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Texts]:
    store = official_store(tmp_path_factory.mktemp("official"), shared_registry)
    yield Texts(store, wordings(store))
    store.close()


@pytest.fixture(params=[SAMPLE, OFFICIAL])
def over(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def texts(over: str, request: pytest.FixtureRequest) -> Texts:
    held: Texts = request.getfixturevalue(over)
    return held


def test_the_right_provision_is_nearly_always_among_the_first_three(
    engine: SearchEngine, over: str, texts: Texts
) -> None:
    engine.rebuild(texts.documents)
    found = outcomes(engine, texts.store, [one for one in JUDGED if one.over == over])
    scores = Scores.of(found)
    missed = {str(one.judged): one.found[:3] for one in found if not one.rank or one.rank > 3}
    assert scores.in_three >= LEAST_IN_THREE, missed
    assert scores.first >= LEAST_FIRST, missed


def test_what_should_come_first_is_there_to_be_found(over: str, texts: Texts) -> None:
    absent = {
        str(judged): provision
        for judged in JUDGED
        if judged.over == over
        for provision in (*judged.best, *judged.also)
        if not _is_held(texts, judged, provision)
    }
    assert absent == {}


def _is_held(texts: Texts, judged: Judged, provision: Provision) -> bool:
    return any(
        (one.ngr, one.key) == provision
        and judged.language in {None, one.lang}
        and (judged.on is None or one.holds_on(judged.on))
        for one in texts.documents
    )


def test_enough_is_judged_in_every_language_and_a_third_of_it_is_held_out() -> None:
    for over in (SAMPLE, OFFICIAL):
        of_texts = [one for one in JUDGED if one.over == over]
        assert len(of_texts) >= 60
        assert 0.3 <= sum(one.held_out for one in of_texts) / len(of_texts) <= 0.4
    assert {one.language for one in JUDGED} >= set(Language)
    assert any(one.cross for one in JUDGED)


def test_no_query_is_judged_twice_and_nothing_is_both_best_and_second() -> None:
    asked = [(one.over, one.asked, one.on, one.language, one.cross) for one in JUDGED]
    assert len(asked) == len(set(asked))
    for judged in JUDGED:
        assert judged.best
        assert not set(judged.best) & set(judged.also), str(judged)
