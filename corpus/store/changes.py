"""Changes between editions: kept as a feed that only grows.

Comparing is done above the corpus, so the store takes plain values. A change that no longer holds
(an edition was corrected, or one was found in between) is marked as withdrawn, never deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Language
from corpus.store import law_json
from corpus.store.tables import CHANGES, EDITIONS

_OLDER = EDITIONS.alias("older")
_NEWER = EDITIONS.alias("newer")
JsonValue = dict[str, Any] | list[Any] | str | int | float | bool | None


@dataclass(frozen=True)
class ChangeRow:
    """What differs in one article between two editions, as plain values.

    `key` is the article's key in the newer edition, or in the older one when it is gone there.
    `redline` is JSON; `rule` names the rule by which a change counts as technical.
    """

    key: str
    kind: str
    heading: str
    old_key: str | None = None
    new_key: str | None = None
    rule: str | None = None
    redline: JsonValue = None
    old_text_hash: str | None = None
    new_text_hash: str | None = None


@dataclass(frozen=True)
class ChangeRecord:
    """A stored change, with the editions it lies between.

    `sequence` is its place in the feed, a later one once it is withdrawn: the feed's cursor.
    """

    id: int
    sequence: int
    ngr: str
    language: Language
    older_edition_id: int
    newer_edition_id: int
    older_label: EditionLabel
    newer_label: EditionLabel
    change: ChangeRow
    sample: bool
    recorded_at: datetime
    withdrawn_at: datetime | None


def replace_changes(
    session: Session,
    ngr: str,
    language: Language,
    older_id: int,
    newer_id: int,
    changes: Sequence[ChangeRow],
    *,
    recorded_at: datetime,
) -> int:
    """Store the changes between two editions; gives how many rows were written or withdrawn.

    What is stored already stays as it is, also when an edition's row was revised meanwhile and
    the change is the same: nobody who follows the feed sees it twice. Two rows of one label are a
    pair of their own: a later revision says nothing of an earlier one.
    """
    table = CHANGES.c
    standing = session.execute(
        _with_labels(
            table.ngr == ngr,
            table.language == language,
            table.withdrawn_at.is_(None),
            *_of_pair(session, older_id, newer_id),
        )
    ).all()
    wanted = {_identity(one): (position, one) for position, one in enumerate(changes)}
    gone = [row.id for row in standing if wanted.pop(_identity(_row_value(row)), None) is None]
    _withdraw(session, gone, recorded_at)
    first = _next_place(session)
    rows = [
        {
            **asdict(one),
            "sequence": first + place,
            "redline": one.redline,
            "ngr": ngr,
            "language": language,
            "older_edition_id": older_id,
            "newer_edition_id": newer_id,
            "position": position,
            "recorded_at": recorded_at,
        }
        for place, (position, one) in enumerate(wanted.values())
    ]
    if rows:
        session.execute(insert(CHANGES), rows)
    return len(rows) + len(gone)


def keep_only_pairs(
    session: Session,
    ngr: str,
    language: Language,
    pairs: Collection[tuple[int, int]],
    *,
    withdrawn_at: datetime,
) -> int:
    """Withdraw the changes between editions that are neighbours no more; gives how many.

    `pairs` are the ids of the older and the newer edition of all neighbours there are now. What
    changed from one row of a label to the next stays: it happened, whatever came since.
    """
    table = CHANGES.c
    ids = {number for pair in pairs for number in pair}
    rows = session.execute(select(EDITIONS.c.id, EDITIONS.c.label).where(EDITIONS.c.id.in_(ids)))
    labels = {row.id: row.label for row in rows}
    neighbours = {(labels[older], labels[newer]) for older, newer in pairs}
    standing = session.execute(
        _with_labels(
            table.ngr == ngr,
            table.language == language,
            table.withdrawn_at.is_(None),
            _OLDER.c.label != _NEWER.c.label,
        )
    )
    gone = [row.id for row in standing if (row.older_label, row.newer_label) not in neighbours]
    _withdraw(session, gone, withdrawn_at)
    return len(gone)


def changes(
    session: Session,
    since: datetime | None = None,
    ngr: str | None = None,
    key: str | None = None,
    language: Language | None = None,
    limit: int = 100,
    after_cursor: int | None = None,
    *,
    withdrawn: bool = False,
) -> list[ChangeRecord]:
    """The feed, in the order in which the changes were stored or withdrawn.

    The next page begins after the last record's `sequence`: it is in the order of the commits, so
    nothing is skipped. Withdrawn changes come only with `withdrawn`: who follows the feed with it
    sees a change again, now as withdrawn. `since` is the moment of storing or withdrawing.
    """
    table = CHANGES.c
    which = [
        *([] if since is None else [or_(table.recorded_at >= since, table.withdrawn_at >= since)]),
        *([] if ngr is None else [table.ngr == ngr]),
        *([] if key is None else [or_(table.key == key, table.old_key == key)]),
        *([] if language is None else [table.language == language]),
        *([] if after_cursor is None else [table.sequence > after_cursor]),
        *([] if withdrawn else [table.withdrawn_at.is_(None)]),
    ]
    return [
        _record(row)
        for row in session.execute(_with_labels(*which).order_by(table.sequence).limit(limit))
    ]


def changes_between(session: Session, older_id: int, newer_id: int) -> list[ChangeRecord]:
    """The changes that stand between two editions, in the comparison's order."""
    table = CHANGES.c
    pair = (
        *_of_pair(session, older_id, newer_id),
        table.ngr == select(EDITIONS.c.ngr).where(EDITIONS.c.id == newer_id).scalar_subquery(),
        table.language
        == select(EDITIONS.c.language).where(EDITIONS.c.id == newer_id).scalar_subquery(),
    )
    rows = session.execute(
        _with_labels(*pair, table.withdrawn_at.is_(None)).order_by(table.position, table.id)
    )
    return [_record(row) for row in rows]


