"""The order of the feeds that only grow: places in the order of the commits, moments that follow.

A row gets the next place when it is recorded, and again when it is withdrawn. Who follows a feed,
by place or by moment, misses none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Column, Table, func, select
from sqlalchemy.orm import Session


def next_place(session: Session, feed: Table) -> int:
    """The next place in a feed. There is one writer at a time, and no row is ever deleted."""
    return (session.scalar(select(func.max(feed.c.sequence))) or 0) + 1


def not_before_the_last(
    session: Session, feed: Table, moments: Sequence[Column[datetime]], moment: datetime
) -> datetime:
    """The moment, or the latest of the feed's last row where the clock has gone back since."""
    return max(moment, _last(session, feed, moments) or moment)


def after_the_last(
    session: Session, feed: Table, moments: Sequence[Column[datetime]], moment: datetime
) -> datetime:
    """The moment where it is later than all the feed's, else the next one that is.

    A row is withdrawn later than it was recorded: else a reader of its time sees no change.
    """
    last = _last(session, feed, moments)
    return moment if last is None or moment > last else last + timedelta(microseconds=1)


def _last(session: Session, feed: Table, moments: Sequence[Column[datetime]]) -> datetime | None:
    row = session.execute(select(*moments).order_by(feed.c.sequence.desc()).limit(1)).first()
    return max((one for one in row or () if one is not None), default=None)
