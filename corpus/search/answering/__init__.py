"""From a query to its answer, the same for every engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from corpus.search.answering.articles import Articles
from corpus.search.answering.found import Found, ResultList, page_of
from corpus.search.answering.highlight import Highlighter
from corpus.search.answering.hits import Presentation
from corpus.search.answering.one_day import OneDay
from corpus.search.queries import ChangedBetween, OnDay, Position, Query
from corpus.search.querying.reading import read_query
from corpus.search.querying.synonyms import Synonyms
from corpus.search.results import Hit, Results
from corpus.search.snapshots import Asked, Snapshot
from corpus.search.words.analysis import Analyser

__all__ = ["answer"]

Place = TypeVar("Place")


def answer(
    query: Query,
    analyser: Analyser,
    snapshot: Snapshot[Place],
    synonyms: Synonyms | None = None,
) -> Results:
    """The page of results that a query asks for, out of one state of an index.

    Without `synonyms` those that come with Nusqa are used.
    """
    of_changes = isinstance(query.when, ChangedBetween)
    read = read_query(
        query.text, analyser, cross=query.cross, of_changes=of_changes, synonyms=synonyms
    )
    on_day = isinstance(query.when, OnDay)
    if (read.root is None and not query.pins) or not snapshot.held:
        return Results(0, certain=0 if on_day else None, ignored=read.ignored, also=read.also)
    articles = Articles(snapshot, query, read.root)
    results: ResultList[Place] = articles
    if on_day and not query.count_facets and not snapshot.has_doubts:
        results = OneDay(snapshot, Asked.of(query, read.root, query.filters))
    offset, page = page_of(results, query)
    hits = Presentation(query, Highlighter(analyser, read.root)).hits(snapshot, page)
    return Results(
        results.total,
        hits,
        certain=results.certain if on_day else None,
        facets=articles.facets() if query.count_facets else {},
        ignored=read.ignored,
        also=read.also,
        next=_end(page, hits, offset) if hits and offset + len(hits) < results.total else None,
    )


def _end(page: Sequence[Found[Place]], hits: Sequence[Hit], offset: int) -> Position:
    """Where the page ended."""
    act_number, key_number, _ = page[-1].key
    article = f"{hits[-1].ngr}/{hits[-1].lang}/{hits[-1].key}"
    doubt, score, *_ = page[-1].order
    return Position(-score, act_number, key_number, article, offset + len(hits), int(doubt))
