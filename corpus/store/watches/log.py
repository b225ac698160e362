"""The log of a watch: its messages, and each attempt to deliver one; what is old is forgotten.

Of a forgotten message one thing is kept: that it told of that record. Should the record be
withdrawn one day, the watch is told so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, true, update
from sqlalchemy.orm import Session

from corpus.store.errors import UnknownDelivery
from corpus.store.watches.tables import DELIVERIES, DELIVERY_ATTEMPTS
from corpus.watches import Attempt, AttemptOutcome, Delivery, DeliveryState


def delivery(session: Session, watch_id: str, message_id: str) -> Delivery:
    """One message of a watch with its attempts; raises UnknownDelivery."""
    table = DELIVERIES.c
    row = session.execute(
        select(DELIVERIES).where(
            table.watch_id == watch_id, table.message_id == message_id, _in_the_log()
        )
    ).one_or_none()
    if row is None:
        raise UnknownDelivery(watch_id, message_id)
    return _with_attempts(session, [row])[0]


def deliveries(
    session: Session, watch_id: str, *, limit: int, before: int | None = None
) -> list[Delivery]:
    """The log of a watch, newest first; the next page comes `before` the last one's place."""
    table = DELIVERIES.c
    rows = session.execute(
        select(DELIVERIES)
        .where(
            table.watch_id == watch_id,
            _in_the_log(),
            true() if before is None else table.id < before,
        )
        .order_by(table.id.desc())
        .limit(limit)
    ).all()
    return _with_attempts(session, rows)


def finished_before(session: Session, moment: datetime, limit: int) -> list[int]:
    """Places of messages that were done with before a moment and are still in the log."""
    table = DELIVERIES.c
    return list(
        session.scalars(
            select(table.id)
            .where(table.state != DeliveryState.PENDING, table.finished_at < moment, _in_the_log())
            .order_by(table.id)
            .limit(limit)
        )
    )


def forget(session: Session, places: Collection[int]) -> None:
    """Take finished messages out of the log, with their bodies and attempts."""
    table = DELIVERIES.c
    # One of them may have been queued anew meanwhile.
    still = select(table.id).where(table.id.in_(places), table.state != DeliveryState.PENDING)
    ids = list(session.scalars(still))
    session.execute(delete(DELIVERY_ATTEMPTS).where(DELIVERY_ATTEMPTS.c.delivery_id.in_(ids)))
    session.execute(delete(DELIVERIES).where(table.id.in_(ids), table.feed.is_(None)))
    session.execute(update(DELIVERIES).where(table.id.in_(ids)).values(body=""))


def _in_the_log() -> ColumnElement[bool]:
    return DELIVERIES.c.body != ""


def _with_attempts(session: Session, rows: Sequence[Row[Any]]) -> list[Delivery]:
    table = DELIVERY_ATTEMPTS.c
    attempts: dict[int, list[Attempt]] = {row.id: [] for row in rows}
    found = session.execute(
        select(DELIVERY_ATTEMPTS)
        .where(table.delivery_id.in_(attempts))
        .order_by(table.delivery_id, table.number)
    )
    for row in found:
        attempts[row.delivery_id].append(
            Attempt(
                number=row.number,
                started_at=row.started_at,
                finished_at=row.finished_at,
                outcome=AttemptOutcome(row.outcome) if row.outcome else None,
                status=row.status,
                latency_ms=row.latency_ms,
                error=row.error,
            )
        )
    return [
        Delivery(
            id=row.message_id,
            watch_id=row.watch_id,
            type=row.type,
            state=DeliveryState(row.state),
            created_at=row.created_at,
            next_attempt_at=row.next_at,
            finished_at=row.finished_at,
            body=row.body,
            attempts=tuple(attempts[row.id]),
            place=row.id,
        )
        for row in rows
    ]
