"""The wordings in which a watched search looks for its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from corpus.search.matching import Provision
from corpus.search.naming import namings
from corpus.store import reads
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.places import articles_at
from corpus.store.texts import load_articles

Texts = Mapping[int, Sequence[Provision]]
"""By a record's id: the wordings in which a search looks for its words."""


def texts_of_changes(session: Session, page: Iterable[reads.ChangeRecord]) -> Texts:
    """The wordings on both sides of changes; a division's heading has none."""
    page = list(page)
    texts = {one.change.old_text_hash for one in page} | {one.change.new_text_hash for one in page}
    articles = load_articles(session, [text for text in texts if text])
    sides = [
        (one, text, edition)
        for one in page
        for text, edition in (
            (one.change.old_text_hash, one.older_edition_id),
            (one.change.new_text_hash, one.newer_edition_id),
        )
        if text in articles
    ]
    named = namings(session, [edition for _, _, edition in sides])
    found: dict[int, list[Provision]] = {}
    for one, text, edition in sides:
        provision = Provision.of_article(articles[text or ""], one.language, named[edition])
        found.setdefault(one.id, []).append(provision)
    return found


def texts_of_amendments(session: Session, page: Iterable[AmendmentRecord]) -> Texts:
    """The articles that were amended, as the edition has them whose note is quoted."""
    page = list(page)
    places = {one.id: (one.edition_id, one.amendment.target.key or "") for one in page}
    articles = articles_at(session, set(places.values()))
    named = namings(session, [edition for edition, _ in places.values()])
    return {
        one.id: [Provision.of_article(articles[at], one.language, named[one.edition_id])]
        for one in page
        if (at := places[one.id]) in articles
    }
