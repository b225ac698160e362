"""Reading editions one after the other, so that what neighbours have in common is read once."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from corpus.law import Article, Edition
from corpus.store import law_json
from corpus.store.batches import batches
from corpus.store.finding import edition_by_id
from corpus.store.tables import EDITION_CONTENTS
from corpus.store.texts import ARTICLES_BY_HASH, whole

_PLACE = EDITION_CONTENTS.c
_ITEMS = (
    select(_PLACE.item, _PLACE.body, _PLACE.text_hash)
    .where(_PLACE.edition_id == bindparam("edition"))
    .order_by(_PLACE.position)
)


class EditionReader:
    """Reads whole editions in a session; texts that the one before had too are not read again.

    Most articles of neighbouring editions are the same: the two then share the very values, and
    whoever compares them, or keeps what was found out about an article, need not look twice.
    Only the articles of the edition that was read last are kept.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: Mapping[str, Article] = {}

    def edition(self, edition_id: int) -> Edition:
        """The edition as `reads.edition` gives it; raises UnknownEditionId."""
        summary = edition_by_id(self._session, edition_id)
        rows = self._session.execute(_ITEMS, {"edition": edition_id}).all()
        articles = self._articles([row.text_hash for row in rows if row.body is None])
        self._before = articles
        return whole(
            summary,
            (
                articles[row.text_hash]
                if row.body is None
                else law_json.content_from_text(row.item, row.body)
                for row in rows
            ),
        )

    def _articles(self, hashes: list[str]) -> dict[str, Article]:
        found = {one: self._before[one] for one in hashes if one in self._before}
        for batch in batches(one for one in dict.fromkeys(hashes) if one not in found):
            rows = self._session.execute(ARTICLES_BY_HASH, {"hashes": batch})
            found.update((row.hash, law_json.article_from_text(row.body)) for row in rows)
        return found
