"""Amendments as lists for readers, the newest first, and where the articles they name can be read.

Who follows them asks the `feed`, which gives each once; these lists go by pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, case, func, select, tuple_
from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Language
from corpus.store.amendments.feed import records_in_order
from corpus.store.amendments.narrowing import WantedAmendments, narrowed_to
from corpus.store.amendments.recording import UNKNOWN_DAY
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.tables import EDITION_CONTENTS, EDITIONS

ReadAt = Mapping[tuple[str, Language, str], EditionLabel]
"""By act, language and key of an article: the newest edition held that has it."""


def newest_adopted(
    session: Session,
    ngr: str,
    language: Language,
    *,
    year: int | None = None,
    key: str | None = None,
    limit: int,
    offset: int = 0,
) -> tuple[list[AmendmentRecord], int]:
    """The standing amendments of an act by the amending acts' days, and how many there are.

    The newest act first, its amendments in the order in which they came; acts whose day is not
    known come last, and with `year` not at all.
    """
    table = AMENDMENTS.c
    which = [
        table.ngr == ngr,
        table.language == language,
        table.withdrawn_at.is_(None),
        *([] if key is None else [table.key == key]),
        *([] if year is None else _of_year(year)),
    ]
    unknown = case((table.adopted_day == UNKNOWN_DAY, 1), else_=0)
    order = (unknown, table.adopted_day.desc(), table.sequence)
    page = select(table.id).where(*which).order_by(*order).limit(limit).offset(offset)
    total = session.scalar(select(func.count()).select_from(AMENDMENTS).where(*which)) or 0
    return records_in_order(session, list(session.scalars(page))), total


def years_of_amendments(session: Session, ngr: str, language: Language) -> list[int]:
    """The years of the acts that amended an act, the newest first."""
    table = AMENDMENTS.c
    days = session.scalars(
        select(table.adopted_day)
        .where(
            table.ngr == ngr,
            table.language == language,
            table.withdrawn_at.is_(None),
            table.adopted_day != UNKNOWN_DAY,
        )
        .distinct()
    )
    return sorted({day.year for day in days}, reverse=True)


def newest_learned(
    session: Session, wanted: WantedAmendments, limit: int, before: int | None = None
) -> list[AmendmentRecord]:
    """The amendments that are wanted, those learned last first.

    The next page is `before` the last one's `sequence`.
    """
    table = AMENDMENTS.c
    page = (
        select(table.id)
        .where(
            *([] if before is None else [table.sequence < before]),
            *narrowed_to(session, wanted),
        )
        .order_by(table.sequence.desc())
        .limit(limit)
    )
    return records_in_order(session, list(session.scalars(page)))


def read_at(session: Session, records: Sequence[AmendmentRecord]) -> ReadAt:
    """Where the articles that amendments name can be read; divisions and the rest are left out."""
    contents, table = EDITION_CONTENTS.c, EDITIONS.c
    named = {
        (one.ngr, one.language, one.amendment.target.key)
        for one in records
        if one.amendment.target.key
    }
    rows = session.execute(
        select(table.ngr, table.language, contents.key, table.label)
        .join(EDITIONS, table.id == contents.edition_id)
        .where(
            table.superseded_at.is_(None),
            contents.item == "article",
            tuple_(table.ngr, table.language, contents.key).in_(named),
        )
        .order_by(table.first_day.nulls_first())
    )
    return {
        (row.ngr, Language(row.language), row.key): EditionLabel.parse(row.label) for row in rows
    }


def _of_year(year: int) -> list[ColumnElement[bool]]:
    day = AMENDMENTS.c.adopted_day
    return [day >= date(year, 1, 1), day <= date(year, 12, 31)]
