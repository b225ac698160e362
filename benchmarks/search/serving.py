"""The servers that some subjects live in: those that the environment names, else of our own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from tests.postgres import VARIABLE as POSTGRES
from tests.postgres import PostgresServer, find_programs, running_server
from tests.servers.opensearch.installation import VARIABLE as OPENSEARCH
from tests.servers.opensearch.installation import find_java, jars_folder
from tests.servers.opensearch.nodes import start_nodes

_POSTGRES_SETTINGS = ("shared_buffers=512MB", "work_mem=64MB", "maintenance_work_mem=256MB")


class NotAtHand(Exception):
    """There is no server, and none can be started; the message says what is missing."""


@contextmanager
def address_of(subject: str) -> Iterator[str]:
    """Where a subject's server is; empty for one that needs none. Raises NotAtHand."""
    match subject:
        case "postgresql":
            with _postgres() as address:
                yield address
        case "opensearch":
            with _opensearch() as address:
                yield address
        case _:
            yield ""


@contextmanager
def _postgres() -> Iterator[str]:
    if named := os.environ.get(POSTGRES):
        server = PostgresServer(make_url(named).set(drivername="postgresql+psycopg"))
        with _database(server) as address:
            yield address
        return
    programs = find_programs()
    if programs is None:
        raise NotAtHand(f"no PostgreSQL: name one in {POSTGRES}")
    folder = Path(tempfile.mkdtemp(prefix="nusqa-pg-"))
    try:
        with (
            running_server(programs, folder, _POSTGRES_SETTINGS) as url,
            _database(PostgresServer(url)) as address,
        ):
            yield address
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _database(server: PostgresServer) -> Iterator[str]:
    url = server.create_database()
    yield url.set(drivername="postgresql").render_as_string(hide_password=False)
    server.drop_database(url)


@contextmanager
def _opensearch() -> Iterator[str]:
    if named := os.environ.get(OPENSEARCH):
        yield named
        return
    if find_java() is None or not jars_folder().is_dir():
        raise NotAtHand(f"no OpenSearch: name one in {OPENSEARCH}")
    with tempfile.TemporaryDirectory(prefix="nusqa-opensearch-") as folder:
        nodes = start_nodes(Path(folder), 1)
        try:
            yield nodes[0].url
        finally:
            for node in nodes:
                node.kill()
