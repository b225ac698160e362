"""Wordings put together into articles: one result is all fitting wordings of one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.search.documents import BEYOND, Status
from corpus.search.ordering import SCORE_DIGITS, SortKey
from corpus.search.snapshots import Columns, ReadLater

Place = TypeVar("Place")


@dataclass(frozen=True, eq=False)
class Grouped(Generic[Place]):
    """Wordings with their scores and facts, sorted so that those of one article are together.

    An article's number is its turn in that order; `starts[n]` is where its wordings begin.
    `turns` say where in `places` each wording is.
    """

    places: Sequence[Place]
    turns: NDArray[np.int64]
    scores: NDArray[np.float64]
    columns: Columns
    starts: NDArray[np.int64]

    @classmethod
    def made(
        cls, scores: Sequence[float], places: Sequence[Place], columns: Columns
    ) -> Grouped[Place]:
        """Those wordings; all in the same order."""
        by_article = np.argsort(columns.article, kind="stable")
        return cls._taken(places, by_article, np.array(scores, np.float64), columns, by_article)

    @classmethod
    def _taken(
        cls,
        places: Sequence[Place],
        turns: NDArray[np.int64],
        scores: NDArray[np.float64],
        columns: Columns,
        order: NDArray[np.int64],
    ) -> Grouped[Place]:
        taken = ReadLater(lambda name: getattr(columns, name)[order])
        is_first = np.ones(len(order), np.bool_)
        is_first[1:] = taken.article[1:] != taken.article[:-1]
        return cls(places, turns, scores[order], taken, np.flatnonzero(is_first))

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.starts)

    def members(self, article: int) -> slice:
        """Where the wordings of an article are."""
        first = self.starts[article]
        return slice(first, first + self.sizes[article])

    def wordings(self, article: int) -> tuple[tuple[float, Place], ...]:
        """The wordings of an article with their scores."""
        members = self.members(article)
        places = (self.places[turn] for turn in self.turns[members])
        return tuple(zip(self.scores[members].tolist(), places, strict=True))

    def only(self, articles: NDArray[np.bool_]) -> Grouped[Place]:
        """The articles for which that is true."""
        if articles.all():
            return self
        kept = np.flatnonzero(articles[self.of])
        return self._taken(self.places, self.turns[kept], self.scores, self.columns, kept)

    @cached_property
    def of(self) -> NDArray[np.int64]:
        """The article of each wording."""
        return np.repeat(np.arange(self.count), self.sizes)

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """How many wordings each article has."""
        return np.diff(np.append(self.starts, len(self.turns)))

    @cached_property
    def best(self) -> NDArray[np.float64]:
        """The best score of each article, rounded as the order needs it."""
        if not self.count:
            return np.zeros(0)
        best: NDArray[np.float64] = np.maximum.reduceat(self.scores, self.starts)
        return best.round(SCORE_DIGITS)

    def any_of(self, wordings: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """For each article, whether that is true of one of its wordings."""
        if not self.count:
            return np.zeros(0, np.bool_)
        return np.logical_or.reduceat(wordings, self.starts)

    def ordered(self, most: int) -> NDArray[np.int64]:
        """The first articles in the order of results."""
        candidates = np.arange(self.count)
        if most < self.count:
            cut = -np.partition(-self.best, most)[most]
            candidates = np.flatnonzero(self.best >= cut)
        first = self.starts[candidates]
        order = np.lexsort(
            (
                self.columns.article[first],
                self.columns.key_number[first],
                self.columns.act_number[first],
                -self.best[candidates],
            )
        )
        return candidates[order][:most]

    def sort_key(self, article: int) -> SortKey:
        """What orders an article among those of equal score."""
        first = self.starts[article]
        return (
            int(self.columns.act_number[first]),
            int(self.columns.key_number[first]),
            int(self.columns.article[first]),
        )


def holds(columns: Columns, status: Status, today: int) -> NDArray[np.bool_]:
    """Which wordings have a status on a day; as `SearchDocument.status` says."""
    undated: NDArray[np.bool_] = columns.begins == BEYOND
    begun: NDArray[np.bool_] = columns.begins <= today
    ended: NDArray[np.bool_] = columns.ends <= today
    match status:
        case Status.UNDATED:
            return undated
        case Status.FUTURE:
            return ~undated & ~begun
        case Status.IN_FORCE:
            return begun & ~ended
        case Status.SUPERSEDED:
            return begun & ended & columns.replaced
        case Status.REPEALED:
            return begun & ended & ~columns.replaced
