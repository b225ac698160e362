"""Which article of an edition stood under another key in an older one."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.keys import covers
from corpus.law import Article, Edition
from diffing.align import align


def moved_keys(old: Edition, new: Edition) -> Mapping[str, str]:
    """The old key by the new one, of articles that were renumbered or moved.

    Only articles whose places both editions hold are looked at: what one of them lacks because its
    copy ends earlier has not moved.
    """
    pairs = align(_held_by_both(old, new, old), _held_by_both(old, new, new))
    return {
        pair.new.key: pair.old.key
        for pair in pairs
        if pair.old and pair.new and pair.old.key != pair.new.key
    }


def _held_by_both(old: Edition, new: Edition, teller: Edition) -> list[Article]:
    order = [article.key for article in teller.articles]
    return [
        article
        for article in teller.articles
        if all(covers(side, article.key, article.divisions, order) for side in (old, new))
    ]
