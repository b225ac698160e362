"""A store on each database, empty at the start of each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.store import Store, open_store
from corpus.store.snapshots import Snapshots


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'nusqa.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A migrated, empty store."""
    store = open_store(database_url)
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def snapshots(tmp_path: Path) -> Snapshots:
    """A folder for snapshots."""
    return Snapshots(str(tmp_path / "snapshots"))
