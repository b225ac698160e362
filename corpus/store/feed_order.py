"""The order of the feeds that only grow: places in the order of the commits, moments that follow.

A row gets the next place of its feed when it is recorded, and again when it is withdrawn. Its
moment is the clock's, but never before that of an earlier row, whatever the clock says, and later
than every earlier row of the other feed: so both, merged by their moments, are in the order of the
commits too. Who follows a feed by place, or both by moment, misses none.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.tables import CHANGES

_MOMENTS = {
    CHANGES: (CHANGES.c.recorded_at, CHANGES.c.withdrawn_at),
    AMENDMENTS: (AMENDMENTS.c.seen_at,),
}
_LEAST = timedelta(microseconds=1)


def next_place(session: Session, feed: Table) -> int:
    """The next place in a feed. There is one writer at a time, and no row is ever deleted."""
    return (session.scalar(select(func.max(feed.c.sequence))) or 0) + 1


def next_moment(
    session: Session, feed: Table, moment: datetime, *, withdrawing: bool = False
) -> datetime:
    """The moment of the next row of a feed, where the clock says `moment`.

    A row is withdrawn later than all that was recorded: else a reader by time sees no change.
    """
    found = moment
    for one in _MOMENTS:
        last = _last(session, one)
        if last is not None:
            found = max(found, last if one is feed and not withdrawing else last + _LEAST)
    return found


def _last(session: Session, feed: Table) -> datetime | None:
    """The moment of a feed's last row."""
    moments = select(*_MOMENTS[feed]).order_by(feed.c.sequence.desc()).limit(1)
    row = session.execute(moments).first()
    return max((one for one in row or () if one is not None), default=None)
