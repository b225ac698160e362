"""What the acts are called in their editions: what `act:` looks at outside of an index."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from corpus.search.documents import naming
from corpus.store.tables import ACT_TITLES, ACTS, EDITIONS


def namings(session: Session, edition_ids: Collection[int]) -> Mapping[int, str]:
    """By edition: its title (the act's where it has none), the act's number and the NGR."""
    rows = session.execute(
        select(EDITIONS.c.id, EDITIONS.c.ngr, EDITIONS.c.title, ACT_TITLES.c.title, ACTS.c.number)
        .join(ACTS, ACTS.c.ngr == EDITIONS.c.ngr)
        .outerjoin(
            ACT_TITLES,
            and_(ACT_TITLES.c.ngr == EDITIONS.c.ngr, ACT_TITLES.c.language == EDITIONS.c.language),
        )
        .where(EDITIONS.c.id.in_(set(edition_ids)))
    )
    return {id_: naming(own or title or ngr, number, ngr) for id_, ngr, own, title, number in rows}
