"""Writing the changes between editions: a feed that only grows.

Comparing is done above the corpus, so the store takes plain values. A change that no longer holds
(an edition was corrected, or one was found in between) is marked as withdrawn, never deleted.

Its order: see `corpus.store.feed_order`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, insert, select, update
from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.store import law_json
from corpus.store.changes.rows import NEWER, OLDER, ChangeRow, row_value, with_labels
from corpus.store.feed_order import next_moment, next_place
from corpus.store.listing import touch_act
from corpus.store.tables import CHANGES, EDITIONS


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
        with_labels(
            table.ngr == ngr,
            table.language == language,
            table.withdrawn_at.is_(None),
            *of_pair(session, older_id, newer_id),
        )
    ).all()
    wanted = {what_changed(one): (position, one) for position, one in enumerate(changes)}
    gone = [row.id for row in standing if wanted.pop(what_changed(row_value(row)), None) is None]
    _withdraw(session, gone, recorded_at)
    first = next_place(session, CHANGES)
    moment = next_moment(session, CHANGES, recorded_at)
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
            "recorded_at": moment,
        }
        for place, (position, one) in enumerate(wanted.values())
    ]
    if rows:
        session.execute(insert(CHANGES), rows)
    if rows or gone:
        touch_act(session, ngr)
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
        with_labels(
            table.ngr == ngr,
            table.language == language,
            table.withdrawn_at.is_(None),
            OLDER.c.label != NEWER.c.label,
        )
    )
    gone = [row.id for row in standing if (row.older_label, row.newer_label) not in neighbours]
    _withdraw(session, gone, withdrawn_at)
    if gone:
        touch_act(session, ngr)
    return len(gone)


def of_pair(session: Session, older_id: int, newer_id: int) -> tuple[ColumnElement[bool], ...]:
    """Between editions of two labels, whichever rows they had then; or of two rows of one label."""
    older, newer = (
        session.scalar(select(EDITIONS.c.label).where(EDITIONS.c.id == number))
        for number in (older_id, newer_id)
    )
    if older == newer:
        return (CHANGES.c.older_edition_id == older_id, CHANGES.c.newer_edition_id == newer_id)
    return (OLDER.c.label == older, NEWER.c.label == newer)


def _withdraw(session: Session, ids: Sequence[int], withdrawn_at: datetime) -> None:
    if ids:
        moment = next_moment(session, CHANGES, withdrawn_at, withdrawing=True)
        places = enumerate(ids, next_place(session, CHANGES))
        values = [{"number": one, "place": place, "at": moment} for place, one in places]
        one = update(CHANGES).where(CHANGES.c.id == bindparam("number"))
        session.connection().execute(
            one.values(withdrawn_at=bindparam("at"), sequence=bindparam("place")), values
        )


def what_changed(change: ChangeRow) -> str:
    """What makes two changes between the same editions the same one.

    All but the stored texts: their footnotes may have been read better since.
    """
    return law_json.dumps({**asdict(change), "old_text_hash": None, "new_text_hash": None})
