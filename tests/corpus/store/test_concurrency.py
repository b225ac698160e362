"""Several at once: readers see whole editions, writers wait, a kill breaks nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import text

from corpus.law import Edition
from corpus.store import Store, open_store, reads
from corpus.store.errors import UnknownAct
from corpus.store.snapshots import Snapshots
from corpus.store.storing import store_edition
from tests.corpus.store.making import NGR, NOON, RU, SOURCE, Shelf, article, edition

ARTICLES = 40
SERVING = 48
"""Sessions at once: a server's 40 threads, and what beside them reads."""
REPOSITORY = Path(__file__).resolve().parents[3]


def big_edition(year: int) -> Edition:
    """An edition with many articles, each worded by the year."""
    content = tuple(article(str(one), f"{one} of {year}") for one in range(1, ARTICLES + 1))
    return edition(f"{year}-01-01", content)


def put(store: Store, snapshots: Snapshots, year: int) -> None:
    with store.write() as session:
        Shelf(session, snapshots).put(big_edition(year))


def test_a_reader_never_sees_half_an_edition(store: Store, snapshots: Snapshots) -> None:
    done = Event()

    def read_on() -> int:
        seen, last = 0, False
        while not last:
            last = done.is_set()
            with store.read() as session:
                try:
                    held = reads.editions(session, NGR)
                except UnknownAct:
                    continue
                for one in held:
                    whole = reads.edition(session, one.id)
                    assert len(whole.articles) == one.articles == ARTICLES
                assert reads.find_edition(session, NGR, RU).id == held[-1].id
                seen = max(seen, len(held))
        return seen

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read_on) for _ in range(2)]
        try:
            for year in range(2001, 2011):
                put(store, snapshots, year)
        finally:
            done.set()
        assert [reader.result(60) for reader in readers] == [10, 10]


def test_a_reader_sees_one_state_from_its_first_question_on(
    store: Store, snapshots: Snapshots
) -> None:
    put(store, snapshots, 2001)
    with store.read() as session:
        assert len(reads.editions(session, NGR)) == 1
        put(store, snapshots, 2002)
        assert len(reads.editions(session, NGR)) == 1
    with store.read() as session:
        assert len(reads.editions(session, NGR)) == 2


def test_writers_at_the_same_time_all_succeed(store: Store, snapshots: Snapshots) -> None:
    years = range(2001, 2025)
    with ThreadPoolExecutor(6) as pool:
        for written in [pool.submit(put, store, snapshots, year) for year in years]:
            written.result(120)
    with store.read() as session:
        held = [str(one.label) for one in reads.editions(session, NGR)]
    assert held == [f"{year}-01-01" for year in years]


def test_writers_of_the_same_edition_store_it_once(store: Store, snapshots: Snapshots) -> None:
    with ThreadPoolExecutor(4) as pool:
        for written in [pool.submit(put, store, snapshots, 2001) for _ in range(8)]:
            written.result(120)
    with store.read() as session:
        assert [one.revision for one in reads.editions(session, NGR)] == [1]


def test_what_fails_half_way_leaves_nothing(store: Store, snapshots: Snapshots) -> None:
    def fail() -> None:
        with store.write() as session:
            Shelf(session, snapshots).put(big_edition(2001))
            store_edition(
                session, edition("2002"), snapshot_ids=[99], source=SOURCE, recorded_at=NOON
            )

    with pytest.raises(ValueError, match="no snapshots"):
        fail()
    with store.read() as session:
        assert reads.acts(session) == []


KILLED = """
import sys, time
from corpus.store import open_store
from corpus.store.snapshots import Snapshots
from tests.corpus.store.making import Shelf
from tests.corpus.store.test_concurrency import big_edition, put

store, snapshots = open_store(sys.argv[1]), Snapshots(sys.argv[2])
put(store, snapshots, 2001)
with store.write() as session:
    Shelf(session, snapshots).put(big_edition(2002))
    print("half-way", flush=True)
    time.sleep(600)
"""


def test_a_killed_writer_leaves_a_store_that_works(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "nusqa.db"
    path.write_bytes(sqlite_template.read_bytes())
    url, folder = f"sqlite:///{path}", str(tmp_path / "snapshots")
    writer = subprocess.Popen(
        [sys.executable, "-c", KILLED, url, folder],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )
    with writer:
        assert writer.stdout
        assert writer.stdout.readline() == "half-way\n"
        os.kill(writer.pid, signal.SIGKILL)
    store = open_store(url)
    with store.read() as session:
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        (held,) = reads.editions(session, NGR)
        assert len(reads.edition(session, held.id).articles) == ARTICLES
    put(store, Snapshots(folder), 2002)
    with store.read() as session:
        assert len(reads.editions(session, NGR)) == 2
    store.close()


def test_a_file_is_read_by_as_many_as_ask_at_once(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'nusqa.db'}")
    store.migrate()
    with ExitStack() as opened:
        for _ in range(SERVING):
            session = opened.enter_context(store.read())
            assert session.scalar(text("SELECT count(*) FROM acts")) == 0
    store.close()
