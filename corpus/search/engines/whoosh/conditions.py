"""Which documents fit a query's tree, and with what score: arithmetic on whole posting lists.

Whoosh's own queries walk document by document in Python, which costs a second where a tenth is
allowed, and its operators are not all right (see decision 3). A condition here is two arrays over
all documents: whether each fits, and its score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.law import Language
from corpus.search.engines.whoosh.facts import Facts
from corpus.search.engines.whoosh.postings import (
    IndexTerms,
    Mask,
    Postings,
    Spots,
    documents_of,
    in_row,
    in_window,
    near,
)
from corpus.search.ordering import (
    ACT_BOOST,
    HEADING_BOOST,
    NEAR,
    NEAR_BOOST,
    NOTE_BOOST,
    PREFIX_SCORE,
    SIDE_BY_SIDE_BOOST,
    SYNONYM_BOOST,
    together,
)
from corpus.search.querying.tree import (
    AllOf,
    AnyOf,
    HasStatus,
    Leaf,
    Near,
    Node,
    Not,
    Numbered,
    Phrase,
    Prefix,
    Where,
    Words,
)
from corpus.search.words.analysis import Analyser

_PARTS = {
    Where.TEXT: (("heading", HEADING_BOOST), ("body", 1.0)),
    Where.HEADING: (("heading", HEADING_BOOST),),
    Where.NOTE: (("note", NOTE_BOOST),),
    Where.ACT: (("act", ACT_BOOST),),
}
_SATURATION, _LENGTH_WEIGHT = 1.2, 0.75
"""BM25's constants, as every engine here has them."""


@dataclass
class Fit:
    """Which documents fit, and the score of each; of others it is 0."""

    mask: Mask
    scores: NDArray[np.float64]


@dataclass(frozen=True)
class Conditions:
    """Works conditions out for texts of one language."""

    terms: IndexTerms
    facts: Facts
    analyser: Analyser
    language: Language
    today: int

    def fit(self, node: Node) -> Fit:
        """What fits a node of the tree."""
        match node:
            case Not(part):
                return self._unscored(~self.fit(part).mask)
            case AnyOf(parts, synonyms):
                return self._any_of(parts, SYNONYM_BOOST if synonyms else 1.0)
            case AllOf(parts):
                return self._all_of(parts)
            case _:
                return self._leaf(node)

    def _leaf(self, leaf: Leaf) -> Fit:
        match leaf:
            case Words(words, where):
                return self._in_parts(where, "stems", self._stems(words))
            case Phrase(words, where):
                return self._in_parts(where, "words", list(words))
            case Prefix(start, where):
                return self._beginning(start, where)
            case Near():
                return self._near(leaf)
            case Numbered(number, prefix):
                return self._numbered(number, prefix=prefix)
            case HasStatus(status):
                return self._unscored(self.facts.has_status((status,), self.today))

    def _any_of(self, parts: Sequence[Node], boost_of_others: float) -> Fit:
        first, *others = parts
        fit = self.fit(first)
        for part in others:
            other = self.fit(part)
            fit.mask |= other.mask
            fit.scores += boost_of_others * other.scores
        return fit

    def _all_of(self, parts: Sequence[Node]) -> Fit:
        first, *others = parts
        fit = self.fit(first)
        for part in others:
            other = self.fit(part)
            fit.mask &= other.mask
            fit.scores += other.scores
        fit.scores *= fit.mask
        if stems := self._stems(together(parts)):
            self._reward_nearness(fit, stems)
        return fit

    def _reward_nearness(self, fit: Fit, stems: Sequence[str]) -> None:
        for part, boost in _PARTS[Where.TEXT]:
            found = [self.terms.postings(f"{part}_stems", stem) for stem in stems]
            among = self._hold_all(found) & fit.mask
            if not among.any():
                continue
            side_by_side = in_row(found, among)
            self._add(fit, part, found, side_by_side, boost * SIDE_BY_SIDE_BOOST)
            if part == "body":  # a heading is short: all is near in it
                rows = [one.spots(among) for one in found]
                self._add(fit, part, found, in_window(rows, len(stems) + NEAR), NEAR_BOOST)

    def _in_parts(self, where: Where, stream: str, terms: Sequence[str]) -> Fit:
        fit = self._nothing()
        for part, boost in _PARTS[where]:
            found = [self.terms.postings(f"{part}_{stream}", term) for term in terms]
            if len(found) == 1:
                scores = boost * self._relevance(part, found, found[0].docs, found[0].counts)
                fit.mask[found[0].docs] = True
                fit.scores[found[0].docs] += scores
            else:
                among = self._hold_all(found)
                if among.any():
                    self._add(fit, part, found, in_row(found, among), boost)
        return fit

    def _near(self, node: Near) -> Fit:
        left, right = self._stems((node.left, node.right))
        fit = self._nothing()
        for part, boost in _PARTS[node.where]:
            found = [self.terms.postings(f"{part}_stems", stem) for stem in (left, right)]
            among = self._hold_all(found)
            if among.any():
                rows = [one.spots(among) for one in found]
                spots = near(rows[0], rows[1], node.within, same=left == right)
                self._add(fit, part, found, spots, boost)
        return fit

    def _beginning(self, start: str, where: Where) -> Fit:
        fit = self._nothing()
        for part, boost in _PARTS[where]:
            mask = np.zeros(self.facts.size, np.bool_)
            self.terms.beginning(f"{part}_words", start, into=mask)
            fit.mask |= mask
            fit.scores += boost * PREFIX_SCORE * mask
        return fit

    def _numbered(self, number: str, *, prefix: bool) -> Fit:
        mask = np.zeros(self.facts.size, np.bool_)
        if prefix:
            self.terms.beginning("number", number, into=mask)
        else:
            mask[self.terms.postings("number", number).docs] = True
        return self._unscored(mask)

    def _stems(self, words: Sequence[str]) -> list[str]:
        return self.analyser.stems(words, self.language)

    def _hold_all(self, found: Sequence[Postings]) -> Mask:
        """The documents that have every term."""
        held = np.zeros(self.facts.size, np.bool_)
        first, *others = sorted(found, key=lambda one: len(one.docs))
        held[first.docs] = True
        for other in others:
            has = np.zeros(self.facts.size, np.bool_)
            has[other.docs] = True
            held &= has
        return held

    def _add(
        self, fit: Fit, part: str, terms: Sequence[Postings], spots: Spots, boost: float
    ) -> None:
        """Add what stands at places to what fits, scored as a word that often in the text."""
        if not len(spots):
            return
        docs, counts = np.unique(documents_of(spots), return_counts=True)
        fit.mask[docs] = True
        fit.scores[docs] += boost * self._relevance(part, terms, docs, counts)

    def _relevance(
        self,
        part: str,
        terms: Sequence[Postings],
        docs: NDArray[np.int64],
        counts: NDArray[np.integer],
    ) -> NDArray[np.float64]:
        """BM25: how rare the terms are, times how often they are there for the text's length."""
        size = self.facts.size
        rarity = sum(
            float(np.log1p((size - len(term.docs) + 0.5) / (len(term.docs) + 0.5)))
            for term in terms
        )
        longer = self.facts.relative_length(part)[docs]
        damped = counts + _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * longer)
        scores: NDArray[np.float64] = rarity * (_SATURATION + 1) * counts / damped
        return scores

    def _nothing(self) -> Fit:
        return Fit(np.zeros(self.facts.size, np.bool_), np.zeros(self.facts.size))

    def _unscored(self, mask: Mask) -> Fit:
        return Fit(mask, np.zeros(self.facts.size))
