"""Which article of one edition is which of another edition of the same act.

The key decides: numbers are never re-used or shifted (Law on Legal Acts, articles 26(7) and 27(6)).
Among what is left, the same words under another key are a renumbered or moved article, but only if
there is exactly one candidate on each side: a wrong pair is worse than none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.law import Article
from diffing.classify import has_wording
from diffing.matching import once_on_both
from diffing.normalise import folded, untouched


class Route(StrEnum):
    """How a pair was found."""

    SAME_KEY = "same key"
    SAME_WORDING = "same wording"


@dataclass(frozen=True)
class Aligned:
    """An article on both sides, or on one; `route` says how a pair was found."""

    old: Article | None
    new: Article | None
    route: Route | None = None

    @property
    def key(self) -> str:
        """The article's key: on the new side, or of what is gone on the old one."""
        article = self.new or self.old
        return article.key if article else ""


def align(old: Sequence[Article], new: Sequence[Article]) -> tuple[Aligned, ...]:
    """All articles of both sides, in document order.

    That is the new side's order; an article that is gone stands where it stood before, after its
    old neighbour. A key that occurs twice is paired in order of occurrence.
    """
    places = {key: place for place, key in enumerate(_numbered(new))}
    partners: dict[int, tuple[int, Route]] = {}
    for place, key in enumerate(_numbered(old)):
        if key in places:
            partners[place] = (places[key], Route.SAME_KEY)
    taken = {other for other, _ in partners.values()}
    partners |= _same_wording(
        {place: article for place, article in enumerate(old) if place not in partners},
        {place: article for place, article in enumerate(new) if place not in taken},
    )
    return tuple(_in_order(old, new, partners))


def _numbered(articles: Sequence[Article]) -> list[tuple[str, int]]:
    seen: Counter[str] = Counter()
    keys = []
    for article in articles:
        keys.append((article.key, seen[article.key]))
        seen[article.key] += 1
    return keys


def _same_wording(old: dict[int, Article], new: dict[int, Article]) -> dict[int, tuple[int, Route]]:
    if not old or not new:
        return {}
    old_shapes, new_shapes = _by_shape(old), _by_shape(new)
    both = old_shapes.keys() & new_shapes.keys()
    pairs = once_on_both(_folded(old_shapes, both), _folded(new_shapes, both))
    return {place: (other, Route.SAME_WORDING) for place, other in pairs}


def _by_shape(articles: dict[int, Article]) -> dict[Hashable, list[tuple[int, str]]]:
    """The places and wordings by what folding leaves as it is: folding them all takes long."""
    places: dict[Hashable, list[tuple[int, str]]] = defaultdict(list)
    for place, article in articles.items():
        if has_wording(article):
            places[untouched(article.wording)].append((place, article.wording))
    return places


def _folded(
    places: Mapping[Hashable, list[tuple[int, str]]], shapes: Collection[Hashable]
) -> Iterator[tuple[str, int]]:
    """The folded wordings of some shapes with their places."""
    for shape in shapes:
        for place, wording in places[shape]:
            yield folded(wording), place


def _in_order(
    old: Sequence[Article], new: Sequence[Article], partners: dict[int, tuple[int, Route]]
) -> list[Aligned]:
    gone_after: dict[int, list[Article]] = defaultdict(list)
    neighbour = -1
    for place, article in enumerate(old):
        if place in partners:
            neighbour = partners[place][0]
        else:
            gone_after[neighbour].append(article)
    origins = {other: (place, route) for place, (other, route) in partners.items()}
    aligned = [Aligned(article, None) for article in gone_after[-1]]
    for place, article in enumerate(new):
        origin = origins.get(place)
        before = old[origin[0]] if origin else None
        aligned.append(Aligned(before, article, origin[1] if origin else None))
        aligned += [Aligned(gone, None) for gone in gone_after[place]]
    return aligned
