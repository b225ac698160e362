"""One state of a Tantivy index, and the questions that answers are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray

from corpus.search.documents import SearchDocument
from corpus.search.engines.tantivy.asking import Asking
from corpus.search.snapshots import Asked, Columns, FacetSet, ReadLater, are_in_doubt

_FIELDS = {"begins": "from", "ends": "to"}
"""Columns whose fields have other names."""

_KINDS: Mapping[str, type[Any]] = {
    "article": np.uint64,
    "act_number": np.uint64,
    "key_number": np.uint64,
    "begins": np.int64,
    "ends": np.int64,
    "doubtful": np.bool_,
    "held_from": np.int64,
    "held_to": np.int64,
    "replaced": np.bool_,
    "facet_set": np.int64,
}


@dataclass(frozen=True)
class TantivySnapshot:
    """A `Snapshot`."""

    searcher: tantivy.Searcher
    asking: Asking
    facet_sets: Sequence[FacetSet]

    @property
    def held(self) -> int:
        """See `Snapshot.held`."""
        return self.searcher.num_docs

    @cached_property
    def has_doubts(self) -> bool:
        """See `Snapshot.has_doubts`; looked at once, among all documents."""
        every = self.searcher.search(
            tantivy.Query.all_query(), limit=max(self.held, 1), count=False
        )
        return are_in_doubt(self.columns([place for _, place in every.hits]))

    def top(
        self, asked: Asked, most: int
    ) -> tuple[int, Sequence[tuple[float, tantivy.DocAddress]]]:
        """See `Snapshot.top`."""
        if not most:
            return self._count(asked), ()
        answer: Any = self.searcher.search(self.asking.compiled(asked), limit=most)
        return int(answer.count), answer.hits  # the stub forgets `count`

    def every(self, asked: Asked) -> Sequence[tuple[float, tantivy.DocAddress]]:
        """See `Snapshot.every`."""
        compiled = self.asking.compiled(asked)
        return self.searcher.search(compiled, limit=max(self.held, 1), count=False).hits

    def columns(self, places: Sequence[tantivy.DocAddress]) -> Columns:
        """See `Snapshot.columns`."""
        listed = list(places)

        def read(name: str) -> NDArray[Any]:
            field = _FIELDS.get(name, name)
            return np.array(self.searcher.fast_field_values(field, listed), _KINDS[name])

        return ReadLater(read)

    def documents(self, places: Sequence[tantivy.DocAddress]) -> Sequence[SearchDocument]:
        """See `Snapshot.documents`."""
        return [self._document(place) for place in places]

    def _count(self, asked: Asked) -> int:
        """Every document has a facet set; counting them needs no scores."""
        compiled = self.asking.compiled(asked, scored=False)
        counted = {"held": {"value_count": {"field": "facet_set"}}}
        return int(self.searcher.aggregate(compiled, counted)["held"]["value"])

    def _document(self, place: tantivy.DocAddress) -> SearchDocument:
        packed = self.searcher.doc(place).get_first("document")
        return SearchDocument.from_json(bytes(packed or b""))
