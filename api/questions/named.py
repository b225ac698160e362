"""What an address that lasts means here: an act, an edition of it, a place in that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.citations.citing import article_key
from api.questions.texts import find_article, find_article_for, find_edition
from corpus.amendments import without_convocation
from corpus.keys import joined
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.citable import HeldProvisions
from corpus.store.errors import StoreError, UnknownArticle
from corpus.store.records import ActSummary
from exports.identifiers import Named

_NEAREST = 3


@dataclass(frozen=True)
class Place:
    """Where the named thing is found; `article` holds it, `anchor` is the place inside the page."""

    ngr: str
    language: Language | None = None
    label: EditionLabel | None = None
    on: date | None = None
    article: str | None = None
    anchor: str = ""


def place_named(session: Session, named: Named) -> Place:
    """The place that an address names.

    Raises what the store raises of what is not held: UnknownAct with the nearest numbers,
    LanguageNotHeld, UnknownEdition, UnknownArticle, and of days its own errors.
    """
    act = _act(session, named)
    asked = Asked(named.label, named.on)
    if named.language is not None:
        edition = find_edition(session, act.ngr, named.language, asked)
        label = edition.label if named.label else None
    else:
        label = None
    place = Place(act.ngr, named.language, label, named.on)
    return place if named.key is None else _inside(session, act, place, named.key, asked)


def _act(session: Session, named: Named) -> ActSummary:
    """The act of a registry number; else of a state number, where its day is given with it."""
    try:
        return reads.act(session, named.name)
    except StoreError:
        number = without_convocation(named.name)
        found = [
            act
            for act in reads.acts(session)
            if act.adopted
            and act.number
            and without_convocation(act.number) == number
            and act.adopted.isoformat() == named.when
        ]
        if len(found) != 1:
            raise
        return found[0]


def _inside(session: Session, act: ActSummary, place: Place, key: str, asked: Asked) -> Place:
    language = place.language
    if _is_division(session, act, place, key, asked):
        return Place(act.ngr, language, place.label, place.on, anchor=key)
    own = article_key(HeldProvisions(session), act.ngr, key)
    record = (
        find_article_for(session, act, own, asked, Language.RU)
        if language is None
        else find_article(session, act.ngr, language, own, asked)
    )
    anchor = key.removeprefix(own).lstrip("_")
    places = [block.key for block in record.article.blocks if block.key]
    if anchor and anchor not in places:
        where = f"edition {record.edition.label} ({record.edition.language})"
        nearest = get_close_matches(anchor, places, n=_NEAREST) or places[:_NEAREST]
        raise UnknownArticle(act.ngr, key, where, [joined(own, one) for one in nearest])
    return Place(act.ngr, language, place.label, place.on, own, anchor)


def _is_division(session: Session, act: ActSummary, place: Place, key: str, asked: Asked) -> bool:
    """Whether the key is a chapter's or the like, in the edition that is asked for."""
    languages = [place.language] if place.language else list(act.languages)
    for language in languages:
        try:
            summary = find_edition(session, act.ngr, language, asked)
        except StoreError:
            continue
        edition = reads.edition(session, summary.id)
        if any(division.key == key for division in edition.divisions):
            return True
    return False
