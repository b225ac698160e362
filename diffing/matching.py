"""Equal things in two sequences, in order: the fixed points between which a comparison works.

Patience matching: the ends that agree, then what occurs once on each side and stands in the same
order on both (the longest such chain), then the same again inside each gap. Unlike a shortest
edit script it never ties two texts together by a word or line that stands everywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

# Each level costs one pass over what is left; real texts need two or three.
_LEVELS = 12

Pair = tuple[int, int]
Old = TypeVar("Old")
New = TypeVar("New")
Item = TypeVar("Item")


def equal_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Places of equal items, rising on both sides; what is repeated in disorder is left out."""
    found: list[Pair] = []
    gaps = [(0, len(old), 0, len(new))]
    for _ in range(_LEVELS):
        deeper: list[tuple[int, int, int, int]] = []
        for gap in gaps:
            fixed = _fixed_points(old, new, *gap)
            if fixed:
                found += fixed
                deeper += _between(fixed, *gap)
        if not deeper:
            break
        gaps = deeper
    return sorted(found)


def once_on_both(
    old: Iterable[tuple[Hashable, Old]], new: Iterable[tuple[Hashable, New]]
) -> list[tuple[Old, New]]:
    """The items whose key stands once on each side, in the old side's order; nothing is guessed."""
    before, after = _by_key(old), _by_key(new)
    return [
        (own[0], after[key][0])
        for key, own in before.items()
        if len(own) == len(after.get(key, ())) == 1
    ]


def _by_key(items: Iterable[tuple[Hashable, Item]]) -> dict[Hashable, list[Item]]:
    found: dict[Hashable, list[Item]] = defaultdict(list)
    for key, item in items:
        found[key].append(item)
    return found


def gaps_between(
    pairs: Sequence[Pair], old_length: int, new_length: int
) -> list[tuple[int, int, int, int]]:
    """What lies between the pairs: (old start, old end, new start, new end), empty gaps too."""
    edges = [(-1, -1), *pairs, (old_length, new_length)]
    return [(before[0] + 1, after[0], before[1] + 1, after[1]) for before, after in pairwise(edges)]


def _between(
    fixed: list[Pair], old_start: int, old_end: int, new_start: int, new_end: int
) -> list[tuple[int, int, int, int]]:
    edges = [(old_start - 1, new_start - 1), *fixed, (old_end, new_end)]
    return [(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(edges) if a + 1 < c and b + 1 < d]


def _fixed_points(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    old_start: int,
    old_end: int,
    new_start: int,
    new_end: int,
) -> list[Pair]:
    head: list[Pair] = []
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        head.append((old_start, new_start))
        old_start, new_start = old_start + 1, new_start + 1
    tail: list[Pair] = []
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
        tail.append((old_end, new_end))
    once_old = _once(old, old_start, old_end)
    once_new = _once(new, new_start, new_end)
    candidates = [(place, once_new[item]) for item, place in once_old.items() if item in once_new]
    return [*head, *_longest_rising(candidates), *reversed(tail)]


def _once(items: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    counts = Counter(items[start:end])
    return {items[place]: place for place in range(start, end) if counts[items[place]] == 1}


def _longest_rising(pairs: list[Pair]) -> list[Pair]:
    """The longest chain of pairs that rises on the right; they come sorted by the left."""
    ends: list[int] = []  # by chain length, the smallest right side a chain can end with
    last: list[int] = []  # ... and which pair that is
    before: list[int] = []
    for index, (_, right) in enumerate(pairs):
        length = bisect_left(ends, right)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(right)
            last.append(index)
        else:
            ends[length] = right
            last[length] = index
    chain: list[Pair] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
