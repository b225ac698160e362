"""Writes the SQLite file: rows as they come, indexes and the full-text index at the end."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from exports.dumps.about import About
from exports.dumps.sqlite.rows import Flat, Flattened, Row
from exports.dumps.sqlite.tables import TABLES
from exports.dumps.sqlite.views import FILL_FULL_TEXT, FULL_TEXT, VIEWS

_AT_ONCE = 500


@dataclass(frozen=True)
class CorpusRows:
    """The corpus as the API writes it, Python's own values under JSON names; each read once."""

    acts: Iterable[Row]
    editions: Iterable[Row]
    articles: Iterable[Row]
    amendments: Iterable[Row]
    changes: Iterable[Row]


def write_sqlite(path: Path, about: About, corpus: CorpusRows) -> None:
    """Write a new file; raises sqlite3.Error, or what the rows raise, and leaves what it wrote.

    The same rows give the same bytes with the same release of SQLite.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # Nobody else reads it yet, and half a file is thrown away: no journal is needed.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(table.ddl())
        _insert(database, (("about", one) for one in _about(about)))
        flat = Flattened()
        steps: list[tuple[Callable[[Row], Iterator[Flat]], Iterable[Row]]] = [
            (flat.act, corpus.acts),
            (flat.edition, corpus.editions),
            (flat.wording, corpus.articles),
            (flat.amendment, corpus.amendments),
            (flat.change, corpus.changes),
        ]
        for flatten, rows in steps:
            _insert(database, (one for row in rows for one in flatten(row)))
        for table in TABLES:
            for statement in table.index_ddl():
                database.execute(statement)
        for name, (_meaning, query) in VIEWS.items():
            database.execute(f"CREATE VIEW {name} AS {query}")
        database.execute(FULL_TEXT)
        database.execute(FILL_FULL_TEXT)
        database.execute("ANALYZE")
        database.execute("COMMIT")


def _about(about: About) -> Iterator[tuple[str, str]]:
    for name, value in about.to_json().items():
        yield name, value if isinstance(value, str) else json.dumps(value)


def _insert(database: sqlite3.Connection, rows: Iterable[Flat]) -> None:
    statements: Mapping[str, str] = {
        table.name: f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608 - our own names
        for table in TABLES
    }
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        by_table: dict[str, list[Any]] = {}
        for name, values in some:
            by_table.setdefault(name, []).append(values)
        for name, together in by_table.items():
            database.executemany(statements[name], together)
