"""Which articles a key names, over all editions held of an act; and the texts at many places."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Text, cast, select, tuple_
from sqlalchemy.orm import Session

from corpus.keys import SEPARATOR
from corpus.law import Article
from corpus.store.tables import EDITION_CONTENTS, EDITIONS
from corpus.store.texts import load_articles


@dataclass(frozen=True)
class Named:
    """What keys name in an act: its articles, by key, and the keys that name nothing known.

    Of an article of which only points are named, the paths of the points in it; None: all of it.
    Keys that name nothing are among the articles too: they may yet come. `known` are all the keys
    of articles in any edition held.
    """

    articles: dict[str, tuple[str, ...] | None]
    unknown: tuple[str, ...]
    known: frozenset[str]


def articles_named(session: Session, ngr: str, keys: Sequence[str]) -> Named:
    """The articles that keys name in any edition held.

    A division's key names the articles and smaller divisions that stand in it or ever stood, a
    point's its article.
    """
    table = EDITION_CONTENTS.c
    rows = session.execute(
        select(table.key, cast(table.divisions, Text).label("around"))
        .join(EDITIONS, EDITIONS.c.id == table.edition_id)
        .where(EDITIONS.c.ngr == ngr, table.item == "article")
        .distinct()
    ).all()
    known = frozenset(row.key for row in rows)
    found: dict[str, tuple[str, ...] | None] = {}
    unknown = []
    for key in keys:
        inside = {row.key for row in rows if f'"{key}"' in (row.around or "")}
        around = None if key in known or inside else _article_around(key, known)
        if around is None:
            unknown += [] if key in known or inside else [key]
            smaller = {one for row in rows for one in _inside(key, row.around)}
            found |= dict.fromkeys((key, *sorted(inside | smaller)))
        elif found.get(around, ()) is not None:
            path = key.removeprefix(around + SEPARATOR)
            found[around] = (*(found.get(around) or ()), path)
    return Named(found, tuple(unknown), known)


def articles_at(
    session: Session, places: Collection[tuple[int, str]]
) -> Mapping[tuple[int, str], Article]:
    """The articles at places, each an edition's id and a key, in two queries."""
    table = EDITION_CONTENTS.c
    rows = session.execute(
        select(table.edition_id, table.key, table.text_hash).where(
            tuple_(table.edition_id, table.key).in_(list(places)), table.item == "article"
        )
    ).all()
    articles = load_articles(session, [row.text_hash for row in rows])
    return {(row.edition_id, row.key): articles[row.text_hash] for row in rows}


def _inside(key: str, around: str | None) -> Sequence[str]:
    """Of divisions as they are stored, the outermost first, those inside one of them."""
    divisions: list[str] = json.loads(around) if around and f'"{key}"' in around else []
    return divisions[divisions.index(key) + 1 :] if key in divisions else ()


def _article_around(key: str, known: Collection[str]) -> str | None:
    parts = key.split(SEPARATOR)
    outer = (SEPARATOR.join(parts[:size]) for size in range(len(parts) - 1, 0, -1))
    return next((one for one in outer if one in known), None)
