"""How times are taken over HTTP and told: what benchmarks have in common."""

from __future__ import annotations

import http.client
import statistics
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

_CLIENTS = 8


def asked(
    port: int, paths: Sequence[str], status: int = 200, headers: Mapping[str, str] | None = None
) -> list[float]:
    """The milliseconds of each answer of a server on loopback, over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times = []
    for path in paths:
        began = time.perf_counter()
        connection.request("GET", path, headers=dict(headers or {}))
        answer = connection.getresponse()
        answer.read()
        times.append(1_000 * (time.perf_counter() - began))
        assert answer.status == status, (path, answer.status)
    connection.close()
    return times


def not_modified(port: int, path: str, times: int, first: str = "GET") -> list[float]:
    """The milliseconds of each 304 to who names the tag; a request by `first` asks for the tag."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(first, path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return asked(port, [path] * times, 304, {"If-None-Match": str(answer.headers["etag"])})


def percentiles(kind: str, times: Sequence[float]) -> dict[str, float]:
    """The median and the 95th percentile, in milliseconds, under the figures' names."""
    cuts = statistics.quantiles(times, n=20)
    return {f"{kind} p50 ms": cuts[9], f"{kind} p95 ms": cuts[18]}


def steadily(port: int, paths: Sequence[str], rate: int) -> list[float]:
    """The milliseconds of each answer where so many a second are asked for, come what may.

    Each of eight clients takes every eighth; an answer's time counts from when it was due.
    """
    began = time.perf_counter() + 0.1

    def client(number: int) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        times = []
        for turn in range(number, len(paths), _CLIENTS):
            due = began + turn / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            times.append(answered(connection, paths[turn], due))
        connection.close()
        return times

    with ThreadPoolExecutor(_CLIENTS) as threads:
        return [one for times in threads.map(client, range(_CLIENTS)) for one in times]


def answered(connection: http.client.HTTPConnection, path: str, due: float) -> float:
    """The milliseconds from a moment to the whole of an answer; gzip is asked for, as people do."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, (path, answer.status)
    return 1_000 * (time.perf_counter() - due)
