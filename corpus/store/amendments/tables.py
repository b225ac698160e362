"""The tables of amendments: what notes were read to say, which editions say it, and the feed.

A reading is stored once however many editions repeat the note, and stays when another reader reads
the note differently. `amendments` is a feed that only grows: see `recording`.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from corpus.store.columns import Moment, json_column
from corpus.store.tables import METADATA

NOTE_READINGS = Table(
    "note_readings",
    METADATA,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    # Which reader of notes read this edition's: another one reads them again.
    Column("reader_version", Text, nullable=False),
    Column("amendments", Integer, nullable=False),
    Column("read_at", Moment, nullable=False),
)

AMENDMENT_READINGS = Table(
    "amendment_readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("ngr", ForeignKey("acts.ngr"), nullable=False),
    Column("language", String(2), nullable=False),
    # The same for all readings that say the same of the same place, in whatever words.
    Column("identity", String(64), nullable=False),
    Column("body", json_column(), nullable=False),
    Index("ix_amendment_readings_ngr_language", "ngr", "language"),
    Index("ix_amendment_readings_identity", "identity"),
)

AMENDMENT_MENTIONS = Table(
    "amendment_mentions",
    METADATA,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("reading_id", ForeignKey("amendment_readings.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    # The place's printed heading in that edition.
    Column("heading", Text, nullable=False),
    Index("ix_amendment_mentions_reading_id", "reading_id"),
)

_FILTERS = ("language", "verb", "withdrawn_at")
AMENDMENTS = Table(
    "amendments",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("ngr", ForeignKey("acts.ngr"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("identity", String(64), nullable=False),
    # The article or division; None for the act as a whole.
    Column("key", Text),
    # The path inside it; "" for the whole.
    Column("place", Text, nullable=False, server_default=""),
    Column("verb", String(30), nullable=False),
    Column("role", String(20), nullable=False, server_default="amends"),
    # The last day of the calendar where unknown, so that it sorts last.
    Column("adopted_day", Date, nullable=False),
    Column("in_force_day", Date, nullable=False),
    Column("entry", json_column(), nullable=False),
    Column("reading_id", ForeignKey("amendment_readings.id"), nullable=False),
    Column("act_ngr", Text),
    Column("act_ngr_ground", String(20)),
    Column("heading", Text, nullable=False),
    Column("first_edition_id", ForeignKey("editions.id"), nullable=False, index=True),
    Column("last_edition_id", ForeignKey("editions.id"), nullable=False, index=True),
    Column("recorded_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    # When it came to its present place in the feed: recorded, or withdrawn.
    Column("seen_at", Moment, nullable=False),
    # The place in the feed: given when it is recorded, and a later one when it is withdrawn.
    Column("sequence", Integer, nullable=False),
    Index("uq_amendments_sequence", "sequence", unique=True),
    # A page is read along one of these; the filters stand in it, so that no row is fetched in vain.
    Index("ix_amendments_seen", "sequence", *_FILTERS, "seen_at", "role"),
    Index("ix_amendments_in_force", "in_force_day", "sequence", *_FILTERS, "role"),
    Index("ix_amendments_adopted", "adopted_day", "sequence", *_FILTERS, "role"),
    Index("ix_amendments_ngr_language_key", "ngr", "language", "key"),
    Index("ix_amendments_key", "key"),
    sqlite_autoincrement=True,
)
Index(
    "uq_amendments_standing",
    AMENDMENTS.c.identity,
    unique=True,
    sqlite_where=text("withdrawn_at IS NULL"),
    postgresql_where=text("withdrawn_at IS NULL"),
)
