"""The acts that are held, for a start page: how new, how complete, when last looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.checked import NEVER, LastChecked, last_checked
from corpus.store.completeness import Completeness, completeness
from corpus.store.records import ActSummary


@dataclass(frozen=True)
class HeldLanguage:
    """How many editions are held in a language, how many are known, how many held lack a part."""

    language: Language
    held: int
    known: int
    in_part: int
    listed: bool
    """Whether a registry's own list of editions is held; else there may be more."""


@dataclass(frozen=True)
class HeldAct:
    """An act of which a text is held, with what is held in each language that one is held in.

    `later` are editions known after the newest one held of their language, the newest first: of a
    day that has come.
    """

    act: ActSummary
    checked: LastChecked
    later: tuple[EditionLabel, ...]
    languages: tuple[HeldLanguage, ...]

    @property
    def is_listed(self) -> bool:
        """Whether a registry's own list of editions is held in every language."""
        return all(one.listed for one in self.languages)

    @property
    def in_part(self) -> int:
        """How many editions are held without a part of the act."""
        return sum(one.in_part for one in self.languages)

    @property
    def is_whole(self) -> bool:
        """Whether every edition that is known is held as a whole, and a registry's list says so."""
        whole = all(one.held == one.known for one in self.languages)
        return self.is_listed and whole and not self.in_part


@dataclass(frozen=True)
class Holdings:
    """The acts of which a text is held, the highest first, and those that are only watched."""

    held: tuple[HeldAct, ...]
    watched: tuple[ActSummary, ...]


_FORMS = ("constitution", "constitutional law", "code", "law", "presidential decree")


def holdings(session: Session, today: date) -> Holdings:
    """What is held, act by act: the Constitution first, then laws, then decrees and the rest."""
    acts = sorted(reads.acts(session), key=_rank)
    checked = last_checked(session)
    return Holdings(
        tuple(
            _held(session, one, checked.get(one.ngr, NEVER), today) for one in acts if one.editions
        ),
        tuple(one for one in acts if not one.editions),
    )


def _held(session: Session, act: ActSummary, checked: LastChecked, today: date) -> HeldAct:
    own = [one for one in completeness(session, act.ngr) if one.language in act.languages]
    return HeldAct(
        act,
        checked,
        tuple(sorted({late for one in own for late in _later(one, today)}, key=str, reverse=True)),
        tuple(
            HeldLanguage(
                one.language,
                len(one.held),
                len(one.held) + len(one.missing),
                len(one.in_part),
                one.listed is not None,
            )
            for one in own
        ),
    )


def _later(one: Completeness, today: date) -> list[EditionLabel]:
    """The known editions after the newest one held, as far as their days have come."""
    return [
        missing.label
        for missing in one.missing
        if missing.label.first_day is not None
        and missing.label.first_day <= today
        and all(held.surely_before(missing.label) for held in one.held if held.first_day)
    ]


def _rank(act: ActSummary) -> tuple[int, date, str]:
    place = _FORMS.index(act.form) if act.form in _FORMS else len(_FORMS)
    return place, act.adopted or date.max, act.ngr
