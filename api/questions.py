"""Questions to the store that both the JSON routes and the pages ask."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.caching import CHANGING, CLOSED
from api.provenance import Asked
from corpus.law import Language
from corpus.store import reads
from corpus.store.records import ArticleRecord, EditionSummary


def text_language(
    session: Session, ngr: str, asked: Language | None, *preferred: Language
) -> Language:
    """The language asked for; else the first preferred one the act is held in, Russian, any.

    Raises UnknownAct.
    """
    if asked is not None:
        return asked
    held = reads.act(session, ngr).languages
    order = (*preferred, Language.RU, *held)
    return next((language for language in order if language in held), Language.RU)


def find_edition(session: Session, ngr: str, language: Language, asked: Asked) -> EditionSummary:
    """The edition that a question means; raises a StoreError that says what is known."""
    return reads.find_edition(session, ngr, language, label=asked.label, on=asked.on)


def cache_control(edition: EditionSummary, asked: Asked) -> str:
    """A closed edition asked for by its label may be kept without asking again."""
    return CLOSED if asked.label is not None and edition.to is not None else CHANGING


def find_article(
    session: Session, ngr: str, language: Language, key: str, asked: Asked
) -> ArticleRecord:
    """The article in the edition that a question means.

    Without a label or a day: in the newest edition that holds its place in the act.
    """
    return reads.find_article(session, ngr, language, key, label=asked.label, on=asked.on)
