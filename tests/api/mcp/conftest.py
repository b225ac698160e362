"""A server on the filled store of the API's tests."""

from __future__ import annotations

import pytest

from api.mcp.server import LawServer, law_server
from api.services import Services
from tests.api.house import House


@pytest.fixture(scope="module")
def server(house: House) -> LawServer:
    """The tools on a filled store."""
    return law_server(Services(house.settings, house.store, house.engine))
