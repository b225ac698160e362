"""The messages of watches: queued, and queued once more. Who sends them: `claims`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, or_, select, update
from sqlalchemy.orm import Session

from corpus.store.watches.log import delivery
from corpus.store.watches.tables import DELIVERIES
from corpus.watches import Delivery, DeliveryState, EventFeed

TEST = "test"
"""The type of test messages."""


@dataclass(frozen=True)
class Message:
    """A message to be sent: its id, type and body, and which record of which feed it tells of."""

    id: str
    watch_id: str
    type: str
    body: str
    feed: EventFeed | None = None
    record_id: int | None = None
    sequence: int | None = None


def enqueue(session: Session, messages: Sequence[Message], *, at: datetime) -> None:
    """Queue messages, to be sent from now on."""
    rows = [
        {
            "message_id": one.id,
            "watch_id": one.watch_id,
            "type": one.type,
            "feed": one.feed,
            "record_id": one.record_id,
            "sequence": one.sequence,
            "body": one.body,
            "state": DeliveryState.PENDING,
            "tries": 0,
            "next_at": at,
            "created_at": at,
        }
        for one in messages
    ]
    if rows:
        session.execute(insert(DELIVERIES), rows)


def waiting_test(session: Session, watch_id: str) -> Message | None:
    """The test message of a watch that is still to be sent, if there is one."""
    table = DELIVERIES.c
    row = session.execute(
        select(DELIVERIES).where(
            table.watch_id == watch_id,
            table.state == DeliveryState.PENDING,
            table.type == TEST,
            table.leased_until.is_(None),
        )
    ).first()
    return None if row is None else Message(row.message_id, watch_id, row.type, row.body)


def told_of(
    session: Session, watch_ids: Collection[str], feed: EventFeed, record_ids: Collection[int]
) -> set[tuple[str, int]]:
    """Which watches have been told, or will be, of which records of a feed."""
    table = DELIVERIES.c
    rows = session.execute(
        select(table.watch_id, table.record_id).where(
            table.watch_id.in_(watch_ids), table.feed == feed, table.record_id.in_(record_ids)
        )
    )
    return {(row.watch_id, row.record_id) for row in rows}


def send_anew(session: Session, watch_id: str, message_id: str, *, at: datetime) -> Delivery:
    """Queue a message once more, with a full round of attempts; raises UnknownDelivery.

    It keeps its id, by which a receiver can tell that it had it already. One that waits is only
    hurried; one that is being sent stays as it is.
    """
    table = DELIVERIES.c
    found = delivery(session, watch_id, message_id)
    session.execute(
        update(DELIVERIES)
        .where(table.id == found.place, or_(table.leased_until.is_(None), table.leased_until <= at))
        .values(state=DeliveryState.PENDING, tries=0, next_at=at, finished_at=None)
    )
    return delivery(session, watch_id, message_id)
