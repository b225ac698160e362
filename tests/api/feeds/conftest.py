"""The act of gardens, on a store of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.api.feeds.acts import EDITIONS, take
from tests.api.house import House, empty_house


@pytest.fixture(scope="session")
def garden_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The editions of the act with their changes and amendments; tests that use it only read."""
    house = empty_house(tmp_path_factory.mktemp("gardens"))
    take(house, *EDITIONS)
    house.index()
    yield house
    house.store.close()


@pytest.fixture(scope="session")
def gardens(garden_house: House) -> TestClient:
    """A client of it."""
    return garden_house.client()
