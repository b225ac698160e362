"""The parts behind an application, on a folder of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.search import SearchEngine, open_engine
from corpus.search.keeping.keeper import IndexKeeper
from corpus.settings import Settings
from corpus.store import Store, open_store
from corpus.store.writes import Snapshots
from diffing.in_force.days import days_in_force

NOW = datetime(2026, 11, 27, 7, tzinfo=UTC)
"""Noon in Kazakhstan: it is that here on whatever day, and at whatever hour, the tests run."""


def now() -> datetime:
    """The clock of every house."""
    return NOW


@dataclass(frozen=True)
class House:
    """The parts behind an application."""

    settings: Settings
    store: Store
    engine: SearchEngine
    snapshots: Snapshots

    @property
    def keeper(self) -> IndexKeeper:
        """What brings the index up to the store."""
        return IndexKeeper(self.store, self.engine, days_in_force, self.settings.index_dir)

    def index(self) -> None:
        """Build the index anew of all that the store holds."""
        self.keeper.rebuild()

    def app(self) -> FastAPI:
        """The application on these parts, on one day."""
        return create_app(self.settings, self.store, self.engine, clock=now)

    def client(self) -> TestClient:
        """A client that sees a fault of the server as an answer, not as an exception."""
        return TestClient(self.app(), raise_server_exceptions=False)


def empty_house(folder: Path, database_url: str | None = None) -> House:
    """A migrated, empty store, and an engine without an index."""
    settings = Settings(data_dir=folder, database_url=database_url)
    store = open_store(settings.database)
    store.migrate()
    return House(settings, store, open_engine(settings), Snapshots(settings.snapshots))
