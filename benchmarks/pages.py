"""How fast one process answers pages, and how much memory it holds after ten thousand of them.

On the bundled sample: 34 editions of five acts in two languages.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.api import served_apart
from benchmarks.timing import answered, asked, percentiles, steadily

_RATE = 50
"""Article pages a second."""
_STEADY_SECONDS = 20
_MIXED = 10_000
_ELECTIONS = "Z950002464_"
_EDITIONS = ("2021-05-24", "2022-02-07", "2022-11-05", "2023-01-01", "2025-01-01", "2026-07-01")


def measure() -> dict[str, float]:
    """Milliseconds of pages, cold and warm; megabytes of the process before and after."""
    with tempfile.TemporaryDirectory() as name:
        data = _demo(Path(name))
        figures: dict[str, float] = {}
        with served_apart(data) as (port, process):
            figures["memory at the start MB"] = _resident(process)
            articles = _article_pages(port)
            steadily(port, articles[:100], _RATE)
            times = steadily(port, _some(articles, _RATE * _STEADY_SECONDS), _RATE)
            figures |= percentiles(f"article page, {_RATE} a second", times)
            for kind, pages in _compared().items():
                figures |= _cold_and_warm(port, kind, pages)
            figures |= percentiles("304", _revalidated(port, articles[:200]))
            steadily(port, _some([*articles, *_mixed()], _MIXED), _RATE * 10)
            figures[f"memory after {_MIXED} pages MB"] = _resident(process)
    return figures


def _demo(folder: Path) -> Path:
    """The data folder of a demo made in a folder."""
    subprocess.run(
        [sys.executable, "-c", "from cli.main import main; main()", "demo", "--no-serve", "--json"],
        env={**os.environ, "NUSQA_DATA_DIR": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return folder / "demo"


def _article_pages(port: int) -> list[str]:
    """The pages of all articles of all editions of the sample's law on elections."""
    found: list[str] = []
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for lang in ("ru", "kk"):
        for label in _EDITIONS:
            of_edition = f"/v1/acts/{_ELECTIONS}/articles?lang={lang}&edition={label}&limit=100"
            connection.request("GET", of_edition)
            keys = re.findall(
                r'"key":"((?:art|preamble)[^"]*)"', connection.getresponse().read().decode()
            )
            found += [
                f"/acts/{_ELECTIONS}/articles/{key}?lang={lang}&edition={label}"
                for key in dict.fromkeys(keys)
            ]
    connection.close()
    assert len(found) > 100
    random.Random(1).shuffle(found)  # noqa: S311 - the same at each run
    return found


def _compared() -> dict[str, list[str]]:
    pairs = [(one, other) for at, one in enumerate(_EDITIONS) for other in _EDITIONS[at + 1 :]]
    return {
        "compare two editions": [
            f"/compare?left={_ELECTIONS}@{one}&right={_ELECTIONS}@{other}&lang=ru"
            for one, other in pairs
        ],
        "compare two regimes": [
            f"/regimes/{one}/compare/{other}"
            for one, other in (("1999", "2013"), ("2013", "2020"), ("1999", "2020"))
        ],
    }


def _mixed() -> list[str]:
    return [
        "/",
        "/regimes",
        "/changes",
        "/status",
        f"/acts/{_ELECTIONS}",
        f"/acts/{_ELECTIONS}?lang=kk",
        "/search?q=%D0%B0%D0%BA%D0%B8%D0%BC",
        "/v1/search?q=%D0%B0%D0%BA%D0%B8%D0%BC&facets=true",
        "/v1/changes",
        "/feeds/changes.atom",
        *(page for pages in _compared().values() for page in pages),
    ]


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


def _revalidated(port: int, pages: Sequence[str]) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times = []
    for page in pages:
        connection.request("GET", page)
        first = connection.getresponse()
        first.read()
        times += asked(port, [page], 304, {"If-None-Match": str(first.headers["etag"])})
    connection.close()
    return times


def _some(pages: Sequence[str], count: int) -> list[str]:
    chance = random.Random(2)  # noqa: S311 - the same at each run
    return [chance.choice(pages) for _ in range(count)]


def _resident(process: int) -> float:
    """The megabytes of memory that a process holds now."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1_000
