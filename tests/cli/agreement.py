"""Whether a search on a day finds what the article's own address gives for that day."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from api.questions.in_force.in_doubt import InForceUnknown
from api.questions.in_force.wording import article_in_force
from corpus.law import Article, EditionLabel, Language
from corpus.search.documents import SearchDocument
from corpus.search.keeping.indexing import documents
from corpus.store import reads
from corpus.store.day_errors import DateError
from corpus.store.errors import NotHeld, UnknownArticle
from diffing.classify import ChangeKind, classify, has_wording
from diffing.in_force.days import days_in_force
from diffing.in_force.wording import Why

FIRST, LAST = date(1995, 1, 1), date(2031, 1, 1)


@dataclass(frozen=True)
class Asked:
    """An article on a day, and the documents whose window holds the day."""

    ngr: str
    language: Language
    key: str
    day: date
    found: tuple[SearchDocument, ...]


def asked(session: Session, days_each: int, seed: int) -> Iterator[Asked]:
    """Every article of a store on drawn days: around the ends of its windows, and anywhere."""
    chance = random.Random(seed)
    by_article: dict[tuple[str, Language, str], list[SearchDocument]] = defaultdict(list)
    for one in documents(session, days_in_force):
        by_article[one.ngr, one.lang, one.key].append(one)
    for (ngr, language, key), held in by_article.items():
        ends = {day for one in held for day in (one.valid_from, one.valid_to) if day is not None}
        near = sorted({day + timedelta(days=by) for day in ends for by in (-1, 0, 1)})
        days = chance.sample(near, min(len(near), days_each))
        days += [FIRST + (LAST - FIRST) * chance.random() for _ in range(days_each // 3)]
        for day in days:
            yield Asked(ngr, language, key, day, tuple(one for one in held if one.holds_on(day)))


def disagreement(session: Session, one: Asked, seen: Counter[str]) -> str | None:
    """What is wrong; None where search and address agree. `seen` counts what the address said."""
    try:
        given = article_in_force(session, one.ngr, one.language, one.key, one.day).record.article
    except InForceUnknown as unknown:
        seen[str(unknown.why)] += 1
        return _in_doubt(session, one, unknown)
    except (DateError, NotHeld, UnknownArticle) as error:
        seen[type(error).__name__] += 1
        return _unless(not one.found, f"{type(error).__name__}, but found")
    if not has_wording(given):
        seen["excluded"] += 1
        return _unless(not one.found, "nothing is left of it, but it is found")
    seen["named"] += 1
    found = [(each.heading, each.text, each.doubtful) for each in one.found]
    right = found == [(given.printed_heading, given.printed_text, False)]
    return _unless(right, f"one wording is in force, found is {found}")


def _in_doubt(session: Session, one: Asked, unknown: InForceUnknown) -> str | None:
    """What is wrong with a search where the address names several wordings, or one as likely."""
    if any(not each.doubtful for each in one.found):
        return "the address does not know, the search is sure"
    if unknown.why is Why.REPEALED:
        return _unless(not one.found, "repealed, but found")
    labels = unknown.candidates if unknown.likely is None else (unknown.likely,)
    in_question = [_there(session, one, label) for label in labels]
    for each in one.found:
        found = _there(session, one, EditionLabel.parse(each.label))
        # Editions of one stage may differ technically; the problem names the first of them.
        if not any(found and may_be and _are_same(may_be, found) for may_be in in_question):
            return f"a wording is found that is not in question: {each.label}"
    silent = None in in_question or unknown.doubt.older
    return _unless(bool(one.found) or silent, "in doubt, but not found")


def _there(session: Session, one: Asked, label: EditionLabel) -> Article | None:
    """The article in an edition; None where nothing is left of it or it is not there."""
    try:
        article = reads.find_article(session, one.ngr, one.language, one.key, label).article
    except UnknownArticle:
        return None
    return article if has_wording(article) else None


def _are_same(one: Article, other: Article) -> bool:
    return classify(one, other).kind in {ChangeKind.UNCHANGED, ChangeKind.TECHNICAL}


def _unless(right: bool, wrong: str) -> str | None:
    return None if right else wrong