def _with_labels(*which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            CHANGES,
            _OLDER.c.label.label("older_label"),
            _NEWER.c.label.label("newer_label"),
            _NEWER.c.sample.label("sample"),
        )
        .join(_OLDER, _OLDER.c.id == CHANGES.c.older_edition_id)
        .join(_NEWER, _NEWER.c.id == CHANGES.c.newer_edition_id)
        .where(*which)
    )


def _of_pair(session: Session, older_id: int, newer_id: int) -> tuple[ColumnElement[bool], ...]:
    """Between editions of two labels, whichever rows they had then; or of two rows of one label."""
    older, newer = (
        session.scalar(select(EDITIONS.c.label).where(EDITIONS.c.id == number))
        for number in (older_id, newer_id)
    )
    if older == newer:
        return (CHANGES.c.older_edition_id == older_id, CHANGES.c.newer_edition_id == newer_id)
    return (_OLDER.c.label == older, _NEWER.c.label == newer)


def _withdraw(session: Session, ids: Sequence[int], withdrawn_at: datetime) -> None:
    if ids:
        places = enumerate(ids, _next_place(session))
        values = [{"number": one, "place": place, "at": withdrawn_at} for place, one in places]
        one = update(CHANGES).where(CHANGES.c.id == bindparam("number"))
        session.connection().execute(
            one.values(withdrawn_at=bindparam("at"), sequence=bindparam("place")), values
        )


def _next_place(session: Session) -> int:
    """The next place in the feed. There is one writer at a time, and no row is ever deleted."""
    return (session.scalar(select(func.max(CHANGES.c.sequence))) or 0) + 1


def _row_value(row: Row[Any]) -> ChangeRow:
    return ChangeRow(
        key=row.key,
        kind=row.kind,
        heading=row.heading,
        old_key=row.old_key,
        new_key=row.new_key,
        rule=row.rule,
        redline=row.redline,
        old_text_hash=row.old_text_hash,
        new_text_hash=row.new_text_hash,
    )


def _identity(change: ChangeRow) -> str:
    """What makes two changes the same one.

    All but the stored texts: their footnotes may have been read better since.
    """
    return law_json.dumps({**asdict(change), "old_text_hash": None, "new_text_hash": None})


def _record(row: Row[Any]) -> ChangeRecord:
    return ChangeRecord(
        id=row.id,
        sequence=row.sequence,
        ngr=row.ngr,
        language=Language(row.language),
        older_edition_id=row.older_edition_id,
        newer_edition_id=row.newer_edition_id,
        older_label=EditionLabel.parse(row.older_label),
        newer_label=EditionLabel.parse(row.newer_label),
        change=_row_value(row),
        sample=row.sample,
        recorded_at=row.recorded_at,
        withdrawn_at=row.withdrawn_at,
    )
