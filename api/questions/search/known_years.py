"""Of which year the days of a wording begin, where its oldest edition's label tells no day.

Such an edition answers from the last day of its year on; nobody says that its text dates from then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from api.questions.search.of_the_day import having_it_in_a_row
from corpus.law import Precision
from corpus.search import Hit
from corpus.search.results import FoundWording
from corpus.store.article_editions import Article, ArticleEdition


def articles_with_years(hits: Sequence[Hit]) -> frozenset[Article]:
    """The articles of hits with a wording that answers from the last day of a year on."""
    return frozenset(
        (hit.ngr, hit.lang, hit.key) for hit in hits if any(map(_may_be, hit.wordings))
    )


def with_years(
    hits: Sequence[Hit], editions: Mapping[Article, Sequence[ArticleEdition]]
) -> tuple[Hit, ...]:
    """The hits with the years of their wordings; `editions` are all that have those articles."""
    told = []
    for hit in hits:
        own = editions.get((hit.ngr, hit.lang, hit.key), ())
        of = {one.id: _with_year(one, own) for one in (hit.wording, *hit.wordings)}
        wordings = tuple(of[one.id] for one in hit.wordings)
        told.append(replace(hit, wording=of[hit.wording.id], wordings=wordings))
    return tuple(told)


def _with_year(wording: FoundWording, editions: Sequence[ArticleEdition]) -> FoundWording:
    if not _may_be(wording):
        return wording
    label = next(
        (
            one.label
            for one in having_it_in_a_row(wording, editions)
            if one.label.precision is Precision.YEAR and one.label.last_day == wording.held_from
        ),
        None,
    )
    return replace(wording, held_since=str(label)) if label else wording


def _may_be(wording: FoundWording) -> bool:
    day = wording.held_from
    return day is not None and (day.month, day.day) == (12, 31)
