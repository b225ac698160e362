"""Which rule is which: the one-to-one assignment, then splits and merges among what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from diffing.correspondence.claims import claims
from diffing.correspondence.matrices import Matrices
from diffing.correspondence.one_to_one import best_pairs
from diffing.correspondence.scales import Scales
from diffing.correspondence.vectors import Flags, Matrix

Cell = tuple[int, int]
"""An old rule and a new one, by place."""


@dataclass(frozen=True)
class Given:
    """What is known before any statistics.

    `settled` pairs are a lawyer's: their rules have no other partner. `same` pairs have the same
    words, and may have taken in more. `linked` pairs are tied together by an official note,
    or by an equal number in one act.
    """

    settled: frozenset[Cell] = frozenset()
    same: frozenset[Cell] = frozenset()
    linked: frozenset[Cell] = frozenset()


def assign(found: Matrices, scales: Scales, given: Given) -> tuple[list[Cell], list[Cell]]:
    """The pairs that can be asserted beside the settled ones, and those that are only possible.

    A pair is asserted when it is alike enough and what could be meant instead stays well behind:
    its best rival, unless a surer pair took that one or both may be true (a split, a merge). So a
    rule may be in several asserted pairs. Possible pairs are told for rules that are in none.
    """
    table = _Table(found, scales, given)
    table.decide(best_pairs(found.scores))
    table.decide(table.shares())
    return table.sure, list(table.possible())


class _Table:
    """The scores that are still open: those of a rule with a partner shrink to its claims."""

    def __init__(self, found: Matrices, scales: Scales, given: Given) -> None:
        self._found = found
        self._swapped = found.swapped
        self._scales = scales
        self._open = found.scores.copy()
        self._enough = np.where(found.foreign, scales.sure_if_foreign, scales.sure)
        for pair in given.linked:
            self._enough[pair] = scales.sure_if_linked
        self._settled = given.settled
        for old, new in given.settled:
            self._open[old] = 0
            self._open[:, new] = 0
        self.sure: list[Cell] = []
        for pair in sorted(given.same):
            self._keep(*pair)

    def _keep(self, old: int, new: int) -> None:
        """Assert a pair; what its rules still claim is what their partners did not take."""
        self.sure.append((old, new))
        old_claims = claims(self._found, old, new, self._scales)
        new_claims = claims(self._swapped, new, old, self._scales)
        self._open[old] = np.minimum(self._open[old], old_claims)
        self._open[:, new] = np.minimum(self._open[:, new], new_claims)
        self._open[old, new] = 0

    def decide(self, pairs: Iterable[Cell]) -> None:
        """Assert those of the pairs that stand out, the best first, until nothing more does.

        What is asserted takes rivals from others, so pairs that did not stand out may do so then.
        """
        waiting = [pair for pair in pairs if pair not in self.sure]
        while True:
            waiting.sort(key=lambda pair: (-self._open[pair], pair))
            held_back = []
            for pair in waiting:
                if self._stands_out(*pair):
                    self._keep(*pair)
                else:
                    held_back.append(pair)
            if len(held_back) == len(waiting):
                return
            waiting = held_back

    def shares(self) -> list[Cell]:
        """The pairs that are still open and alike enough: pieces of rules that have a partner."""
        enough = self._open >= self._enough
        return _places(enough & self._foremost(self._open))

    def possible(self) -> Iterator[Cell]:
        """For each rule in no asserted pair those most like it, where worth showing."""
        scores = self._found.scores
        best_of_old = scores.max(axis=1, keepdims=True)
        best_of_new = scores.max(axis=0, keepdims=True)
        brightest = np.maximum(best_of_old, best_of_new)
        worth = (scores >= self._scales.maybe) & (scores >= brightest * self._scales.shade)
        of_old = worth & (scores >= best_of_old * self._scales.tie) & self._foremost_of_old(scores)
        of_new = worth & (scores >= best_of_new * self._scales.tie)
        of_new &= self._foremost_of_old(scores.T).T
        told = {*self.sure, *self._settled}
        of_old[[old for old, _ in told]] = False
        of_new[:, [new for _, new in told]] = False
        cells = set(_places(of_old | of_new)) - told
        yield from sorted(cells, key=lambda pair: (-scores[pair], pair))

    def _foremost(self, scores: Matrix) -> Flags:
        """The places that are among the best of their old rule, or of their new one."""
        return self._foremost_of_old(scores) | self._foremost_of_old(scores.T).T

    def _foremost_of_old(self, scores: Matrix) -> Flags:
        flags = np.zeros_like(scores, dtype=np.bool_)
        order = np.argsort(-scores, axis=1, kind="stable")[:, : self._scales.rivals]
        np.put_along_axis(flags, order, np.True_, axis=1)
        return flags

    def _stands_out(self, old: int, new: int) -> bool:
        score = float(self._open[old, new])
        if score < self._enough[old, new]:
            return False
        old_claims = claims(self._found, old, new, self._scales)
        new_claims = claims(self._swapped, new, old, self._scales)
        rival = max(
            self._rival(self._open[old], old_claims, new),
            self._rival(self._open[:, new], new_claims, old),
        )
        return rival <= score * self._scales.near

    def _rival(self, scores: Matrix, claimed: Matrix, partner: int) -> float:
        """The best score with another, unless a piece is left for that one: then both are true."""
        others = np.where(claimed >= self._scales.sure, 0.0, scores)
        others[partner] = 0
        return float(others.max(initial=0.0))


def _places(flags: Flags) -> list[Cell]:
    return [(old, new) for old, new in np.argwhere(flags).tolist()]
