"""A page of the best results, cut where it should be among equals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from corpus.search.ordering import SortKey
from corpus.search.scoring import SCORE_DIGITS

Place = TypeVar("Place")

_ROOM_FOR_TIES, _MORE_FOR_TIES = 40, 16


def page(
    top: Callable[[int], Sequence[tuple[float, Place]]],
    sort_keys: Callable[[Sequence[Place]], Sequence[SortKey]],
    offset: int,
    limit: int,
    held: int,
) -> list[tuple[float, Place, SortKey]]:
    """The results `offset` to `offset + limit` in the one right order.

    `top(n)` gives the n best by score (fewer when there are no more), `sort_keys` what orders
    equals. `held` is how many documents there are. A page is cut only between groups of equal
    scores that are known completely.
    """
    end = min(offset + limit, held)
    if limit == 0 or offset >= held:
        return []
    wanted = min(end + _ROOM_FOR_TIES, held)
    while True:
        found = top(wanted)
        scores = -np.array([score for score, _ in found]).round(SCORE_DIGITS)
        turns = np.argsort(scores, kind="stable")
        scores = scores[turns]
        if len(found) < wanted or wanted == held or scores[end - 1] < scores[-1]:
            break
        wanted = min(_MORE_FOR_TIES * wanted, held)
    end = min(end, len(found))
    if offset >= end:
        return []
    begins = int(np.searchsorted(scores, scores[offset], side="left"))
    ends = int(np.searchsorted(scores, scores[end - 1], side="right"))
    groups = [found[turn] for turn in turns[begins:ends]]
    keys = sort_keys([place for _, place in groups])
    in_order = sorted(
        zip(scores[begins:ends].tolist(), keys, range(ends - begins), strict=True),
    )
    return [(*groups[at], key) for _, key, at in in_order[offset - begins : end - begins]]
