"""From a query to its answer, the same for every engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from corpus.search.answering.articles import Articles
from corpus.search.answering.found import Found, ResultList, page_of
from corpus.search.answering.hits import Presentation
from corpus.search.answering.one_day import OneDay
from corpus.search.answering.understanding import Understood, understood
from corpus.search.highlight import Highlighter
from corpus.search.queries import OnDay, Position, Query
from corpus.search.querying.synonyms import Synonyms, own_synonyms
from corpus.search.results import Hit, Results
from corpus.search.snapshots import Snapshot
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
    asked = understood(query, synonyms or own_synonyms(), analyser)
    if (asked.root is None and not query.pins) or not snapshot.held:
        return Results(0, ignored=asked.ignored)
    conditions = asked.conditions(query.filters.languages)
    results = _results(asked, snapshot)
    offset, page = page_of(results, query)
    highlighter = Highlighter(analyser, conditions.root if conditions else None)
    hits = Presentation(query, highlighter).hits(snapshot, page)
    return Results(
        results.total,
        hits,
        facets=results.facets() if query.count_facets else {},
        ignored=asked.ignored,
        also=conditions.also if conditions else (),
        next=_end(page, hits, offset) if hits and offset + len(hits) < results.total else None,
    )


def _results(asked: Understood, snapshot: Snapshot[Place]) -> ResultList[Place]:
    query = asked.query
    if isinstance(query.when, OnDay):
        return OneDay(snapshot, asked.asked, query.filters)
    return Articles(snapshot, asked.asked, query.filters, query.when)


def _end(page: Sequence[Found[Place]], hits: Sequence[Hit], offset: int) -> Position:
    """Where the page ended."""
    act_number, key_number, _ = page[-1].key
    article = f"{hits[-1].ngr}/{hits[-1].lang}/{hits[-1].key}"
    return Position(-page[-1].order[0], act_number, key_number, article, offset + len(hits))
