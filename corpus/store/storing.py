"""Writing editions: one call an edition, inside one transaction.

A row is never overwritten. What a registry serves later for the same label stands beside it as
the next revision; texts are stored once each and shared by all editions that have them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.orm import Session

from corpus.law import Article, Division, Edition, digest
from corpus.store import law_json
from corpus.store.batches import batches
from corpus.store.listing import touch_act
from corpus.store.precedence import BESIDE, reason_for
from corpus.store.records import EditionSource, Outcome, RevisionReason, StoredEdition
from corpus.store.snapshots import bytes_hash
from corpus.store.tables import (
    EDITION_CONTENTS,
    EDITION_SNAPSHOTS,
    EDITIONS,
    QUARANTINE,
    TEXTS,
)


@dataclass(frozen=True)
class _Item:
    """An item of an edition, ready to be stored."""

    name: str
    key: str | None
    body: str
    hash: str
    article: Article | None


def store_edition(
    session: Session,
    edition: Edition,
    *,
    snapshot_ids: Sequence[int],
    source: EditionSource,
    recorded_at: datetime,
    reason: RevisionReason | None = None,
) -> StoredEdition:
    """Store an edition that has passed the gates.

    Nothing is written when the label's current row says the same (a new response that confirms it
    is linked to it). Otherwise a new row becomes the current one, and the old one stays with
    `superseded_by`; a copy that holds less, is older or comes from another registry is kept
    `BESIDE` the current row, unless it holds more. `reason` is found out unless given.
    """
    touch_act(session, edition.ngr, only_new=True)
    items = [_item(one) for one in edition.content]
    content_hash = digest("\n".join(item.hash for item in items))
    edition_hash = digest(law_json.dumps(_header(edition)) + content_hash)
    from_bytes = bytes_hash(session, snapshot_ids)
    rows = _rows_of_label(session, edition)
    current = next((row for row in rows if row.superseded_at is None), None)
    if current and current.edition_hash == edition_hash:
        return _confirm(session, edition, current, snapshot_ids, recorded_at, from_bytes)
    found = RevisionReason.FIRST
    if current:
        same_text = current.content_hash == content_hash
        found = (
            RevisionReason.PARSER
            if current.bytes_hash == from_bytes
            else reason_for(session, edition, current, snapshot_ids, source, same_text=same_text)
        )
        if found in BESIDE:
            confirmed = (
                current
                if same_text and found is not RevisionReason.HOLDS_LESS
                else next((row for row in rows if row.edition_hash == edition_hash), None)
            )
            if confirmed:
                return _confirm(session, edition, confirmed, snapshot_ids, recorded_at, from_bytes)
    beside = current if found in BESIDE else None
    values = {
        **_columns(edition, source),
        "revision": len(rows) + 1,
        "reason": reason or found,
        "edition_hash": edition_hash,
        "content_hash": content_hash,
        "bytes_hash": from_bytes,
        "recorded_at": recorded_at,
        "superseded_at": recorded_at if beside else None,
        "superseded_by": beside.id if beside else None,
    }
    replaced = current if beside is None else None
    if replaced:
        _supersede(session, replaced.id, superseded_at=recorded_at)
    row = session.execute(insert(EDITIONS).returning(EDITIONS), values).one()
    if replaced:
        _supersede(session, replaced.id, superseded_by=row.id)
    _store_items(session, row.id, items)
    _link_snapshots(session, row.id, snapshot_ids, confirms=False)
    _release(session, edition, recorded_at, from_bytes if beside else None)
    touch_act(session, edition.ngr)
    if beside:
        return _stored(row, Outcome.BESIDE)
    return _stored(row, Outcome.REVISED if current else Outcome.NEW)


def _confirm(
    session: Session,
    edition: Edition,
    row: Row[Any],
    snapshot_ids: Sequence[int],
    recorded_at: datetime,
    from_bytes: str,
) -> StoredEdition:
    """Link responses that say what a row says already."""
    _link_snapshots(session, row.id, snapshot_ids, confirms=True)
    _release(session, edition, recorded_at, from_bytes)
    return _stored(row, Outcome.UNCHANGED)


def _item(item: Any) -> _Item:
    body = law_json.content_to_text(item)
    article = item if isinstance(item, Article) else None
    key = item.key if isinstance(item, (Article, Division)) else None
    return _Item(law_json.item_name(item), key, body, digest(body), article)


def _header(edition: Edition) -> dict[str, Any]:
    """What makes two rows differ beside the content.

    Without the day of the registry's database: it is another one each time the page is fetched.
    """
    return law_json.to_json(replace(edition, content=(), known_on=None))


def _columns(edition: Edition, source: EditionSource) -> dict[str, Any]:
    return {
        "ngr": edition.ngr,
        "language": edition.language,
        "label": str(edition.label),
        "precision": edition.label.precision,
        "first_day": edition.label.first_day,
        "last_day": edition.label.last_day,
        "title": edition.title,
        "requisites": edition.requisites,
        "status": edition.status,
        "holding": edition.holding.kind,
        "holding_keys": list(edition.holding.keys),
        "known_on": edition.known_on,
        "cause": law_json.to_json(edition.cause) if edition.cause else None,
        "sample": edition.sample,
        "articles": len(edition.articles),
        "registry": source.registry,
        "format": source.format,
        "parser_version": source.parser_version,
    }


def _rows_of_label(session: Session, edition: Edition) -> list[Row[Any]]:
    table = EDITIONS.c
    return list(
        session.execute(
            select(EDITIONS)
            .where(
                table.ngr == edition.ngr,
                table.language == edition.language,
                table.label == str(edition.label),
            )
            .order_by(table.revision)
        )
    )


def _stored(row: Row[Any], outcome: Outcome) -> StoredEdition:
    return StoredEdition(row.id, outcome, row.revision, RevisionReason(row.reason))


def _supersede(session: Session, edition_id: int, **values: Any) -> None:
    session.execute(update(EDITIONS).where(EDITIONS.c.id == edition_id).values(**values))


def _store_items(session: Session, edition_id: int, items: Sequence[_Item]) -> None:
    articles = {item.hash: item for item in items if item.article}
    for hashes in batches(articles):
        for known in session.scalars(select(TEXTS.c.hash).where(TEXTS.c.hash.in_(hashes))):
            del articles[known]
    texts = [
        {
            "hash": item.hash,
            "body": item.body,
            "wording": item.article.wording,
            "wording_hash": digest(item.article.wording),
        }
        for item in articles.values()
        if item.article
    ]
    if texts:
        session.execute(insert(TEXTS), texts)
    contents = [
        {
            "edition_id": edition_id,
            "position": position,
            "item": item.name,
            "key": item.key,
            "text_hash": item.hash if item.article else None,
            "divisions": list(item.article.divisions) if item.article else None,
            "body": None if item.article else item.body,
        }
        for position, item in enumerate(items)
    ]
    if contents:
        session.execute(insert(EDITION_CONTENTS), contents)


def _link_snapshots(
    session: Session, edition_id: int, snapshot_ids: Sequence[int], *, confirms: bool
) -> None:
    table = EDITION_SNAPSHOTS.c
    linked = set(session.scalars(select(table.snapshot_id).where(table.edition_id == edition_id)))
    following = session.scalar(
        select(func.coalesce(func.max(table.position) + 1, 0)).where(table.edition_id == edition_id)
    )
    rows = [
        {
            "edition_id": edition_id,
            "snapshot_id": snapshot_id,
            "position": (following or 0) + offset,
            "confirms": confirms,
        }
        for offset, snapshot_id in enumerate(dict.fromkeys(snapshot_ids))
        if snapshot_id not in linked
    ]
    if rows:
        session.execute(insert(EDITION_SNAPSHOTS), rows)


def _release(
    session: Session, edition: Edition, released_at: datetime, only_bytes: str | None
) -> None:
    """Let go what the quarantine has of this label, now that its edition is believed."""
    table = QUARANTINE.c
    of_label = [
        table.ngr == edition.ngr,
        table.language == edition.language,
        table.label == str(edition.label),
        table.released_at.is_(None),
    ]
    if only_bytes is not None:
        of_label.append(table.bytes_hash == only_bytes)
    session.execute(update(QUARANTINE).where(*of_label).values(released_at=released_at))
