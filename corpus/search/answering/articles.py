"""Results where an article may have several wordings: it is one, with all of them that fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.search.answering.collecting import uncollected
from corpus.search.answering.events import changed
from corpus.search.answering.facets import counted_articles, counted_statuses
from corpus.search.answering.found import Found, Order
from corpus.search.answering.grouping import Grouped
from corpus.search.documents import Doubt, Status
from corpus.search.queries import FACETS, ChangedBetween, Filters, OnDay, Query
from corpus.search.querying.tree import Node
from corpus.search.results import Facets
from corpus.search.scoring import PIN_SCORE
from corpus.search.snapshots import Asked, Snapshot

Place = TypeVar("Place")
_OF_WORDINGS = ("statuses", "regimes", "themes")
"""Filters by what wordings of one article may differ in."""


class Articles(Generic[Place]):
    """A `ResultList`.

    Where changes are asked for, a status, a regime, a theme is asked of articles, not of wordings:
    a wording that is left out for lack of it would seem to have gone.
    """

    def __init__(self, snapshot: Snapshot[Place], query: Query, root: Node | None) -> None:
        """`root` is what the query's text says.

        Where facets are counted, all that fits without filters is fetched, once, and filters are
        applied here; else what fits with them.
        """
        self._snapshot = snapshot
        self._query = query
        self._root = root
        self._follows = isinstance(query.when, ChangedBetween)
        self._known: dict[Filters, Grouped[Place]] = {}

    @property
    def total(self) -> int:
        """See `ResultList.total`."""
        return self._grouped(self._query.filters).count

    @property
    def certain(self) -> int:
        """See `ResultList.certain`."""
        grouped = self._grouped(self._query.filters)
        when = self._query.when
        if not isinstance(when, OnDay):
            return grouped.count
        return int((grouped.doubts(when.day.toordinal()) == Doubt.NONE).sum())

    def page(self, offset: int, limit: int) -> Sequence[Found[Place]]:
        """See `ResultList.page`."""
        grouped = self._grouped(self._query.filters)
        if offset >= grouped.count:
            return []
        doubts = self._doubts(grouped)
        return [
            Found(
                float(grouped.best[article]),
                key,
                grouped.wordings(article),
                int(doubts[article]),
            )
            for article, key in grouped.ordered(offset + limit, doubts)[offset:]
        ]

    def orders(self) -> Sequence[Order]:
        """See `ResultList.orders`."""
        grouped = self._grouped(self._query.filters)
        doubts = self._doubts(grouped)
        return [
            (int(doubts[article]), -float(grouped.best[article]), *key)
            for article, key in grouped.ordered(grouped.count, doubts)
        ]

    def facets(self) -> Facets:
        """How many results have which values; each facet without its own filter."""
        facets = {}
        for facet in FACETS:
            grouped = self._grouped(self._query.filters.without(facet))
            if facet == "statuses":
                facets[facet] = counted_statuses(grouped, self._today)
            else:
                facets[facet] = counted_articles(facet, grouped, self._snapshot.facet_sets)
        return facets

    def _doubts(self, grouped: Grouped[Place]) -> NDArray[np.int64]:
        """What goes behind because of the day: nothing without one, and nothing that is cited."""
        when = self._query.when
        if not isinstance(when, OnDay):
            return np.zeros(grouped.count, np.int64)
        cited = grouped.best > PIN_SCORE / 2
        return np.where(cited, Doubt.NONE, grouped.doubts(when.day.toordinal()))

    @property
    def _today(self) -> int:
        return self._query.today.toordinal()

    def _grouped(self, filters: Filters) -> Grouped[Place]:
        if filters not in self._known:
            self._known[filters] = self._looked_up(filters)
        return self._known[filters]

    def _looked_up(self, filters: Filters) -> Grouped[Place]:
        grouped = self._all
        later = _OF_WORDINGS if self._follows else ()
        for facet in FACETS if self._query.count_facets else ():
            if facet not in later and (wanted := getattr(filters, facet)):
                grouped = grouped.only_wordings(self._have(grouped, facet, wanted))
        when = self._query.when
        if not isinstance(when, ChangedBetween):
            return grouped
        grouped = grouped.only(changed(grouped, when))
        for facet in later:
            if wanted := getattr(filters, facet):
                grouped = grouped.only(grouped.any_of(self._have(grouped, facet, wanted)))
        return grouped

    @cached_property
    def _all(self) -> Grouped[Place]:
        """All wordings that fit; of those that filters would leave out, what is needed here."""
        filters = Filters() if self._query.count_facets else self._query.filters
        if self._follows:
            filters = replace(filters, **dict.fromkeys(_OF_WORDINGS, ()))
        with uncollected():
            found = self._snapshot.every(Asked.of(self._query, self._root, filters))
            scores, places = zip(*found, strict=True) if found else ((), ())
            del found
        return Grouped.made(scores, places, self._snapshot.columns)

    def _have(
        self, grouped: Grouped[Place], facet: str, wanted: Sequence[object]
    ) -> NDArray[np.bool_]:
        """Which wordings have one of the values."""
        if facet == "statuses":
            fitting = np.zeros(len(grouped.turns), np.bool_)
            for status in wanted:
                fitting |= grouped.columns.have(Status(str(status)), self._today)
            return fitting
        numbers = [
            number
            for number, one in enumerate(self._snapshot.facet_sets)
            if one.has_one_of(facet, wanted)
        ]
        return np.isin(grouped.columns.facet_set, numbers)
