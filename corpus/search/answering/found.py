"""What the two ways of answering have in common: a numbered list of results, read by pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from corpus.search.documents import Doubt
from corpus.search.ordering import SortKey, article_number
from corpus.search.queries import Position, Query
from corpus.search.scoring import rounded

Place = TypeVar("Place")
Order = tuple[int, float, int, int, int]
"""What sorts results: their doubt, the score with its sign turned, and what orders equals."""


@dataclass(frozen=True)
class Found(Generic[Place]):
    """One result: its fitting wordings with their scores, and what orders it.

    `doubt`: the least `corpus.search.documents.Doubt` of a wording on the day asked for; none
    where no day is, and where a citation names the provision, which goes first whatever it is.
    """

    score: float
    key: SortKey
    wordings: tuple[tuple[float, Place], ...]
    doubt: int = Doubt.NONE

    @property
    def order(self) -> Order:
        """What sorts results: what is surely of the day first, then the best."""
        return (self.doubt, -rounded(self.score), *self.key)


class ResultList(Protocol[Place]):
    """All results of a query in their order; only what is asked for is worked out."""

    @property
    def total(self) -> int:
        """How many there are."""

    @property
    def certain(self) -> int:
        """How many of them surely were in force on the day asked for."""

    def page(self, offset: int, limit: int) -> Sequence[Found[Place]]:
        """The results from `offset` on, `limit` at most."""

    def orders(self) -> Sequence[Order]:
        """What sorts each result, all of them in order."""


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
    """Behind the article where the last page ended.

    Where that is gone, about where it was, among what is as certain: among equals of what is there
    now, where its own place in the order would be. Its score tells nothing, for all scores change
    with an index.
    """
    key = _key(after)
    for at, order in enumerate(orders):
        if order[2:] == key:
            return at + 1
    begins = bisect_left(orders, after.doubt, key=_doubt)
    ends = bisect_right(orders, after.doubt, key=_doubt)
    near = min(max(after.offset - 1, begins), ends)
    if near == ends:
        return near
    worth = _worth(orders[near])
    first = bisect_left(orders, worth, key=_worth)
    last = bisect_right(orders, worth, key=_worth)
    if last - first == 1:
        return near
    return bisect_left(orders, (*worth, *key), first, last)


def _doubt(order: Order) -> int:
    return order[0]


def _worth(order: Order) -> tuple[int, float]:
    return order[:2]


def _key(after: Position) -> SortKey:
    return after.act_number, after.key_number, article_number(after.article)
