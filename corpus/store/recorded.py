"""When editions were recorded, and what read them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus.store.tables import EDITIONS


def last_recorded(session: Session, ngr: str | None = None) -> datetime | None:
    """When the last text was recorded, of one act or of all; None where none was."""
    query = select(func.max(EDITIONS.c.recorded_at))
    found: datetime | None = session.scalar(
        query if ngr is None else query.where(EDITIONS.c.ngr == ngr)
    )
    return found


def parsers_of_editions(session: Session) -> list[tuple[str, str, int]]:
    """Which formats the current editions were read from: format, parser's version, editions."""
    table = EDITIONS.c
    query = (
        select(table.format, table.parser_version, func.count())
        .where(table.superseded_at.is_(None))
        .group_by(table.format, table.parser_version)
        .order_by(table.format, table.parser_version)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(query)]
