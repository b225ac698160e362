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
    Mask,
    Postings,
    Spots,
    documents_of,
    in_row,
    in_window,
    near,
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
from corpus.search.scoring import (
    NEAR,
    NEAR_BOOST,
    PART_BOOSTS,
    PREFIX_SCORE,
    SIDE_BY_SIDE_BOOST,
    SYNONYM_BOOST,
    TITLE_BONUS,
    together,
)
from corpus.search.words.analysis import Analyser

_SATURATION, _LENGTH_WEIGHT = 1.2, 0.75
"""BM25's constants, as every engine here has them."""


@dataclass
class Fit:
    """Which documents fit, and the score of each; of others it is 0."""

    mask: Mask
    scores: NDArray[np.float64]


@dataclass(frozen=True)
class Conditions:
    """Works conditions out for texts of one language; what is told of others means nothing.

    `today` is the day, by number, on which statuses are asked for.
    """

    facts: Facts
    analyser: Analyser
    language: Language
    today: int

    def fit(self, node: Node) -> Fit:
        """What fits a node of the tree."""
        fit = self._nothing()
        self._add(node, fit, 1.0)
        return fit

    def _add(self, node: Node, into: Fit, boost: float) -> None:
        """Add what fits a node, its scores multiplied."""
        match node:
            case AnyOf(parts, synonyms):
                self._add(parts[0], into, boost)
                for other in parts[1:]:
                    self._add(other, into, boost * SYNONYM_BOOST if synonyms else boost)
            case AllOf(parts):
                fit = self._all_of(parts)
                into.mask |= fit.mask
                into.scores += boost * fit.scores
            case Not(part):
                into.mask |= ~self.fit(part).mask
            case _:
                self._add_leaf(node, into, boost)

    def _add_leaf(self, leaf: Leaf, into: Fit, boost: float) -> None:
        match leaf:
            case HasStatus(status):
                into.mask |= self.facts.has_status((status,), self.today)
            case Numbered(number, True):
                self.facts.terms.beginning("number", number, into=into.mask)
            case Numbered(number):
                into.mask[self.facts.terms.postings("number", number).docs] = True
            case Words(words, where):
                self._add_row("stems", self._stems(words), where, into, boost)
            case Phrase(words, where):
                self._add_row("words", words, where, into, boost)
            case Prefix():
                self._add_beginning(leaf, into, boost)
            case Near():
                self._add_near(leaf, into, boost)

    def _all_of(self, parts: Sequence[Node]) -> Fit:
        first, *others = parts
        fit = self.fit(first)
        for part in others:
            also = Fit(self._no_documents(), fit.scores)
            self._add(part, also, 1.0)
            fit.mask &= also.mask
            if not fit.mask.any():
                break
        fit.scores *= fit.mask  # what fits one part alone has left its score there
        if (stems := self._stems(together(parts))) and fit.mask.any():
            self._reward_nearness(fit, stems)
            in_title = self._hold_all(self._postings("act_stems", stems)) & fit.mask
            fit.scores[in_title] += TITLE_BONUS
        return fit

    def _reward_nearness(self, fit: Fit, stems: Sequence[str]) -> None:
        for part, boost in PART_BOOSTS[Where.TEXT]:
            found = self._postings(f"{part}_stems", stems)
            among = self._hold_all(found) & fit.mask
            if not among.any():
                continue
            rows = _spots(found, among)
            self._reward(fit, part, found, in_row(rows), boost * SIDE_BY_SIDE_BOOST)
            if part == "body":  # a heading is short: all is near in it
                each = list({id(row): row for row in rows}.values())
                self._reward(fit, part, found, in_window(each, len(stems) + NEAR), NEAR_BOOST)

    def _add_row(
        self, stream: str, terms: Sequence[str], where: Where, into: Fit, boost: float
    ) -> None:
        for part, of_part in PART_BOOSTS[where]:
            found = self._postings(f"{part}_{stream}", terms)
            if len(found) == 1:
                docs, counts = found[0].docs, found[0].counts
                into.mask[docs] = True
                into.scores[docs] += boost * of_part * self._relevance(part, found, docs, counts)
            else:
                among = self._hold_all(found)
                if among.any():
                    spots = in_row(_spots(found, among))
                    self._reward(into, part, found, spots, boost * of_part)

    def _add_near(self, node: Near, into: Fit, boost: float) -> None:
        left, right = self._stems((node.left, node.right))
        for part, of_part in PART_BOOSTS[node.where]:
            found = self._postings(f"{part}_stems", (left, right))
            among = self._hold_all(found)
            if among.any():
                one, other = _spots(found, among)
                spots = near(one, other, node.within)
                self._reward(into, part, found, spots, boost * of_part)

    def _add_beginning(self, node: Prefix, into: Fit, boost: float) -> None:
        for part, of_part in PART_BOOSTS[node.where]:
            mask = self._no_documents()
            self.facts.terms.beginning(f"{part}_words", node.start, into=mask)
            into.mask |= mask
            into.scores += boost * of_part * PREFIX_SCORE * mask

    def _stems(self, words: Sequence[str]) -> list[str]:
        return self.analyser.stems(words, self.language)

    def _hold_all(self, found: Sequence[Postings]) -> Mask:
        """The documents of the language that have every term."""
        held = self.facts.in_languages((self.language,))
        for postings in {id(one): one for one in found}.values():
            has = self._no_documents()
            has[postings.docs] = True
            held &= has
        return held

    def _reward(
        self, fit: Fit, part: str, terms: Sequence[Postings], spots: Spots, boost: float
    ) -> None:
        """Add what stands at places, scored as if it were one word of the text."""
        if not len(spots):
            return
        of_spots = documents_of(spots)
        begins = np.flatnonzero(np.diff(of_spots, prepend=-1))
        docs, counts = of_spots[begins], np.diff(begins, append=len(spots))
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

    def _postings(self, name: str, terms: Sequence[str]) -> list[Postings]:
        """Those of terms in a field; of a term that comes twice the same object."""
        known = {term: self.facts.terms.postings(name, term) for term in dict.fromkeys(terms)}
        return [known[term] for term in terms]

    def _nothing(self) -> Fit:
        return Fit(self._no_documents(), np.zeros(self.facts.size))

    def _no_documents(self) -> Mask:
        return np.zeros(self.facts.size, np.bool_)


def _spots(terms: Sequence[Postings], among: Mask) -> list[Spots]:
    """The places of each term; of one that comes twice the same object."""
    known = {id(term): term.spots(among) for term in {id(one): one for one in terms}.values()}
    return [known[id(term)] for term in terms]
