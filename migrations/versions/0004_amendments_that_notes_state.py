"""Amendments: each reading of a note once, the editions that state it, and the feed of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "note_readings",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("reader_version", sa.Text(), nullable=False),
        sa.Column("amendments", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name=op.f("fk_note_readings_edition_id_editions")
        ),
        sa.PrimaryKeyConstraint("edition_id", name=op.f("pk_note_readings")),
    )
    _readings()
    _feed()


def downgrade() -> None:
    """Take it away."""
    op.drop_table("amendments")
    op.drop_table("amendment_mentions")
    op.drop_table("amendment_readings")
    op.drop_table("note_readings")


def _readings() -> None:
    op.create_table(
        "amendment_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("ngr", sa.String(64), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["ngr"], ["acts.ngr"], name=op.f("fk_amendment_readings_ngr_acts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment_readings")),
        sa.UniqueConstraint("hash", name=op.f("uq_amendment_readings_hash")),
    )
    op.create_index("ix_amendment_readings_ngr_language", "amendment_readings", ["ngr", "language"])
    op.create_table(
        "amendment_mentions",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name=op.f("fk_amendment_mentions_edition_id_editions")
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["amendment_readings.id"],
            name=op.f("fk_amendment_mentions_reading_id_amendment_readings"),
        ),
        sa.PrimaryKeyConstraint("edition_id", "reading_id", name=op.f("pk_amendment_mentions")),
    )
    op.create_index("ix_amendment_mentions_reading_id", "amendment_mentions", ["reading_id"])


def _feed() -> None:
    op.create_table(
        "amendments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ngr", sa.String(64), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("verb", sa.String(30), nullable=False),
        sa.Column("adopted_day", sa.Date(), nullable=False),
        sa.Column("in_force_day", sa.Date(), nullable=False),
        sa.Column("entry", sa.JSON(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("act_ngr", sa.Text(), nullable=True),
        sa.Column("act_ngr_ground", sa.String(20), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("first_edition_id", sa.Integer(), nullable=False),
        sa.Column("last_edition_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ngr"], ["acts.ngr"], name=op.f("fk_amendments_ngr_acts")),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["amendment_readings.id"],
            name=op.f("fk_amendments_reading_id_amendment_readings"),
        ),
        sa.ForeignKeyConstraint(
            ["first_edition_id"],
            ["editions.id"],
            name=op.f("fk_amendments_first_edition_id_editions"),
        ),
        sa.ForeignKeyConstraint(
            ["last_edition_id"],
            ["editions.id"],
            name=op.f("fk_amendments_last_edition_id_editions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendments")),
        sqlite_autoincrement=True,
    )
    for name, columns in _INDEXES.items():
        op.create_index(name, "amendments", columns)
    op.create_index("uq_amendments_sequence", "amendments", ["sequence"], unique=True)
    op.create_index(
        "uq_amendments_standing",
        "amendments",
        ["identity"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )


_INDEXES = {
    "ix_amendments_seen": ["sequence", "language", "verb", "withdrawn_at", "seen_at"],
    "ix_amendments_in_force": ["in_force_day", "sequence", "language", "verb", "withdrawn_at"],
    "ix_amendments_adopted": ["adopted_day", "sequence", "language", "verb", "withdrawn_at"],
    "ix_amendments_ngr_language_key": ["ngr", "language", "key"],
    "ix_amendments_key": ["key"],
    "ix_amendments_first_edition_id": ["first_edition_id"],
    "ix_amendments_last_edition_id": ["last_edition_id"],
}
