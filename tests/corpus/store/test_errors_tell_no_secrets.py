"""An error of the database is logged and shown: it tells nothing of what was to be written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from corpus.store import Store
from corpus.store.watches.tables import WATCHES

SECRET = "whsec_not for anybody's eyes"  # noqa: S105 - nobody's
ROW = {
    "id": "w_1",
    "ngr": None,
    "legal_only": False,
    "feeds": ["changes"],
    "url": "https://example.kz/",
    "state": "active",
    "changes_cursor": 0,
    "amendments_cursor": 0,
    "token_hash": "0" * 64,
    "secret": SECRET,
    "created_at": datetime(2026, 11, 1, tzinfo=UTC),
}


def test_a_failed_writing_shows_no_secret(store: Store) -> None:
    with store.write() as session:
        session.execute(insert(WATCHES).values(**ROW))
    with pytest.raises(IntegrityError) as caught, store.write() as session:
        session.execute(insert(WATCHES).values(**ROW))
    assert "INSERT INTO watches" in str(caught.value)
    assert SECRET not in str(caught.value)
