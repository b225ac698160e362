"""The same article in another language: of the same edition, else of the day, else the newest."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.texts import find_article
from corpus.law import Language
from corpus.store.errors import StoreError
from corpus.store.records import ActSummary, ArticleRecord


def in_language(
    session: Session,
    record: ArticleRecord,
    asked: Asked,
    language: Language,
    *,
    same_edition: bool = False,
) -> tuple[ArticleRecord, Asked] | None:
    """An article in another language, and the question it answers; None where it is not held.

    The day that was asked for goes before the edition's label, unless the `same_edition` is wanted:
    two languages need not have the same editions. Whoever shows both tells the labels.
    """
    first = [Asked(record.edition.label)] if same_edition else []
    for question in [*first, *_questions(record, asked)]:
        try:
            found = find_article(
                session, record.edition.ngr, language, record.article.key, question
            )
        except StoreError:
            continue
        return found, question
    return None


def other_languages(
    session: Session, act: ActSummary, record: ArticleRecord, asked: Asked
) -> dict[Language, Asked]:
    """The languages an article can be read in, its own among them, each with what to ask for."""
    found: dict[Language, Asked] = {}
    for language in act.languages:
        if language is record.edition.language:
            found[language] = asked
        elif there := in_language(session, record, asked, language):
            found[language] = there[1]
    return found


def _questions(record: ArticleRecord, asked: Asked) -> Iterator[Asked]:
    if asked.on is not None:
        yield Asked(on=asked.on)
    elif asked.question != "newest":
        yield Asked(record.edition.label)
    day = asked.in_force_on or asked.on or record.edition.label.last_day
    if asked.question != "newest" and day is not None:
        yield Asked(on=day)
    yield Asked(today=asked.today)
