"""Changing the schema of a database, by Alembic."""

from __future__ import annotations

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from corpus.store.revisions import revision_of, revisions

_BASE = "base"


def bring_to(connection: Connection, target: str) -> None:
    """Bring the schema to a revision, upwards or downwards, in the transaction of a connection."""
    # What another process did in the meantime counts: the lock is held by now.
    found = revision_of(connection)
    with as_file(files("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        if target == _BASE or target in _before(found):
            command.downgrade(config, target)
        else:
            command.upgrade(config, target)


def _before(found: str | None) -> tuple[str, ...]:
    known = revisions()
    return known[: known.index(found)] if found in known else ()
