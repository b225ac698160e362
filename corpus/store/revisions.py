"""Which revisions of the schema there are, and which one a database has.

Read without Alembic, which a process that only asks need not hold: its table says what a database
has, and the names of the migrations' files begin with their revisions, each after the one before.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, inspect, text

_MIGRATION = re.compile(r"(\d{4})_\w+\.py")
_TABLE = "alembic_version"


@cache
def revisions() -> tuple[str, ...]:
    """The revisions that this program knows, the first one first."""
    named = (path.name for path in (files("migrations") / "versions").iterdir())
    known = sorted(found[1] for name in named if (found := _MIGRATION.fullmatch(name)))
    if not known:
        raise RuntimeError("The program's migrations are missing: install Nusqa again")
    return tuple(known)


def revision_of(connection: Connection) -> str | None:
    """The revision that a database has; None of an empty one."""
    if not inspect(connection).has_table(_TABLE):
        return None
    found = connection.scalar(text(f"SELECT version_num FROM {_TABLE}"))  # noqa: S608 - ours
    return None if found is None else str(found)
