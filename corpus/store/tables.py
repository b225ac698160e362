"""The tables, in the words of the design. Migrations make them; a test compares the two.

Nothing that a registry served is overwritten: an edition's later row stands beside the earlier
one (`revision`, `superseded_at`), a change that no longer holds is `withdrawn_at`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from corpus.store.columns import Moment, json_column

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ACTS = Table(
    "acts",
    METADATA,
    Column("ngr", String(64), primary_key=True),
    Column("form", Text),
    Column("number", Text),
    Column("adopted", Date),
    Column("repealed_on", Date),
    Column("reference_bank_id", Integer),
    # Grows with every write that can change what this act answers: readers that keep something
    # derived (the search index) ask for the acts beyond the number they saw last.
    Column("touched", Integer, nullable=False, index=True),
)

ACT_TITLES = Table(
    "act_titles",
    METADATA,
    Column("ngr", ForeignKey("acts.ngr"), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("title", Text, nullable=False),
)

SNAPSHOTS = Table(
    "snapshots",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, index=True),
    Column("fetched_at", Moment, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", json_column(), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", Integer, nullable=False),
)

EDITIONS = Table(
    "editions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("ngr", ForeignKey("acts.ngr"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("label", String(10), nullable=False),
    Column("precision", String(10), nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("revision", Integer, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("title", Text, nullable=False),
    Column("requisites", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("holding", String(20), nullable=False),
    Column("holding_keys", json_column(), nullable=False),
    Column("known_on", Date),
    Column("cause", json_column()),
    Column("sample", Boolean, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("edition_hash", String(64), nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("bytes_hash", String(64), nullable=False),
    Column("registry", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("parser_version", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("superseded_at", Moment),
    Column("superseded_by", ForeignKey("editions.id")),
    UniqueConstraint("ngr", "language", "label", "revision"),
)
Index(
    "uq_editions_current",
    EDITIONS.c.ngr,
    EDITIONS.c.language,
    EDITIONS.c.label,
    unique=True,
    sqlite_where=text("superseded_at IS NULL"),
    postgresql_where=text("superseded_at IS NULL"),
)

EDITION_SNAPSHOTS = Table(
    "edition_snapshots",
    METADATA,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("snapshot_id", ForeignKey("snapshots.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    # A later response that says the same: evidence that the text still stood, not its source.
    Column("confirms", Boolean, nullable=False),
    Index("ix_edition_snapshots_snapshot_id", "snapshot_id"),
)

TEXTS = Table(
    "texts",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    Column("wording", Text, nullable=False),
    Column("wording_hash", String(64), nullable=False),
)

EDITION_CONTENTS = Table(
    "edition_contents",
    METADATA,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("item", String(10), nullable=False),
    Column("key", Text),
    Column("text_hash", ForeignKey("texts.hash"), index=True),
    # The divisions around an article, outermost first, so that coverage needs no text.
    Column("divisions", json_column()),
    # A division, matter or footnote; None for an article.
    Column("body", Text),
    Index("ix_edition_contents_key_edition_id", "key", "edition_id"),
)

LISTED_EDITIONS = Table(
    "listed_editions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("ngr", ForeignKey("acts.ngr"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("label", String(10), nullable=False),
    Column("origin", Text, nullable=False),
    Column("url", Text),
    Column("cause", json_column()),
    Column("first_seen_at", Moment, nullable=False),
    Column("last_seen_at", Moment, nullable=False),
    UniqueConstraint("ngr", "language", "label", "origin"),
)

CHANGES = Table(
    "changes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("ngr", ForeignKey("acts.ngr"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("older_edition_id", ForeignKey("editions.id"), nullable=False, index=True),
    Column("newer_edition_id", ForeignKey("editions.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("old_key", Text),
    Column("new_key", Text),
    Column("kind", String(20), nullable=False),
    Column("heading", Text, nullable=False),
    Column("rule", Text),
    Column("redline", json_column()),
    Column("old_text_hash", ForeignKey("texts.hash")),
    Column("new_text_hash", ForeignKey("texts.hash")),
    Column("recorded_at", Moment, nullable=False, index=True),
    Column("withdrawn_at", Moment),
    # The place in the feed: given when a change is recorded, and a later one when it is withdrawn.
    Column("sequence", Integer, nullable=False, server_default="0"),
    Index("ix_changes_ngr_language_key", "ngr", "language", "key"),
    Index("uq_changes_sequence", "sequence", unique=True),
    sqlite_autoincrement=True,
)

RUNS = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("registry", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("outcome", String(20)),
    Column("remark", Text),
)

RUN_REQUESTS = Table(
    "run_requests",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey("runs.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("url", Text, nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("reason", Text),
    Column("ngr", Text),
    Column("language", String(2)),
    Column("label", String(10)),
    Column("snapshot_id", ForeignKey("snapshots.id")),
    Column("edition_id", ForeignKey("editions.id")),
)

QUARANTINE = Table(
    "quarantine",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("ngr", Text),
    Column("language", String(2)),
    Column("label", String(10)),
    Column("url", Text, nullable=False),
    Column("registry", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("parser_version", Text, nullable=False),
    # What was known of the page before it was read, in its reader's own words.
    Column("page", json_column()),
    Column("objections", json_column(), nullable=False),
    # What was read before it was disbelieved; both None when the page was no edition at all.
    Column("title", Text),
    Column("articles", Integer),
    Column("bytes_hash", String(64), nullable=False),
    Column("run_id", ForeignKey("runs.id")),
    Column("recorded_at", Moment, nullable=False),
    Column("released_at", Moment),
    Index("ix_quarantine_ngr_language_label", "ngr", "language", "label"),
)

QUARANTINE_SNAPSHOTS = Table(
    "quarantine_snapshots",
    METADATA,
    Column("quarantine_id", ForeignKey("quarantine.id"), primary_key=True),
    Column("snapshot_id", ForeignKey("snapshots.id"), primary_key=True),
    Column("position", Integer, nullable=False),
)

ABSENCES = Table(
    "absences",
    METADATA,
    Column("ngr", Text, primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("label", String(10), primary_key=True),
    Column("run_id", ForeignKey("runs.id"), primary_key=True),
)
