"""The log of a watch: its messages, and each attempt to deliver one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, true
from sqlalchemy.orm import Session

from corpus.store.errors import UnknownDelivery
from corpus.store.watch_tables import DELIVERIES, DELIVERY_ATTEMPTS
from corpus.watches import Attempt, AttemptOutcome, Delivery, DeliveryState


def delivery(session: Session, watch_id: str, message_id: str) -> Delivery:
    """One message of a watch with its attempts; raises UnknownDelivery."""
    table = DELIVERIES.c
    row = session.execute(
        select(DELIVERIES).where(table.watch_id == watch_id, table.message_id == message_id)
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
        .where(table.watch_id == watch_id, true() if before is None else table.id < before)
        .order_by(table.id.desc())
        .limit(limit)
    ).all()
    return _with_attempts(session, rows)


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
