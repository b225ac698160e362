"""The changes that tie an article to others of its act: moved, renumbered, split, merged."""

from __future__ import annotations

from sqlalchemy import or_
from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.store.changes.rows import ChangeRecord, change_record, with_labels
from corpus.store.tables import CHANGES


def changes_of_article(
    session: Session, ngr: str, language: Language, key: str
) -> list[ChangeRecord]:
    """The changes, not withdrawn, in which an article is either side, in the feed's order."""
    table = CHANGES.c
    rows = session.execute(
        with_labels(
            table.ngr == ngr,
            table.language == language,
            table.withdrawn_at.is_(None),
            or_(table.key == key, table.old_key == key),
        ).order_by(table.sequence)
    )
    return [change_record(row) for row in rows]
