"""An application on a real store and a real index, filled with small acts of our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.search import SearchEngine, open_engine
from corpus.search.indexing import rebuild_index
from corpus.settings import Settings
from corpus.store import Store, open_store
from corpus.store.writes import Snapshots
from tests.api.filling import fill


@dataclass(frozen=True)
class House:
    """The parts behind an application."""

    settings: Settings
    store: Store
    engine: SearchEngine
    snapshots: Snapshots

    def client(self) -> TestClient:
        """A client that sees a fault of the server as an answer, not as an exception."""
        app = create_app(self.settings, self.store, self.engine)
        return TestClient(app, raise_server_exceptions=False)


def empty_house(folder: Path) -> House:
    settings = Settings(data_dir=folder)
    store = open_store(settings.database)
    store.migrate()
    return House(settings, store, open_engine(settings), Snapshots(settings.snapshots))


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A filled store with its index; tests that use it only read."""
    house = empty_house(tmp_path_factory.mktemp("house"))
    fill(house.store, house.snapshots)
    rebuild_index(house.store, house.engine)
    yield house
    house.store.close()


@pytest.fixture
def own_house(tmp_path: Path) -> Iterator[House]:
    """An empty store without an index, for a test that writes."""
    house = empty_house(tmp_path)
    yield house
    house.store.close()


@pytest.fixture(scope="session")
def client(house: House) -> TestClient:
    """A client of the filled application."""
    return house.client()
