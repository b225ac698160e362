"""Whether an article of which no text is held on a day surely was not there yet."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from corpus.amendments import Amendment
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.day_errors import BeforeFirstEdition, EditionNotHeld, NotYetAdded
from corpus.store.errors import StoreError
from corpus.store.naming_editions import HeldFrom
from corpus.store.standing import Place
from diffing.in_force.added_first import added_by, holds_whole
from diffing.in_force.staged import StagedAct


def not_yet_added(session: Session, key: str, error: StoreError) -> NotYetAdded | None:
    """What to say instead of an error for a day; None where the article may have been there.

    An act adds an article in all its languages: the notes of each that is held are asked.
    """
    if not isinstance(error, BeforeFirstEdition | EditionNotHeld) or error.known_from is None:
        return None
    held = reads.act(session, error.ngr).languages
    languages = [one for one in (error.language, *Language) if one in held]
    acts = [StagedAct(session, error.ngr, one) for one in dict.fromkeys(languages)]
    for act in acts:
        noted = _addition(act, key, error.day)
        adopted = noted[0].act.adopted if noted else None
        if noted and adopted and error.day < adopted:
            if any(_stood_before(one, key, adopted) for one in acts):
                return None
            first = HeldFrom(error.known_from, error.known_from_day, error.next_held)
            return NotYetAdded(error.ngr, error.language, error.day, first, key, *noted)
    return None


def _addition(act: StagedAct, key: str, day: date) -> tuple[Amendment, EditionLabel] | None:
    """What the oldest text held notes of its addition, and the edition that notes it."""
    try:
        article = act.article(key, day)
    except StoreError:  # in this language nothing tells what it says
        return None
    at = next(place for place, one in enumerate(article.versions) if one.article is not None)
    edition = article.telling[at].edition
    found = added_by(key, article.versions[at], holds_whole(edition.holding))
    backwards = any(
        start.amendment == found and start.entry.on is not None and start.entry.on <= day
        for one in article.staged
        for start in one.stage.starts
    )
    return None if found is None or backwards else (found, edition.label)


def _stood_before(act: StagedAct, key: str, adopted: date) -> bool:
    """Whether an edition of before the addition has the article all the same."""
    try:
        places = act.places(key)
    except StoreError:
        return False
    return any(
        one.place in {Place.HERE, Place.CUT}
        and one.edition.label.last_day is not None
        and one.edition.label.last_day < adopted
        for one in places
    )
