"""What of editions can be compared: the articles and headings whose places all of them hold.

What a copy lacks because it ends earlier, or holds another chapter, is neither added nor repealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.keys import covers
from corpus.law import Article, Division, Edition, HoldingKind


def held_by_all(teller: Edition, editions: Iterable[Edition]) -> list[Article]:
    """The teller's articles whose places all the editions hold, in its order."""
    partial = [one for one in editions if one.holding.kind is not HoldingKind.WHOLE]
    order = [article.key for article in teller.articles]
    return [article for article in teller.articles if _hold(partial, article, order)]


def all_hold(teller: Edition, key: str, editions: Iterable[Edition]) -> bool:
    """Whether all the editions hold the place that an article has in the teller."""
    order = [article.key for article in teller.articles]
    return _hold(editions, teller.by_key[key], order)


def holds_division(edition: Edition, key: str, teller: Edition) -> bool:
    """Whether an edition holds the place of a division's heading, so that it means something there.

    For a division that it lacks another edition, the teller, says where its place is. An excerpt
    of just that division may lack only the heading; the last heading of a beginning may be cut.
    """
    kind = edition.holding.kind
    if kind is HoldingKind.WHOLE:
        return True
    if any(division.key == key for division in edition.divisions):
        last = edition.content[-1]
        cut = kind is HoldingKind.BEGINNING and isinstance(last, Division) and last.key == key
        return not cut
    if kind is HoldingKind.PARTS:
        return key not in edition.holding.keys and covers(edition, key, _around(teller, key))
    places = [
        place
        for place, item in enumerate(teller.content)
        if isinstance(item, Division) and item.key == key
    ]
    following = teller.content[places[0] :] if places else ()
    return any(isinstance(item, Article) and item.key in edition.by_key for item in following)


def _hold(editions: Iterable[Edition], article: Article, order: Sequence[str]) -> bool:
    return all(covers(one, article.key, article.divisions, order) for one in editions)


def _around(edition: Edition, key: str) -> tuple[str, ...]:
    """The divisions that a division stands in."""
    for article in edition.articles:
        if key in article.divisions:
            return article.divisions[: article.divisions.index(key)]
    return ()
