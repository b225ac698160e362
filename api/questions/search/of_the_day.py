"""A hit of a day names that day's edition.

The index holds a wording once for all editions that have it, under the newest one's label. Their
footnotes differ, and so do their hashes: who asks for a day and cites what was found must get the
edition that `in_force_on` of the article's address gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from corpus.search import Hit
from corpus.search.results import FoundWording
from corpus.store.article_editions import Article, ArticleEdition


def of_the_day(
    hits: Sequence[Hit], day: date, editions: Mapping[Article, Sequence[ArticleEdition]]
) -> tuple[Hit, ...]:
    """The hits with the labels and hashes of that day's editions.

    `editions` are all that have the hits' articles, oldest first. What the store no longer holds
    as the index shows it stays as it is.
    """
    told = []
    for hit in hits:
        held = editions.get((hit.ngr, hit.lang, hit.key), ())
        of_day = {
            one.id: wording_of_the_day(one, day, held) for one in (hit.wording, *hit.wordings)
        }
        wordings = tuple(of_day[one.id] for one in hit.wordings)
        told.append(replace(hit, wording=of_day[hit.wording.id], wordings=wordings))
    return tuple(told)


def wording_of_the_day(
    wording: FoundWording, day: date, editions: Sequence[ArticleEdition]
) -> FoundWording:
    """The wording under the label of that day's edition, with its hash.

    Of the editions that have it in a row it is the last whose label had come, else the first.
    """
    run = having_it_in_a_row(wording, editions)
    if not run:
        return wording
    begun = [one for one in run if one.label.last_day is not None and one.label.last_day <= day]
    edition = begun[-1] if begun else run[0]
    return replace(wording, label=str(edition.label), text_hash=edition.text_hash)


def having_it_in_a_row(
    wording: FoundWording, editions: Sequence[ArticleEdition]
) -> Sequence[ArticleEdition]:
    """The editions that have a wording up to the one that the index names, oldest first.

    None where the store no longer holds what the index shows.
    """
    shown = next(
        (
            at
            for at, one in enumerate(editions)
            if (str(one.label), one.text_hash) == (wording.label, wording.text_hash)
        ),
        None,
    )
    if shown is None:
        return ()
    first = shown
    while first and editions[first - 1].wording_hash == editions[shown].wording_hash:
        first -= 1
    return editions[first : shown + 1]
