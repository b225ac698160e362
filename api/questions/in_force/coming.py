"""What of an article or an act is announced, pending or temporary as of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from api.questions.amending_acts.own_text import own_start_passed
from api.questions.asked import Asked
from corpus.amendments import Amendment, ClauseKind, Role, Verb
from corpus.law import Article, EditionLabel, Language
from corpus.store import reads
from corpus.store.amendments.of_act import amendments_of_act
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.records import ArticleRecord, EditionSummary
from diffing.explaining import is_for_a_time
from diffing.in_force.still_printed import repeals_to_come

_TEMPORARY = frozenset({Verb.TEMPORARY, Verb.SUSPENDED})


@dataclass(frozen=True)
class Coming:
    """What the notes say is still to come, or to end, as of a day, and what of it has.

    `pending` are amendments that are announced, or adopted and not in force yet; `repeals` those of
    them that exclude the place or repeal the act; `temporary` are wordings that apply until a day,
    and suspensions. `begun` and `ended` tell that the edition's wording is no longer the last word:
    its notes announce what has begun by now and it does not have, a repeal of what it prints among
    it, or name a day until which it applied and that has come. `as_of` is None where the question
    has no day: then only what is announced counts as pending.
    """

    as_of: date | None
    pending: tuple[AmendmentRecord, ...] = ()
    temporary: tuple[AmendmentRecord, ...] = ()
    repeals: tuple[AmendmentRecord, ...] = ()
    begun: tuple[AmendmentRecord, ...] = ()
    ended: tuple[AmendmentRecord, ...] = ()


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
    of_places = reads.amendments_of_places(session, edition.ngr, edition.language, places)
    records = [
        one
        for place in places
        for one in of_places[place]
        if place is not None or one.amendment.verb is Verb.REPEALED
    ]
    return _coming(session, records, edition, as_of, lambda: (article,))


def coming_for_act(session: Session, ngr: str, today: date) -> Coming:
    """What is to come anywhere in an act, by the newest editions held, in every language."""
    newest: dict[Language, EditionSummary] = {}
    for edition in reads.editions(session, ngr):
        if edition.label.first_day is not None or edition.language not in newest:
            newest[edition.language] = edition
    records = amendments_of_act(session, ngr)
    found = [
        _coming(
            session,
            [one for one in records if one.language is language],
            edition,
            today,
            partial(_articles, session, edition),
        )
        for language, edition in newest.items()
    ]
    lists = zip(*map(_lists, found), strict=True)
    return Coming(today, *(tuple(one for each in of for one in each) for of in lists))


def in_language(coming: Coming, language: Language) -> Coming:
    """What the notes of one language say of it."""
    return Coming(
        coming.as_of,
        *(tuple(one for one in records if one.language is language) for records in _lists(coming)),
    )


_Records = tuple[AmendmentRecord, ...]


def _lists(coming: Coming) -> tuple[_Records, _Records, _Records, _Records, _Records]:
    return coming.pending, coming.temporary, coming.repeals, coming.begun, coming.ended


def _articles(session: Session, edition: EditionSummary) -> Sequence[Article]:
    return reads.edition(session, edition.id).articles


def _coming(
    session: Session,
    records: Iterable[AmendmentRecord],
    edition: EditionSummary,
    as_of: date | None,
    articles: Callable[[], Sequence[Article]],
) -> Coming:
    """What is to come by these records; `articles` are the edition's that they are about."""
    label = edition.label
    own = [one for one in records if not one.last_label.surely_before(label)]
    pending = [one for one in own if _is_pending(one, label, as_of)]
    begun = (
        own_start_passed(session, edition, as_of) if any(map(_is_by_reference, pending)) else False
    )
    pending = [one for one in pending if not (begun and _is_by_reference(one))]
    for_a_time = [one for one in own if _is_for_a_time(one) and _states(one, label)]
    return Coming(
        as_of,
        tuple(pending),
        tuple(one for one in for_a_time if not _is_over(one, as_of)),
        tuple(one for one in pending if one.amendment.verb is Verb.REPEALED),
        _begun(own, label, as_of, articles),
        tuple(one for one in for_a_time if _is_over(one, as_of) and _has_ended(one, label)),
    )


def _is_for_a_time(record: AmendmentRecord) -> bool:
    return record.amendment.verb in _TEMPORARY or is_for_a_time(record.amendment)


def _is_over(record: AmendmentRecord, as_of: date | None) -> bool:
    until = record.amendment.until
    return as_of is not None and until is not None and until <= as_of


def _has_ended(record: AmendmentRecord, label: EditionLabel) -> bool:
    """Whether it is the edition's wording that ended: a later edition has what follows.

    Where a suspension ended, the words apply again.
    """
    until, day = record.amendment.until, label.last_day
    of_words = record.amendment.verb is not Verb.SUSPENDED
    return of_words and until is not None and day is not None and day < until


def _begun(
    own: Sequence[AmendmentRecord],
    label: EditionLabel,
    as_of: date | None,
    articles: Callable[[], Sequence[Article]],
) -> tuple[AmendmentRecord, ...]:
    """What the edition's notes tell, has begun by a day, and the edition does not have."""
    come = [
        one
        for one in own
        if as_of is not None
        and one.entry.on is not None
        and one.entry.on <= as_of
        and _states(one, label)
    ]
    repeals: tuple[Amendment, ...] = ()
    if any(_tells_a_repeal(one) for one in come):
        starts = {one.amendment: one.entry.on for one in own}
        said = [one.amendment for one in own if _states(one, label)]
        repeals = repeals_to_come(said, articles(), label, starts.get)
    return tuple(
        one
        for one in come
        if one.amendment in repeals
        or (one.amendment.role is Role.FORESEEN and _is_after(one.entry.on, label))
    )


def _tells_a_repeal(record: AmendmentRecord) -> bool:
    one = record.amendment
    return one.verb is Verb.REPEALED and one.role is Role.AMENDS and one.target.key is not None


def _is_after(day: date | None, label: EditionLabel) -> bool:
    return day is not None and label.last_day is not None and day > label.last_day


def _is_by_reference(record: AmendmentRecord) -> bool:
    """Whether a note leaves the start of the act's own words to another article of the act."""
    one = record.amendment
    return (
        one.verb is Verb.LATER_START
        and record.entry.on is None
        and one.clause.kind is ClauseKind.BY_REFERENCE
        and not one.act.adopted
        and not one.act.number
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
