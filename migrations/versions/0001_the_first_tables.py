"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "acts",
        sa.Column("ngr", sa.String(length=64), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("adopted", sa.Date(), nullable=True),
        sa.Column("reference_bank_id", sa.Integer(), nullable=True),
        sa.Column("touched", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ngr", name="pk_acts"),
    )
    op.create_index("ix_acts_touched", "acts", ["touched"])
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("registry", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
    )
    op.create_index("ix_snapshots_sha256", "snapshots", ["sha256"])
    op.create_index("ix_snapshots_url", "snapshots", ["url"])
    op.create_table(
        "texts",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("wording_hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_texts"),
    )
    op.create_table(
        "absences",
        sa.Column("ngr", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("label", sa.String(length=10), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_absences_run_id_runs"),
        sa.PrimaryKeyConstraint("ngr", "language", "label", "run_id", name="pk_absences"),
    )
    op.create_table(
        "act_titles",
        sa.Column("ngr", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ngr"], ["acts.ngr"], name="fk_act_titles_ngr_acts"),
        sa.PrimaryKeyConstraint("ngr", "language", name="pk_act_titles"),
    )
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ngr", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("label", sa.String(length=10), nullable=False),
        sa.Column("precision", sa.String(length=10), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("requisites", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("holding", sa.String(length=20), nullable=False),
        sa.Column("holding_keys", sa.JSON(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("cause", sa.JSON(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("edition_hash", sa.String(length=64), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("bytes_hash", sa.String(length=64), nullable=False),
        sa.Column("registry", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("parser_version", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["ngr"], ["acts.ngr"], name="fk_editions_ngr_acts"),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["editions.id"], name="fk_editions_superseded_by_editions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_editions"),
        sa.UniqueConstraint(
            "ngr", "language", "label", "revision", name="uq_editions_ngr_language_label_revision"
        ),
    )
    op.create_index(
        "uq_editions_current",
        "editions",
        ["ngr", "language", "label"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_table(
        "listed_editions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ngr", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("label", sa.String(length=10), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("cause", sa.JSON(), nullable=True),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ngr"], ["acts.ngr"], name="fk_listed_editions_ngr_acts"),
        sa.PrimaryKeyConstraint("id", name="pk_listed_editions"),
        sa.UniqueConstraint(
            "ngr",
            "language",
            "label",
            "origin",
            name="uq_listed_editions_ngr_language_label_origin",
        ),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ngr", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("label", sa.String(length=10), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("registry", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("parser_version", sa.Text(), nullable=False),
        sa.Column("page", sa.JSON(), nullable=True),
        sa.Column("objections", sa.JSON(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("articles", sa.Integer(), nullable=True),
        sa.Column("bytes_hash", sa.String(length=64), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_quarantine_run_id_runs"),
        sa.PrimaryKeyConstraint("id", name="pk_quarantine"),
    )
    op.create_index("ix_quarantine_ngr_language_label", "quarantine", ["ngr", "language", "label"])
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ngr", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("older_edition_id", sa.Integer(), nullable=False),
        sa.Column("newer_edition_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("old_key", sa.Text(), nullable=True),
        sa.Column("new_key", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("redline", sa.JSON(), nullable=True),
        sa.Column("old_text_hash", sa.String(length=64), nullable=True),
        sa.Column("new_text_hash", sa.String(length=64), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["new_text_hash"], ["texts.hash"], name="fk_changes_new_text_hash_texts"
        ),
        sa.ForeignKeyConstraint(
            ["newer_edition_id"], ["editions.id"], name="fk_changes_newer_edition_id_editions"
        ),
        sa.ForeignKeyConstraint(["ngr"], ["acts.ngr"], name="fk_changes_ngr_acts"),
        sa.ForeignKeyConstraint(
            ["old_text_hash"], ["texts.hash"], name="fk_changes_old_text_hash_texts"
        ),
        sa.ForeignKeyConstraint(
            ["older_edition_id"], ["editions.id"], name="fk_changes_older_edition_id_editions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changes_newer_edition_id", "changes", ["newer_edition_id"])
    op.create_index("ix_changes_ngr_language_key", "changes", ["ngr", "language", "key"])
    op.create_index("ix_changes_older_edition_id", "changes", ["older_edition_id"])
    op.create_index("ix_changes_recorded_at", "changes", ["recorded_at"])
    op.create_table(
        "edition_contents",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=10), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("text_hash", sa.String(length=64), nullable=True),
        sa.Column("divisions", sa.JSON(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name="fk_edition_contents_edition_id_editions"
        ),
        sa.ForeignKeyConstraint(
            ["text_hash"], ["texts.hash"], name="fk_edition_contents_text_hash_texts"
        ),
        sa.PrimaryKeyConstraint("edition_id", "position", name="pk_edition_contents"),
    )
    op.create_index("ix_edition_contents_key_edition_id", "edition_contents", ["key", "edition_id"])
    op.create_index("ix_edition_contents_text_hash", "edition_contents", ["text_hash"])
    op.create_table(
        "edition_snapshots",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("confirms", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name="fk_edition_snapshots_edition_id_editions"
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshots.id"], name="fk_edition_snapshots_snapshot_id_snapshots"
        ),
        sa.PrimaryKeyConstraint("edition_id", "snapshot_id", name="pk_edition_snapshots"),
    )
    op.create_index("ix_edition_snapshots_snapshot_id", "edition_snapshots", ["snapshot_id"])
    op.create_table(
        "quarantine_snapshots",
        sa.Column("quarantine_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quarantine_id"],
            ["quarantine.id"],
            name="fk_quarantine_snapshots_quarantine_id_quarantine",
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshots.id"], name="fk_quarantine_snapshots_snapshot_id_snapshots"
        ),
        sa.PrimaryKeyConstraint("quarantine_id", "snapshot_id", name="pk_quarantine_snapshots"),
    )
    op.create_table(
        "run_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ngr", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("label", sa.String(length=10), nullable=True),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name="fk_run_requests_edition_id_editions"
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_run_requests_run_id_runs"),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshots.id"], name="fk_run_requests_snapshot_id_snapshots"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_run_requests"),
    )
    op.create_index("ix_run_requests_run_id", "run_requests", ["run_id"])


def downgrade() -> None:
    """Undo it; the indexes go with their tables."""
    for table in (
        "run_requests",
        "quarantine_snapshots",
        "edition_snapshots",
        "edition_contents",
        "changes",
        "quarantine",
        "listed_editions",
        "editions",
        "act_titles",
        "absences",
        "texts",
        "snapshots",
        "runs",
        "acts",
    ):
        op.drop_table(table)
