"""Wordings put together into articles: one result is all fitting wordings of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.search.ordering import SortKey
from corpus.search.scoring import PIN_SCORE, SCORE_DIGITS
from corpus.search.snapshots import Columns, ReadLater

Place = TypeVar("Place")

_ABOVE_ALL_SCORES = 10 * PIN_SCORE


@dataclass(frozen=True, eq=False)
class Grouped(Generic[Place]):
    """Wordings with their scores and facts, sorted so that those of one article are together.

    An article's number is its turn in that order; `starts[n]` is where its wordings begin.
    `turns` say where in `places` each wording is. `columns_of` gives the facts of some places.
    """

    places: Sequence[Place]
    columns_of: Callable[[Sequence[Place]], Columns]
    turns: NDArray[np.int64]
    scores: NDArray[np.float64]
    columns: Columns
    starts: NDArray[np.int64]

    @classmethod
    def made(
        cls,
        scores: Sequence[float],
        places: Sequence[Place],
        columns_of: Callable[[Sequence[Place]], Columns],
    ) -> Grouped[Place]:
        """Wordings at places, with their scores in the same order."""
        columns = columns_of(places)
        order = np.argsort(columns.article, kind="stable")
        return cls._taken(places, columns_of, order, np.array(scores, np.float64), columns, order)

    @classmethod
    def _taken(
        cls,
        places: Sequence[Place],
        columns_of: Callable[[Sequence[Place]], Columns],
        turns: NDArray[np.int64],
        scores: NDArray[np.float64],
        columns: Columns,
        order: NDArray[np.int64],
    ) -> Grouped[Place]:
        taken = ReadLater(lambda name: getattr(columns, name)[order])
        is_first = np.ones(len(order), np.bool_)
        is_first[1:] = taken.article[1:] != taken.article[:-1]
        return cls(places, columns_of, turns, scores[order], taken, np.flatnonzero(is_first))

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
        return self.only_wordings(articles[self.of])

    def only_wordings(self, wordings: NDArray[np.bool_]) -> Grouped[Place]:
        """The wordings for which that is true."""
        kept = np.flatnonzero(wordings)
        return self._taken(
            self.places, self.columns_of, self.turns[kept], self.scores, self.columns, kept
        )

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

    @cached_property
    def facet_sets(self) -> Counter[frozenset[int]]:
        """How many articles have which facet sets among their wordings."""
        if not self.count:
            return Counter()
        sets = self.columns.facet_set
        least = np.minimum.reduceat(sets, self.starts)
        same = least == np.maximum.reduceat(sets, self.starts)
        numbers, counts = np.unique(least[same], return_counts=True)
        found = Counter(
            {
                frozenset((number,)): count
                for number, count in zip(numbers.tolist(), counts.tolist(), strict=True)
            }
        )
        found.update(
            frozenset(sets[self.members(article)].tolist())
            for article in np.flatnonzero(~same).tolist()
        )
        return found

    def doubts(self, day: int) -> NDArray[np.int64]:
        """The least doubt of each article's wordings on a day on which they hold."""
        if not self.count:
            return np.zeros(0, np.int64)
        least: NDArray[np.int64] = np.minimum.reduceat(self.columns.doubts(day), self.starts)
        return least

    def ordered(self, most: int, doubts: NDArray[np.int64]) -> list[tuple[int, SortKey]]:
        """The first articles in the order of results, and what orders equals among them.

        Those with less of `doubts` go first, then those with the better score. What orders equals
        is not read of the others: nearly all have another score.
        """
        worth = self.best - _ABOVE_ALL_SCORES * doubts
        candidates = np.arange(self.count)
        if most < self.count:
            cut = -np.partition(-worth, most)[most]
            candidates = np.flatnonzero(worth >= cut)
        firsts = self.turns[self.starts[candidates]].tolist()
        columns = self.columns_of([self.places[turn] for turn in firsts])
        numbers = (columns.act_number, columns.key_number, columns.article)
        order = np.lexsort((*numbers[::-1], -worth[candidates]))[:most]
        keys = zip(*(number[order].tolist() for number in numbers), strict=True)
        return list(zip(candidates[order].tolist(), keys, strict=True))
