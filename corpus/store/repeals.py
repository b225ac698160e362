"""The act that repealed another one, as the notes of that one name it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct, Amendment, Role, Verb
from corpus.store import law_json
from corpus.store.amendments.tables import AMENDMENT_READINGS, AMENDMENTS


def repealing_act(session: Session, ngr: str) -> AmendingAct | None:
    """Who repealed the act, where all its notes of a repeal of the whole name one act."""
    table = AMENDMENTS.c
    bodies = session.scalars(
        select(AMENDMENT_READINGS.c.body)
        .join(AMENDMENTS, table.reading_id == AMENDMENT_READINGS.c.id)
        .where(
            table.ngr == ngr,
            table.key.is_(None),
            table.place == "",
            table.verb == Verb.REPEALED,
            table.role == Role.AMENDS,
            table.withdrawn_at.is_(None),
        )
        .order_by(table.id)
    )
    read = (law_json.from_json(Amendment, body) for body in bodies)
    named = [one.act for one in read if not one.target.words]
    told = [one for one in named if one.adopted or one.number]
    if not told or not all(one.is_same_act(told[0]) for one in told):
        return None
    return max(told, key=lambda one: (one.adopted is not None, one.number is not None))
