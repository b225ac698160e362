"""A search on a day finds the wording that the article's own address gives for that day."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from corpus.search import Query, open_engine
from corpus.search.keeping.indexing import documents
from corpus.search.keeping.keeper import IndexKeeper
from corpus.search.queries import Filters, OnDay, Pin
from corpus.settings import Settings
from corpus.store import Store, open_store, reads
from diffing.in_force.days import days_in_force
from tests.cli.agreement import asked, disagreement
from tests.cli.conftest import Nusqa

_EACH = 4
_SEED = 5
TODAY = date(2026, 11, 26)


def disagreements(session: Session) -> tuple[list[str], Counter[str]]:
    """Where search and address disagree, and how often the address said what."""
    seen: Counter[str] = Counter()
    said = [(one, disagreement(session, one, seen)) for one in asked(session, _EACH, _SEED)]
    wrong = [
        f"{one.ngr} {one.language} {one.key} on {one.day}: {what}" for one, what in said if what
    ]
    return wrong, seen


def test_on_the_sample_they_agree(sample_folder: Path) -> None:
    settings = Settings(data_dir=sample_folder)
    with closing(open_store(settings.database)) as store, store.read() as session:
        wrong, seen = disagreements(session)
    assert wrong == []
    assert min(seen[what] for what in ("named", "unknown start", "ActRepealed")) > 100, seen
    assert min(seen[what] for what in ("excluded", "UnknownArticle", "repealed")) > 0, seen


def test_an_index_that_followed_a_crawl_is_that_of_a_rebuild(sample_folder: Path) -> None:
    settings = Settings(data_dir=sample_folder)
    engine = open_engine(settings)
    with closing(open_store(settings.database)) as store, store.read() as session:
        report = IndexKeeper(store, engine, days_in_force, settings.index_dir).refresh()
        wanted = {one.id for one in documents(session, days_in_force)}
        held = [each for act in reads.acts(session) for each in engine.ids(act.ngr)]
    assert not report.rebuilt
    assert sorted(held) == sorted(wanted)
    assert engine.count() == len(wanted) > 500


@pytest.fixture
def official(nusqa: Nusqa, tmp_path: Path, shared_registry: Path) -> Path:
    """A data folder with the official texts, imported."""
    assert nusqa("import", shared_registry, "--json").status == 0
    return tmp_path / "var"


def test_on_the_official_texts_they_agree(official: Path) -> None:
    settings = Settings(data_dir=official)
    with closing(open_store(settings.database)) as store:
        with store.read() as session:
            wrong, seen = disagreements(session)
        assert wrong == []
        assert min(seen[what] for what in ("named", "unknown start", "not held")) > 100, seen
        the_engine_finds_just_these(settings, store)


def the_engine_finds_just_these(settings: Settings, store: Store) -> None:
    """What an engine finds of an article on a day are the documents that hold then."""
    engine = open_engine(settings)
    IndexKeeper(store, engine, days_in_force, settings.index_dir).refresh()
    with store.read() as session:
        questions = random.Random(_SEED).sample(list(asked(session, _EACH, _SEED)), 300)
    for one in questions:
        query = Query(
            "",
            TODAY,
            OnDay(one.day),
            Filters(acts=(one.ngr,), languages=(one.language,)),
            pins=(Pin(one.ngr, one.key),),
        )
        hits = engine.search(query).hits
        assert len(hits) <= 1, one
        found = {each.id: each.doubtful for hit in hits for each in hit.wordings}
        assert found == {each.id: each.doubtful for each in one.found}, one


def test_of_wordings_that_may_be_in_force_on_a_day_all_but_the_newest_are_replaced(
    sample_folder: Path,
) -> None:
    settings = Settings(data_dir=sample_folder)
    with closing(open_store(settings.database)) as store, store.read() as session:
        several = [one.found for one in asked(session, _EACH, _SEED) if len(one.found) > 1]
    assert len(several) > 10
    for found in several:
        by_label = sorted(found, key=lambda one: one.label)
        assert [one.replaced for one in by_label[:-1]] == [True] * (len(found) - 1)
