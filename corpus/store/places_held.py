"""Where articles stand in the current editions of an act."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.store.tables import EDITION_CONTENTS, EDITIONS, TEXTS

_OF_ACT = (
    select(
        EDITION_CONTENTS.c.edition_id,
        EDITION_CONTENTS.c.key,
        EDITION_CONTENTS.c.text_hash,
        EDITION_CONTENTS.c.divisions,
        TEXTS.c.wording_hash,
    )
    .join(EDITIONS, EDITIONS.c.id == EDITION_CONTENTS.c.edition_id)
    .join(TEXTS, TEXTS.c.hash == EDITION_CONTENTS.c.text_hash)
    .where(
        EDITIONS.c.ngr == bindparam("ngr"),
        EDITIONS.c.language == bindparam("language"),
        EDITIONS.c.superseded_at.is_(None),
    )
    .order_by(EDITION_CONTENTS.c.edition_id, EDITION_CONTENTS.c.position)
)
_OF_KEY = _OF_ACT.where(EDITION_CONTENTS.c.key == bindparam("key"))


def places_held(
    session: Session, ngr: str, language: Language, key: str | None = None
) -> list[Row[Any]]:
    """The places of one article, or of all, by edition and in its order.

    Rows of `edition_id`, `key`, `text_hash`, `divisions` (None where it stands in none) and
    `wording_hash`.
    """
    of_act = {"ngr": ngr, "language": language}
    if key is None:
        return list(session.execute(_OF_ACT, of_act))
    return list(session.execute(_OF_KEY, of_act | {"key": key}))
