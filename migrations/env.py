"""Runs the migrations on the connection of `Store.migrate`, else on the settings' database."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, Connection

# Imported for their tables, which belong to METADATA.
import corpus.store.amendments.tables
import corpus.store.watches.tables  # noqa: F401
from corpus.settings import Settings
from corpus.store.columns import Moment
from corpus.store.database import open_store
from corpus.store.tables import METADATA


def render_item(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our column types into migrations as what they are in SQL: ours may change."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, JSON):
        return "sa.JSON()"
    return False


def run(connection: Connection) -> None:
    """Migrate on a connection; the caller commits."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,  # SQLite cannot alter a table in place
        transactional_ddl=True,
        render_item=render_item,
    )
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    store = open_store(Settings.load().database)
    with store.write() as session:
        run(session.connection())
    store.close()
