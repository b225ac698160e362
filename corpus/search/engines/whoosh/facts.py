"""The facts of all documents of an index, in arrays: what filters, orders and counts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.law import Language
from corpus.search.documents import BEYOND, PARTS, Status
from corpus.search.engines.whoosh.postings import IndexTerms, Mask
from corpus.search.engines.whoosh.schema import FACTS, LANGUAGES
from corpus.search.queries import Filters
from corpus.search.snapshots import Columns, FacetSet


@dataclass(frozen=True, eq=False)
class Facts:
    """Those of the documents, by their numbers; deleted ones have numbers too."""

    packed: NDArray[np.void]
    deleted: Sequence[int]
    terms: IndexTerms

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return len(self.packed)

    @cached_property
    def alive(self) -> Mask:
        """Which documents are not deleted."""
        alive = np.ones(self.size, np.bool_)
        alive[list(self.deleted)] = False
        return alive

    @cached_property
    def _facets(self) -> tuple[list[FacetSet], NDArray[np.int64]]:
        numbers: dict[str, int] = {}
        of_documents = np.zeros(self.size, np.int64)
        for written, docs in self.terms.values("facets"):
            of_documents[docs] = numbers.setdefault(written, len(numbers))
        return [FacetSet.read(written) for written in numbers], of_documents

    @property
    def facet_sets(self) -> Sequence[FacetSet]:
        """All that documents have."""
        return self._facets[0]

    @property
    def facet_set(self) -> NDArray[np.int64]:
        """That of each document, by its place in `facet_sets`."""
        return self._facets[1]

    @cached_property
    def _columns(self) -> dict[str, NDArray[Any]]:
        return {name: np.ascontiguousarray(self.packed[name]) for name in FACTS.names or ()}

    def columns(self, docs: NDArray[np.int64]) -> Columns:
        """The facts of some documents, as every engine tells them."""
        held = self._columns
        return Columns(
            article=held["article"][docs].astype(np.uint64),
            act_number=held["act_number"][docs].astype(np.uint64),
            key_number=held["key_number"][docs].astype(np.uint64),
            begins=held["begins"][docs].astype(np.int64),
            ends=held["ends"][docs].astype(np.int64),
            doubtful=held["doubtful"][docs].astype(np.bool_),
            held_from=held["held_from"][docs].astype(np.int64),
            held_to=held["held_to"][docs].astype(np.int64),
            replaced=held["replaced"][docs].astype(np.bool_),
            facet_set=self.facet_set[docs],
        )

    @cached_property
    def _all(self) -> Columns:
        return self.columns(np.arange(self.size))

    @property
    def merit(self) -> NDArray[np.float64]:
        """What each document's score has for being what it is."""
        return self._columns["merit"]

    def relative_length(self, part: str) -> NDArray[np.float64]:
        """How many words of the average there are in a part of each document."""
        return self._lengths[part]

    @cached_property
    def _lengths(self) -> dict[str, NDArray[np.float64]]:
        lengths = {}
        for part in PARTS:
            words = self._columns[f"{part}_length"].astype(np.float64)
            average = words.mean() if self.size else 0.0
            lengths[part] = words / (average or 1.0)
        return lengths

    def in_languages(self, languages: Sequence[Language]) -> Mask:
        """The documents in one of these languages."""
        mask = np.zeros(self.size, np.bool_)
        for language in languages:
            mask |= self._by_language[language]
        return mask

    @cached_property
    def _by_language(self) -> dict[Language, Mask]:
        held = self._columns["language"]
        return {language: held == number for number, language in enumerate(LANGUAGES)}

    def holds_on(self, day: int) -> Mask:
        """The documents that held on a day."""
        held: Mask = (self._columns["begins"] <= day) & (day < self._columns["ends"])
        return held

    @cached_property
    def dated(self) -> Mask:
        """The documents of which it is known when they began to hold."""
        dated: Mask = self._columns["begins"] < BEYOND
        return dated

    def has_status(self, statuses: Sequence[str], today: int) -> Mask:
        """The documents with one of these statuses on a day (see `SearchDocument.status`)."""
        mask = np.zeros(self.size, np.bool_)
        for status in statuses:
            if status in set(Status):
                mask |= self._all.have(Status(status), today)
        return mask

    def filtered(self, filters: Filters) -> Mask:
        """The documents that pass all filters but those of status."""
        if replace(filters, statuses=()) == Filters():
            return np.ones(self.size, np.bool_)
        allowed = [_passes(facets, filters) for facets in self.facet_sets]
        return np.array(allowed, np.bool_)[self.facet_set]


def _passes(facets: FacetSet, filters: Filters) -> bool:
    return all(
        not wanted or facets.has_one_of(facet, wanted)
        for facet, wanted in vars(filters).items()
        if facet != "statuses"
    )
