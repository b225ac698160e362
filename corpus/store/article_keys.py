"""The keys of an edition's articles, without their texts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.store.tables import EDITION_CONTENTS


def article_keys(session: Session, edition_id: int) -> Sequence[str]:
    """The keys in the edition's order."""
    contents = EDITION_CONTENTS.c
    return list(
        session.scalars(
            select(contents.key)
            .where(contents.edition_id == edition_id, contents.item == "article")
            .order_by(contents.position)
        )
    )
