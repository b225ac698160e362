"""A crawl that was killed goes on where it was, and fetches nothing a second time."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from corpus.law import Language
from corpus.store import reads
from corpus.store.runs import runs
from corpus.store.snapshots import Fetched, Snapshots, all_snapshots, record_snapshot
from crawler.run import Order, order_as_json
from tests.crawler import acts
from tests.crawler.crawling import Bench
from tests.crawler.host import Answer

PAUSE = 3.0
"""Seconds for each page that is still to come: enough by far to interrupt a crawl in between."""


@contextmanager
def started(little: Bench, *command: str) -> Iterator[subprocess.Popen[str]]:
    """The same process that `crawl_apart` starts, left running; or another that takes the order."""
    order = Order("adilet", base_url=little.host.url, watchlist=little.watchlist)
    with subprocess.Popen(
        [sys.executable, *(command or ("-m", "crawler.run"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(order_as_json(little.settings, order) + "\n")
        process.stdin.flush()
        try:
            yield process
        finally:
            process.kill()


def slow(little: Bench, after: int, pause: float) -> None:
    """Let the pages after so many, in the order in which they are asked for, take their time."""
    for path, answer in list(little.host.pages.items())[after:]:
        little.host.pages[path] = Answer(answer.body, pause=pause)


def wait_until_asked(little: Bench, pages: int, under_way: int = 0) -> None:
    """Wait until so many pages were answered, and so many more are being answered."""
    until = time.monotonic() + 60
    while len(little.host.paths()) < pages or little.host.at_once < under_way:
        assert time.monotonic() < until, "the crawl does not get on"
        time.sleep(0.02)


def stored_addresses(little: Bench) -> list[str]:
    with little.store() as store, store.read() as session:
        return [record.url for record in all_snapshots(session) if record.status == 200]


@pytest.mark.parametrize("pages", [2, 3, 6])
def test_after_a_kill_nothing_that_was_stored_is_fetched_again(little: Bench, pages: int) -> None:
    path, answer = list(little.host.pages.items())[pages]  # they are asked for in this order
    little.host.pages[path] = Answer(answer.body, pause=600)
    with started(little) as process:
        wait_until_asked(little, pages, under_way=1)
        process.send_signal(signal.SIGKILL)
        process.wait()
    little.host.pages[path] = answer
    kept = stored_addresses(little)
    assert kept
    report = little.crawl()
    assert report.complete
    asked_with_success = [
        f"{little.host.url}{one.path}" for one in little.host.log if one.status == 200
    ]
    assert [url for url in kept if asked_with_success.count(url) != 1] == []
    with little.store() as store, store.read() as session:
        for ngr, days in ((acts.LIBRARY, acts.LIBRARY_DAYS), (acts.GARDEN, acts.GARDEN_DAYS)):
            held = reads.editions(session, ngr, Language.RU)
            assert [edition.label.first_day for edition in held] == list(days)
        killed = runs(session)[-1]
    assert killed.outcome is None
    assert killed.asked


def test_a_page_that_was_stored_but_not_yet_read_is_read_without_asking(little: Bench) -> None:
    path = acts.dated(acts.GARDEN, acts.GARDEN_DAYS[0])
    body = little.host.pages.pop(path).body.encode()
    url = f"{little.host.url}{path}"
    with little.store() as store:
        store.migrate()
        with store.write() as session:
            fetched = Fetched(url, datetime(2026, 11, 1, tzinfo=UTC), 200, {}, body)
            record_snapshot(session, Snapshots(little.settings.snapshots), fetched)
    report = little.crawl(acts=[acts.GARDEN])
    assert path not in little.host.paths()
    assert report.complete
    with little.store() as store, store.read() as session:
        assert len(reads.editions(session, acts.GARDEN, Language.RU)) == 2


def test_a_stored_page_that_is_no_edition_is_asked_for_again(little: Bench) -> None:
    path = acts.dated(acts.GARDEN, acts.GARDEN_DAYS[0])
    cut = little.host.pages[path].body.encode()[:-40]
    with little.store() as store:
        store.migrate()
        with store.write() as session:
            fetched = Fetched(
                f"{little.host.url}{path}", datetime(2026, 11, 1, tzinfo=UTC), 200, {}, cut
            )
            record_snapshot(session, Snapshots(little.settings.snapshots), fetched)
    report = little.crawl(acts=[acts.GARDEN])
    assert little.host.statuses(path) == [200]
    assert report.complete


def test_a_crawl_that_is_interrupted_says_so_and_how_to_go_on(little: Bench) -> None:
    slow(little, 3, PAUSE)
    with started(little) as process:
        wait_until_asked(little, 3, under_way=1)
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        output = process.stdout.read()
        assert process.wait() == 1
    assert "interrupted: run the same command again" in output
    with little.store() as store, store.read() as session:
        assert runs(session)[0].outcome == "stopped"


PARENT = """
import json, sys
from corpus.settings import Settings
from crawler.run import Order, crawl_apart
given = json.loads(sys.stdin.readline())
order = given["order"]
crawl_apart(Settings(**given["settings"]), Order(**order))
"""


def test_a_crawl_ends_with_the_command_that_was_killed(little: Bench) -> None:
    slow(little, 2, 600)
    with started(little, "-c", PARENT) as process:
        wait_until_asked(little, 2, under_way=1)
        process.send_signal(signal.SIGKILL)
        process.wait()
    until = time.monotonic() + 60
    while not little.host.hung_up:
        assert time.monotonic() < until, "the crawl waits for its page without the command"
        time.sleep(0.02)
    assert len(little.host.paths()) == 3, "the crawl went on"
