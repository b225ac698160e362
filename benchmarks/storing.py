"""Editions put into a store as if a registry had just given them: what benchmarks fill it with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from corpus.law import Edition
from corpus.store.snapshots import Fetched, Snapshots, record_snapshot
from corpus.store.writes import EditionSource, StoredEdition, store_edition

_SOURCE = EditionSource("adilet", "adilet-classic", "1")


def put(session: Session, snapshots: Snapshots, edition: Edition, at: datetime) -> StoredEdition:
    """Store an edition with a snapshot of its own, fetched and recorded at a moment."""
    url = f"https://registry.example/{edition.ngr}/{edition.language}/{edition.label}"
    page = Fetched(url, at, 200, {}, edition.text().encode())
    return store_edition(
        session,
        edition,
        snapshot_ids=[record_snapshot(session, snapshots, page).id],
        source=_SOURCE,
        recorded_at=at,
    )
