"""All amendments of one act."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.store.amendments.feed import records_of
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.read_once import read_once


def amendments_of_act(session: Session, ngr: str) -> tuple[AmendmentRecord, ...]:
    """The standing amendments of an act in every language, in the order in which they came."""
    standing = select(AMENDMENTS).where(
        AMENDMENTS.c.ngr == ngr, AMENDMENTS.c.withdrawn_at.is_(None)
    )
    return read_once(
        session, ("amendments of act", ngr), lambda: tuple(records_of(session, standing))
    )
