"""Asking for amendments: the feed by three axes, and those of a place.

Paging goes in rounds: see `AmendmentCursor`. A round's rows are all that had come by its beginning
(its horizon), in the axis's order; what comes meanwhile is the next round's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import Session

from corpus.amendments import EntryIntoForce
from corpus.law import EditionLabel, Language
from corpus.store import law_json
from corpus.store.amendments.narrowing import DAYS, WantedAmendments, narrowed_to
from corpus.store.amendments.recording import UNKNOWN_DAY
from corpus.store.amendments.records import AmendmentCursor, AmendmentRecord, Axis
from corpus.store.amendments.rows import amendment_of
from corpus.store.amendments.tables import AMENDMENT_READINGS, AMENDMENTS
from corpus.store.batches import batches
from corpus.store.errors import ForeignCursor
from corpus.store.tables import EDITION_SNAPSHOTS, EDITIONS, SNAPSHOTS

_NARROW = 2_000
"""A round of at most so many places is found by its places and sorted, not walked by the day."""
_FIRST, _LAST = EDITIONS.alias("first"), EDITIONS.alias("last")
_ALL_THAT_STAND = WantedAmendments()


def amendments(
    session: Session,
    wanted: WantedAmendments = _ALL_THAT_STAND,
    *,
    limit: int = 100,
    cursor: AmendmentCursor | None = None,
) -> tuple[list[AmendmentRecord], AmendmentCursor]:
    """A page of the feed, and the cursor that goes on from there, now or later.

    In the axis's order, those of one day in the order in which they came; unknown days last. Who
    follows the feed with `withdrawn` is given an amendment again, now as withdrawn. The cursor's
    `horizon` is set while its round has more.
    Raises ForeignCursor where the cursor is ahead of all that is stored here.
    """
    cursor = cursor or AmendmentCursor()
    table = AMENDMENTS.c
    now = session.scalar(select(func.max(table.sequence))) or 0
    horizon = now if cursor.horizon is None else cursor.horizon
    if max(horizon, cursor.since, cursor.sequence or 0) > now:
        raise ForeignCursor
    narrow = horizon - cursor.since <= _NARROW
    order = _order(wanted.by, narrow=narrow)
    # Beside the axis's own index the places must not look like one to walk along.
    place = table.sequence if narrow or wanted.by is Axis.SEEN else _unindexed(table.sequence)
    which = [
        place > cursor.since,
        place <= horizon,
        *_after(order, cursor),
        *narrowed_to(session, wanted),
    ]
    # Found in the indexes alone; only the page's own rows are read.
    ids = list(session.scalars(select(table.id).where(*which).order_by(*order).limit(limit + 1)))
    given, more = records_in_order(session, ids[:limit]), len(ids) > limit
    if not more:
        return given, AmendmentCursor(since=horizon)
    last = given[-1] if given else None
    return given, replace(
        cursor,
        horizon=horizon,
        day=_day_of(wanted.by, last) if last else cursor.day,
        sequence=last.sequence if last else cursor.sequence,
    )


def amendments_of_place(
    session: Session, ngr: str, language: Language | None, key: str | None
) -> list[AmendmentRecord]:
    """The standing amendments of an article or division (None: of the act as a whole).

    In one language or all; the oldest act first, those of unknown date last.
    """
    return amendments_of_places(session, ngr, language, [key])[key]


def amendments_of_places(
    session: Session, ngr: str, language: Language | None, keys: Collection[str | None]
) -> dict[str | None, list[AmendmentRecord]]:
    """The same of several places, in one query."""
    found: dict[str | None, list[AmendmentRecord]] = {key: [] for key in keys}
    asked = {
        "ngr": ngr,
        "keys": [key for key in found if key is not None],
        "of_act": None in found,
        "languages": list(Language) if language is None else [language],
    }
    for row in session.execute(_STANDING, asked):
        found[row.key].append(_record(row))
    return found


def records_of(session: Session, wanted: Select[Any]) -> list[AmendmentRecord]:
    """The amendments that a query for rows of their table finds, in the feed's order."""
    return [_record(row) for row in session.execute(_with_evidence(wanted, _order(Axis.SEEN)))]


