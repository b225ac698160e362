"""How times are taken over HTTP and told: what benchmarks have in common."""

from __future__ import annotations

import http.client
import statistics
import time
from collections.abc import Mapping, Sequence


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


def percentiles(kind: str, times: Sequence[float]) -> dict[str, float]:
    """The median and the 95th percentile, in milliseconds, under the figures' names."""
    cuts = statistics.quantiles(times, n=20)
    return {f"{kind} p50 ms": cuts[9], f"{kind} p95 ms": cuts[18]}
