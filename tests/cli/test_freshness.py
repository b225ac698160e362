"""What a crawl brings is found by a running server while the crawl goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from corpus.law import Language
from corpus.settings import Settings
from corpus.store import Store, open_store, reads
from corpus.store.records import EditionSummary
from crawler.run import Order, crawl_apart, order_as_json
from crawler.sample.faults import Fault
from crawler.sample.server import serve_sample
from tests.cli.serving import Served, serving, wait_for

FIRST, LAST = "Z950002464_", "Z2200000156"
_WORDS = "выборы OR акима OR закон OR әкім OR заң OR сайлау"


@pytest.mark.parametrize("engine", ["tantivy", "whoosh"])
def test_a_crawls_texts_are_found_without_restart_while_it_goes_on(
    tmp_path: Path, engine: Literal["tantivy", "whoosh"]
) -> None:
    settings = Settings(data_dir=tmp_path / "var", crawl_delay=0, search_engine=engine)
    with serve_sample() as registry:
        only = Order("adilet", [FIRST], base_url=registry.base_url, sample=True)
        assert crawl_apart(settings, only).complete
        # The last page never comes: nothing counts but what the crawl does while it goes on.
        registry.faults.set(Fault.HANG, f"*{LAST}*", seconds=600)
        rest = Order("adilet", base_url=registry.base_url, sample=True)
        with (
            closing(open_store(settings.database)) as store,
            serving(settings.data_dir, tmp_path / "log", NUSQA_SEARCH_ENGINE=engine) as served,
            crawling(settings, rest) as crawl,
        ):
            lags = lags_of(store, served, texts=6)
            assert crawl.poll() is None
    print(f"found after {lags} seconds")  # pytest -s: a second or two, where nothing else is done


@contextmanager
def crawling(settings: Settings, order: Order) -> Iterator[subprocess.Popen[str]]:
    """A crawl in a process of its own, which is killed at the end."""
    with subprocess.Popen(
        [sys.executable, "-m", "crawler.run"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(order_as_json(settings, order) + "\n")
        process.stdin.flush()
        try:
            yield process
        finally:
            process.kill()


def lags_of(store: Store, served: Served, texts: int) -> list[float]:
    """For how many seconds the first text of an act in a language is stored before it is found."""
    lags: dict[tuple[str, Language], float] = {}

    def look() -> bool:
        for edition in first_editions(store):
            key = (edition.ngr, edition.language)
            if key not in lags and edition.ngr != FIRST and is_found(served, edition):
                lags[key] = (datetime.now(UTC) - edition.recorded_at).total_seconds()
        return len(lags) >= texts

    wait_for(look)
    return sorted(round(lag, 2) for lag in lags.values())


def first_editions(store: Store) -> list[EditionSummary]:
    with store.read() as session:
        held = [
            each
            for one in reads.acts(session)
            if one.editions
            for each in reads.editions(session, one.ngr)
        ]
    found: dict[tuple[str, Language], EditionSummary] = {}
    for one in sorted(held, key=lambda one: one.recorded_at):
        found.setdefault((one.ngr, one.language), one)
    return list(found.values())


def is_found(served: Served, edition: EditionSummary) -> bool:
    return served.total(q=_WORDS, on="any", act=edition.ngr, lang=str(edition.language)) > 0
