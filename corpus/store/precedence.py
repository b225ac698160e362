"""Which of several copies of one label is read: extent, age and registry decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from corpus.keys import key_order
from corpus.law import Edition, HoldingKind
from corpus.store.records import EditionSource, RevisionReason
from corpus.store.tables import EDITION_CONTENTS, EDITION_SNAPSHOTS, EDITIONS, SNAPSHOTS

BESIDE = frozenset(
    {RevisionReason.HOLDS_LESS, RevisionReason.OLDER_COPY, RevisionReason.OTHER_REGISTRY}
)
"""The reasons for which a copy is kept beside the current row and not read."""

_NEVER = datetime.min.replace(tzinfo=UTC)


def reason_for(
    session: Session,
    edition: Edition,
    current: Row[Any],
    snapshot_ids: Sequence[int],
    source: EditionSource,
    *,
    same_text: bool,
) -> RevisionReason:
    """Why a page of a label, of other bytes and another reading than the current row, gets a row.

    What holds more is read, whoever serves it and however old it is: the rest would be missing.
    """
    extent = _extent(session, edition, current)
    if extent is not None:
        return extent
    if _last_seen(session, snapshot_ids) < _last_confirmed(session, current):
        return RevisionReason.OLDER_COPY
    if current.registry != source.registry:
        return RevisionReason.OTHER_REGISTRY
    return RevisionReason.DETAILS if same_text else RevisionReason.CORRECTED


def _extent(session: Session, edition: Edition, current: Row[Any]) -> RevisionReason | None:
    """Whether a copy holds more of the act than the current row, or leaves out a part of it."""
    kind, held = edition.holding.kind, HoldingKind(current.holding)
    if HoldingKind.WHOLE in (kind, held):
        if kind is held:
            return None
        return RevisionReason.HOLDS_MORE if kind is HoldingKind.WHOLE else RevisionReason.HOLDS_LESS
    if kind is held is HoldingKind.PARTS:
        return _compared(set(edition.holding.keys), set(current.holding_keys))
    table = EDITION_CONTENTS.c
    found = session.scalars(
        select(table.key).where(table.edition_id == current.id, table.item == "article")
    )
    keys = {key for key in found if key is not None}
    if kind is held is HoldingKind.BEGINNING:
        own_end = max(map(key_order, edition.by_key), default=())
        end = max(map(key_order, keys), default=())
        if own_end == end:
            return None
        return RevisionReason.HOLDS_MORE if own_end > end else RevisionReason.HOLDS_LESS
    return _compared(set(edition.by_key), keys)


def _compared(own: set[str], held: set[str]) -> RevisionReason | None:
    if own == held:
        return None
    return RevisionReason.HOLDS_MORE if own > held else RevisionReason.HOLDS_LESS


def _last_seen(session: Session, snapshot_ids: Sequence[int]) -> datetime:
    found = session.scalars(select(SNAPSHOTS.c.fetched_at).where(SNAPSHOTS.c.id.in_(snapshot_ids)))
    return max(found, default=_NEVER)


def _last_confirmed(session: Session, current: Row[Any]) -> datetime:
    """When the page of a row was last seen to stand.

    What confirmed an earlier reading of the same bytes confirms this one.
    """
    same_page = (
        EDITIONS.c.ngr == current.ngr,
        EDITIONS.c.language == current.language,
        EDITIONS.c.label == current.label,
        EDITIONS.c.bytes_hash == current.bytes_hash,
    )
    found = session.scalars(
        select(SNAPSHOTS.c.fetched_at)
        .join(EDITION_SNAPSHOTS, EDITION_SNAPSHOTS.c.snapshot_id == SNAPSHOTS.c.id)
        .join(EDITIONS, EDITIONS.c.id == EDITION_SNAPSHOTS.c.edition_id)
        .where(*same_page)
    )
    return max(found, default=_NEVER)
