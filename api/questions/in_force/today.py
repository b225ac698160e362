"""What a wording is today: in force, overtaken, not in force yet, gone; or not to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from api.questions.in_force.in_doubt import InForceUnknown, NotYetInForce
from api.questions.in_force.of_cut_text import since_the_cut_text
from api.questions.in_force.wording import article_in_force
from corpus.law import ActStatus, EditionLabel
from corpus.store import reads
from corpus.store.day_errors import ActRepealed, DateError
from corpus.store.errors import NotHeld, StoreError, UnknownArticle
from corpus.store.finding import has_come, newest_first
from corpus.store.known import label_order
from corpus.store.quarantine import QuarantineRecord
from corpus.store.records import ArticleRecord, EditionSummary, Wording
from diffing.in_force.starts import Start


class Standing(StrEnum):
    """What a wording is on a day."""

    IN_FORCE = "in_force"
    HISTORICAL = "historical"
    """Another, later wording is in force."""
    FUTURE = "future"
    """It is not in force yet."""
    GONE = "gone"
    """The article is not in the text in force any more."""
    REPEALED = "repealed"
    """The act was repealed."""
    SUPERSEDED = "superseded"
    """A later wording is held, and which one is in force cannot be told."""
    UNKNOWN = "unknown"
    """It may be in force; that cannot be told."""


@dataclass(frozen=True)
class TextToday:
    """What a wording is on a day, and what is in force instead, as far as that is known.

    `instead` is the edition with the wording in force where it is another one, `since` the
    amendments by which that is; `newest` the newest edition held with another, later wording that
    may have come, of a wording to come the newest held that is not,
    `gone_in` the newest one held where that has no such article any more. `why` is the problem for
    which nothing can be told.
    """

    standing: Standing
    day: date
    instead: EditionLabel | None = None
    since: tuple[Start, ...] = ()
    repealed_on: date | None = None
    newest: EditionLabel | None = None
    gone_in: EditionLabel | None = None
    why: DateError | None = None


def text_today(
    session: Session, record: ArticleRecord, history: Sequence[Wording], day: date
) -> TextToday:
    """What an article's wording is on a day, by the entry into force of its amendments.

    `history` are the wordings held, oldest first. Never guesses: what the notes and the editions
    held do not tell is `UNKNOWN`, or `SUPERSEDED` where a later wording is held.
    """
    edition = record.edition
    if edition.status is ActStatus.REPEALED:
        gone = reads.act(session, edition.ngr).repealed_on
        if gone is None or gone <= day:
            return TextToday(Standing.REPEALED, day, repealed_on=gone)
    later = _later_than(record, history)
    come = [label for one in later if has_come(label := one.editions[-1].label, day)]
    newest = come[-1] if come else None
    try:
        found = article_in_force(session, edition.ngr, edition.language, record.article.key, day)
    except DateError as error:
        if _is_to_come(record, history, day) and not isinstance(error, ActRepealed):
            return TextToday(Standing.FUTURE, day, newest=_newest_come(history, day), why=error)
        why: DateError | None = error
        if isinstance(error, InForceUnknown):
            why = since_the_cut_text(session, record, error)
        told = _not_told(record, history, why, day, newest)
        return replace(told, gone_in=_gone_in(session, record, history, day))
    except (UnknownArticle, NotHeld) as error:
        return _not_there(session, record, error, day, newest)
    label = found.record.edition.label
    if found.record.wording_hash == record.wording_hash:
        return TextToday(Standing.IN_FORCE, day)
    overtaken = any(found.record.edition.id in _ids(one) for one in later)
    standing = Standing.HISTORICAL if overtaken else Standing.FUTURE
    return TextToday(standing, day, label, found.since)


def _is_to_come(record: ArticleRecord, history: Sequence[Wording], day: date) -> bool:
    """Whether no edition with these words has come by a day: a registry labels none too late."""
    own = [one for one in history if one.wording_hash == record.wording_hash]
    labels = [record.edition.label, *(edition.label for one in own for edition in one.editions)]
    return all(not has_come(label, day) for label in labels)


def _newest_come(history: Sequence[Wording], day: date) -> EditionLabel | None:
    """The newest edition held whose label has come by a day and that has the article."""
    labels = [one.label for wording in history for one in wording.editions]
    dated = [one for one in labels if one.first_day is not None and has_come(one, day)]
    return max(dated, key=label_order, default=None)


def refused_editions(
    session: Session, record: ArticleRecord, day: date | None
) -> tuple[QuarantineRecord, ...]:
    """Editions that may be newer than a text on a day, were fetched and are not believed.

    Oldest first, each label once.
    """
    edition = record.edition
    following = edition.to or _next_held(session, edition)
    found: dict[EditionLabel, QuarantineRecord] = {}
    for one in reads.quarantined(session, edition.ngr):
        label = one.label
        if one.language is not edition.language or label is None:
            continue
        if label.first_day is None or label.surely_before(edition.label):
            continue
        if day is not None and label.first_day > day:
            continue
        if following is not None and label.first_day > following:
            continue
        found.setdefault(label, one)
    return tuple(sorted(found.values(), key=lambda one: str(one.label)))


def _next_held(session: Session, edition: EditionSummary) -> date | None:
    """The first day of the label of the next edition held, if one surely is later."""
    held = reads.editions(session, edition.ngr, edition.language)
    later = (one.label.first_day for one in held if edition.label.surely_before(one.label))
    return min((day for day in later if day), default=None)


def _gone_in(
    session: Session, record: ArticleRecord, history: Sequence[Wording], day: date
) -> EditionLabel | None:
    """The newest edition held by a day that holds the place, where it has no such article."""
    edition = record.edition
    having = {one for wording in history for one in _ids(wording)}
    for later in newest_first(reads.editions(session, edition.ngr, edition.language), day):
        if not edition.label.surely_before(later.label) or later.id in having:
            return None
        try:
            reads.article(session, later.id, record.article.key)
        except UnknownArticle:
            return later.label
        except StoreError:
            continue
    return None


def _ids(wording: Wording) -> frozenset[int]:
    return frozenset(one.id for one in wording.editions)


def _later_than(record: ArticleRecord, history: Sequence[Wording]) -> Sequence[Wording]:
    """The dated wordings behind that of a record, with other words."""
    label = record.edition.label
    return [
        one
        for one in history
        if one.wording_hash != record.wording_hash and label.surely_before(one.editions[0].label)
    ]


def _not_told(
    record: ArticleRecord,
    history: Sequence[Wording],
    error: DateError | None,
    day: date,
    newest: EditionLabel | None,
) -> TextToday:
    """What follows where no wording can be named as in force."""
    match error:
        case ActRepealed():
            return TextToday(Standing.REPEALED, day, repealed_on=error.repealed_on)
        case NotYetInForce():
            return TextToday(Standing.FUTURE, day, why=error)
        case InForceUnknown():
            return _in_doubt(record, history, error, day, newest)
    return TextToday(Standing.UNKNOWN, day, newest=newest, why=error)


def _in_doubt(
    record: ArticleRecord,
    history: Sequence[Wording],
    error: InForceUnknown,
    day: date,
    newest: EditionLabel | None,
) -> TextToday:
    """A wording that is none of those in question is overtaken where all of them are later."""
    own = {one.label for wording in history if wording.wording_hash == record.wording_hash
           for one in wording.editions}  # fmt: skip
    own.add(record.edition.label)
    if own.isdisjoint(error.candidates) and error.candidates and not error.doubt.older:
        last = max((one for one in own if one.last_day), key=str, default=None)
        if last and all(last.surely_before(one) for one in error.candidates):
            return TextToday(Standing.SUPERSEDED, day, newest=newest, why=error)
    return TextToday(Standing.UNKNOWN, day, newest=newest, why=error)


def _not_there(
    session: Session,
    record: ArticleRecord,
    error: StoreError,
    day: date,
    newest: EditionLabel | None,
) -> TextToday:
    """The text in force has no such article: it went, or it is still to come."""
    edition = record.edition
    if isinstance(error, NotHeld):
        return TextToday(Standing.UNKNOWN, day, newest=newest)
    if edition.label.first_day is not None and edition.label.first_day > day:
        return TextToday(Standing.FUTURE, day)
    now = reads.find_edition(session, edition.ngr, edition.language, today=day)
    try:
        reads.article(session, now.id, record.article.key)
    except StoreError:
        return TextToday(Standing.GONE, day, instead=now.label)
    return TextToday(Standing.FUTURE, day)
