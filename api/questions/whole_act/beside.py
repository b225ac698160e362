"""The same edition in another language, to be read beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.day_errors import DateError
from corpus.store.errors import LanguageNotHeld, UnknownEdition
from corpus.store.records import EditionSummary

_NEAREST = 3


@dataclass(frozen=True)
class Beside:
    """The text of another language that belongs beside an edition.

    `edition` has the same label or, where there is none, it is the one that answers for the first
    day of the edition shown. None where neither is held: `nearest` are the labels that are.
    """

    language: Language
    edition: EditionSummary | None
    nearest: tuple[EditionLabel, ...] = ()


def text_beside(session: Session, shown: EditionSummary, language: Language) -> Beside:
    """What belongs beside an edition in a language; raises LanguageNotHeld."""
    held = reads.editions(session, shown.ngr, language)  # raises where there is none
    same = next((one for one in held if one.label == shown.label), None)
    if same is not None:
        return Beside(language, same)
    day = shown.label.last_day
    if day is not None:
        try:
            return Beside(language, reads.find_edition(session, shown.ngr, language, on=day))
        except DateError:
            pass
    return Beside(language, None, _nearest(held, shown.label))


def languages_beside(
    session: Session, shown: EditionSummary, languages: Sequence[Language]
) -> tuple[Language, ...]:
    """Of these languages those with a text that belongs beside the edition."""
    found = []
    for language in languages:
        if language is shown.language:
            continue
        try:
            beside = text_beside(session, shown, language)
        except (LanguageNotHeld, UnknownEdition):
            continue
        if beside.edition is not None:
            found.append(language)
    return tuple(found)


def _nearest(held: Sequence[EditionSummary], label: EditionLabel) -> tuple[EditionLabel, ...]:
    day = label.first_day
    if day is None:
        return tuple(one.label for one in held[-_NEAREST:])

    def distance(one: EditionSummary) -> int:
        own = one.label.first_day
        return abs((own - day).days) if own else 1_000_000

    return tuple(sorted((one.label for one in sorted(held, key=distance)[:_NEAREST]), key=str))
