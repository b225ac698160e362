"""What the two ways of answering have in common: a numbered list of results, read by pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from corpus.search.ordering import SortKey, article_number, rounded
from corpus.search.queries import Position, Query
from corpus.search.results import Facets

Place = TypeVar("Place")
Order = tuple[float, int, int, int]
"""What sorts results: the score with its sign turned, and the numbers that order equals."""


@dataclass(frozen=True)
class Found(Generic[Place]):
    """One result: its fitting wordings with their scores, and what orders it."""

    score: float
    key: SortKey
    wordings: tuple[tuple[float, Place], ...]

    @property
    def order(self) -> Order:
        """What sorts results: the best first."""
        return (-rounded(self.score), *self.key)


class ResultList(Protocol[Place]):
    """All results of a query in their order; only what is asked for is worked out."""

    @property
    def total(self) -> int:
        """How many there are."""

    def page(self, offset: int, limit: int) -> Sequence[Found[Place]]:
        """The results from `offset` on, `limit` at most."""

    def orders(self) -> Sequence[Order]:
        """What sorts each result, all of them in order."""

    def facets(self) -> Facets:
        """How many results have which values."""


def page_of(results: ResultList[Place], query: Query) -> tuple[int, Sequence[Found[Place]]]:
    """Where the page begins that is asked for, and its results."""
    after = query.after
    if after is None:
        return query.offset, results.page(query.offset, query.limit)
    if after.offset > 0:
        page = results.page(after.offset - 1, query.limit + 1)
        if page and page[0].key == _key(after):
            return after.offset, page[1:]
    offset = _place_after(after, results.orders())
    return offset, results.page(offset, query.limit)


def _place_after(after: Position, orders: Sequence[Order]) -> int:
    """Behind the article where the last page ended; where it is gone, where it would stand."""
    key = _key(after)
    for at, order in enumerate(orders):
        if order[1:] == key:
            return at + 1
    return bisect_left(orders, (-after.score, *key))


def _key(after: Position) -> SortKey:
    return after.act_number, after.key_number, article_number(after.article)
