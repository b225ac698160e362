"""Reading law text: whole editions, and articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from corpus.keys import covers, key_order
from corpus.law import (
    Article,
    ArticleKind,
    Edition,
    EditionLabel,
    Holding,
    HoldingKind,
    Language,
)
from corpus.store import law_json
from corpus.store.batches import batches
from corpus.store.errors import CutOff, NotHeld, UnknownArticle
from corpus.store.finding import edition_by_id, editions, find_edition, newest_first
from corpus.store.records import ArticleRecord, EditionSummary
from corpus.store.tables import EDITION_CONTENTS, TEXTS

_NEAREST = 3


def edition(session: Session, edition_id: int) -> Edition:
    """A whole edition, equal to what was stored; raises UnknownEditionId."""
    summary = edition_by_id(session, edition_id)
    table = EDITION_CONTENTS.c
    rows = session.execute(
        select(table.item, table.body, TEXTS.c.body.label("text"))
        .outerjoin(TEXTS, TEXTS.c.hash == table.text_hash)
        .where(table.edition_id == edition_id)
        .order_by(table.position)
    )
    return Edition(
        ngr=summary.ngr,
        language=summary.language,
        label=summary.label,
        title=summary.title,
        content=tuple(law_json.content_from_text(row.item, row.body or row.text) for row in rows),
        requisites=summary.requisites,
        status=summary.status,
        holding=summary.holding,
        known_on=summary.known_on,
        cause=summary.cause,
        sample=summary.sample,
    )


def article(session: Session, edition_id: int, key: str) -> ArticleRecord:
    """An article of an edition.

    Raises UnknownEditionId; NotHeld where the edition does not hold that place of its act;
    UnknownArticle, with the nearest keys, where it holds the place and there is no such article.
    """
    return _article(session, edition_by_id(session, edition_id), key)


def find_article(
    session: Session,
    ngr: str,
    language: Language,
    key: str,
    label: EditionLabel | None = None,
    on: date | None = None,
) -> ArticleRecord:
    """An article in the edition of a label, or as it stood on a day, or in the newest edition.

    The newest is the newest that holds the article's place in the act. For a day the answer is
    given only if that day's edition surely has the whole article. Raises what `find_edition` and
    `article` raise.
    """
    if label is None and on is None:
        return _newest_article(session, ngr, language, key)
    summary = find_edition(session, ngr, language, label, on)
    found = _article(session, summary, key)
    if on is not None and not found.complete:
        raise CutOff(ngr, language, key, summary.label, holding_in_words(summary.holding))
    return found


def holding_in_words(holding: Holding) -> str:
    """How much an edition holds, for a sentence: `the beginning`, `ch_13-1`."""
    if holding.kind is HoldingKind.PARTS:
        return ", ".join(holding.keys)
    return "the beginning" if holding.kind is HoldingKind.BEGINNING else "the whole"


def outline(summary: EditionSummary, rows: Iterable[tuple[str, Collection[str]]]) -> Edition:
    """An edition without words, from the keys and divisions of its articles: for `covers`."""
    return Edition(
        ngr=summary.ngr,
        language=summary.language,
        label=summary.label,
        title=summary.title,
        content=tuple(
            Article(ArticleKind.ARTICLE, key, divisions=tuple(divisions)) for key, divisions in rows
        ),
        holding=summary.holding,
    )


def load_articles(session: Session, hashes: Collection[str]) -> Mapping[str, Article]:
    """Articles by the hash of their text."""
    found: dict[str, Article] = {}
    for batch in batches(dict.fromkeys(hashes)):
        rows = session.execute(select(TEXTS.c.hash, TEXTS.c.body).where(TEXTS.c.hash.in_(batch)))
        found.update((row.hash, law_json.article_from_text(row.body)) for row in rows)
    return found


def _article(session: Session, summary: EditionSummary, key: str) -> ArticleRecord:
    table = EDITION_CONTENTS.c
    row = session.execute(
        select(TEXTS)
        .join(EDITION_CONTENTS, table.text_hash == TEXTS.c.hash)
        .where(table.edition_id == summary.id, table.key == key)
        .order_by(table.position)
        .limit(1)
    ).first()
    if row is None:
        raise _missing(session, summary, key)
    complete = summary.holding.kind is HoldingKind.WHOLE or covers(_outline(session, summary), key)
    return _record(row, summary, complete=complete)


def _record(row: Row[Any], summary: EditionSummary, *, complete: bool) -> ArticleRecord:
    return ArticleRecord(
        law_json.article_from_text(row.body), row.hash, row.wording_hash, summary, complete
    )


def _outline(session: Session, summary: EditionSummary) -> Edition:
    table = EDITION_CONTENTS.c
    rows = session.execute(
        select(table.key, table.divisions)
        .where(table.edition_id == summary.id, table.item == "article")
        .order_by(table.position)
    )
    return outline(summary, [(row.key, row.divisions) for row in rows])


def _missing(session: Session, summary: EditionSummary, key: str) -> NotHeld | UnknownArticle:
    shape = _outline(session, summary)
    divisions = _divisions_elsewhere(session, summary, key)
    if not covers(shape, key, divisions, order_elsewhere(session, summary.ngr, key)):
        return NotHeld(summary.ngr, key, summary.label, holding_in_words(summary.holding))
    where = f"edition {summary.label} ({summary.language})"
    return UnknownArticle(summary.ngr, key, where, nearest_keys(key, shape.by_key))


def _divisions_elsewhere(session: Session, summary: EditionSummary, key: str) -> list[str]:
    """The divisions that stand around an article in the act's other editions."""
    others = [one.id for one in editions(session, summary.ngr)]
    table = EDITION_CONTENTS.c
    rows = session.scalars(
        select(table.divisions).where(table.key == key, table.edition_id.in_(others))
    )
    return [division for divisions in rows for division in divisions or ()]


def order_elsewhere(session: Session, ngr: str, key: str) -> list[str]:
    """The keys of an edition that has an article, in the act's order; none if no edition has it."""
    table = EDITION_CONTENTS.c
    others = [one.id for one in editions(session, ngr)]
    holder = session.scalar(
        select(table.edition_id)
        .where(table.key == key, table.item == "article", table.edition_id.in_(others))
        .limit(1)
    )
    found = session.scalars(
        select(table.key)
        .where(table.edition_id == holder, table.item == "article")
        .order_by(table.position)
    )
    return [one for one in found if one is not None]


def _newest_article(session: Session, ngr: str, language: Language, key: str) -> ArticleRecord:
    held = newest_first(editions(session, ngr, language))
    refused: NotHeld | None = None
    cut: ArticleRecord | None = None
    for summary in held:
        try:
            found = _article(session, summary, key)
        except NotHeld as error:
            refused = refused or error
            continue
        except UnknownArticle:
            if cut:
                return cut
            raise
        if found.complete:
            return found
        cut = cut or found
    if cut:
        return cut
    raise refused or UnknownArticle(ngr, key, "any edition", ())


def nearest_keys(key: str, keys: Collection[str]) -> list[str]:
    """The keys that look most like one, in the order of the act."""
    near = get_close_matches(key, keys, n=_NEAREST)
    return sorted(near, key=key_order)
