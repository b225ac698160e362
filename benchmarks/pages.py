"""How fast one server answers pages, and what it holds after ten thousand requests of every kind.

On the bundled sample: 34 editions of five acts in two languages; whole real texts are compared
where they are.
"""

from __future__ import annotations

import http.client
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.mixed import (
    EDITIONS,
    ELECTIONS,
    REGIMES,
    article_pages,
    ask_all,
    kinds,
    one_of_each,
    some_of,
)
from benchmarks.served import WARMED_UP_AFTER, resident, served
from benchmarks.timing import answered, not_modified, percentiles, steadily

_RATE = 50
"""Article pages a second."""
_STEADY_SECONDS = 20
_MIXED = 10_000
_REAL = ("1998", "2007", "2022-02-07")
"""Editions of the law on elections among the real texts: two long beginnings, and a chapter."""


def measure(registry: Path | None = None) -> dict[str, float]:
    """Milliseconds of pages, cold and warm; megabytes of the process before and after."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        with served({"NUSQA_DATA_DIR": str(demo(Path(name)))}) as (port, process):
            time.sleep(WARMED_UP_AFTER)
            figures["memory at rest MB"] = resident(process)
            articles = article_pages(port)
            steadily(port, articles[:100], _RATE)
            times = steadily(port, _some(articles, _RATE * _STEADY_SECONDS), _RATE)
            figures |= percentiles(f"article page, {_RATE} a second", times)
            for kind, pages in _compared(EDITIONS).items():
                figures |= _cold_and_warm(port, kind, pages)
            mixed = kinds(articles)
            for kind, path in one_of_each(mixed):
                if kind != "dumps":
                    figures |= percentiles(f"304, {kind}", not_modified(port, path, 20))
            ask_all(port, some_of(mixed, _MIXED))
            figures[f"memory after {_MIXED} mixed requests MB"] = resident(process)
            figures["memory, the most MB"] = resident(process, "VmHWM")
        if registry is not None:
            figures |= _real(registry, Path(name) / "real")
    return figures


def _real(registry: Path, folder: Path) -> dict[str, float]:
    """Comparing whole real editions, and the page of the largest real act."""
    _run(folder, "import", str(registry), "--json")
    with served({"NUSQA_DATA_DIR": str(folder)}) as (port, _process):
        time.sleep(WARMED_UP_AFTER)
        (pages, *_) = _compared(_REAL).values()
        figures = _cold_and_warm(port, "real texts: compare two editions", pages)
        return figures | _cold_and_warm(port, "real texts: page of an act", [f"/acts/{ELECTIONS}"])


def demo(folder: Path) -> Path:
    """The data folder of a demo made in a folder."""
    _run(folder, "demo", "--no-serve", "--json")
    return folder / "demo"


def _run(folder: Path, *arguments: str) -> None:
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", "from cli.main import main; main()", *arguments],
        env={**os.environ, "NUSQA_DATA_DIR": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _compared(editions: Sequence[str]) -> dict[str, list[str]]:
    return {
        "compare two editions": [
            f"/compare?left={ELECTIONS}@{one}&right={ELECTIONS}@{other}&lang=ru"
            for one, other in combinations(editions, 2)
        ],
        "compare two regimes": [f"/regimes/{one}/compare/{other}" for one, other in REGIMES],
    }


def _cold_and_warm(port: int, kind: str, pages: Sequence[str]) -> dict[str, float]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    cold = [answered(connection, one, time.perf_counter()) for one in pages]
    warm = [answered(connection, one, time.perf_counter()) for one in pages for _ in range(5)]
    connection.close()
    return {
        f"{kind}, cold, median ms": statistics.median(cold),
        f"{kind}, cold, slowest ms": max(cold),
        f"{kind}, warm, median ms": statistics.median(warm),
        f"{kind}, warm, slowest ms": max(warm),
    }


def _some(pages: Sequence[str], count: int) -> list[str]:
    chance = random.Random(2)  # noqa: S311 - the same at each run
    return [chance.choice(pages) for _ in range(count)]
