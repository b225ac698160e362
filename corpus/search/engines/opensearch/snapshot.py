"""What one state of an index in the cluster tells of itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np

from corpus.search.documents import SearchDocument
from corpus.search.engines.opensearch.asking import Asking, visible
from corpus.search.engines.opensearch.cluster import Cluster
from corpus.search.engines.opensearch.conditions import Condition, filtered
from corpus.search.engines.opensearch.layout import Facts
from corpus.search.engines.opensearch.pointer import Pointer
from corpus.search.snapshots import Asked, Columns, FacetSet
from corpus.search.words.analysis import Analyser

_LARGEST_PAGE = 10_000
"""What a cluster gives at once unless told otherwise."""
_FACTS = ["facts", "facet_set"]

_NOTHING_STORED = {"_source": False, "stored_fields": "_none_"}
"""Where documents are stored is not even looked at: what is asked for lies in columns."""

_TOLD = "hits.total,hits.hits._score,hits.hits.fields,hits.hits.sort,timed_out"


@dataclass(frozen=True)
class Found:
    """A document that was found: what is known of it without reading it."""

    facts: Facts
    facet_set: str


class _FacetSets:
    """Numbers facet sets as they are met, for any number of threads."""

    def __init__(self) -> None:
        self.all: list[FacetSet] = []
        self._numbers: dict[str, int] = {}
        self._lock = Lock()

    def number(self, written: str) -> int:
        """The place in `all` of a set."""
        with self._lock:
            if written not in self._numbers:
                self.all.append(FacetSet.read(written))
                self._numbers[written] = len(self._numbers)
            return self._numbers[written]


@dataclass(frozen=True)
class OpenSearchSnapshot:
    """A `Snapshot` of what a pointer shows.

    It holds until the next commit deletes what it takes out, so the engine looks at the end of an
    answer whether the pointer is still the same.
    """

    cluster: Cluster
    pointer: Pointer
    analyser: Analyser
    shards: int
    _met: _FacetSets = field(default_factory=_FacetSets)

    @property
    def held(self) -> int:
        """See `Snapshot.held`."""
        return self.pointer.held

    @property
    def facet_sets(self) -> Sequence[FacetSet]:
        """See `Snapshot.facet_sets`; those that have been met so far, their places stay."""
        return self._met.all

    @property
    def has_doubts(self) -> bool:
        """See `Snapshot.has_doubts`: taken for granted, for to look costs as much."""
        return True

    def top(self, asked: Asked, most: int) -> tuple[int, Sequence[tuple[float, Found]]]:
        """See `Snapshot.top`."""
        if most > _LARGEST_PAGE:
            found = sorted(self.every(asked), key=lambda one: -one[0])
            return len(found), found[:most]
        condition = Asking(self.analyser, self.pointer).compiled(asked, scored=most > 0)
        body = {"query": condition, "size": most, "track_total_hits": True}
        answer = self._search({**body, "docvalue_fields": _FACTS}, condition)
        hits = answer["hits"]
        return hits["total"]["value"], [_found(hit) for hit in hits.get("hits", ())]

    def every(self, asked: Asked) -> Sequence[tuple[float, Found]]:
        """See `Snapshot.every`."""
        condition = Asking(self.analyser, self.pointer).compiled(asked)
        return [_found(hit) for hit in self._all(condition)]

    def columns(self, places: Sequence[Found]) -> Columns:
        """See `Snapshot.columns`."""
        facts = [place.facts for place in places]
        return Columns(
            article=np.array([one.article for one in facts], np.uint64),
            act_number=np.array([one.act_number for one in facts], np.uint64),
            key_number=np.array([one.key_number for one in facts], np.uint64),
            begins=np.array([one.begins for one in facts], np.int64),
            ends=np.array([one.ends for one in facts], np.int64),
            doubtful=np.array([one.doubtful for one in facts], np.bool_),
            held_from=np.array([one.held_from for one in facts], np.int64),
            held_to=np.array([one.held_to for one in facts], np.int64),
            replaced=np.array([one.replaced for one in facts], np.bool_),
            facet_set=np.array([self._met.number(place.facet_set) for place in places], np.int64),
        )

    def documents(self, places: Sequence[Found]) -> Sequence[SearchDocument]:
        """See `Snapshot.documents`. Raises IndexGone when one has been taken out since."""
        ids = [place.facts.id for place in places]
        found = self.cluster.documents(self.pointer.index, ids)
        return [SearchDocument.from_json(one["document"].encode()) for one in found]

    def ids(self, ngr: str) -> frozenset[str]:
        """The ids of all documents of an act."""
        hits = self._all(filtered([{"term": {"ngr": ngr}}, visible(self.pointer)]))
        return frozenset(_found(hit)[1].facts.id for hit in hits)

    def _all(self, condition: Condition) -> Sequence[Mapping[str, Any]]:
        """All that fit, however many.

        What the cluster gives at once is nearly always all. Else it is asked for page by page: in
        the order of the facts, which no two documents share, though sorting by them takes long.
        """
        body = {
            "query": condition,
            "size": _LARGEST_PAGE,
            "docvalue_fields": _FACTS,
            "track_scores": True,
            "track_total_hits": False,
        }
        hits = self._hits({**body, "sort": ["_doc"]}, condition)
        if len(hits) < _LARGEST_PAGE:
            return hits
        found: list[Mapping[str, Any]] = []
        after: dict[str, Any] = {}
        while True:
            page = self._hits({**body, "sort": ["facts"], **after}, condition)
            found += page
            if len(page) < _LARGEST_PAGE:
                return found
            after = {"search_after": page[-1]["sort"]}

    def _hits(self, body: dict[str, Any], condition: Condition) -> Sequence[Mapping[str, Any]]:
        hits: Sequence[Mapping[str, Any]] = (
            self._search(body, condition).get("hits", {}).get("hits", ())
        )
        return hits

    def _search(self, body: dict[str, Any], condition: Condition) -> Mapping[str, Any]:
        parameters = {"filter_path": _TOLD, "preference": _copy_for(condition)}
        if self.shards > 1:
            # How rare a word is must be the same in every shard, or scores do not compare.
            parameters["search_type"] = "dfs_query_then_fetch"
        return self.cluster.search(self.pointer.index, {**body, **_NOTHING_STORED}, **parameters)


def _found(hit: Mapping[str, Any]) -> tuple[float, Found]:
    fields = hit["fields"]
    found = Found(Facts.read(fields["facts"][0]), fields["facet_set"][0])
    return float(hit["_score"] or 0.0), found


def _copy_for(condition: Condition) -> str:
    """The same question goes to the same copy of the index: between pages no score changes.

    Copies differ in what they still count of documents that are gone.
    """
    asked = json.dumps(condition, sort_keys=True).encode()
    return hashlib.blake2b(asked, digest_size=8).hexdigest()
