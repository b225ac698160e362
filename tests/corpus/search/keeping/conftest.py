"""A store in a folder of the test's own, and a crawl that fills it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.store import Store, open_store
from tests.corpus.search.keeping.storing import Crawl


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'nusqa.db'}")
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def crawl(store: Store, tmp_path: Path) -> Crawl:
    return Crawl(store, tmp_path / "snapshots")
