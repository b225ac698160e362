"""The order of a page's hits where the engine does not know which goes first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from corpus.law import Language
from corpus.search import Hit


def in_order(hits: Sequence[Hit], language: Language | None) -> tuple[Hit, ...]:
    """The hits of a page; of a cited provision the text in the citation's language goes first."""
    if language is None:
        return tuple(hits)
    ordered: list[Hit] = []
    for (_, _, pinned), same in groupby(hits, key=lambda hit: (hit.ngr, hit.key, hit.pinned)):
        own = list(same)
        if pinned:
            own.sort(key=lambda hit: hit.lang is not language)
        ordered += own
    return tuple(ordered)
