"""Amendments by the place inside an article, and by their role, as their readings have them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_CHUNK = 500
_AXES = {
    "ix_amendments_seen": ["sequence", "language", "verb", "withdrawn_at", "seen_at"],
    "ix_amendments_in_force": ["in_force_day", "sequence", "language", "verb", "withdrawn_at"],
    "ix_amendments_adopted": ["adopted_day", "sequence", "language", "verb", "withdrawn_at"],
}


def upgrade() -> None:
    """Make it."""
    for name, width in (("place", None), ("role", 20)):
        kind = sa.String(width) if width else sa.Text()
        default = "amends" if name == "role" else ""
        op.add_column("amendments", sa.Column(name, kind, nullable=False, server_default=default))
    _fill()
    _index(["role"])


def downgrade() -> None:
    """Take it away."""
    _index([])
    for name in ("role", "place"):
        op.drop_column("amendments", name)


def _index(more: list[str]) -> None:
    for name, columns in _AXES.items():
        op.drop_index(name, "amendments")
        op.create_index(name, "amendments", [*columns, *more])


def _fill() -> None:
    connection = op.get_bind()
    rows = connection.execute(
        sa.text(
            "SELECT a.id, r.body FROM amendments a JOIN amendment_readings r ON r.id = a.reading_id"
        )
    )
    told = []
    for number, stored in rows:
        body = json.loads(stored) if isinstance(stored, str) else stored
        place, role = body["target"].get("place", ""), body.get("role", "amends")
        if (place, role) != ("", "amends"):
            told.append({"number": number, "place": place, "role": role})
    for start in range(0, len(told), _CHUNK):
        connection.execute(
            sa.text("UPDATE amendments SET place = :place, role = :role WHERE id = :number"),
            told[start : start + _CHUNK],
        )
