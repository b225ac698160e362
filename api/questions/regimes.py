"""The regimes of electing akims, with what is held of the texts of each phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.shelf import Absent, Shelf
from corpus.law import EditionLabel, Language
from corpus.provisions import ProvisionSet
from corpus.regimes import Gap, Phase, Regime, Regimes


@dataclass(frozen=True)
class Holding:
    """What is held of a set of provisions in one language, as of a phase's day."""

    language: Language | None
    """None: the act is held in no language."""
    label: EditionLabel | None
    """Of the edition that answers for the day; None: none does."""
    held: tuple[str, ...]
    missing: Mapping[str, str]
    """The keys whose text is not held, each with what the store says."""


@dataclass(frozen=True)
class SetRead:
    """A set of provisions that ruled a phase, in every language its act is held in."""

    provisions: ProvisionSet
    general: bool
    holdings: tuple[Holding, ...]


@dataclass(frozen=True)
class PhaseRead:
    """A phase with its sets of provisions; without a day to read them on there are none."""

    phase: Phase
    sets: tuple[SetRead, ...]


@dataclass(frozen=True)
class RegimeRead:
    """A regime with its phases, oldest first."""

    regime: Regime
    phases: tuple[PhaseRead, ...]


@dataclass(frozen=True)
class RegimesRead:
    """All regimes, and the gaps between them."""

    regimes: tuple[RegimeRead, ...]
    gaps: tuple[Gap, ...]


def what_is_held(session: Session, regimes: Regimes) -> RegimesRead:
    """What the store holds of every phase. A text that is not held is no error: it is named."""
    shelf = Shelf(session)
    read = (
        RegimeRead(regime, tuple(_phase(shelf, phase) for phase in regime.phases))
        for regime in regimes.regimes
    )
    return RegimesRead(tuple(read), regimes.gaps)


def sets_of(phase: Phase) -> Iterator[tuple[ProvisionSet, bool]]:
    """The sets of provisions that ruled a phase, its own ones first; whether one is general."""
    for one in phase.provisions:
        yield one, False
    for one in phase.general:
        yield one, True


def _phase(shelf: Shelf, phase: Phase) -> PhaseRead:
    sets = (
        SetRead(one, general, tuple(_holdings(shelf, one, phase.on)))
        for one, general in sets_of(phase)
        if phase.on
    )
    return PhaseRead(phase, tuple(sets))


def _holdings(shelf: Shelf, provisions: ProvisionSet, day: date) -> list[Holding]:
    languages = shelf.languages(provisions.ngr)
    if isinstance(languages, str):
        return [Holding(None, None, (), dict.fromkeys(provisions.keys, languages))]
    return [
        _holding(shelf, provisions, language, day) for language in Language if language in languages
    ]


def _holding(shelf: Shelf, provisions: ProvisionSet, language: Language, day: date) -> Holding:
    found = {key: shelf.provision(provisions.ngr, key, language, day) for key in provisions.keys}
    edition = shelf.edition(provisions.ngr, language, day)
    return Holding(
        language,
        None if isinstance(edition, str) else edition.label,
        tuple(key for key, one in found.items() if not isinstance(one, Absent)),
        {key: one.reason for key, one in found.items() if isinstance(one, Absent)},
    )
