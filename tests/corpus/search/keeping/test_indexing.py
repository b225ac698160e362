"""From the store to the index: what is held is found, what changed is found anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from corpus.law import HoldingKind, Language
from corpus.search import Query, SearchEngine
from corpus.search.keeping.days import DaysInForce
from corpus.search.keeping.indexing import IndexOutdated, refresh_index
from corpus.search.keeping.keeper import ASKED, MISSING, OUTDATED, IndexKeeper
from corpus.search.queries import AnyDay, OnDay
from corpus.store import Store, open_store
from tests.corpus.search.conftest import IN_A_FOLDER
from tests.corpus.search.keeping.by_label import days_by_label
from tests.corpus.search.keeping.storing import Crawl

TODAY = date(2026, 11, 26)


@pytest.fixture
def keeper(store: Store, engine: SearchEngine, tmp_path: Path) -> IndexKeeper:
    return IndexKeeper(store, engine, days_by_label, tmp_path / "index")


def found(engine: SearchEngine, text: str, on: date | None = TODAY) -> list[str]:
    """What a search finds on a day; without one on any."""
    when = AnyDay() if on is None else OnDay(on)
    hits = engine.search(Query(text, TODAY, when)).hits
    return [f"{hit.key} {hit.wording.label}" for hit in hits]


def test_a_wording_is_found_in_its_window_only(keeper: IndexKeeper, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Без изменений.")
    crawl.stores("2021-05-24", "Пять лет.", "Без изменений.")
    report = keeper.rebuild()
    assert (report.documents, report.rebuilt, report.failed) == (3, True, ())
    engine = keeper.engine
    assert found(engine, "лет") == ["art_1 2021-05-24"]
    assert found(engine, "четыре") == []
    assert found(engine, "четыре", date(2021, 5, 23)) == ["art_1 2013-04-24"]
    assert found(engine, "четыре", date(2021, 5, 24)) == []
    assert found(engine, "изменений") == ["art_2 2021-05-24"]
    assert found(engine, "изменений", date(2013, 4, 24)) == ["art_2 2021-05-24"]
    assert found(engine, "изменений", date(2013, 4, 23)) == []


def test_a_wording_that_may_be_cut_off_is_found_but_answers_for_no_day(
    keeper: IndexKeeper, crawl: Crawl
) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Порядок прекр", holding=HoldingKind.BEGINNING)
    keeper.rebuild()
    day = date(2014, 1, 1)
    assert found(keeper.engine, "четыре", day) == ["art_1 2013-04-24"]
    assert found(keeper.engine, "порядок", day) == []
    (cut,) = keeper.engine.search(Query("порядок", TODAY)).hits
    assert (cut.wording.complete, cut.wording.valid_from) == (False, None)


def test_a_refresh_reads_only_what_was_touched(keeper: IndexKeeper, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Порядок.")
    crawl.stores("2013-04-24", "Иной акт.", ngr="U0000000002")
    assert keeper.refresh().rebuilt
    assert keeper.refresh().rebuilt is False
    crawl.stores("2021-05-24", "Пять лет.", "Порядок.")
    assert keeper.is_behind()
    report = keeper.refresh()
    # The old wording got an end, the kept one a new label; the new one came.
    assert (report.rebuilt, report.documents, report.added, report.removed) == (False, 4, 3, 2)
    assert not keeper.is_behind()
    engine = keeper.engine
    assert found(engine, "лет") == ["art_1 2021-05-24"]
    assert found(engine, "четыре", date(2020, 1, 1)) == ["art_1 2013-04-24"]
    assert found(engine, "порядок") == ["art_2 2021-05-24"]
    assert found(engine, "иной") == ["art_1 2013-04-24"]
    assert (keeper.refresh().added, engine.count()) == (0, 4)


def test_refreshing_step_by_step_ends_at_the_same_index_as_a_rebuild(
    keeper: IndexKeeper, crawl: Crawl
) -> None:
    for day, lang in (
        ("2013-04-24", "ru"),
        ("2007", "ru"),
        ("undated", "kk"),
        ("2021-05-24", "kk"),
    ):
        crawl.stores(day, f"Слово {day}.", "Одно и то же.", lang=Language(lang))
        keeper.refresh()
    stepwise = keeper.engine.ids("Z0000000001")
    keeper.rebuild()
    assert keeper.engine.ids("Z0000000001") == stepwise
    assert len(stepwise) == keeper.engine.count()


def test_an_index_of_another_store_is_built_anew(
    keeper: IndexKeeper, crawl: Crawl, tmp_path: Path
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    keeper.refresh()
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    other.migrate()
    elsewhere = IndexKeeper(other, keeper.engine, days_by_label, keeper.folder)
    assert elsewhere.trouble() == OUTDATED
    with pytest.raises(IndexOutdated):
        refresh_index(other, keeper.engine, days_by_label)
    report = elsewhere.mend()
    assert (report.rebuilt, report.documents) == (True, 0)
    assert found(keeper.engine, "года", None) == []
    other.close()


@IN_A_FOLDER
def test_a_damaged_index_is_built_anew(
    keeper: IndexKeeper, crawl: Crawl, engine_name: str, tmp_path: Path
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    keeper.refresh()
    (tmp_path / "index" / "current.json").write_text("?")
    assert "could not be read" in (keeper.trouble() or "")
    assert keeper.refresh().rebuilt
    assert keeper.trouble() is None
    assert found(keeper.engine, "года") == ["art_1 2013-04-24"]


def test_an_index_tells_why_and_when_it_was_built_anew(keeper: IndexKeeper, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    assert keeper.trouble() == MISSING
    keeper.mend()
    first = keeper.engine.record()
    keeper.rebuild()
    second = keeper.engine.record()
    assert first is not None
    assert second is not None
    assert (first.reason, second.reason) == (MISSING, ASKED)
    assert first.built < second.built


def no_days_of_two(
    session: Session, ngr: str, language: Language
) -> Mapping[str, Sequence[DaysInForce]]:
    """Fails for one act."""
    if ngr == "U0000000002":
        raise ValueError("the second act cannot be read")
    return days_by_label(session, ngr, language)


def test_an_act_that_cannot_be_read_is_told_and_stops_no_other(
    keeper: IndexKeeper, crawl: Crawl, caplog: pytest.LogCaptureFixture
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    crawl.stores("2013-04-24", "Иной акт.", ngr="U0000000002")
    failing = IndexKeeper(keeper.store, keeper.engine, no_days_of_two, keeper.folder)
    for report in (failing.rebuild(), failing.refresh()):
        assert [(one.ngr, one.message) for one in report.failed] == [
            ("U0000000002", "ValueError: the second act cannot be read")
        ]
    assert "goes without U0000000002" in caplog.text
    assert found(keeper.engine, "года") == ["art_1 2013-04-24"]
    assert found(keeper.engine, "иной") == []
    # Another program can read it: it is tried again though nothing was written since.
    assert keeper.refresh().failed == ()
    assert found(keeper.engine, "иной") == ["art_1 2013-04-24"]


def test_a_text_that_is_damaged_in_the_database_stops_no_other(
    keeper: IndexKeeper, crawl: Crawl
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    crawl.stores("2013-04-24", "Иной акт.", ngr="U0000000002")
    with keeper.store.write() as session:
        session.execute(sql("update texts set body = '{' where wording like '%Иной%'"))
    (failed,) = keeper.rebuild().failed
    assert failed.ngr == "U0000000002"
    assert found(keeper.engine, "года") == ["art_1 2013-04-24"]
