"""Which articles cite one, in the editions that answer for a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.questions.relations.citation_index import CitationIndex, CitingText
from api.questions.relations.known import Known
from api.questions.relations.related import CitedBy, Citer, CitingPlace
from corpus.keys import key_order
from corpus.law import Article, EditionLabel, HoldingKind, Language
from corpus.store.finding import newest_first
from corpus.store.records import EditionSummary
from corpus.store.tables import EDITION_CONTENTS
from corpus.store.texts import load_articles

_AROUND = 90
"""Characters of text on either side of a reference."""
_Found = dict[tuple[str, str], tuple[CitingText, EditionLabel]]


def cited_by(
    session: Session,
    index: CitationIndex,
    known: Known,
    ngr: str,
    key: str,
    language: Language,
    day: date | None = None,
    today: date | None = None,
) -> CitedBy:
    """The articles that cite an article, each in one language, the one asked for if it is held.

    With a day in the editions whose labels answer for it; without in the newest edition that holds
    the citing article's place and whose label has come by `today`, one to come only where no other
    does. Its own act comes first, then others by number.
    """
    by_edition: dict[tuple[str, Language], list[CitingText]] = {}
    for one in index.citing(ngr, key):
        by_edition.setdefault((one.ngr, one.language), []).append(one)
    found: _Found = {}
    answered: set[str] = set()
    order = dict.fromkeys((language, *Language))
    for act, spoken in sorted(by_edition, key=lambda one: [*order].index(one[1])):
        texts = by_edition[act, spoken]
        editions = _editions(session, known, act, spoken, day, today)
        if editions:
            answered.add(act)
        for text, label in _standing(session, texts, editions):
            found.setdefault((text.ngr, text.key), (text, label))
    unknown = {act for act, _ in by_edition} - answered
    told = sorted(
        found.values(), key=lambda one: (one[0].ngr != ngr, one[0].ngr, key_order(one[0].key))
    )
    return CitedBy(tuple(_told(session, known, told, language)), tuple(sorted(unknown)))


def _editions(
    session: Session,
    known: Known,
    ngr: str,
    language: Language,
    day: date | None,
    today: date | None,
) -> Sequence[EditionSummary]:
    """The edition of a day; without one all that are held, the newest that has come first."""
    if day is None:
        return newest_first(known.editions(session, ngr, language), today)
    found = known.edition_on(session, ngr, language, day)
    return [found] if found else []


def _standing(
    session: Session, texts: Sequence[CitingText], editions: Sequence[EditionSummary]
) -> Iterator[tuple[CitingText, EditionLabel]]:
    """The texts that are those of their articles in the first edition that tells."""
    table = EDITION_CONTENTS.c
    rows = session.execute(
        select(table.edition_id, table.key, table.text_hash, table.divisions).where(
            table.edition_id.in_([one.id for one in editions]),
            table.key.in_({one.key for one in texts}),
        )
    ).all()
    here = {(row.edition_id, row.key): row.text_hash for row in rows}
    divisions = {row.key: tuple(row.divisions or ()) for row in rows}
    by_text = {(one.key, one.text_hash): one for one in texts}
    for key in dict.fromkeys(one.key for one in texts):
        for edition in editions:
            text_hash = here.get((edition.id, key))
            if text_hash is None and not _tells(edition, key, divisions.get(key, ())):
                continue
            if text := by_text.get((key, text_hash or "")):
                yield text, edition.label
            break


def _tells(edition: EditionSummary, key: str, divisions: Sequence[str]) -> bool:
    """Whether an edition that has no such article holds its place: then it is gone."""
    match edition.holding.kind:
        case HoldingKind.WHOLE:
            return True
        case HoldingKind.PARTS:
            return any(one in {key, *divisions} for one in edition.holding.keys)
        case HoldingKind.BEGINNING:
            return False


def _told(
    session: Session,
    known: Known,
    found: Sequence[tuple[CitingText, EditionLabel]],
    language: Language,
) -> Iterator[Citer]:
    articles = load_articles(session, [text.text_hash for text, _ in found])
    for text, label in found:
        article = articles[text.text_hash]
        places = tuple(_places(text, article))
        yield Citer(
            text.ngr,
            known.title(session, text.ngr, language),
            text.language,
            text.key,
            article.printed_heading,
            label,
            places,
        )


def _places(text: CitingText, article: Article) -> Iterator[CitingPlace]:
    for one in text.citations:
        block = article.blocks[one.block]
        before, after = block.text[: one.start], block.text[one.end :]
        yield CitingPlace(
            block.key,
            _last_words(before),
            block.text[one.start : one.end],
            _first_words(after),
            one.cited,
        )


def _last_words(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return "…" + text[-_AROUND:].partition(" ")[2]


def _first_words(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + "…"
