"""Which acts a search on a day could not look at: their text of that day is not held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.citations.repeal import repeal_of
from corpus.law import EditionLabel, Language
from corpus.store import day_errors, reads
from corpus.store.records import ActSummary


@dataclass(frozen=True)
class Unheld:
    """An act in a language, and the editions held nearest to the day: before it, after it.

    `ended`: its registry's page says that it was repealed and names no day; it may have been in
    force on a day in the past, and is not today.
    """

    ngr: str
    language: Language
    nearest: tuple[EditionLabel, ...]
    ended: bool = False


def unheld_on(session: Session, acts: Iterable[ActSummary], day: date) -> tuple[Unheld, ...]:
    """The acts of which no edition that is held answers for a day, though there was one, or may be.

    By the labels of editions, as an act's page answers. Acts repealed or not yet adopted on that
    day are none of them, and acts of which nothing is held at all are told elsewhere.
    """
    found = []
    for act in acts:
        if act.adopted is not None and day < act.adopted:
            continue
        for language in act.languages:
            try:
                reads.find_edition(session, act.ngr, language, on=day)
            except day_errors.ActRepealed:
                break
            except day_errors.EditionNotHeld as error:
                nearest = (error.last_held, error.next_held)
            except day_errors.BeforeFirstEdition as error:
                nearest = (None, error.known_from)
            except day_errors.AmbiguousDate as error:
                nearest = (error.labels[0], error.labels[-1])
            except day_errors.NoDatedEdition:
                nearest = (None, None)
            else:
                continue
            labels = dict.fromkeys(one for one in nearest if one is not None)
            found.append(
                Unheld(act.ngr, language, tuple(labels), _has_ended(session, act.ngr, day))
            )
    return tuple(found)


def _has_ended(session: Session, ngr: str, day: date) -> bool:
    repeal = repeal_of(session, ngr, day)
    return repeal is not None and repeal.on is None
