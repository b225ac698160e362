"""What a search finds, each hit with where its text comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.search import Hit, Query, Results, SearchEngine
from corpus.search.indexing import IndexState
from corpus.store import reads
from corpus.store.records import EditionSummary

Place = tuple[str, Language, str]
"""Act, language and label of an edition."""


@dataclass(frozen=True)
class Found:
    """The page of hits that a query asks for."""

    query: Query
    results: Results
    sources: Mapping[Place, EditionSummary]
    index_behind: bool
    """The store has changed since the index was last brought up to it."""

    def source(self, hit: Hit) -> EditionSummary | None:
        """The edition of a hit; None when the store no longer holds it."""
        return self.sources.get((hit.ngr, hit.lang, hit.label))


def find(engine: SearchEngine, session: Session, query: Query) -> Found:
    """The page of hits that a query asks for; raises IndexMissingError, IndexUnreadableError."""
    behind = _is_behind(engine, session)  # first: the index may be refreshed meanwhile
    results = engine.search(query)
    return Found(query, results, _sources(session, results.hits), behind)


def _is_behind(engine: SearchEngine, session: Session) -> bool:
    """Whether the index shows an earlier state of the store, or another store."""
    indexed, now = IndexState.parse(engine.state() or ""), IndexState.of(session)
    return indexed is None or indexed.store != now.store or indexed.version < now.version


def _sources(session: Session, hits: Sequence[Hit]) -> dict[Place, EditionSummary]:
    """The editions that were found."""
    wanted = {(hit.ngr, hit.lang, hit.label) for hit in hits}
    return {
        (edition.ngr, edition.language, str(edition.label)): edition
        for edition in reads.labelled_editions(session, wanted)
    }
