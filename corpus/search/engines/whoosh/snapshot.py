"""One state of a Whoosh index, as `corpus.search.answering` asks it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from corpus.law import Language
from corpus.search.documents import SearchDocument
from corpus.search.engines.whoosh.conditions import Conditions, Fit
from corpus.search.engines.whoosh.facts import Facts
from corpus.search.engines.whoosh.postings import Mask
from corpus.search.engines.whoosh.remembering import Remembered
from corpus.search.engines.whoosh.schema import unpacked
from corpus.search.queries import ChangedBetween, OnDay, Pin
from corpus.search.querying.tree import Node
from corpus.search.scoring import IN_FORCE_BONUS, PIN_SCORE
from corpus.search.snapshots import Asked, Columns, FacetSet, are_in_doubt
from corpus.search.words.analysis import Analyser

_REMEMBERED = 32


class WhooshSnapshot:
    """A `Snapshot`; its places are the documents' numbers."""

    def __init__(self, packed: Sequence[bytes], facts: Facts, analyser: Analyser) -> None:
        """`packed` are the documents by number; they may be read when they are asked for."""
        self._packed = packed
        self._facts = facts
        self._analyser = analyser
        self._fits: Remembered[Fit] = Remembered(_REMEMBERED)
        self._filters: Remembered[Mask] = Remembered(_REMEMBERED)
        self._reading = Lock()

    @property
    def held(self) -> int:
        """See `Snapshot.held`."""
        return int(self._facts.alive.sum())

    @property
    def facet_sets(self) -> Sequence[FacetSet]:
        """See `Snapshot.facet_sets`."""
        return self._facts.facet_sets

    @cached_property
    def has_doubts(self) -> bool:
        """See `Snapshot.has_doubts`; looked at once, among all documents."""
        return are_in_doubt(self._facts.columns(np.flatnonzero(self._facts.alive)))

    def top(self, asked: Asked, most: int) -> tuple[int, Sequence[tuple[float, int]]]:
        """See `Snapshot.top`."""
        docs = np.flatnonzero(self._fitting(asked))
        scores = self._scores(asked)[docs]
        best = np.argsort(-scores, kind="stable")[:most]
        return len(docs), list(zip(scores[best].tolist(), docs[best].tolist(), strict=True))

    def every(self, asked: Asked) -> Sequence[tuple[float, int]]:
        """See `Snapshot.every`."""
        docs = np.flatnonzero(self._fitting(asked))
        scores = self._scores(asked)[docs]
        return list(zip(scores.tolist(), docs.tolist(), strict=True))

    def columns(self, places: Sequence[int]) -> Columns:
        """See `Snapshot.columns`."""
        return self._facts.columns(np.array(places, np.int64))

    def documents(self, places: Sequence[int]) -> Sequence[SearchDocument]:
        """See `Snapshot.documents`."""
        with self._reading:  # the file has one place where it is read
            packed = [self._packed[place] for place in places]
        return [unpacked(one) for one in packed]

    def _fitting(self, asked: Asked) -> Mask:
        mask = self._allowed(asked)
        wanted = self._pinned(asked.pins)[0]
        if asked.root is not None:
            wanted = wanted | self._fit(asked.root, asked).mask
        return mask & wanted

    def _scores(self, asked: Asked) -> NDArray[np.float64]:
        scores = self._facts.merit.copy()
        if asked.root is not None:
            scores += self._fit(asked.root, asked).scores
        if not isinstance(asked.when, OnDay):
            scores += IN_FORCE_BONUS * self._facts.holds_on(asked.today)
        pinned, worth = self._pinned(asked.pins)
        return np.where(pinned, worth, scores)

    def _fit(self, root: Node, asked: Asked) -> Fit:
        key = (root, frozenset(asked.languages), asked.today)
        return self._fits.get(key, lambda: self._worked_out(root, asked.languages, asked.today))

    def _worked_out(self, root: Node, languages: Sequence[Language], today: int) -> Fit:
        size = self._facts.size
        whole = Fit(np.zeros(size, np.bool_), np.zeros(size))
        for language in dict.fromkeys(languages):
            in_language = self._facts.in_languages((language,))
            if in_language.any():
                fit = Conditions(self._facts, self._analyser, language, today).fit(root)
                whole.mask |= fit.mask & in_language
                whole.scores += fit.scores * in_language
        return whole

    def _allowed(self, asked: Asked) -> Mask:
        def work_out() -> Mask:
            facts = self._facts
            mask = facts.alive & facts.in_languages(asked.languages) & facts.filtered(asked.filters)
            if asked.filters.statuses:
                mask &= facts.has_status(asked.filters.statuses, asked.today)
            match asked.when:
                case OnDay(day):
                    mask &= facts.holds_on(day.toordinal())
                case ChangedBetween():
                    mask &= facts.dated
            return mask

        kind = None if isinstance(asked.when, ChangedBetween) else asked.when
        key = (kind, type(asked.when), asked.filters, asked.languages, asked.today)
        return self._filters.get(key, work_out)

    def _pinned(self, pins: Sequence[Pin]) -> tuple[Mask, NDArray[np.float64]]:
        mask, scores = np.zeros(self._facts.size, np.bool_), np.zeros(self._facts.size)
        for turn, pin in enumerate(dict.fromkeys(pins)):
            of_act = self._facts.terms.postings("ngr", pin.ngr).docs
            docs = np.intersect1d(of_act, self._facts.terms.postings("key", pin.key).docs)
            if pin.language:
                docs = docs[self._facts.in_languages((pin.language,))[docs]]
            mask[docs] = True
            scores[docs] = PIN_SCORE - turn
        return mask, scores
