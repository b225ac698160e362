"""Changes edition by edition: each step from one edition to the next, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from corpus.store.changes.feed import Selection
from corpus.store.changes.rows import NEWER, OLDER, ChangeRecord, change_record, with_labels
from corpus.store.tables import CHANGES


@dataclass(frozen=True)
class EditionStep:
    """Two editions of an act in one language, one after the other, by their ids."""

    older_id: int
    newer_id: int


def edition_steps(
    session: Session,
    which: Selection,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int,
    offset: int = 0,
) -> list[EditionStep]:
    """The steps that have changes of a selection, by the newer edition's label, the latest first.

    `since` and `until` (both inclusive) are days of that label; a label that is only a year is
    inside when all of it is. Editions without a day come last, and never when days are asked for.
    """
    conditions = [
        *which.conditions(),
        *([] if since is None else [NEWER.c.first_day >= since]),
        *([] if until is None else [NEWER.c.last_day <= until]),
    ]
    table = CHANGES.c
    query = (
        select(table.older_edition_id, table.newer_edition_id)
        .join(OLDER, OLDER.c.id == table.older_edition_id)
        .join(NEWER, NEWER.c.id == table.newer_edition_id)
        .where(*conditions)
        .group_by(table.ngr, table.older_edition_id, table.newer_edition_id, NEWER.c.first_day)
        .order_by(
            NEWER.c.first_day.is_(None),
            NEWER.c.first_day.desc(),
            table.ngr,
            table.newer_edition_id.desc(),
            table.older_edition_id.desc(),
        )
        .limit(limit)
        .offset(offset)
    )
    return [
        EditionStep(row.older_edition_id, row.newer_edition_id) for row in session.execute(query)
    ]


def changes_of_steps(
    session: Session, steps: Sequence[EditionStep], which: Selection
) -> dict[EditionStep, list[ChangeRecord]]:
    """The changes of each step that a selection wants, in the order of the comparison."""
    if not steps:
        return {}
    found: dict[EditionStep, list[ChangeRecord]] = {one: [] for one in steps}
    pairs = tuple_(CHANGES.c.older_edition_id, CHANGES.c.newer_edition_id)
    wanted = pairs.in_([(one.older_id, one.newer_id) for one in steps])
    rows = session.execute(
        with_labels(wanted, *which.conditions()).order_by(CHANGES.c.position, CHANGES.c.id)
    )
    for record in map(change_record, rows):
        found[EditionStep(record.older_edition_id, record.newer_edition_id)].append(record)
    return found
