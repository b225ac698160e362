"""The sample registry, served over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crawler.sample.server import SampleServer, serve_sample


@pytest.fixture(scope="session")
def running_sample() -> Iterator[SampleServer]:
    with serve_sample() as server:
        yield server


@pytest.fixture
def sample(running_sample: SampleServer) -> Iterator[SampleServer]:
    """The running server without a fault and with an empty log."""
    running_sample.faults.clear()
    running_sample.log.clear()
    yield running_sample
    running_sample.faults.clear()
