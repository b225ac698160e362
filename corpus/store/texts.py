"""Reading law text: whole editions, and articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from corpus.keys import covers, key_order
from corpus.law import (
    Article,
    ArticleKind,
    Content,
    Edition,
    EditionLabel,
    Holding,
    HoldingKind,
    Language,
)
from corpus.store import law_json
from corpus.store.batches import batches
from corpus.store.errors import CutOff, NotHeld, UnknownArticle
from corpus.store.finding import edition_by_id, editions, find_edition, has_come, newest_first
from corpus.store.read_once import read_once
from corpus.store.records import ArticleRecord, EditionSummary
from corpus.store.tables import EDITION_CONTENTS, TEXTS

_NEAREST = 3
_MOST_KEPT = 32
"""Articles that are kept while a session reads: some may have a hundred kilobytes."""
_PLACE = EDITION_CONTENTS.c
# Each is made once: to make a statement costs as much as to have it answered.
_WHOLE = (
    select(_PLACE.item, _PLACE.body, TEXTS.c.body.label("text"))
    .outerjoin(TEXTS, TEXTS.c.hash == _PLACE.text_hash)
    .where(_PLACE.edition_id == bindparam("edition"))
    .order_by(_PLACE.position)
)
_ARTICLE = (
    select(TEXTS)
    .join(EDITION_CONTENTS, _PLACE.text_hash == TEXTS.c.hash)
    .where(_PLACE.edition_id == bindparam("edition"), _PLACE.key == bindparam("key"))
    .order_by(_PLACE.position)
    .limit(1)
)
ARTICLES_BY_HASH = select(TEXTS.c.hash, TEXTS.c.body).where(
    TEXTS.c.hash.in_(bindparam("hashes", expanding=True))
)
_ARTICLES_HELD = (
    select(_PLACE.edition_id, _PLACE.key, _PLACE.divisions)
    .where(_PLACE.edition_id.in_(bindparam("editions", expanding=True)), _PLACE.item == "article")
    .order_by(_PLACE.edition_id, _PLACE.position)
)


def edition(session: Session, edition_id: int) -> Edition:
    """A whole edition, equal to what was stored; raises UnknownEditionId."""
    summary = edition_by_id(session, edition_id)
    rows = session.execute(_WHOLE, {"edition": edition_id})
    return whole(
        summary, (law_json.content_from_text(row.item, row.body or row.text) for row in rows)
    )


def whole(summary: EditionSummary, content: Iterable[Content]) -> Edition:
    """The edition of a summary, with its content."""
    return Edition(
        ngr=summary.ngr,
        language=summary.language,
        label=summary.label,
        title=summary.title,
        content=tuple(content),
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
    today: date | None = None,
) -> ArticleRecord:
    """An article in the edition of a label, or as it stood on a day, or in the newest edition.

    The newest is the newest that holds the article's place in the act; one whose label has not come
    by `today` only where no other has the article. For a day the answer is
    given only if that day's edition surely has the whole article. Raises what `find_edition` and
    `article` raise.
    """
    if label is None and on is None:
        return _newest_article(session, ngr, language, key, today)
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
    """Articles by the hash of their text, in the order of the hashes."""
    wanted = dict.fromkeys(hashes)
    read = _articles_read(session)
    found = {one: read[one] for one in wanted if one in read}
    for batch in batches([one for one in wanted if one not in found]):
        rows = session.execute(ARTICLES_BY_HASH, {"hashes": batch})
        found.update((row.hash, _parsed(session, row.hash, row.body)) for row in rows)
    return {one: found[one] for one in wanted if one in found}


def _articles_read(session: Session) -> dict[str, Article]:
    """The last articles that a session has read, some tens: a page shows one of them many times."""
    return read_once(session, "articles", dict)


def _parsed(session: Session, text_hash: str, body: str) -> Article:
    read = _articles_read(session)
    if text_hash not in read:
        if len(read) == _MOST_KEPT:
            del read[next(iter(read))]
        read[text_hash] = law_json.article_from_text(body)
    return read[text_hash]


def _article(session: Session, summary: EditionSummary, key: str) -> ArticleRecord:
    row = session.execute(_ARTICLE, {"edition": summary.id, "key": key}).first()
    if row is None:
        raise _missing(session, summary, key)
    complete = summary.holding.kind is HoldingKind.WHOLE or covers(_outline(session, summary), key)
    return _record(session, row, summary, complete=complete)


def _record(
    session: Session, row: Row[Any], summary: EditionSummary, *, complete: bool
) -> ArticleRecord:
    article = _parsed(session, row.hash, row.body)
    return ArticleRecord(article, row.hash, row.wording_hash, summary, complete)


def _outline(session: Session, summary: EditionSummary) -> Edition:
    return _outlines(session, [summary])[summary.id]


def partial_outlines(session: Session, held: Iterable[EditionSummary]) -> dict[int, Edition]:
    """The outlines of the editions that hold only a part of their act, by their ids."""
    return _outlines(session, [one for one in held if one.holding.kind is not HoldingKind.WHOLE])


def _outlines(session: Session, wanted: Collection[EditionSummary]) -> dict[int, Edition]:
    read: dict[int, Edition] = read_once(session, "outlines", dict)
    if unread := {one.id: one for one in wanted if one.id not in read}:
        rows = session.execute(_ARTICLES_HELD, {"editions": list(unread)})
        shapes: dict[int, list[tuple[str, list[str]]]] = {number: [] for number in unread}
        for row in rows:
            shapes[row.edition_id].append((row.key, row.divisions))
        read |= {number: outline(unread[number], shape) for number, shape in shapes.items()}
    return {one.id: read[one.id] for one in wanted}


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


def _newest_article(
    session: Session, ngr: str, language: Language, key: str, today: date | None
) -> ArticleRecord:
    held = newest_first(editions(session, ngr, language), today)
    come = [one for one in held if has_come(one.label, today)]
    to_come = held[len(come) :]
    try:
        return _first_with(session, ngr, come, key)
    except (NotHeld, UnknownArticle) as error:
        try:
            return _first_with(session, ngr, to_come, key)
        except (NotHeld, UnknownArticle):
            raise error from None


def _first_with(
    session: Session, ngr: str, held: Sequence[EditionSummary], key: str
) -> ArticleRecord:
    """The article in the first of some editions that holds its place; whole, if one has it so."""
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
            return replace(found, newer_cut=cut.edition.label) if cut else found
        cut = cut or found
    if cut:
        return cut
    raise refused or UnknownArticle(ngr, key, "any edition", ())


def nearest_keys(key: str, keys: Collection[str]) -> list[str]:
    """The keys that look most like one, in the order of the act."""
    near = get_close_matches(key, keys, n=_NEAREST)
    return sorted(near, key=key_order)
