"""The order of hits: by score, and among equals by act and key, whatever the engine's own order.

Engines order equal scores by their internal document numbers, which change with every update.
Here a page is cut only between groups of equal scores that are known completely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from corpus.keys import key_order
from corpus.search.querying.tree import Node, Words

HEADING_BOOST = 3.0
"""How much more a word in the heading counts than one in the body."""

SIDE_BY_SIDE_BOOST = 2.0
NEAR_BOOST = 1.0
NEAR = 8
"""How many words may stand between words that count as near."""

Place = TypeVar("Place")
SortKey = tuple[int, int, str]

_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz_"
_LEVELS = 3
_RANK_BITS, _NUMBER_BITS, _ADDED_BITS = 2, 12, 7
_SCORE_DIGITS = 4
_ROOM_FOR_TIES = 100


def act_number(ngr: str) -> int:
    """A number below 2^63 that sorts as the act's registry number does (its first 12 signs)."""
    number = 0
    for sign in ngr.lower()[:12].ljust(12):
        number = number * (len(_SIGNS) + 1) + _SIGNS.find(sign) + 1
    return number


def key_number(key: str) -> int:
    """A number below 2^63 that sorts as `corpus.keys.key_order` does, down to the third level."""
    packed = 0
    levels = list(key_order(key)[:_LEVELS])
    for level in range(_LEVELS):
        rank = number = added = 0
        if level < len(levels):
            rank = levels[level][0] + 1
            number, added, *_ = (*levels[level][1], 0, 0)
        packed = packed << _RANK_BITS | rank
        packed = packed << _NUMBER_BITS | min(number, 2**_NUMBER_BITS - 1)
        packed = packed << _ADDED_BITS | min(added, 2**_ADDED_BITS - 1)
    return packed


def together(parts: Sequence[Node]) -> tuple[str, ...]:
    """The words that must all be there, in order; texts where they stand together rank higher.

    Empty when there are fewer than two.
    """
    words = [word for part in parts if isinstance(part, Words) for word in part.words]
    return tuple(words) if len(words) > 1 else ()


def page(
    top: Callable[[int], Sequence[tuple[float, Place]]],
    sort_keys: Callable[[Sequence[Place]], Sequence[SortKey]],
    offset: int,
    limit: int,
    held: int,
) -> list[tuple[float, Place]]:
    """The hits `offset` to `offset + limit` in the one right order.

    `top(n)` gives the n best by score (fewer when there are no more), `sort_keys` what orders
    equals: the act's number, the key's number, the id. `held` is how many documents there are.
    """
    end = offset + limit
    wanted = min(end + _ROOM_FOR_TIES, held)
    while True:
        ranked = sorted(top(wanted), key=_by_score)
        if len(ranked) < wanted or wanted == held:
            break
        if _by_score(ranked[-1]) > _by_score(ranked[end - 1]):
            break
        wanted = min(4 * wanted, held)
    ordered: list[tuple[float, Place]] = []
    for _, equals in groupby(ranked, key=_by_score):
        group = list(equals)
        begins = len(ordered)
        if begins >= end:
            break
        if len(group) > 1 and begins + len(group) > offset:
            keys = sort_keys([place for _, place in group])
            group = [group[i] for i in sorted(range(len(group)), key=keys.__getitem__)]
        ordered += group
    return ordered[offset:end]


def _by_score(hit: tuple[float, Place]) -> float:
    """What sorts the best first; the last digits are noise of adding in another order."""
    return -round(hit[0], _SCORE_DIGITS)
