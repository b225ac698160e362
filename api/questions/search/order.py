"""The order of a page's hits where the engine does not know which goes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from corpus.law import Language
from corpus.search import Hit


def in_order(hits: Sequence[Hit], language: Language | None) -> tuple[Hit, ...]:
    """The hits of a page; no other hit changes its place.

    Of a cited provision the text in the citation's own language goes before the others. Where
    several wordings of an article may have been in force on the day, the likeliest goes first.
    """
    return _likeliest_first(_own_language_first(hits, language))


def _own_language_first(hits: Sequence[Hit], language: Language | None) -> list[Hit]:
    if language is None:
        return list(hits)
    ordered: list[Hit] = []
    for (_, _, pinned), same in groupby(hits, key=lambda hit: (hit.ngr, hit.key, hit.pinned)):
        own = list(same)
        if pinned:
            own.sort(key=lambda hit: hit.lang is not language)
        ordered += own
    return ordered


def _likeliest_first(hits: list[Hit]) -> tuple[Hit, ...]:
    """An article's wordings share the places that they have, the newest in the first of them."""
    places: dict[tuple[str, Language, str], list[int]] = {}
    for place, hit in enumerate(hits):
        places.setdefault((hit.ngr, hit.lang, hit.key), []).append(place)
    ordered = list(hits)
    for own in places.values():
        ranked = sorted((hits[place] for place in own), key=_likelihood, reverse=True)
        for place, hit in zip(own, ranked, strict=True):
            ordered[place] = hit
    return tuple(ordered)


def _likelihood(hit: Hit) -> tuple[bool, bool, date]:
    wording = hit.wording
    return not wording.doubtful, wording.is_current, wording.valid_from or date.min
