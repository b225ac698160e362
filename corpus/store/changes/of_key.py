"""The changes that tie an article to others of its act: moved, renumbered, split, merged."""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, or_
from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.store.changes.rows import ChangeRecord, change_record, with_labels
from corpus.store.tables import CHANGES

_KEY: BindParameter[str] = bindparam("key")
_OF_ARTICLE = with_labels(
    CHANGES.c.ngr == bindparam("ngr"),
    CHANGES.c.language == bindparam("language"),
    CHANGES.c.withdrawn_at.is_(None),
    or_(CHANGES.c.key == _KEY, CHANGES.c.old_key == _KEY),
).order_by(CHANGES.c.sequence)


def changes_of_article(
    session: Session, ngr: str, language: Language, key: str
) -> list[ChangeRecord]:
    """The changes, not withdrawn, in which an article is either side, in the feed's order."""
    article = {"ngr": ngr, "language": language, "key": key}
    return [change_record(row) for row in session.execute(_OF_ARTICLE, article)]
