"""What became of a wording that was found: which article and wording it is today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from api.questions.search.asides import Asides
from corpus.search import Hit
from corpus.search.documents import Status
from corpus.search.results import FoundWording
from corpus.store.article_editions import Article


class Became(StrEnum):
    """What a wording is today."""

    SAME = "same"
    """It is in force, word for word."""
    AMENDED = "amended"
    """The article has another wording today."""
    MOVED = "moved"
    """The article stands under another key today."""
    REPEALED = "repealed"
    """The article, or its act, is gone."""
    TO_COME = "to_come"
    """Nothing of the article is in force yet."""
    UNKNOWN = "unknown"
    """It is not known; `Now.wording` may tell what is in question."""


@dataclass(frozen=True)
class Now:
    """What a wording is today; `key` and `wording` are those of today, where known.

    `certain` False: it is not known; `wording` is the newest of those that may be in force.
    `since` is the day from which the article is gone.
    """

    became: Became
    key: str | None = None
    wording: FoundWording | None = None
    certain: bool = True
    since: date | None = None


UNKNOWN = Now(Became.UNKNOWN, certain=False)


def nows(
    asides: Asides,
    hits: Sequence[Hit],
    moved: Mapping[Article, str],
    repeals: Mapping[str, date],
    today: date,
    mark: str | None,
) -> tuple[Now, ...]:
    """What each hit is today; the index is asked once for what it holds of their articles.

    `repeals` are the days from which acts are no longer in force.
    """
    asked = [hit for hit in hits if not _is_surely_in_force(hit)]
    keys = {(hit.ngr, hit.key) for hit in asked}
    keys |= {(hit.ngr, moved[article]) for hit in asked if (article := _article(hit)) in moved}
    held = asides.wordings(keys, today, mark) if keys else {}
    return tuple(
        Now(Became.SAME, hit.key, hit.wording)
        if _is_surely_in_force(hit)
        else _since_the_repeal(_now(hit, held, moved), hit, repeals.get(hit.ngr), today)
        for hit in hits
    )


def _now(
    hit: Hit, held: Mapping[Article, Sequence[FoundWording]], moved: Mapping[Article, str]
) -> Now:
    article = _article(hit)
    own = _of_article(hit, hit.key, held.get(article, ()))
    if own.wording is None and article in moved:
        there = _of_article(hit, moved[article], held.get((*article[:2], moved[article]), ()))
        if there.became in (Became.SAME, Became.AMENDED):
            return replace(there, became=Became.MOVED)
        if there.became is Became.UNKNOWN and there.wording is not None:
            return there
    return own


def _since_the_repeal(now: Now, hit: Hit, repealed_on: date | None, today: date) -> Now:
    """What is not known of an article is known once its act is repealed: it is gone at the latest.

    An article that went before keeps its own day.
    """
    if now.became is not Became.UNKNOWN or repealed_on is None or today < repealed_on:
        return now
    return Now(Became.REPEALED, hit.key, since=repealed_on)


def _of_article(hit: Hit, key: str, wordings: Sequence[FoundWording]) -> Now:
    """What an article is today, seen from a wording of it or of the one before it."""
    perhaps = [one for one in wordings if one.status in (Status.IN_FORCE, Status.UNKNOWN)]
    if perhaps:
        likely = max(perhaps, key=lambda one: (one.is_current, one.valid_from or date.min))
        if len(perhaps) > 1 or likely.status is Status.UNKNOWN:
            return Now(Became.UNKNOWN, key, likely, certain=False)
        same = likely.text_hash == hit.wording.text_hash
        return Now(Became.SAME if same else Became.AMENDED, key, likely)
    dated = [one for one in wordings if one.valid_from is not None]
    if dated and all(one.status is Status.FUTURE for one in dated):
        return Now(Became.TO_COME, key, dated[0], certain=not dated[0].doubtful)
    ended = [one for one in dated if one.status is Status.REPEALED]
    last = max(ended, key=lambda one: one.valid_to or date.min, default=None)
    if last is None or not last.after_is_known or len(dated) < len(wordings):
        return UNKNOWN
    return Now(Became.REPEALED, key, since=last.valid_to)


def _is_surely_in_force(hit: Hit) -> bool:
    return hit.wording.status is Status.IN_FORCE


def _article(hit: Hit) -> Article:
    return (hit.ngr, hit.lang, hit.key)
