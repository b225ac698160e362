"""A store on each database, empty at the start of each test.

The migrations run once a session and database; each test gets a copy.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from corpus.store import Store, open_store
from corpus.store.snapshots import Snapshots
from tests.corpus.store.making import Shelf
from tests.postgres import PostgresServer


def migrated(url: str) -> None:
    """Make the tables in an empty database."""
    store = open_store(url)
    store.migrate()
    store.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file."""
    path = tmp_path_factory.mktemp("template") / "nusqa.db"
    migrated(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> Iterator[URL]:
    """A migrated PostgreSQL database."""
    url = postgres_server.create_database()
    migrated(url.render_as_string(hide_password=False))
    yield url
    postgres_server.drop_database(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without tables, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'nusqa.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated database, of each kind in turn."""
    if request.param == "sqlite":
        path = tmp_path / "nusqa.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    url = server.create_database(request.getfixturevalue("postgres_template"))
    yield url.render_as_string(hide_password=False)
    server.drop_database(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A migrated, empty store."""
    store = open_store(database_url)
    yield store
    store.close()


@pytest.fixture
def snapshots(tmp_path: Path) -> Snapshots:
    """A folder for snapshots."""
    return Snapshots(str(tmp_path / "snapshots"))


@pytest.fixture
def shelf(store: Store, snapshots: Snapshots) -> Iterator[Shelf]:
    """A writing session of the store, with what puts editions into it."""
    with store.write() as session:
        yield Shelf(session, snapshots)
