"""Results on one day where no article has two wordings then: each document is one.

Where some have, `corpus.search.answering.articles` gives the same results, and more slowly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from corpus.search.answering.facets import counted, in_order
from corpus.search.answering.found import Found, Order
from corpus.search.documents import Status
from corpus.search.ordering import SortKey, page
from corpus.search.queries import FACETS, Filters, OnDay
from corpus.search.results import FacetCount, Facets
from corpus.search.snapshots import Asked, Snapshot

Place = TypeVar("Place")


class OneDay(Generic[Place]):
    """A `ResultList`."""

    def __init__(
        self,
        snapshot: Snapshot[Place],
        asked: Callable[[Filters], Asked],
        filters: Filters,
        when: OnDay,
    ) -> None:
        """`asked` says what is asked for, given filters."""
        self._snapshot = snapshot
        self._asked = asked
        self._filters = filters
        self._when = when
        self._total: int | None = None

    @property
    def total(self) -> int:
        """See `ResultList.total`."""
        if self._total is None:
            self._top(0)
        return self._total or 0

    def page(self, offset: int, limit: int) -> Sequence[Found[Place]]:
        """See `ResultList.page`."""
        found = page(self._top, self._sort_keys, offset, limit, self._snapshot.held)
        return [Found(score, key, ((score, place),)) for score, place, key in found]

    def orders(self) -> Sequence[Order]:
        """See `ResultList.orders`."""
        return [found.order for found in self.page(0, self._snapshot.held)]

    def facets(self) -> Facets:
        """See `ResultList.facets`."""
        counts: dict[Filters, Mapping[int, int]] = {}
        facets = {}
        for facet in FACETS:
            filters = self._filters.without(facet)
            if filters not in counts:
                counts[filters] = self._snapshot.counts(self._asked(filters))
            if facet == "statuses":
                facets[facet] = self._statuses(filters, sum(counts[filters].values()))
            else:
                facets[facet] = counted(facet, counts[filters], self._snapshot.facet_sets)
        return facets

    def _top(self, most: int) -> Sequence[tuple[float, Place]]:
        self._total, best = self._snapshot.top(self._asked(self._filters), most)
        return best

    def _sort_keys(self, places: Sequence[Place]) -> Sequence[SortKey]:
        columns = self._snapshot.columns(places)
        numbers = (columns.act_number, columns.key_number, columns.article)
        return list(zip(*(column.tolist() for column in numbers), strict=True))

    def _statuses(self, filters: Filters, total: int) -> tuple[FacetCount, ...]:
        """Counted one by one, for what a wording is depends on the day of asking; all but one."""
        first, *others = self._possible()
        counts = {status: self._count(filters, status) for status in others}
        counts[first] = total - sum(counts.values())
        return in_order({str(status): count for status, count in counts.items()})

    def _possible(self) -> Sequence[Status]:
        """What the wordings of the day can be on the day of asking."""
        day = self._when.day.toordinal()
        today = self._asked(self._filters).today
        if day < today:
            return (Status.IN_FORCE, Status.SUPERSEDED, Status.REPEALED)
        return (Status.IN_FORCE, Status.FUTURE) if day > today else (Status.IN_FORCE,)

    def _count(self, filters: Filters, status: Status) -> int:
        total, _ = self._snapshot.top(self._asked(replace(filters, statuses=(str(status),))), 0)
        return total
