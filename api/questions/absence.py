"""Why an edition does not have a provision: there is no such one, or its place is not held."""

from __future__ import annotations

from corpus.keys import SEPARATOR, covers
from corpus.law import Article, Edition
from corpus.store.errors import NotHeld, StoreError, UnknownArticle
from corpus.store.texts import holding_in_words, nearest_keys


def lacks(edition: Edition, key: str) -> StoreError:
    """That an edition has no such provision, or does not hold the place where it would stand."""
    return no_such(edition, key) if covers(edition, key) else not_held(edition, key)


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
