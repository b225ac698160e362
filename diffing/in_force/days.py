"""The days of every wording of an act, for the search index: the answers that an article gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.search.keeping.days import DaysInForce
from corpus.store.day_errors import NoDatedEdition
from corpus.store.errors import NotHeld
from diffing.classify import has_wording
from diffing.in_force.staged import StagedAct, StagedArticle
from diffing.in_force.windows import (
    NOTHING,
    NOTHING_KNOWN,
    Answer,
    Stretch,
    answer_on,
    decisive_days,
    stretches,
)


def days_in_force(
    session: Session, ngr: str, language: Language
) -> Mapping[str, tuple[DaysInForce, ...]]:
    """On which days each wording held of an act's articles was in force, by article key.

    They agree with `in_force_on` of the article's address: a wording is sure on exactly the days on
    which that names it; where that cannot name one, those that may have been in force are doubtful.
    Raises UnknownAct, LanguageNotHeld.
    """
    act = StagedAct(session, ngr, language)
    return {key: days for key in act.keys if (days := _days_of(act, key))}


def days_of_article(
    session: Session, ngr: str, language: Language, key: str
) -> tuple[DaysInForce, ...]:
    """The same of one article; none where the act has no such article.

    Raises UnknownAct, LanguageNotHeld.
    """
    act = StagedAct(session, ngr, language)
    return _days_of(act, key) if key in act.keys else ()


@dataclass(frozen=True)
class _Text:
    """What an edition has of the article."""

    wording_hash: str
    says_something: bool


@dataclass(frozen=True)
class _Held:
    """What a stretch of days has: the newest edition of each wording, by the wording's hash.

    The wordings are in the stages' order, the newest last.
    `gone` are those of which no law is left: a repealed article keeps its heading.
    """

    begins: date
    ends: date | None
    wordings: Mapping[str, int]
    gone: Mapping[str, int]
    sure: bool


def _days_of(act: StagedAct, key: str) -> tuple[DaysInForce, ...]:
    try:
        article = act.article(key, date.min)
    except (NotHeld, NoDatedEdition):  # held in part or without a day only
        return ()
    first = article.telling[0].edition.label.last_day or date.min
    days = decisive_days(act.stages_at_all(article), act.labels)
    own = (act.act.adopted, act.act.repealed_on)
    known = stretches(
        {date.min, first, *days, *(day for day in own if day is not None)},
        lambda day: _answer_on(act, article, first, day),
    )
    texts = {
        one.edition.id: _Text(one.wording_hash, has_wording(version.article))
        for one, version in zip(article.telling, article.versions, strict=True)
        if version.article is not None
    }
    held = [each for one in known for each in _held(article, one, texts)]
    hashes = dict.fromkeys(each for one in held for each in one.wordings)
    found = [days for each in hashes for days in _days_of_wording(each, held)]
    remains = dict.fromkeys(each for one in held for each in one.gone)
    found += [_since_when_gone(each, held) for each in remains]
    return tuple(sorted(found, key=lambda one: one.begins))


def _answer_on(act: StagedAct, article: StagedArticle, first: date, day: date) -> Answer:
    repealed_on, adopted = act.act.repealed_on, act.act.adopted
    if repealed_on is not None and day >= repealed_on:
        return NOTHING
    if day < first:
        return NOTHING if adopted is not None and day < adopted else NOTHING_KNOWN
    return answer_on(act.stages_on(article, day), day)


def _held(article: StagedArticle, stretch: Stretch, texts: Mapping[int, _Text]) -> Iterator[_Held]:
    """A stretch of days by what its stages' texts say.

    The editions of one stage differ in technical ways only, but differ: of each the text is given
    from its label's day on, so that the wording may become another inside the stretch.
    """
    inside = {
        day
        for day in (one.edition.label.last_day for one in article.telling)
        if day is not None and stretch.begins < day and (stretch.ends is None or day < stretch.ends)
    }
    for begins, ends in pairwise([stretch.begins, *sorted(inside), stretch.ends]):
        if begins is None:
            return
        wordings, gone = dict[str, int](), dict[str, int]()
        for place in stretch.answer.places:
            edition = article.edition(article.staged[place], begins).id
            if (text := texts.get(edition)) is not None:
                of_kind = wordings if text.says_something else gone
                of_kind.pop(text.wording_hash, None)  # the same words again: the newest counts
                of_kind[text.wording_hash] = edition
        yield _Held(begins, ends, wordings, gone, stretch.answer.sure)


def _days_of_wording(wording: str, held: Sequence[_Held]) -> Iterator[DaysInForce]:
    """The stretches of days of one wording: neighbours that are alike sure are one.

    It is replaced too where a newer one, the last of those in question, perhaps was in force.
    """
    having = [place for place, one in enumerate(held) if wording in one.wordings]
    for _, run in groupby(enumerate(having), lambda one: (one[1] - one[0], held[one[1]].sure)):
        places = [place for _, place in run]
        first, last = places[0], places[-1]
        following = held[last + 1 :]
        after = following[0] if following else None
        yield DaysInForce(
            edition_id=held[last].wordings[wording],
            begins=held[first].begins,
            ends=held[last].ends,
            doubtful=not held[first].sure,
            replaced=_is_replaced(following)
            or any([*held[place].wordings][-1] != wording for place in places),
            before_is_known=first > 0 and held[first - 1].sure,
            after_is_known=after is not None and after.sure,
        )


def _since_when_gone(wording: str, held: Sequence[_Held]) -> DaysInForce:
    """What is left of a repealed article, as a wording that held on no day since it is gone."""
    first = next(place for place, one in enumerate(held) if wording in one.gone)
    return DaysInForce(
        edition_id=[one.gone[wording] for one in held if wording in one.gone][-1],
        begins=held[first].begins,
        ends=held[first].begins,
        doubtful=not held[first].sure,
        replaced=any(one.wordings for one in held[first + 1 :]),
        before_is_known=first > 0 and held[first - 1].sure,
        after_is_known=held[first].sure,
    )


def _is_replaced(following: Sequence[_Held]) -> bool:
    """Whether another wording took a place; where it is not known what did, whether any came."""
    if not following:
        return False
    looked_at = following[:1] if following[0].sure else following
    return any(one.wordings for one in looked_at)
