"""Pairs made into correspondences: one rule to one, one to several (a split), several to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from diffing.correspondence.assignment import Cell
from diffing.correspondence.vectors import Matrix


@dataclass(frozen=True)
class Group:
    """Rules that belong together, by place: one on at least one side.

    `score` is that of its weakest pair, `runner_up` the best that any of its rules has outside.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    runner_up: float


def groups(scores: Matrix, pairs: Sequence[Cell]) -> tuple[list[Group], list[Cell]]:
    """The groups that pairs form, and the pairs that had to be given up.

    Where a chain of pairs ties several old rules to several new ones, its weakest links are given
    up until every group has one rule on one side: only that can be shown side by side.
    """
    found: list[Group] = []
    given_up: list[Cell] = []
    for chain in _chains(pairs):
        links = sorted(chain, key=lambda pair: (-scores[pair], pair))
        kept: list[Cell] = []
        for old, new in links:
            crosses = _busy(kept, old, 0) and _busy(kept, new, 1)
            joins = _joins_two_stars(kept, old, new)
            (given_up if crosses or joins else kept).append((old, new))
        found += [group_of(scores, star) for star in _chains(kept)]
    return found, given_up


def _busy(pairs: Sequence[Cell], rule: int, side: int) -> bool:
    return any(pair[side] == rule for pair in pairs)


def _joins_two_stars(kept: Sequence[Cell], old: int, new: int) -> bool:
    """Whether a link would hang a rule on one that is itself a share of another."""
    partners_of_new = [one for one, other in kept if other == new]
    partners_of_old = [other for one, other in kept if one == old]
    shared_new = any(sum(one == partner for one, _ in kept) > 1 for partner in partners_of_new)
    shared_old = any(sum(other == partner for _, other in kept) > 1 for partner in partners_of_old)
    return shared_new or shared_old


def _chains(pairs: Sequence[Cell]) -> list[list[Cell]]:
    """The pairs by connected component, in the order of their first members."""
    chains: list[list[Cell]] = []
    for pair in sorted(pairs):
        tied = [chain for chain in chains if any(pair[0] == a or pair[1] == b for a, b in chain)]
        joined = [link for chain in tied for link in chain] + [pair]
        chains = [chain for chain in chains if chain not in tied] + [joined]
    return sorted(chains)


def group_of(scores: Matrix, pairs: Sequence[Cell]) -> Group:
    """The group that pairs are, with its weakest score and its runner-up."""
    old = tuple(sorted({one for one, _ in pairs}))
    new = tuple(sorted({other for _, other in pairs}))
    outside_new = np.delete(scores[list(old)], list(new), axis=1)
    outside_old = np.delete(scores[:, list(new)], list(old), axis=0)
    runner_up = max(outside_new.max(initial=0.0), outside_old.max(initial=0.0))
    return Group(old, new, float(min(scores[pair] for pair in pairs)), float(runner_up))
