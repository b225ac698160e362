"""Repeals whose day is still to come when an edition prints the words: they did not make them.

A registry tells a repeal as done («Статья 3 утрачивает силу с 01.02.2027 Законом …») in an edition
of the day of the repealing act, which has the article all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from corpus.amendments import Amendment, Role, Verb
from corpus.keys import SEPARATOR
from corpus.law import Article, EditionLabel
from diffing.classify import has_wording, is_exclusion
from diffing.in_force.starts import earliest_of

_AGAIN = frozenset({Verb.ADDED, Verb.REWORDED})


def repeals_to_come(
    amendments: Sequence[Amendment],
    articles: Iterable[Article | None],
    label: EditionLabel,
    day_of: Callable[[Amendment], date | None] = lambda one: one.clause.on,
) -> tuple[Amendment, ...]:
    """Those repeals that an edition's notes tell and whose words it prints all the same.

    `articles` are those of the edition that are asked about, `day_of` gives the day of entry into
    force where it is known. A repeal is none of these where a later act added or reworded its place
    again, or where its day is not known and may have come by the label.
    """
    own = tuple(one for one in articles if one is not None)
    return tuple(
        one
        for one in amendments
        if one.verb is Verb.REPEALED
        and one.role is Role.AMENDS
        and one.target.key is not None
        and not one.target.words
        and _is_later(one, label, day_of(one))
        and any(_prints(article, one) for article in own)
        and not any(_brings_back(other, one) for other in amendments)
    )


def _is_later(repeal: Amendment, label: EditionLabel, starts: date | None) -> bool:
    if starts is not None:
        return True
    earliest, day = earliest_of(repeal), label.first_day
    return earliest is not None and day is not None and earliest > day


def _prints(article: Article, repeal: Amendment) -> bool:
    key, place = repeal.target.key, repeal.target.place
    if key in article.divisions:
        return has_wording(article)
    if article.key != key:
        return False
    if not place:
        return has_wording(article)
    there = [
        block
        for block in article.blocks
        if block.key == place or (block.key or "").startswith(place + SEPARATOR)
    ]
    return any(block.printed.strip() and not is_exclusion(block.printed) for block in there)


def _brings_back(other: Amendment, repeal: Amendment) -> bool:
    """Whether a later amendment put words where a repeal had taken them away."""
    place = other.target.place
    same = other.target.key == repeal.target.key and (
        not place
        or place == repeal.target.place
        or repeal.target.place.startswith(place + SEPARATOR)
    )
    return same and other.verb in _AGAIN and _adopted(other) > _adopted(repeal)


def _adopted(amendment: Amendment) -> date:
    return amendment.act.adopted or date.min
