"""The tables of watches: who is told what, each message, and each attempt to deliver it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from corpus.store.columns import Moment, json_column
from corpus.store.tables import METADATA

WATCHES = Table(
    "watches",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("ngr", ForeignKey("acts.ngr"), index=True),
    Column("key", Text),
    Column("query", Text),
    Column("language", String(2)),
    Column("legal_only", Boolean, nullable=False),
    Column("feeds", json_column(), nullable=False),
    Column("url", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("state_reason", Text),
    # The act's newest label when the watch was made: what `key` is the key at.
    Column("anchor", String(10)),
    Column("changes_cursor", Integer, nullable=False, index=True),
    Column("amendments_cursor", Integer, nullable=False, index=True),
    # sha256 of the management token; the token itself is random and kept nowhere.
    Column("token_hash", String(64), nullable=False),
    # What messages are signed with: sealed where the settings name a key, else as it is.
    Column("secret", Text, nullable=False),
    Column("old_secret", Text),
    Column("old_secret_until", Moment),
    Column("created_at", Moment, nullable=False),
    Column("delivered_at", Moment),
    Column("failing_since", Moment),
)

WATCH_MOVES = Table(
    "watch_moves",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("watch_id", ForeignKey("watches.id"), nullable=False, index=True),
    Column("language", String(2), nullable=False),
    Column("change_id", ForeignKey("changes.id"), nullable=False, index=True),
    Column("older_label", String(10), nullable=False),
    Column("newer_label", String(10), nullable=False),
    Column("from_key", Text, nullable=False),
    Column("to_key", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    # The change it was read from no longer holds.
    Column("withdrawn_at", Moment),
)

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("message_id", String(64), nullable=False, unique=True),
    Column("watch_id", ForeignKey("watches.id"), nullable=False),
    Column("type", String(30), nullable=False),
    # What it tells of, in which feed and at which place; None for a test.
    Column("feed", String(10)),
    Column("record_id", Integer),
    Column("sequence", Integer),
    Column("body", Text, nullable=False),
    Column("state", String(10), nullable=False),
    # How many attempts the present round has had; sending anew begins a round.
    Column("tries", Integer, nullable=False),
    Column("next_at", Moment),
    # Who is at it now, and until when nobody else takes it.
    Column("lease", String(40)),
    Column("leased_until", Moment),
    Column("created_at", Moment, nullable=False),
    Column("finished_at", Moment),
    UniqueConstraint("watch_id", "feed", "sequence"),
    Index("ix_deliveries_state_watch_id_id", "state", "watch_id", "id"),
    Index("ix_deliveries_watch_id_feed_record_id", "watch_id", "feed", "record_id"),
    sqlite_autoincrement=True,
)

DELIVERY_ATTEMPTS = Table(
    "delivery_attempts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("delivery_id", ForeignKey("deliveries.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("outcome", String(20)),
    Column("status", Integer),
    Column("latency_ms", Integer),
    Column("error", Text),
    UniqueConstraint("delivery_id", "number"),
)
