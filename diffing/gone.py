"""What explains that an article is gone, where a note names the act that excluded it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corpus.amendments import Amendment, Verb
from corpus.law import Article
from diffing.classify import has_wording
from diffing.explaining import Explanation, NotedAt


def is_gone(article: Article | None) -> bool:
    """Whether an edition has no wording of the article any more, at most its heading."""
    return article is None or not has_wording(article)


def excludes_the_whole(amendment: Amendment) -> bool:
    """Whether a note says that all of an article, or of a division around it, was excluded."""
    target = amendment.target
    whole = target.key is not None and not target.place and not target.words
    return whole and amendment.verb is Verb.REPEALED


def by_its_exclusion(found: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """What explains that an article is gone: without words replaced throughout the act later.

    An act adopted after the exclusion found no such article to replace words in; only where the
    exclusion is stated to begin on a later day it did.
    """
    kept = tuple(found)
    excluded = min(
        (_latest_day(one.amendment) for one in kept if excludes_the_whole(one.amendment)),
        default=date.max,
    )
    return tuple(
        one
        for one in kept
        if one.noted_at is not NotedAt.ACT or (one.amendment.act.adopted or date.min) <= excluded
    )


def _latest_day(exclusion: Amendment) -> date:
    """The later of the days that are known of an exclusion; the last of all if none is."""
    days = [day for day in (exclusion.act.adopted, exclusion.clause.on) if day is not None]
    return max(days, default=date.max)
