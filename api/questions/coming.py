"""What of an article or an act is announced, pending or temporary as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from corpus.amendments import Role, Verb
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.amendment_records import AmendmentCursor, AmendmentRecord
from corpus.store.records import ArticleRecord
from diffing.explaining import is_for_a_time

_PAGE = 500
_TEMPORARY = frozenset({Verb.TEMPORARY, Verb.SUSPENDED})


@dataclass(frozen=True)
class Coming:
    """What the notes say is still to come, or to end, as of a day.

    `pending` are amendments that are announced, or adopted and not in force yet; `repeals` those of
    them that exclude the place or repeal the act; `temporary` are wordings that apply until a day,
    and suspensions. `as_of` is None where the question has no day: then only what is announced
    counts as pending.
    """

    as_of: date | None
    pending: tuple[AmendmentRecord, ...] = ()
    temporary: tuple[AmendmentRecord, ...] = ()
    repeals: tuple[AmendmentRecord, ...] = ()


def day_of(asked: Asked, label: EditionLabel, today: date) -> date | None:
    """The day as of which something is pending: the one asked for, an edition's own, or today.

    None for an undated edition that is asked for by its label.
    """
    if asked.question == "edition":
        return label.last_day
    return asked.in_force_on or asked.on or today


def coming_for_article(session: Session, record: ArticleRecord, as_of: date | None) -> Coming:
    """What is to come for an article, its chapter or the whole act, by an edition's notes.

    Later editions tell what had been adopted by the day and was in force after it. Of the act's own
    notes only its repeal is the article's matter.
    """
    edition, article = record.edition, record.article
    places: list[str | None] = [article.key, *article.divisions, None]
    records = [
        one
        for place in places
        for one in reads.amendments_of_place(session, edition.ngr, edition.language, place)
        if place is not None or one.amendment.verb is Verb.REPEALED
    ]
    return _coming(records, edition.label, as_of)


def coming_for_act(session: Session, ngr: str, today: date) -> Coming:
    """What is to come anywhere in an act, by the newest editions held, in every language."""
    newest: dict[str, EditionLabel] = {}
    for edition in reads.editions(session, ngr):
        if edition.label.first_day is not None or edition.language not in newest:
            newest[edition.language] = edition.label
    found = [
        _coming([one], newest[one.language], today)
        for one in _all(session, ngr)
        if one.language in newest
    ]
    return Coming(
        today,
        tuple(one for each in found for one in each.pending),
        tuple(one for each in found for one in each.temporary),
        tuple(one for each in found for one in each.repeals),
    )


def in_language(coming: Coming, language: Language) -> Coming:
    """What the notes of one language say of it."""
    return Coming(
        coming.as_of,
        *(
            tuple(one for one in records if one.language is language)
            for records in (coming.pending, coming.temporary, coming.repeals)
        ),
    )


def _all(session: Session, ngr: str) -> Iterator[AmendmentRecord]:
    cursor: AmendmentCursor | None = None
    while True:
        given, cursor = reads.amendments(session, ngr=ngr, limit=_PAGE, cursor=cursor)
        yield from given
        if cursor.horizon is None:
            return


def _coming(records: Iterable[AmendmentRecord], label: EditionLabel, as_of: date | None) -> Coming:
    own = [one for one in records if not one.last_label.surely_before(label)]
    pending = tuple(one for one in own if _is_pending(one, label, as_of))
    return Coming(
        as_of,
        pending,
        tuple(
            one
            for one in own
            if (one.amendment.verb in _TEMPORARY or is_for_a_time(one.amendment))
            and _states(one, label)
            and not (as_of and one.amendment.until and one.amendment.until <= as_of)
        ),
        tuple(one for one in pending if one.amendment.verb is Verb.REPEALED),
    )


def _is_pending(record: AmendmentRecord, label: EditionLabel, as_of: date | None) -> bool:
    amendment, starts = record.amendment, record.entry.on
    if amendment.role in {Role.OTHER_LANGUAGE, Role.CITED} or amendment.verb in _TEMPORARY:
        return False
    if starts is not None and as_of is not None:
        adopted = amendment.act.adopted
        return starts > as_of and (adopted is None or adopted <= as_of)
    announced = amendment.role is Role.FORESEEN or amendment.verb is Verb.LATER_START
    return announced and _states(record, label)


def _states(record: AmendmentRecord, label: EditionLabel) -> bool:
    """Whether the edition of that label states it, as far as the first and the last tell."""
    return not label.surely_before(record.first_label) and not record.last_label.surely_before(
        label
    )
