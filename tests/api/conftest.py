"""An application on a real store and a real index, filled with small acts of our own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.dated import dated_house
from tests.api.filling import fill
from tests.api.house import House, empty_house


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A filled store with its index; tests that use it only read."""
    house = empty_house(tmp_path_factory.mktemp("house"))
    fill(house.store, house.snapshots)
    house.index()
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


@pytest.fixture(scope="session")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of an application whose index knows the days of its wordings for certain."""
    house = dated_house(tmp_path_factory.mktemp("dated"))
    yield house.client()
    house.store.close()
