"""From the store to the index: what is held is found, what changed is found anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
)
from corpus.search import Query, SearchEngine
from corpus.search.indexing import documents, rebuild_index, refresh_index
from corpus.store import Store, open_store
from corpus.store.snapshots import Fetched, Snapshots, record_snapshot
from corpus.store.writes import EditionSource, store_edition

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
SOURCE = EditionSource("adilet", "adilet-classic", "1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'nusqa.db'}")
    store.migrate()
    yield store
    store.close()


class Crawl:
    """Puts editions of one article into the store, as a crawl would."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._snapshots = Snapshots(str(folder))

    def stores(
        self,
        day: str,
        *wordings: str,
        ngr: str = "Z0000000001",
        lang: Language = Language.RU,
        holding: HoldingKind = HoldingKind.WHOLE,
    ) -> None:
        edition = Edition(
            ngr,
            lang,
            EditionLabel.parse(day),
            "Об акиме",
            tuple(_article(number, text) for number, text in enumerate(wordings, 1)),
            holding=Holding(holding),
            sample=True,
        )
        fetched = Fetched(f"https://registry.test/{ngr}/{lang}/{day}", NOON, 200, {}, day.encode())
        with self._store.write() as session:
            snapshot = record_snapshot(session, self._snapshots, fetched)
            store_edition(
                session, edition, snapshot_ids=[snapshot.id], source=SOURCE, recorded_at=NOON
            )


def _article(number: int, text: str) -> Article:
    return Article(
        ArticleKind.ARTICLE,
        f"art_{number}",
        str(number),
        f"Статья {number}.",
        "Срок",
        (Block(BlockKind.POINT, text, "1", "1."), Footnote("Сноска. Примечание.")),
    )


@pytest.fixture
def crawl(store: Store, tmp_path: Path) -> Crawl:
    return Crawl(store, tmp_path / "snapshots")


def found(engine: SearchEngine, text: str, on: date | None = None) -> list[str]:
    return [f"{hit.key} {hit.label}" for hit in engine.search(Query(text, on=on)).hits]


def test_a_wording_is_found_in_its_window_only(
    store: Store, engine: SearchEngine, crawl: Crawl
) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Без изменений.")
    crawl.stores("2021-05-24", "Пять лет.", "Без изменений.")
    report = rebuild_index(store, engine)
    assert (report.documents, report.rebuilt) == (3, True)
    assert found(engine, "лет") == ["art_1 2021-05-24"]
    assert found(engine, "четыре") == []
    assert found(engine, "четыре", date(2021, 5, 23)) == ["art_1 2013-04-24"]
    assert found(engine, "четыре", date(2021, 5, 24)) == []
    assert found(engine, "изменений") == ["art_2 2021-05-24"]
    assert found(engine, "изменений", date(2013, 4, 24)) == ["art_2 2021-05-24"]
    assert found(engine, "изменений", date(2013, 4, 23)) == []


def test_a_wording_that_may_be_cut_off_is_found_but_answers_for_no_day(
    store: Store, engine: SearchEngine, crawl: Crawl
) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Порядок прекр", holding=HoldingKind.BEGINNING)
    rebuild_index(store, engine)
    day = date(2014, 1, 1)
    assert found(engine, "четыре", day) == ["art_1 2013-04-24"]
    assert found(engine, "порядок", day) == []
    (cut,) = engine.search(Query("порядок")).hits
    (whole,) = engine.search(Query("четыре")).hits
    assert (cut.complete, cut.valid_from) == (False, None)
    assert (whole.complete, whole.valid_from) == (True, date(2013, 4, 24))


def test_a_document_has_the_number_and_title_apart_and_no_footnote(
    store: Store, crawl: Crawl
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    with store.read() as session:
        (document,) = documents(session)
    assert document.heading == "Статья 1. Срок"
    assert document.text == "1. Четыре года."
    assert (document.act_title, document.kind, document.sample) == ("Об акиме", "article", True)
    assert (document.valid_from, document.valid_to) == (date(2013, 4, 24), None)
    assert document.id.startswith("Z0000000001/ru/art_1/")


def test_a_refresh_reads_only_what_was_touched(
    store: Store, engine: SearchEngine, crawl: Crawl
) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Порядок.")
    crawl.stores("2013-04-24", "Иной акт.", ngr="U0000000002")
    assert refresh_index(store, engine).rebuilt
    assert refresh_index(store, engine).rebuilt is False
    crawl.stores("2021-05-24", "Пять лет.", "Порядок.")
    report = refresh_index(store, engine)
    # The old wording got an end, the kept one a new label; the new one came.
    assert (report.rebuilt, report.documents, report.added, report.removed) == (False, 4, 3, 2)
    assert found(engine, "лет") == ["art_1 2021-05-24"]
    assert found(engine, "четыре", date(2020, 1, 1)) == ["art_1 2013-04-24"]
    assert found(engine, "порядок") == ["art_2 2021-05-24"]
    assert found(engine, "иной") == ["art_1 2013-04-24"]
    assert (refresh_index(store, engine).added, engine.count()) == (0, 4)


def test_refreshing_step_by_step_ends_at_the_same_index_as_a_rebuild(
    store: Store, engine: SearchEngine, crawl: Crawl
) -> None:
    for day, lang in (
        ("2013-04-24", "ru"),
        ("2007", "ru"),
        ("undated", "kk"),
        ("2021-05-24", "kk"),
    ):
        crawl.stores(day, f"Слово {day}.", "Одно и то же.", lang=Language(lang))
        refresh_index(store, engine)
    stepwise = engine.ids("Z0000000001")
    rebuild_index(store, engine)
    assert engine.ids("Z0000000001") == stepwise
    assert len(stepwise) == engine.count()


def test_an_index_of_another_store_is_built_anew(
    store: Store, engine: SearchEngine, crawl: Crawl, tmp_path: Path
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    refresh_index(store, engine)
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    other.migrate()
    report = refresh_index(other, engine)
    assert (report.rebuilt, report.documents) == (True, 0)
    other.close()


def test_a_damaged_index_is_built_anew(
    store: Store, engine: SearchEngine, crawl: Crawl, engine_name: str, tmp_path: Path
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    refresh_index(store, engine)
    (tmp_path / "index" / engine_name / "current.json").write_text("?")
    assert refresh_index(store, engine).rebuilt
    assert found(engine, "года") == ["art_1 2013-04-24"]
