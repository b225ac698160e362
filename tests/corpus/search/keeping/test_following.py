"""An index that follows its store; many that would mend it take turns."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.search import Query, SearchEngine, open_engine
from corpus.search.keeping.days import DaysInForce
from corpus.search.keeping.following import followed
from corpus.search.keeping.keeper import IndexKeeper
from corpus.search.keeping.turns import Interrupted, its_turn
from corpus.store import Store
from tests.corpus.search.conftest import Settings
from tests.corpus.search.keeping.by_label import days_by_label
from tests.corpus.search.keeping.storing import Crawl

TODAY = date(2026, 11, 26)


def keeper_on(store: Store, folder: Path) -> IndexKeeper:
    """A keeper with an engine of its own, as each process has."""
    engine = open_engine(Settings("tantivy", folder))
    return IndexKeeper(store, engine, days_by_label, folder)


def wait_for(come: Callable[[], object]) -> None:
    until = time.monotonic() + 60
    while not come():
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.02)


def finds(engine: SearchEngine, text: str) -> int:
    return engine.search(Query(text, TODAY)).total


def _followers() -> set[threading.Thread]:
    return {one for one in threading.enumerate() if one.name == "index"}


def test_what_is_written_is_found_while_the_writing_goes_on(
    store: Store, crawl: Crawl, tmp_path: Path
) -> None:
    crawl.stores("2001-01-01", "Четыре года.")
    others = _followers()  # of servers that other tests of this process have running
    reader = keeper_on(store, tmp_path / "index").engine
    with followed(keeper_on(store, tmp_path / "index")):
        wait_for(lambda: reader.state() and finds(reader, "года") == 1)
        crawl.stores("2013-04-24", "Пять лет.")
        wait_for(lambda: finds(reader, "лет") == 1)
        crawl.stores("2013-04-24", "Иной акт.", ngr="U0000000002")
        wait_for(lambda: finds(reader, "иной") == 1)
    assert _followers() == others


class Unwilling:
    """A keeper's engine whose index cannot be written for a while."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine, self.refuses, self.refused = engine, True, 0

    def rebuild(self, *given: object) -> None:
        if self.refuses:
            self.refused += 1
            raise OSError("no space left on the device")
        self._engine.rebuild(*given)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)


def test_a_fault_is_told_once_and_tried_again(
    store: Store, crawl: Crawl, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = keeper_on(store, tmp_path / "index")
    engine = Unwilling(keeper.engine)
    crawl.stores("2013-04-24", "Пять лет.")
    with followed(IndexKeeper(store, engine, days_by_label, tmp_path / "index")):  # type: ignore[arg-type]
        wait_for(lambda: engine.refused >= 2)
        engine.refuses = False
        wait_for(lambda: keeper.engine.state() and finds(keeper.engine, "лет") == 1)
    (told,) = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
    assert told.endswith(
        "could not be brought up to the store: OSError: no space left on the device"
    )


@dataclass(frozen=True)
class Looking(IndexKeeper):
    """A keeper that tells when it has looked at all of its index, and then whether it is behind."""

    looked: threading.Event = field(default_factory=threading.Event)

    def is_behind(self) -> bool:
        self.looked.set()
        return super().is_behind()


def test_who_has_patience_leaves_it_to_others_and_does_it_where_nobody_else_does(
    store: Store, crawl: Crawl, tmp_path: Path
) -> None:
    crawl.stores("2001-01-01", "Четыре года.")
    keeper = keeper_on(store, tmp_path / "index")
    keeper.rebuild()
    other = keeper_on(store, tmp_path / "index")
    follower = Looking(other.store, other.engine, other.days_of, other.folder)
    with followed(follower, patience=2, mends=True):
        assert follower.looked.wait(60)
        began = time.monotonic()
        crawl.stores("2013-04-24", "Пять лет.")
        wait_for(lambda: finds(keeper.engine, "лет") == 1)
        assert time.monotonic() - began >= 2
        (pointer,) = (tmp_path / "index").rglob("current.json")
        pointer.write_text("?")  # under its eyes
        wait_for(lambda: keeper.trouble() is None)


def test_of_many_that_find_a_damaged_index_one_builds_it_anew(
    store: Store, crawl: Crawl, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    crawl.stores("2013-04-24", "Пять лет.")
    keeper_on(store, tmp_path / "index").rebuild()
    (pointer,) = (tmp_path / "index").rglob("current.json")
    pointer.write_text("?")
    keepers = [keeper_on(store, tmp_path / "index") for _ in range(6)]
    with ThreadPoolExecutor(len(keepers)) as pool:
        reports = list(pool.map(IndexKeeper.mend, keepers))
    assert sum(report.rebuilt for report in reports) == 1
    assert caplog.text.count("built anew") == 1
    assert [finds(keeper.engine, "лет") for keeper in keepers] == [1] * 6


def test_a_damaged_index_is_out_of_use_until_it_is_built_anew(
    store: Store, crawl: Crawl, tmp_path: Path
) -> None:
    crawl.stores("2013-04-24", "Пять лет.")
    keeper_on(store, tmp_path / "index").rebuild()
    largest = max(
        (one for one in (tmp_path / "index").rglob("*") if one.is_file()),
        key=lambda one: one.stat().st_size,
    )
    content = bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 1
    largest.write_bytes(content)
    states = []

    def days(session: Session, ngr: str, language: Language) -> Mapping[str, Sequence[DaysInForce]]:
        states.append(reader.state())
        return days_by_label(session, ngr, language)

    reader = keeper_on(store, tmp_path / "index").engine
    keeper = keeper_on(store, tmp_path / "index")
    IndexKeeper(store, keeper.engine, days, keeper.folder).mend()
    assert states == [None]
    assert finds(reader, "лет") == 1


def test_who_waits_for_a_turn_can_be_told_to_stop(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with its_turn(tmp_path), pytest.raises(Interrupted), its_turn(tmp_path, stop):
        pass
    with its_turn(tmp_path, stop):  # it is free again
        pass
