"""Watches: who is told what, the messages for each, and every attempt to deliver one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make it."""
    _watches()
    _deliveries()


def downgrade() -> None:
    """Take it away."""
    for table in ("delivery_attempts", "deliveries", "watch_moves", "watches"):
        op.drop_table(table)


def _watches() -> None:
    op.create_table(
        "watches",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("ngr", sa.String(64), nullable=True),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("query", sa.Text(), nullable=True),
        sa.Column("language", sa.String(2), nullable=True),
        sa.Column("legal_only", sa.Boolean(), nullable=False),
        sa.Column("feeds", sa.JSON(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("state_reason", sa.Text(), nullable=True),
        sa.Column("anchor", sa.String(10), nullable=True),
        sa.Column("changes_cursor", sa.Integer(), nullable=False),
        sa.Column("amendments_cursor", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("old_secret", sa.Text(), nullable=True),
        sa.Column("old_secret_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ngr"], ["acts.ngr"], name=op.f("fk_watches_ngr_acts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watches")),
    )
    op.create_index("ix_watches_amendments_cursor", "watches", ["amendments_cursor"])
    op.create_index("ix_watches_changes_cursor", "watches", ["changes_cursor"])
    op.create_index("ix_watches_ngr", "watches", ["ngr"])
    op.create_table(
        "watch_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("watch_id", sa.String(40), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("older_label", sa.String(10), nullable=False),
        sa.Column("newer_label", sa.String(10), nullable=False),
        sa.Column("from_key", sa.Text(), nullable=False),
        sa.Column("to_key", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["change_id"], ["changes.id"], name=op.f("fk_watch_moves_change_id_changes")
        ),
        sa.ForeignKeyConstraint(
            ["watch_id"], ["watches.id"], name=op.f("fk_watch_moves_watch_id_watches")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_moves")),
    )
    op.create_index("ix_watch_moves_change_id", "watch_moves", ["change_id"])
    op.create_index("ix_watch_moves_watch_id", "watch_moves", ["watch_id"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(64), nullable=False),
        sa.Column("watch_id", sa.String(40), nullable=False),
        sa.Column("type", sa.String(30), nullable=False),
        sa.Column("feed", sa.String(10), nullable=True),
        sa.Column("record_id", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease", sa.String(40), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["watch_id"], ["watches.id"], name=op.f("fk_deliveries_watch_id_watches")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("message_id", name=op.f("uq_deliveries_message_id")),
        sa.UniqueConstraint(
            "watch_id", "feed", "sequence", name=op.f("uq_deliveries_watch_id_feed_sequence")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_state_watch_id_id", "deliveries", ["state", "watch_id", "id"])
    op.create_index(
        "ix_deliveries_watch_id_feed_record_id", "deliveries", ["watch_id", "feed", "record_id"]
    )
    op.create_table(
        "delivery_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(20), nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("latency_ms", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.id"],
            name=op.f("fk_delivery_attempts_delivery_id_deliveries"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_attempts")),
        sa.UniqueConstraint(
            "delivery_id", "number", name=op.f("uq_delivery_attempts_delivery_id_number")
        ),
    )
