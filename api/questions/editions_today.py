"""Which edition of an act answers for today, in each language, or why none does; what is to come.

By the registry's labels, as `on` a day is answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from api.questions.citations.repeal import Repeal, repeal_known
from corpus.law import EditionLabel, Language
from corpus.store.day_errors import (
    ActRepealed,
    AmbiguousDate,
    DateError,
    EditionNotHeld,
    NoDatedEdition,
)
from corpus.store.finding import has_come, newest_first
from corpus.store.known import know_together, known_editions, read_summaries
from corpus.store.records import Certainty


class WhyNone(StrEnum):
    """Why no edition answers for today."""

    REPEALED = "repealed"
    """The act was repealed."""
    NOT_HELD = "not held"
    """The edition that would answer, or may, is known to exist and is not held."""
    ONLY_A_YEAR = "only a year"
    """Of an edition that is held only the year is known."""
    UNDATED = "undated"
    """What is held has no date."""
    TO_COME = "to come"
    """All dated editions that are held are later than today."""


_WHY: Mapping[type[DateError], WhyNone] = {
    ActRepealed: WhyNone.REPEALED,
    EditionNotHeld: WhyNone.NOT_HELD,
    AmbiguousDate: WhyNone.ONLY_A_YEAR,
    NoDatedEdition: WhyNone.UNDATED,
}


@dataclass(frozen=True)
class EditionToday:
    """The edition of one language that answers for a day, `today`; None: `error` says why not.

    `newest` is the newest one held whose label has come by then, an undated one where no other has;
    None where all are to come. `to_come` are those held whose labels have not, the next one first.
    `repeal` is that of the act, with or without a day: a registry that names none still ended it.
    """

    language: Language
    today: date
    edition: EditionLabel | None
    certainty: Certainty | None
    newest: EditionLabel | None
    to_come: tuple[EditionLabel, ...]
    error: DateError | None
    repeal: Repeal | None = None

    @property
    def why(self) -> WhyNone | None:
        """Why none answers; None where one does."""
        if self.error is None:
            return None
        if self.repeal is not None:
            return WhyNone.REPEALED
        return _WHY.get(type(self.error), WhyNone.TO_COME)

    @property
    def hindered_by(self) -> EditionLabel | None:
        """The newest edition for which none answers: one not held, or of which a year is known."""
        match self.error:
            case EditionNotHeld(missing=missing):
                return missing[-1][0]
            case AmbiguousDate(labels=labels):
                return labels[-1]
        return None


def editions_today_of(
    session: Session, ngrs: Iterable[str], today: date
) -> dict[str, tuple[EditionToday, ...]]:
    """The same as `editions_today` of several acts, by number: what is known of them is read once.

    In a session that only reads: see `corpus.store.read_once`.
    """
    known = know_together(session, ngrs)
    newest = [
        (one, newest_first(one.of(language), today)[0])
        for one in known
        if one.repealed_on is None  # else its pages are not asked whether it was repealed
        for language in one.languages
    ]
    read_summaries(session, newest)
    return {one.ngr: editions_today(session, one.ngr, today) for one in known}


def editions_today(session: Session, ngr: str, today: date) -> tuple[EditionToday, ...]:
    """What answers for today in each language that an act is held in; none of one only watched."""
    known = known_editions(session, ngr)
    repeal = repeal_known(session, known, today) if known.languages else None
    found = []
    for language in known.languages:
        order = [one.label for one in newest_first(known.of(language), today)]
        come = [label for label in order if has_come(label, today)]
        edition: EditionLabel | None = None
        why_none: DateError | None = None
        try:
            edition = known.timeline(language).label_on(today)
        except DateError as error:
            why_none = error
        found.append(
            EditionToday(
                language,
                today,
                edition,
                known.certainty(language, today) if edition else None,
                next(iter(come), None),
                tuple(order[len(come) :]),
                why_none,
                repeal,
            )
        )
    return tuple(found)
