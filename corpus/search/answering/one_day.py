"""Results on one day where no wording is in doubt: each document is one.

`corpus.search.answering.articles` would give the same; here only the best are fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from corpus.search.answering.found import Found, Order
from corpus.search.answering.paging import page
from corpus.search.ordering import SortKey
from corpus.search.snapshots import Asked, Snapshot

Place = TypeVar("Place")


class OneDay(Generic[Place]):
    """A `ResultList`."""

    def __init__(self, snapshot: Snapshot[Place], asked: Asked) -> None:
        """`asked` is about one day."""
        self._snapshot = snapshot
        self._asked = asked
        self._total: int | None = None

    @property
    def total(self) -> int:
        """See `ResultList.total`."""
        if self._total is None:
            self._top(0)
        return self._total or 0

    @property
    def certain(self) -> int:
        """See `ResultList.certain`."""
        return self.total

    def page(self, offset: int, limit: int) -> Sequence[Found[Place]]:
        """See `ResultList.page`."""
        found = page(self._top, self._sort_keys, offset, limit, self._snapshot.held)
        return [Found(score, key, ((score, place),)) for score, place, key in found]

    def orders(self) -> Sequence[Order]:
        """See `ResultList.orders`."""
        return [found.order for found in self.page(0, self._snapshot.held)]

    def _top(self, most: int) -> Sequence[tuple[float, Place]]:
        self._total, best = self._snapshot.top(self._asked, most)
        return best

    def _sort_keys(self, places: Sequence[Place]) -> Sequence[SortKey]:
        columns = self._snapshot.columns(places)
        numbers = (columns.act_number, columns.key_number, columns.article)
        return list(zip(*(column.tolist() for column in numbers), strict=True))
