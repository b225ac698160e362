"""Fixtures of the crawler's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.crawling import Bench, bench


@pytest.fixture
def little(tmp_path: Path) -> Iterator[Bench]:
    """A host with the two little acts, and an empty data folder."""
    with bench(tmp_path) as made:
        yield made
