"""Which registries' responses stand behind all that is held, as one figure to compare."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.store.tables import EDITION_SNAPSHOTS, EDITIONS, SNAPSHOTS


def evidence_held(session: Session) -> tuple[int, str]:
    """How many responses the editions held were read from, and the sha256 of theirs.

    Of the sorted sha256s in hexadecimal, a line each: the same for every store of the same
    evidence, in whatever order it came.
    """
    links = EDITION_SNAPSHOTS.c
    rows = session.scalars(
        select(SNAPSHOTS.c.sha256)
        .join(EDITION_SNAPSHOTS, links.snapshot_id == SNAPSHOTS.c.id)
        .join(EDITIONS, EDITIONS.c.id == links.edition_id)
        .where(EDITIONS.c.superseded_at.is_(None), links.confirms.is_(False))
        .distinct()
    )
    sums = sorted(rows)
    return len(sums), hashlib.sha256("".join(f"{one}\n" for one in sums).encode()).hexdigest()
