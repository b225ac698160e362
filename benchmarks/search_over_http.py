"""How fast one process of the API answers searches: eight clients at once, and a steady rate.

Clients that ask again as soon as they are answered keep the process busy all the time: what they
wait for is mostly each other. A steady rate is what people are; there an answer's time counts from
the moment when it was due to be asked for.
"""

from __future__ import annotations

import http.client
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

from benchmarks.api import fill, served
from benchmarks.timing import answered, steadily

_CLIENTS = 8
_RATE = 50
"""Searches a second."""
_REQUESTS = 2_000
_WORDS = [
    *("аким", "округ", "сельский", "выборы", "депутат", "маслихат", "избиратель", "комиссия"),
    *("срок", "решение", "порядок", "орган", "голос", "район", "город", "область", "кандидат"),
    *("голосование", "бюллетень", "протокол", "участок", "список"),
]


def measure() -> dict[str, float]:
    """Milliseconds an answer: facets, highlights, provenance and all, twenty hits."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name))
        with served(Path(name)) as port:
            paths = _paths(_REQUESTS)
            steadily(port, _paths(100, seed=2), _RATE)
            for rate in (_RATE, _RATE // 5):
                figures |= _percentiles(
                    f"{rate} a second", steadily(port, paths[: 20 * rate], rate)
                )
            began = time.perf_counter()
            figures |= _percentiles(f"{_CLIENTS} clients", _in_turn(port, paths))
            figures[f"searches/s, {_CLIENTS} clients"] = _REQUESTS / (time.perf_counter() - began)
    return figures


def _paths(count: int, seed: int = 1) -> list[str]:
    """Searches of one to three words, in the law in force today and on other days."""
    chance = random.Random(seed)  # noqa: S311 - the same requests at each run
    made = []
    for number in range(count):
        words = chance.sample(_WORDS, 1 + number % 3)
        day = (
            f"&on=20{chance.randrange(11, 26)}-0{chance.randrange(1, 10)}-15" if number % 2 else ""
        )
        made.append(f"/v1/search?q={quote(' '.join(words))}{day}")
    return made


def _in_turn(port: int, paths: Sequence[str]) -> list[float]:
    """Each client asks again as soon as it is answered."""

    def client(number: int) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        return [answered(connection, path, time.perf_counter()) for path in paths[number::_CLIENTS]]

    with ThreadPoolExecutor(_CLIENTS) as threads:
        return [one for times in threads.map(client, range(_CLIENTS)) for one in times]


def _percentiles(kind: str, times: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(times, n=100)
    return {f"{kind} p{of} ms": cuts[of - 1] for of in (50, 95, 99)}