def records_in_order(session: Session, ids: Sequence[int]) -> list[AmendmentRecord]:
    """The amendments with these ids, in their order."""
    found = {
        one.id: one
        for batch in batches(ids)
        for one in records_of(session, select(AMENDMENTS).where(AMENDMENTS.c.id.in_(batch)))
    }
    return [found[number] for number in ids]


def _order(by: Axis, *, narrow: bool = False) -> list[ColumnElement[Any]]:
    """What a page is sorted by. In a narrow round the day is no index to walk along."""
    day = DAYS.get(by)
    if day is None:
        return [AMENDMENTS.c.sequence]
    return [_unindexed(day) if narrow else day, AMENDMENTS.c.sequence]


def _unindexed(column: Column[Any]) -> ColumnElement[Any]:
    """A column's values, in a form that no database takes for an index."""
    return func.coalesce(column, column)


def _after(
    order: Sequence[ColumnElement[Any]], cursor: AmendmentCursor
) -> Iterable[ColumnElement[bool]]:
    """What comes behind the last row given in the round."""
    if cursor.horizon is None or cursor.sequence is None:
        return []
    sequence = literal(cursor.sequence, Integer)
    if len(order) == 1:
        return [order[0] > sequence]
    day = date.fromisoformat(cursor.day) if cursor.day else UNKNOWN_DAY
    return [tuple_(*order) > tuple_(literal(day, Date), sequence)]


def _day_of(by: Axis, record: AmendmentRecord) -> str:
    days = {Axis.IN_FORCE: record.entry.on, Axis.ADOPTED: record.amendment.act.adopted}
    day = days.get(by)
    return day.isoformat() if day else ""


def _with_evidence(page: Select[Any], order: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """A page's rows, each with its reading, its editions' labels and its first response."""
    one = page.subquery("page")
    links = EDITION_SNAPSHOTS.c
    return (
        select(
            one,
            AMENDMENT_READINGS.c.body,
            _FIRST.c.label.label("first_label"),
            _FIRST.c.sample.label("sample"),
            _LAST.c.label.label("last_label"),
            SNAPSHOTS.c.sha256,
            SNAPSHOTS.c.url,
        )
        .join(AMENDMENT_READINGS, AMENDMENT_READINGS.c.id == one.c.reading_id)
        .join(_FIRST, _FIRST.c.id == one.c.first_edition_id)
        .join(_LAST, _LAST.c.id == one.c.last_edition_id)
        .outerjoin(
            EDITION_SNAPSHOTS, and_(links.edition_id == one.c.first_edition_id, links.position == 0)
        )
        .outerjoin(SNAPSHOTS, SNAPSHOTS.c.id == links.snapshot_id)
        .order_by(*(one.c[column.name] for column in order if isinstance(column, Column)))
    )


_STANDING = _with_evidence(
    select(AMENDMENTS).where(
        AMENDMENTS.c.withdrawn_at.is_(None),
        AMENDMENTS.c.ngr == bindparam("ngr"),
        or_(
            AMENDMENTS.c.key.in_(bindparam("keys", expanding=True)),
            and_(AMENDMENTS.c.key.is_(None), bindparam("of_act", type_=Boolean)),
        ),
        AMENDMENTS.c.language.in_(bindparam("languages", expanding=True)),
    ),
    _order(Axis.ADOPTED),
)


def _record(row: Row[Any]) -> AmendmentRecord:
    return AmendmentRecord(
        id=row.id,
        sequence=row.sequence,
        ngr=row.ngr,
        language=Language(row.language),
        amendment=amendment_of(row),
        entry=law_json.from_json(EntryIntoForce, row.entry),
        heading=row.heading,
        first_label=EditionLabel.parse(row.first_label),
        last_label=EditionLabel.parse(row.last_label),
        edition_id=row.first_edition_id,
        snapshot_sha256=row.sha256,
        url=row.url,
        sample=row.sample,
        recorded_at=row.recorded_at,
        withdrawn_at=row.withdrawn_at,
    )
