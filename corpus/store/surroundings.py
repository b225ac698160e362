"""What stands around an article in an edition, without reading the whole edition."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, case, select
from sqlalchemy.orm import Session

from corpus.law import Article, Division
from corpus.store import law_json
from corpus.store.tables import EDITION_CONTENTS
from corpus.store.texts import load_articles

_PLACE = EDITION_CONTENTS.c
_CONTENTS = (
    select(
        _PLACE.item,
        _PLACE.key,
        _PLACE.text_hash,
        case((_PLACE.item == "division", _PLACE.body)).label("body"),
    )
    .where(_PLACE.edition_id == bindparam("edition"))
    .order_by(_PLACE.position)
)


@dataclass(frozen=True)
class Surroundings:
    """The articles beside one in an edition, and the edition's divisions, in their order."""

    previous: Article | None
    next: Article | None
    divisions: tuple[Division, ...]


def surroundings(session: Session, edition_id: int, key: str) -> Surroundings:
    """What stands around an article that the edition has."""
    rows = session.execute(_CONTENTS, {"edition": edition_id}).all()
    articles = [row for row in rows if row.item == "article"]
    place = [row.key for row in articles].index(key)
    before = articles[place - 1] if place else None
    after = articles[place + 1] if place + 1 < len(articles) else None
    found = load_articles(session, [row.text_hash for row in (before, after) if row])
    divisions = (law_json.content_from_text(row.item, row.body) for row in rows if row.body)
    return Surroundings(
        found[before.text_hash] if before else None,
        found[after.text_hash] if after else None,
        tuple(one for one in divisions if isinstance(one, Division)),
    )
