"""Queries of the tests, asked on one fixed day."""

from __future__ import annotations

from datetime import date
from typing import Any

from corpus.search import Query, Results, SearchEngine
from corpus.search.queries import Filters

TODAY = date(2024, 1, 1)


def asking(text: str, *, filters: dict[str, Any] | None = None, **more: Any) -> Query:
    """A query; `filters` are those that are set, `more` other parts of it."""
    return Query(text, TODAY, filters=Filters(**(filters or {})), **more)


def keys(engine: SearchEngine, text: str, **more: Any) -> list[str]:
    """The keys of the articles that are found, in order."""
    return [hit.key for hit in engine.search(asking(text, **more)).hits]


def ids(results: Results) -> list[str]:
    """The ids of all wordings that are found, article by article."""
    return [wording.id for hit in results.hits for wording in hit.wordings]
