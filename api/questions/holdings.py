"""The acts that are held, for a start page: how new, how complete, when last looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.editions_today import EditionToday, editions_today_of
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.checked import NEVER, LastChecked, last_checked
from corpus.store.completeness import completeness
from corpus.store.known import label_order
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

    `today` tells for each of them which edition answers for today, or why none does.
    """

    act: ActSummary
    checked: LastChecked
    today: tuple[EditionToday, ...]
    languages: tuple[HeldLanguage, ...]

    @property
    def best_today(self) -> EditionToday:
        """The language of the newest edition that answers for today; else of the newest held."""
        return max(
            self.today,
            key=lambda one: (_place_of(one.edition), _place_of(one.newest)),
        )

    @property
    def only_in(self) -> tuple[Language, ...]:
        """The languages in which that edition answers, if it does not do so in all; else none."""
        best = self.best_today.edition
        own = tuple(one.language for one in self.today if one.edition == best)
        return own if best is not None and len(own) < len(self.today) else ()

    @property
    def to_come(self) -> tuple[EditionLabel, ...]:
        """The editions held in any language that are to come, the next one first."""
        labels = {label for one in self.today for label in one.to_come}
        return tuple(sorted(labels, key=_place_of))

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
    with_text = [one for one in acts if one.editions]
    answering = editions_today_of(session, (one.ngr for one in with_text), today)
    return Holdings(
        tuple(
            _held(session, one, checked.get(one.ngr, NEVER), answering[one.ngr])
            for one in with_text
        ),
        tuple(one for one in acts if not one.editions),
    )


def _held(
    session: Session, act: ActSummary, checked: LastChecked, today: tuple[EditionToday, ...]
) -> HeldAct:
    own = [one for one in completeness(session, act.ngr) if one.language in act.languages]
    return HeldAct(
        act,
        checked,
        today,
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


def _place_of(label: EditionLabel | None) -> tuple[date, date]:
    """Where a label stands in time; none, and an undated one, before all others."""
    if label is None or label.first_day is None:
        return date.min, date.min
    return label_order(label)


def _rank(act: ActSummary) -> tuple[int, date, str]:
    place = _FORMS.index(act.form) if act.form in _FORMS else len(_FORMS)
    return place, act.adopted or date.max, act.ngr
