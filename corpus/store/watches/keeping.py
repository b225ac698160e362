"""Watches in SQL: made, found, paused, removed; their secrets apart; how their articles moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Language
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.errors import UnknownWatch
from corpus.store.tables import CHANGES
from corpus.store.watches.tables import DELIVERIES, DELIVERY_ATTEMPTS, WATCH_MOVES, WATCHES
from corpus.watches import EventFeed, Move, Subject, Wanted, Watch, WatchState

_CURSORS = {
    EventFeed.CHANGES: WATCHES.c.changes_cursor,
    EventFeed.AMENDMENTS: WATCHES.c.amendments_cursor,
}


@dataclass(frozen=True)
class WatchSecrets:
    """What a watch is managed and signed with, as stored. Never printed.

    `secret` and `old_secret` are sealed (see `webhooks.sealing`) or plain; the old one is signed
    with beside the new one until `old_secret_until`.
    """

    token_hash: str = field(repr=False)
    secret: str = field(repr=False)
    old_secret: str | None = field(default=None, repr=False)
    old_secret_until: datetime | None = None


def add_watch(session: Session, watch: Watch, secrets: WatchSecrets) -> None:
    """Store a new watch."""
    wanted = watch.wanted
    session.execute(
        insert(WATCHES).values(
            id=watch.id,
            ngr=wanted.subject.ngr,
            key=wanted.subject.key,
            query=wanted.subject.query,
            language=wanted.language,
            legal_only=wanted.legal_only,
            feeds=list(wanted.feeds),
            url=wanted.url,
            state=watch.state,
            state_reason=watch.state_reason,
            anchor=str(watch.anchor) if watch.anchor else None,
            changes_cursor=watch.changes_cursor,
            amendments_cursor=watch.amendments_cursor,
            created_at=watch.created_at,
            token_hash=secrets.token_hash,
            secret=secrets.secret,
        )
    )


def watch(session: Session, watch_id: str) -> Watch:
    """One watch; raises UnknownWatch."""
    row = session.execute(select(WATCHES).where(WATCHES.c.id == watch_id)).one_or_none()
    if row is None:
        raise UnknownWatch(watch_id)
    return _watch(row)


def watches(session: Session) -> list[Watch]:
    """All watches, oldest first."""
    return [
        _watch(row)
        for row in session.execute(select(WATCHES).order_by(WATCHES.c.created_at, WATCHES.c.id))
    ]


def count_watches(session: Session) -> int:
    """How many watches there are."""
    return session.scalar(select(func.count()).select_from(WATCHES)) or 0


def secrets_of(session: Session, watch_id: str) -> WatchSecrets:
    """What a watch is managed and signed with; raises UnknownWatch."""
    table = WATCHES.c
    row = session.execute(
        select(table.token_hash, table.secret, table.old_secret, table.old_secret_until).where(
            table.id == watch_id
        )
    ).one_or_none()
    if row is None:
        raise UnknownWatch(watch_id)
    return WatchSecrets(row.token_hash, row.secret, row.old_secret, row.old_secret_until)


def replace_secret(session: Session, watch_id: str, secret: str, *, old_until: datetime) -> None:
    """Sign with a new secret, and until a moment with the one before as well."""
    _update(
        session, watch_id, secret=secret, old_secret=WATCHES.c.secret, old_secret_until=old_until
    )


def set_state(
    session: Session, watch_id: str, state: WatchState, reason: str | None = None
) -> None:
    """Pause, resume or disable a watch; resumed, it counts as well until it fails again."""
    values: dict[str, Any] = {"state": state, "state_reason": reason}
    if state is WatchState.ACTIVE:
        values["failing_since"] = None
    _update(session, watch_id, **values)


def remove_watch(session: Session, watch_id: str) -> None:
    """Forget a watch with its messages and secrets; raises UnknownWatch."""
    own = select(DELIVERIES.c.id).where(DELIVERIES.c.watch_id == watch_id)
    session.execute(delete(DELIVERY_ATTEMPTS).where(DELIVERY_ATTEMPTS.c.delivery_id.in_(own)))
    session.execute(delete(DELIVERIES).where(DELIVERIES.c.watch_id == watch_id))
    session.execute(delete(WATCH_MOVES).where(WATCH_MOVES.c.watch_id == watch_id))
    if not session.execute(delete(WATCHES).where(WATCHES.c.id == watch_id)).rowcount:  # type: ignore[attr-defined]  # a CursorResult
        raise UnknownWatch(watch_id)


def watches_behind(session: Session, feed: EventFeed, head: int) -> list[Watch]:
    """The active watches that have not looked at a feed up to a place; furthest behind first."""
    cursor = _CURSORS[feed]
    rows = session.execute(
        select(WATCHES)
        .where(WATCHES.c.state == WatchState.ACTIVE, cursor < head)
        .order_by(cursor, WATCHES.c.id)
    )
    return [_watch(row) for row in rows]


def head_of(session: Session, feed: EventFeed) -> int:
    """The last place of a feed; 0 while it is empty."""
    table = CHANGES if feed is EventFeed.CHANGES else AMENDMENTS
    return session.scalar(select(func.max(table.c.sequence))) or 0


def still_at(session: Session, ids: Sequence[str], feed: EventFeed, place: int) -> set[str]:
    """Which of the watches are active and still at a place in a feed."""
    rows = session.scalars(
        select(WATCHES.c.id).where(
            WATCHES.c.id.in_(ids), WATCHES.c.state == WatchState.ACTIVE, _CURSORS[feed] == place
        )
    )
    return set(rows)


def advance(session: Session, ids: Sequence[str], feed: EventFeed, place: int) -> None:
    """Everything in a feed up to a place has been looked at for these watches."""
    session.execute(
        update(WATCHES).where(WATCHES.c.id.in_(ids)).values({_CURSORS[feed].name: place})
    )


def moves(session: Session, watch_ids: Iterable[str]) -> dict[str, list[Move]]:
    """How the articles of watches moved, as far as that still holds, in the order recorded."""
    table = WATCH_MOVES.c
    found: dict[str, list[Move]] = {one: [] for one in watch_ids}
    rows = session.execute(
        select(WATCH_MOVES)
        .where(table.watch_id.in_(found), table.withdrawn_at.is_(None))
        .order_by(table.id)
    )
    for row in rows:
        found[row.watch_id].append(
            Move(
                language=Language(row.language),
                older_label=EditionLabel.parse(row.older_label),
                newer_label=EditionLabel.parse(row.newer_label),
                from_key=row.from_key,
                to_key=row.to_key,
                change_id=row.change_id,
                recorded_at=row.recorded_at,
            )
        )
    return found


def add_moves(session: Session, watch_id: str, found: Sequence[Move]) -> None:
    """Log that a watched article has another key from an edition on."""
    if found:
        rows = [
            {
                "watch_id": watch_id,
                "language": one.language,
                "older_label": str(one.older_label),
                "newer_label": str(one.newer_label),
                "from_key": one.from_key,
                "to_key": one.to_key,
                "change_id": one.change_id,
                "recorded_at": one.recorded_at,
            }
            for one in found
        ]
        session.execute(insert(WATCH_MOVES), rows)


def withdraw_moves(session: Session, watch_id: str, withdrawn: Mapping[int, datetime]) -> None:
    """Changes (by id) from which moves were read no longer hold; what is logged stays, as such."""
    table = WATCH_MOVES.c
    own = select(table.change_id).where(
        table.watch_id == watch_id,
        table.change_id.in_(withdrawn),
        table.withdrawn_at.is_(None),
    )
    for change_id in session.scalars(own).all():
        session.execute(
            update(WATCH_MOVES)
            .where(table.watch_id == watch_id, table.change_id == change_id)
            .values(withdrawn_at=withdrawn[change_id])
        )


def _update(session: Session, watch_id: str, **values: Any) -> None:
    done = session.execute(update(WATCHES).where(WATCHES.c.id == watch_id).values(**values))
    if not done.rowcount:  # type: ignore[attr-defined]  # a CursorResult
        raise UnknownWatch(watch_id)


def _watch(row: Row[Any]) -> Watch:
    wanted = Wanted(
        subject=Subject(row.ngr, row.key, row.query),
        url=row.url,
        language=Language(row.language) if row.language else None,
        legal_only=row.legal_only,
        feeds=tuple(EventFeed(one) for one in row.feeds),
    )
    return Watch(
        id=row.id,
        wanted=wanted,
        state=WatchState(row.state),
        state_reason=row.state_reason,
        anchor=EditionLabel.parse(row.anchor) if row.anchor else None,
        changes_cursor=row.changes_cursor,
        amendments_cursor=row.amendments_cursor,
        created_at=row.created_at,
        delivered_at=row.delivered_at,
        failing_since=row.failing_since,
    )
