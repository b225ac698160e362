"""Taking messages to send them: whose turn it is, and what is done by whom.

Each watch has a queue of its own: only its oldest pending message is ever taken, so its messages
arrive in order and one receiver's trouble is no other's. Test messages pass the queue. Whoever
takes a message holds a lease; when the lease runs out (its holder was killed), the message is taken
again: at least once, and not twice while the holder lives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import (
    ColumnElement,
    Row,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Session

from corpus.store.watches.deliveries import Message
from corpus.store.watches.tables import DELIVERIES, DELIVERY_ATTEMPTS, WATCHES
from corpus.watches import Attempt, AttemptOutcome, DeliveryState, WatchState

_NEVER_SO_LONG = timedelta(days=10)
"""No pause between attempts and no lease is so long: the clock was wrong when it was set."""


@dataclass(frozen=True)
class Claim:
    """A message that somebody works on until the lease ends.

    `number` counts its attempts, `tries` those since it was last queued.
    """

    delivery: int
    message: Message
    url: str
    lease: str
    number: int
    tries: int
    failing: bool
    """Whether the receiver failed last time."""

    @property
    def host(self) -> str:
        """The host and port that it is sent to."""
        return urlsplit(self.url).netloc


@dataclass(frozen=True)
class Places:
    """How many messages may be under way at once: in all, to failing receivers, to one host."""

    all: int
    failing: int
    host: int


def claim(
    session: Session,
    *,
    now: datetime,
    until: datetime,
    lease: str,
    places: Places,
    under_way: Collection[Claim] = (),
) -> list[Claim]:
    """Take messages that are due; each gets the lease and a started attempt.

    As many as there are places beside those under way; receivers that failed last time come last.
    The session must be one that writes: one writer at a time is what keeps two deliverers from
    taking the same message.
    """
    taken = _chosen(session.execute(_due(now)).all(), places, under_way)
    if not taken:
        return []
    ids = [row.id for row in taken]
    session.execute(
        update(DELIVERIES)
        .where(DELIVERIES.c.id.in_(ids))
        .values(lease=lease, leased_until=until, tries=DELIVERIES.c.tries + 1)
    )
    numbers = _begin_attempts(session, ids, now)
    return [
        Claim(
            delivery=row.id,
            message=Message(row.message_id, row.watch_id, row.type, row.body),
            url=row.url,
            lease=lease,
            number=numbers[row.id],
            tries=row.tries + 1,
            failing=row.failing_since is not None,
        )
        for row in taken
    ]


def record_attempt(
    session: Session,
    taken: Claim,
    attempt: Attempt,
    *,
    next_at: datetime | None,
) -> bool:
    """Log how an attempt ended; False if the lease had run out and somebody else took over.

    Without `next_at` the message is done: delivered, or dead.
    """
    session.execute(
        update(DELIVERY_ATTEMPTS)
        .where(
            DELIVERY_ATTEMPTS.c.delivery_id == taken.delivery,
            DELIVERY_ATTEMPTS.c.number == taken.number,
        )
        .values(
            finished_at=attempt.finished_at,
            outcome=attempt.outcome,
            status=attempt.status,
            latency_ms=attempt.latency_ms,
            error=attempt.error,
        )
    )
    arrived = attempt.outcome is AttemptOutcome.DELIVERED
    state = DeliveryState.DELIVERED if arrived else DeliveryState.DEAD
    if next_at is not None:
        state = DeliveryState.PENDING
    done = session.execute(
        update(DELIVERIES)
        .where(DELIVERIES.c.id == taken.delivery, DELIVERIES.c.lease == taken.lease)
        .values(
            state=state,
            next_at=next_at,
            lease=None,
            leased_until=None,
            finished_at=None if next_at else attempt.finished_at,
        )
    )
    _tell_watch(session, taken.message.watch_id, attempt, arrived=arrived)
    return bool(done.rowcount)  # type: ignore[attr-defined]  # a CursorResult


def due_since(session: Session, now: datetime) -> datetime | None:
    """Since when the longest waiting of the messages to be taken has been due; None for none."""
    row = session.execute(_due(now).limit(1)).first()
    return row.next_at if row else None


def _chosen(
    due: Sequence[Row[Any]], places: Places, under_way: Collection[Claim]
) -> list[Row[Any]]:
    """Those of the due messages for which there is a place."""
    hosts = Counter(one.host for one in under_way)
    failing = sum(one.failing for one in under_way)
    chosen: list[Row[Any]] = []
    for row in sorted(due, key=lambda one: one.failing_since is not None):
        host = urlsplit(row.url).netloc
        fails = row.failing_since is not None
        if len(chosen) + len(under_way) >= places.all:
            break
        if hosts[host] >= places.host or (fails and failing >= places.failing):
            continue
        hosts[host] += 1
        failing += fails
        chosen.append(row)
    return chosen


def _heads() -> Subquery:
    """The messages that are first in their queue, a watch's test beside the others.

    Each is found in an index, however many wait behind it: tests by their having no feed, the
    state then in a form that is not taken for the other index.
    """
    table = DELIVERIES.c
    in_queue = (table.state == DeliveryState.PENDING, table.feed.is_not(None))
    is_test = (
        func.coalesce(table.state, table.state) == DeliveryState.PENDING,
        table.feed.is_(None),
    )
    active = WATCHES.c.state == WatchState.ACTIVE
    return union_all(
        select(_first(*in_queue).label("id")).where(active),
        select(_first(*is_test).label("id")).select_from(WATCHES),
    ).subquery()


def _first(*which: ColumnElement[bool]) -> ScalarSelect[Any]:
    """The oldest message of a watch among these."""
    table = DELIVERIES.c
    return (
        select(table.id)
        .where(table.watch_id == WATCHES.c.id, *which)
        .order_by(table.id)
        .limit(1)
        .correlate(WATCHES)
        .scalar_subquery()
    )


def _due(now: datetime) -> Select[Any]:
    """The messages whose turn it is. One that was never tried does not wait for a clock."""
    table = DELIVERIES.c
    heads, wrong = _heads(), now + _NEVER_SO_LONG
    return (
        select(DELIVERIES, WATCHES.c.url, WATCHES.c.failing_since)
        .join(heads, heads.c.id == table.id)
        .join(WATCHES, WATCHES.c.id == table.watch_id)
        .where(
            or_(table.tries == 0, table.next_at <= now, table.next_at > wrong),
            or_(
                table.leased_until.is_(None),
                table.leased_until <= now,
                table.leased_until > wrong,
            ),
        )
        .order_by(table.next_at, table.id)
    )


def _begin_attempts(session: Session, ids: Sequence[int], now: datetime) -> dict[int, int]:
    """Start an attempt of each message; one that nobody finished was interrupted."""
    table = DELIVERY_ATTEMPTS.c
    session.execute(
        update(DELIVERY_ATTEMPTS)
        .where(and_(table.delivery_id.in_(ids), table.outcome.is_(None)))
        .values(outcome=AttemptOutcome.INTERRUPTED, finished_at=now)
    )
    made = session.execute(
        select(table.delivery_id, func.max(table.number).label("number"))
        .where(table.delivery_id.in_(ids))
        .group_by(table.delivery_id)
    )
    last = {row.delivery_id: row.number for row in made}
    numbers = {one: last.get(one, 0) + 1 for one in ids}
    session.execute(
        insert(DELIVERY_ATTEMPTS),
        [
            {"delivery_id": one, "number": number, "started_at": now}
            for one, number in numbers.items()
        ],
    )
    return numbers


def _tell_watch(session: Session, watch_id: str, attempt: Attempt, *, arrived: bool) -> None:
    """Remember at the watch whether its receiver is well."""
    values: dict[str, Any] = (
        {"delivered_at": attempt.finished_at, "failing_since": None}
        if arrived
        else {"failing_since": func.coalesce(WATCHES.c.failing_since, attempt.finished_at)}
    )
    session.execute(update(WATCHES).where(WATCHES.c.id == watch_id).values(**values))
