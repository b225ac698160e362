"""Which changes are of provisions that fit a query, and where its words stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.search.matching import Matcher, Provision
from corpus.search.naming import namings
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.changes.rows import ChangeRecord
from corpus.store.places import articles_at
from corpus.store.texts import load_articles

Matched = Literal["entered", "left", "stays"]
"""Whether only the newer wording fits, only the older one, or both."""

_MATCHED: dict[tuple[bool, bool], Matched] = {
    (False, True): "entered",
    (True, False): "left",
    (True, True): "stays",
}


def fitting_changes(
    session: Session, matcher: Matcher, records: Sequence[ChangeRecord]
) -> list[tuple[ChangeRecord, Matched | None]]:
    """The changes of which the older or the newer wording fits, each with which of them does."""
    sides = [(one.change.old_text_hash, one.change.new_text_hash) for one in records]
    articles = load_articles(session, [text for side in sides for text in side if text])
    editions = [(one.older_edition_id, one.newer_edition_id) for one in records]
    named = namings(session, [edition for pair in editions for edition in pair])

    @cache
    def fits(text: str | None, language: Language, naming: str) -> bool:
        article = articles.get(text or "")
        return article is not None and matcher.fits(Provision.of_article(article, language, naming))

    found: list[tuple[ChangeRecord, Matched | None]] = []
    for record, texts, pair in zip(records, sides, editions, strict=True):
        old, new = (
            fits(text, record.language, named[edition])
            for text, edition in zip(texts, pair, strict=True)
        )
        if matched := _MATCHED.get((old, new)):
            found.append((record, matched))
    return found


def fitting_announced(
    session: Session, matcher: Matcher, records: Sequence[AmendmentRecord]
) -> list[tuple[AmendmentRecord, Matched | None]]:
    """What is announced for articles whose wording fits, as the edition has it that says so."""
    places = {
        (one.edition_id, one.amendment.target.key) for one in records if one.amendment.target.key
    }
    articles = articles_at(session, places)
    named = namings(session, [one.edition_id for one in records])
    return [
        (one, "stays")
        for one in records
        if (article := articles.get((one.edition_id, one.amendment.target.key or "")))
        and matcher.fits(Provision.of_article(article, one.language, named[one.edition_id]))
    ]
