"""Results where an article may have several wordings: it is one, with all of them that fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.search.answering.collecting import uncollected
from corpus.search.answering.events import changed
from corpus.search.answering.facets import counted_articles, counted_statuses, values
from corpus.search.answering.found import Found, Order
from corpus.search.answering.grouping import Grouped, holds
from corpus.search.documents import Status
from corpus.search.queries import FACETS, ChangedBetween, Filters, Moment
from corpus.search.results import Facets
from corpus.search.snapshots import Asked, Snapshot

Place = TypeVar("Place")
_OF_WORDINGS: dict[str, tuple[()]] = {"statuses": (), "regimes": (), "themes": ()}
"""Filters by what wordings of one article may differ in, left out."""


class Articles(Generic[Place]):
    """A `ResultList`.

    Where changes are asked for, a status, a regime, a theme is asked of articles, not of wordings:
    a wording that is left out for lack of it would seem to have gone.
    """

    def __init__(
        self,
        snapshot: Snapshot[Place],
        asked: Callable[[Filters], Asked],
        filters: Filters,
        when: Moment,
    ) -> None:
        """`asked` says what is asked for, given filters."""
        self._snapshot = snapshot
        self._asked = asked
        self._filters = filters
        self._when = when
        self._known: dict[Filters, Grouped[Place]] = {}

    @property
    def total(self) -> int:
        """See `ResultList.total`."""
        return self._grouped(self._filters).count

    def page(self, offset: int, limit: int) -> Sequence[Found[Place]]:
        """See `ResultList.page`."""
        grouped = self._grouped(self._filters)
        if offset >= grouped.count:
            return []
        return [
            Found(float(grouped.best[article]), key, grouped.wordings(article))
            for article, key in grouped.ordered(offset + limit)[offset:]
        ]

    def orders(self) -> Sequence[Order]:
        """See `ResultList.orders`."""
        grouped = self._grouped(self._filters)
        return [
            (-float(grouped.best[article]), *key) for article, key in grouped.ordered(grouped.count)
        ]

    def facets(self) -> Facets:
        """See `ResultList.facets`."""
        facets = {}
        for facet in FACETS:
            grouped = self._grouped(self._filters.without(facet))
            if facet == "statuses":
                facets[facet] = counted_statuses(grouped, self._today)
            else:
                facets[facet] = counted_articles(facet, grouped, self._snapshot.facet_sets)
        return facets

    @property
    def _today(self) -> int:
        return self._asked(self._filters).today

    def _grouped(self, filters: Filters) -> Grouped[Place]:
        if filters not in self._known:
            self._known[filters] = self._looked_up(filters)
        return self._known[filters]

    def _looked_up(self, filters: Filters) -> Grouped[Place]:
        follows = isinstance(self._when, ChangedBetween)
        asked = self._asked(replace(filters, **_OF_WORDINGS) if follows else filters)
        with uncollected():
            found = self._snapshot.every(asked)
            scores, places = zip(*found, strict=True) if found else ((), ())
            del found
        grouped = Grouped.made(scores, places, self._snapshot.columns)
        if not isinstance(self._when, ChangedBetween):
            return grouped
        grouped = grouped.only(changed(grouped, self._when))
        for facet in _OF_WORDINGS:
            if wanted := getattr(filters, facet):
                grouped = grouped.only(grouped.any_of(self._have(grouped, facet, wanted)))
        return grouped

    def _have(
        self, grouped: Grouped[Place], facet: str, wanted: Sequence[str]
    ) -> NDArray[np.bool_]:
        """Which wordings have one of the values."""
        fitting = np.zeros(len(grouped.turns), np.bool_)
        if facet == "statuses":
            for status in wanted:
                fitting |= holds(grouped.columns, Status(status), self._today)
            return fitting
        numbers = [
            number
            for number, one in enumerate(self._snapshot.facet_sets)
            if not set(wanted).isdisjoint(values(one, facet))
        ]
        return fitting | np.isin(grouped.columns.facet_set, numbers)
