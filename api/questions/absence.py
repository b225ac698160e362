"""Why an edition does not have a provision: there is no such one, or its place is not held."""

from __future__ import annotations

from corpus.keys import SEPARATOR, covers
from corpus.law import Article, Edition
from corpus.store.errors import NotHeld, StoreError, UnknownArticle
from corpus.store.texts import holding_in_words, nearest_keys


def lacks(edition: Edition, key: str) -> StoreError:
    """That an edition has no such provision, or does not hold the place where it would stand."""
    if holds_place(edition, key):
        return no_such(edition, key, article_around(edition, key))
    return not_held(edition, key)


def holds_place(edition: Edition, key: str) -> bool:
    """Whether an edition holds the place of a key: of a point's that of the article around it."""
    around = article_around(edition, key)
    return covers(edition, around.key if around else key)


def article_around(edition: Edition, key: str) -> Article | None:
    """The held article that a key would lie in, be there such a point or not."""
    parts = key.split(SEPARATOR)
    outer = (SEPARATOR.join(parts[:size]) for size in range(len(parts) - 1, 0, -1))
    return next((edition.by_key[one] for one in outer if one in edition.by_key), None)


def no_such(edition: Edition, key: str, around: Article | None = None) -> UnknownArticle:
    """That there is no such provision; the nearest keys are of points too, in an article around."""
    keys = [*edition.by_key, *(division.key for division in edition.divisions)]
    if around:
        keys += [f"{around.key}{SEPARATOR}{block.key}" for block in around.blocks]
    where = f"edition {edition.label} ({edition.language})"
    return UnknownArticle(edition.ngr, key, where, nearest_keys(key, keys))


def not_held(edition: Edition, key: str) -> NotHeld:
    """That the copy does not hold the place of a provision."""
    return NotHeld(edition.ngr, key, edition.label, holding_in_words(edition.holding))


def held_in_part(edition: Edition) -> str:
    """That several provisions are not in the part of an edition that is held."""
    return (
        f"Only {holding_in_words(edition.holding)} of edition {edition.label} is held. "
        "Crawl or import the whole edition."
    )


def held_not_all(edition: Edition, key: str) -> str:
    """That a provision is only partly in the part of an edition that is held."""
    holding = holding_in_words(edition.holding)
    return f"Of edition {edition.label} of {edition.ngr} only {holding} is held, not all of {key}."
