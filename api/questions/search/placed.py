"""Places inside articles that a query cites: whether they are there.

«Ст. 113-3 п. 77» names an article that is held and a point that it never had. As with a citation
that is resolved, that is said, with the nearest places, and nothing is cited that there is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.citations.resolving import nearest_places, place_of
from api.questions.search.asides import Asides
from api.questions.search.cited import CitedInQuery, PlaceNotThere
from api.questions.search.known import KnownStore
from api.questions.search.of_the_day import wording_of_the_day
from corpus import law
from corpus.citations.provisions import CitedProvision
from corpus.citations.resolving import Missing
from corpus.search.queries import Moment, OnDay
from corpus.search.results import FoundWording
from corpus.store.article_editions import Article, ArticleEdition
from corpus.store.texts import load_articles


@dataclass(frozen=True)
class _Wording:
    """A wording of an article as the index has it, and its text."""

    found: FoundWording
    language: law.Language
    article: law.Article


def with_places(
    session: Session,
    known: KnownStore,
    asides: Asides,
    cited: CitedInQuery,
    when: Moment,
    today: date,
    mark: str | None,
) -> CitedInQuery:
    """The same, but a place that is in no wording asked for is told in `not_there`.

    Of the article around it, the article itself is cited then. Where the words name no act, the
    articles that have no such place are not meant if others have it.
    """
    placed = [one for one in cited.provisions if one.inside or one.path]
    if not placed:
        return cited
    asked = {(one.act.ngr, one.key) for one in placed}
    held: Mapping[Article, Sequence[FoundWording]] = asides.wordings(asked, today, mark)
    if isinstance(when, OnDay):
        held = _on_day(held, when.day, known.editions(session, held.keys()))
    texts = _texts(session, held)
    lost: dict[CitedProvision, PlaceNotThere] = {}
    for one in placed:
        if missing := _not_there(one, texts.get((one.act.ngr, one.key), ())):
            lost[one] = missing
    if not lost:
        return cited
    kept = [one for one in cited.provisions if one not in lost]
    if cited.act_inferred:
        elsewhere = {(one.inside, one.path) for one in kept}
        lost = {one: why for one, why in lost.items() if (one.inside, one.path) not in elsewhere}
    around = {(one.act.ngr, one.key) for one in kept}
    whole = [
        replace(one, inside=(), path="") for one in lost if (one.act.ngr, one.key) not in around
    ]
    return replace(
        cited,
        provisions=tuple(dict.fromkeys((*kept, *whole))),
        missing=cited.missing or (Missing.PLACE if lost else None),
        not_there=tuple(lost.values()),
    )


def _on_day(
    held: Mapping[Article, Sequence[FoundWording]],
    day: date,
    editions: Mapping[Article, Sequence[ArticleEdition]],
) -> Mapping[Article, Sequence[FoundWording]]:
    """The wordings of a day; of what had none, the others tell what there ever was."""
    then = {
        article: [
            wording_of_the_day(one, day, editions.get(article, ()))
            for one in own
            if one.holds_on(day)
        ]
        for article, own in held.items()
    }
    provisions = {(ngr, key) for (ngr, _, key), own in then.items() if own}
    return {
        (ngr, language, key): then[ngr, language, key] if (ngr, key) in provisions else own
        for (ngr, language, key), own in held.items()
    }


def _texts(
    session: Session, held: Mapping[Article, Sequence[FoundWording]]
) -> Mapping[tuple[str, str], Sequence[_Wording]]:
    """By act and key the wordings that are asked for, the newest first."""
    articles = load_articles(session, {one.text_hash for own in held.values() for one in own})
    found: dict[tuple[str, str], list[_Wording]] = {}
    for (ngr, language, key), own in held.items():
        for one in own:
            if one.text_hash in articles:
                wording = _Wording(one, language, articles[one.text_hash])
                found.setdefault((ngr, key), []).append(wording)
    for wordings in found.values():
        wordings.sort(key=lambda one: one.found.valid_from or date.min, reverse=True)
    return found


def _not_there(cited: CitedProvision, wordings: Sequence[_Wording]) -> PlaceNotThere | None:
    if not wordings or any(place_of(cited, one.article) for one in wordings):
        return None
    shown = wordings[0]
    return PlaceNotThere(
        cited,
        shown.language,
        shown.found.label,
        nearest_places(shown.article, cited.inside),
        complete=all(one.found.complete for one in wordings),
    )
