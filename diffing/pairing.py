"""Which unit of the old side is which of the new: blocks of an article, rows of a table, cells.

Equal units are fixed first; between them the pairing with the greatest total likeness is chosen,
order kept. A number is a strong hint, since Kazakh drafting never re-uses one (Law on Legal Acts,
articles 26(7) and 27(6)), but equal words weigh more: a conversion that renumbers is seen through.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from diffing.matching import equal_pairs, gaps_between

_WORD = re.compile(r"\w+")

_SAME_NUMBER = 0.5
"""What an equal number is worth beside the share of common words (0 to 1)."""
_ALIKE = 0.4
"""Without an equal number, less in common than this is another unit."""
_CELLS = 40_000
"""The largest table of likenesses: 200 units against 200, about 0.1 s."""

OldPlace = int | None
NewPlace = int | None


@dataclass(frozen=True)
class Unit:
    """What the pairing looks at: `whole` says all (equal units are equal), `shape` must agree."""

    whole: Hashable
    text: str
    number: str = ""
    shape: Hashable = ""

    def bag(self) -> frozenset[tuple[str, int]]:
        """The words with a count, so that a repeated word is as many members."""
        seen: dict[str, int] = {}
        members = []
        for word in _WORD.findall(self.text.lower()):
            seen[word] = seen.get(word, 0) + 1
            members.append((word, seen[word]))
        return frozenset(members)


def pair_units(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[OldPlace, NewPlace]]:
    """The places side by side in reading order; None where a unit has no counterpart.

    Between two pairs what went stands before what came.
    """
    equal = equal_pairs([unit.whole for unit in old], [unit.whole for unit in new])
    pairs: list[tuple[int, int]] = []
    for place, (a, b, c, d) in enumerate(gaps_between(equal, len(old), len(new))):
        pairs += [(a + i, c + j) for i, j in _likeliest(old[a:b], new[c:d])]
        pairs += equal[place : place + 1]
    side_by_side: list[tuple[OldPlace, NewPlace]] = []
    for place, (a, b, c, d) in enumerate(gaps_between(pairs, len(old), len(new))):
        side_by_side += [(gone, None) for gone in range(a, b)]
        side_by_side += [(None, come) for come in range(c, d)]
        side_by_side += pairs[place : place + 1]
    return side_by_side


def _likeliest(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """The order-keeping pairs whose likenesses add up to most."""
    if not old or not new:
        return []
    if len(old) * len(new) > _CELLS:
        return _same_numbers(old, new)
    likeness = _likenesses(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = likeness[i][j] and likeness[i][j] + best[i + 1][j + 1]
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likenesses(old: Sequence[Unit], new: Sequence[Unit]) -> list[list[float]]:
    old_bags = [unit.bag() for unit in old]
    new_bags = [unit.bag() for unit in new]
    return [
        [
            _likeness(one, other, one_bag, other_bag)
            for other, other_bag in zip(new, new_bags, strict=True)
        ]
        for one, one_bag in zip(old, old_bags, strict=True)
    ]


def _likeness(
    one: Unit,
    other: Unit,
    one_bag: frozenset[tuple[str, int]],
    other_bag: frozenset[tuple[str, int]],
) -> float:
    """0: another unit; else the share of common words, and more for an equal number."""
    if one.shape != other.shape:
        return 0.0
    size = len(one_bag) + len(other_bag)
    common = 2 * len(one_bag & other_bag) / size if size else float(one.text == other.text)
    if one.number and one.number == other.number:
        return common + _SAME_NUMBER
    return common if common >= _ALIKE else 0.0


def _same_numbers(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Beyond the limit only numbers are looked at."""
    return equal_pairs(_numbers(old, "old"), _numbers(new, "new"))


def _numbers(units: Sequence[Unit], side: str) -> list[tuple[Hashable, Hashable]]:
    return [
        (unit.shape, unit.number) if unit.number else (side, place)
        for place, unit in enumerate(units)
    ]
