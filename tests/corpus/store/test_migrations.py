"""The schema: migrations make what the tables say, up and down, on both databases."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, inspect, literal, select, text
from sqlalchemy.exc import IntegrityError

import corpus.store.amendments.tables  # noqa: F401 - its tables belong to METADATA
from corpus.store import Store, open_store, reads
from corpus.store.changes.recording import replace_changes
from corpus.store.changes.rows import ChangeRow
from corpus.store.errors import SchemaBehind, SchemaUnknown
from corpus.store.snapshots import Snapshots
from corpus.store.tables import ACT_TITLES, EDITIONS, METADATA
from tests.corpus.store.making import NGR, NOON, RU, Shelf, edition


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_the_schema_goes_up_down_and_up_again(empty_database_url: str) -> None:
    store = open_store(empty_database_url)
    store.migrate()
    assert store.schema().current
    store.migrate("base")
    assert inspect(store.engine).get_table_names() == ["alembic_version"]
    assert store.schema().found is None
    store.migrate()
    assert store.schema().current
    store.close()


def test_changes_of_an_older_schema_keep_their_places_in_the_feed(
    store: Store, snapshots: Snapshots
) -> None:
    with store.write() as session:
        pair = Shelf(session, snapshots).put_days("2001-01-01", "2002-01-01")
        rows = [ChangeRow(f"art_{number}", "added", "") for number in (1, 2, 3)]
        replace_changes(session, NGR, RU, pair[0], pair[1], rows, recorded_at=NOON)
    store.migrate("0001")
    store.migrate()
    with store.read() as session:
        found = reads.changes(session)
    assert [(one.change.key, one.sequence) for one in found] == [
        ("art_1", found[0].id),
        ("art_2", found[1].id),
        ("art_3", found[2].id),
    ]


def test_migrating_twice_changes_nothing(store: Store) -> None:
    store.migrate()
    assert store.schema().current


def test_an_empty_database_is_an_error_that_says_what_to_do(empty_database_url: str) -> None:
    store = open_store(empty_database_url)
    with pytest.raises(SchemaBehind, match="alembic upgrade head"):
        store.ensure_current()
    store.close()


def test_a_database_of_a_newer_program_is_left_alone(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaUnknown, match="newer Nusqa"):
        store.migrate()
    with pytest.raises(SchemaUnknown, match="9999"):
        store.ensure_current()


def test_a_store_in_memory_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a file"):
        open_store("sqlite://")


def test_alembics_own_command_migrates_the_database_of_the_settings(
    empty_database_url: str,
) -> None:
    def alembic(*words: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "alembic", *words],
            cwd=Path(__file__).resolve().parents[3],
            env={**os.environ, "NUSQA_DATABASE_URL": empty_database_url},
            check=True,
            capture_output=True,
        )

    store = open_store(empty_database_url)
    alembic("upgrade", "head")
    assert store.schema().current
    alembic("check")
    alembic("downgrade", "base")
    assert store.schema().found is None
    store.close()


def test_a_row_that_refers_to_nothing_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as session:
        session.execute(insert(ACT_TITLES).values(ngr="nothing", language="ru", title="x"))


def test_a_label_has_one_current_row(shelf: Shelf) -> None:
    stored = shelf.put(edition("2013-04-24"))
    columns = [one for one in EDITIONS.columns if one.name not in ("id", "revision")]
    second = select(*columns, literal(2)).where(EDITIONS.c.id == stored.id)
    with pytest.raises(IntegrityError), shelf.session.begin_nested():
        shelf.session.execute(
            insert(EDITIONS).from_select([*(one.name for one in columns), "revision"], second)
        )
