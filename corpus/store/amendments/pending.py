"""Amendments that are announced and not in the wording yet, the newest in the feed first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from corpus.amendments import Role, Verb
from corpus.law import Language
from corpus.store.amendments.feed import records_of
from corpus.store.amendments.recording import UNKNOWN_DAY
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.amendments.tables import AMENDMENT_READINGS, AMENDMENTS
from corpus.store.changes.feed import PartOfAct


def newest_announced(
    session: Session,
    parts: Sequence[PartOfAct] | None,
    language: Language | None,
    limit: int,
    before_cursor: int | None = None,
) -> list[AmendmentRecord]:
    """What notes foresee, and what they say starts on a later day, withdrawn ones too.

    Of the parts of acts named (None: of all); what is announced for an act as a whole is for its
    parts too. The page before it ends below a `sequence`.
    """
    table = AMENDMENTS.c
    day_known = table.in_force_day < UNKNOWN_DAY
    role = AMENDMENT_READINGS.c.body["role"].as_string()
    wanted = (
        select(AMENDMENTS)
        .join(AMENDMENT_READINGS, AMENDMENT_READINGS.c.id == table.reading_id)
        .where(
            or_(role == Role.FORESEEN, and_(table.verb == Verb.LATER_START, day_known)),
            *([] if parts is None else [or_(false(), *map(_in_part, parts))]),
            *([] if language is None else [table.language == language]),
            *([] if before_cursor is None else [table.sequence < before_cursor]),
        )
        .order_by(table.sequence.desc())
        .limit(limit)
    )
    return records_of(session, wanted)[::-1]


def _in_part(part: PartOfAct) -> ColumnElement[bool]:
    table = AMENDMENTS.c
    if part.keys is None:
        return table.ngr == part.ngr
    return and_(table.ngr == part.ngr, or_(table.key.is_(None), table.key.in_(part.keys)))
