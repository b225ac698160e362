"""Opening the store: engines, transactions, migrations.

SQLite runs in WAL mode with foreign keys on; a writing transaction takes the write lock when it
begins, so writers queue instead of failing half-way. PostgreSQL takes an advisory lock for the
same effect: with one writer at a time the ids of changes are in the order of their commits, and
a reader that pages through them by id never skips one that was committed late.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session

from corpus.store.errors import SchemaBehind, SchemaUnknown
from corpus.store.read_once import keep_what_is_read
from corpus.store.revisions import revision_of, revisions

_WRITES = "nusqa_writes"
_BUSY_SECONDS = 60
_CACHED_KIB = 512
"""Of the database's pages, by each connection; the system caches the file for all of them once."""
_NO_LIMIT = -1
"""Of connections to a file: who waits for a long answer that another thread makes, or for a slow
reader, holds one, and must not keep the others from theirs. There are as many as threads at most;
a server has its own limit. What is beyond SQLAlchemy's five is closed after use."""
# Any number that no other program on the same database uses for its advisory lock.
_WRITE_LOCK = 7_146_011


@dataclass(frozen=True)
class SchemaState:
    """Which migration a database has, and which one this program wants."""

    found: str | None
    wanted: str
    known: bool
    """False when a newer program made it."""

    @property
    def current(self) -> bool:
        """Whether the program can work with the database as it is."""
        return self.found == self.wanted


class Store:
    """An open database. `read` and `write` give SQLAlchemy sessions, one transaction each."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(**{_WRITES: True})
        self._reading = (
            engine
            if engine.dialect.name == "sqlite"
            else engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one consistent state of the store from its first query on."""
        with Session(self._reading) as session:
            keep_what_is_read(session)
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose work is committed as one transaction, or not at all."""
        with Session(self._writing) as session, session.begin():
            session.connection()  # takes the lock now: what is read here stays true until commit
            yield session

    def schema(self) -> SchemaState:
        """The state of the database's schema."""
        known = revisions()
        with self.engine.connect() as connection:
            found = revision_of(connection)
        return SchemaState(found, known[-1], known=found is None or found in known)

    def migrate(self, revision: str = "head") -> None:
        """Bring the schema up to the program's (or to a named revision, also downwards)."""
        state = self.schema()
        if not state.known:
            raise SchemaUnknown(str(state.found))
        target = state.wanted if revision == "head" else revision
        if state.found == target:
            return
        # Alembic takes 12 MB: only who changes the schema waits for it.
        from corpus.store.migrating import bring_to  # noqa: PLC0415

        with self._writing.begin() as connection:
            bring_to(connection, target)

    def ensure_current(self) -> None:
        """Raise an error that says what to do unless the schema is the program's."""
        state = self.schema()
        if not state.known:
            raise SchemaUnknown(str(state.found))
        if not state.current:
            raise SchemaBehind(state.found, state.wanted)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Open the database that an SQLAlchemy URL names; an SQLite file's folder is made.

    The schema is not touched: see `Store.migrate` and `Store.ensure_current`. What errors say is
    logged and shown: they name the statement without its values, secrets of watches among them.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise ValueError("The store needs a file: sqlite:///path/to/nusqa.db")
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            parsed,
            hide_parameters=True,
            max_overflow=_NO_LIMIT,
            connect_args={"timeout": _BUSY_SECONDS},
        )
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgresql)
    return Store(engine)


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: sqlite3's own is late and never IMMEDIATE
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{_CACHED_KIB}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES):
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITE_LOCK})
