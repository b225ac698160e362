"""Questions to the store that both the JSON routes and the pages ask."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import TypeVar

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.in_force.not_yet_added import not_yet_added
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.day_errors import BeforeFirstEdition, EditionNotHeld
from corpus.store.errors import LanguageNotHeld, NotHeld, StoreError
from corpus.store.held_from import before_the_first_text, between_texts
from corpus.store.known import known_editions
from corpus.store.records import ActSummary, ArticleRecord, EditionSummary, Wording
from corpus.store.standing import standings
from diffing.cut_copies import HeldRedline, redline_as_held
from diffing.words import LIMITS, Budget

Found = TypeVar("Found")


def text_language(
    session: Session,
    ngr: str,
    asked: Language | None,
    *preferred: Language,
    labels: Collection[EditionLabel | None] = (),
) -> Language:
    """The language asked for; else the first preferred one the act is held in, Russian, any.

    With `labels` (None: no label was asked for) the first of them in which all those editions are
    held, where there is one: an edition that is held only in Russian is no missing one for whoever
    asked for no language. Raises UnknownAct.
    """
    if asked is not None:
        return asked
    order = _held_in_order(reads.act(session, ngr), *preferred)
    wanted = {label for label in labels if label is not None}
    if wanted:
        known = known_editions(session, ngr)
        having = (one for one in order if wanted <= {each.label for each in known.of(one)})
        return next(having, order[0])
    return order[0]


def _held_in_order(act: ActSummary, *preferred: Language) -> list[Language]:
    """The languages an act is held in, the preferred ones first; Russian if in none."""
    order = dict.fromkeys((*preferred, Language.RU, *act.languages))
    return [language for language in order if language in act.languages] or [Language.RU]


def find_edition(session: Session, ngr: str, language: Language, asked: Asked) -> EditionSummary:
    """The edition that a question means; raises a StoreError that says what is known."""
    return reads.find_edition(
        session, ngr, language, label=asked.label, on=asked.on, today=asked.today
    )


def find_edition_for(
    session: Session, act: ActSummary, asked: Asked, preferred: Language
) -> EditionSummary:
    """The edition in the preferred language, else in one that answers.

    Raises what the preferred language would, when none does.
    """
    return _first_answer(
        act, preferred, lambda language: find_edition(session, act.ngr, language, asked)
    )


def find_article(
    session: Session, ngr: str, language: Language, key: str, asked: Asked
) -> ArticleRecord:
    """The article in the edition that a question means.

    Without a label or a day: in the newest edition that holds its place in the act. For a day
    without an answer the error says from when the article's own text is held.
    """
    try:
        return reads.find_article(
            session, ngr, language, key, label=asked.label, on=asked.on, today=asked.today
        )
    except (BeforeFirstEdition, EditionNotHeld, NotHeld) as error:
        if asked.on is None:
            raise
        held = standings(session, ngr, language)
        asked_of = (held.timeline, key, held.of(key), asked.on)
        told = before_the_first_text(*asked_of)
        if told is None and isinstance(error, EditionNotHeld):
            told = between_texts(*asked_of)
        known = told or error
        raise not_yet_added(session, key, known) or known from None


def find_article_for(
    session: Session, act: ActSummary, key: str, asked: Asked, preferred: Language
) -> ArticleRecord:
    """The article in the preferred language, else in one that answers.

    Raises what the preferred language would, when none does.
    """
    return _first_answer(
        act, preferred, lambda language: find_article(session, act.ngr, language, key, asked)
    )


def _first_answer(act: ActSummary, preferred: Language, find: Callable[[Language], Found]) -> Found:
    first: StoreError | None = None
    for language in _held_in_order(act, preferred):
        try:
            return find(language)
        except StoreError as error:
            first = first or error
    raise first or LanguageNotHeld(act.ngr, preferred, ())


def redlines(history: Sequence[Wording]) -> list[HeldRedline | None]:
    """Each wording of a history against the one before it, as far as both are held; the first None.

    All share one budget: an answer costs no more than one redline may, however long the history.
    """
    budget = Budget(LIMITS)
    later = [
        redline_as_held(
            before.article,
            after.article,
            old_complete=before.complete,
            new_complete=after.complete,
            budget=budget,
        )
        for before, after in pairwise(history)
    ]
    return [None, *later] if history else []
