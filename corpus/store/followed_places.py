"""Whether there is what a follower narrows by: an act, an article or a place inside one.

A misspelt number would otherwise be followed in silence for ever.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from corpus.amendments import Amendment
from corpus.keys import SEPARATOR
from corpus.law import HoldingKind
from corpus.store import law_json
from corpus.store.amendments.tables import AMENDMENT_READINGS, AMENDMENTS
from corpus.store.errors import UnknownArticle
from corpus.store.finding import unknown_act
from corpus.store.tables import ACTS, CHANGES, EDITION_CONTENTS, EDITIONS
from corpus.store.texts import load_articles, nearest_keys


def check_followed(
    session: Session, ngr: str | None, key: str | None, watched: Collection[str] = ()
) -> None:
    """Raise UnknownAct, or UnknownArticle where nothing held or amended has such a key.

    An act that is known or `watched`, of which nothing is held, may have any article.
    """
    if ngr is not None and session.scalar(select(ACTS.c.ngr).where(ACTS.c.ngr == ngr)) is None:
        if ngr not in watched:
            raise unknown_act(session, ngr)
        return
    if key is None or _stands(session, ngr, key) or article_around(session, ngr, key):
        return
    if ngr is not None and not session.scalar(select(exists().where(EDITIONS.c.ngr == ngr))):
        return
    raise UnknownArticle(ngr, key, _where(session, ngr), nearest_keys(key, _keys(session, ngr)))


def article_around(session: Session, ngr: str | None, key: str) -> str | None:
    """The article that has a place inside it with the key; None: it is no place inside one."""
    if _stands(session, ngr, key):
        return None
    parts = key.split(SEPARATOR)
    outer = [SEPARATOR.join(parts[:size]) for size in range(len(parts) - 1, 0, -1)]
    return next((one for one in outer if _has_place(session, ngr, one, key)), None)


def _stands(session: Session, ngr: str | None, key: str) -> bool:
    """By one index each: in an edition, in an amendment, in a change."""
    table, change = EDITION_CONTENTS.c, CHANGES.c
    in_text = exists().where(table.key == key, table.edition_id == EDITIONS.c.id, *_of(ngr))
    in_note = exists().where(
        AMENDMENTS.c.key == key, *([] if ngr is None else [AMENDMENTS.c.ngr == ngr])
    )
    in_change = exists().where(change.ngr == ngr, or_(change.key == key, change.old_key == key))
    return any(
        session.scalar(select(one)) for one in (in_text, in_note, *([in_change] if ngr else []))
    )


def _has_place(session: Session, ngr: str | None, article: str, key: str) -> bool:
    """Whether an article ever had a place inside it, or an amendment names that."""
    table = EDITION_CONTENTS.c
    hashes = session.scalars(
        select(table.text_hash)
        .join(EDITIONS, EDITIONS.c.id == table.edition_id)
        .where(table.key == article, table.text_hash.is_not(None), *_of(ngr))
        .distinct()
    ).all()
    path = key.removeprefix(article + SEPARATOR)
    texts = load_articles(session, [one for one in hashes if one]).values()
    places = {block.key for text in texts for block in text.blocks if block.key}
    if any(_inside(place, path) for place in places):
        return True
    bodies = session.scalars(
        select(AMENDMENT_READINGS.c.body)
        .join(AMENDMENTS, AMENDMENTS.c.reading_id == AMENDMENT_READINGS.c.id)
        .where(AMENDMENTS.c.key == article, *([] if ngr is None else [AMENDMENTS.c.ngr == ngr]))
    )
    named = (law_json.from_json(Amendment, body).target.block_key or "" for body in bodies)
    return any(_inside(one, key) for one in named)


def _inside(place: str, path: str) -> bool:
    """Whether a place is that of a path, or stands in it."""
    return f"{place}{SEPARATOR}".startswith(f"{path}{SEPARATOR}")


def _of(ngr: str | None) -> list[ColumnElement[bool]]:
    return [] if ngr is None else [EDITIONS.c.ngr == ngr]


def _keys(session: Session, ngr: str | None) -> Collection[str]:
    table = EDITION_CONTENTS.c
    wanted = select(table.key).where(table.item == "article", table.key.is_not(None)).distinct()
    if ngr is not None:
        wanted = wanted.join(EDITIONS, EDITIONS.c.id == table.edition_id).where(*_of(ngr))
    return [key for key in session.scalars(wanted) if key]


def _where(session: Session, ngr: str | None) -> str:
    whole = exists().where(EDITIONS.c.holding == HoldingKind.WHOLE, *_of(ngr))
    if ngr is None or session.scalar(select(whole)):
        return "any edition held"
    return "any edition held, and no edition is held whole"
