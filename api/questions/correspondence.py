"""Two phases of regimes as a picture shows them: bands between provisions, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.questions.regimes import what_is_held
from api.questions.sides import MissingSet, Side, compare_sides, phase_side
from corpus.correspondences import CuratedPair
from corpus.law import Language
from corpus.phases import Phase, Regimes
from corpus.provisions import ProvisionSet
from corpus.search.words.analysis import Analyser
from corpus.store.errors import StoreError
from diffing.correspondence.bands import Bands, bands_of
from diffing.correspondence.relation import Relation


@dataclass(frozen=True)
class PhaseCompared:
    """A side of the picture: the phase, the texts it was read in, and what of it is not held."""

    phase: Phase
    read: tuple[ProvisionSet, ...]
    missing: tuple[MissingSet, ...]

    @classmethod
    def of(cls, side: Side, phase: Phase) -> PhaseCompared:
        """A side without its texts."""
        return cls(phase, tuple(one.read for one in side.held), side.missing)


@dataclass(frozen=True)
class Corresponding:
    """The correspondence of two phases in one language, without their texts."""

    language: Language
    left: PhaseCompared
    right: PhaseCompared
    bands: Bands
    sample: bool

    @property
    def unsure(self) -> int:
        """How many of the new and dropped may have a counterpart in what is not held."""
        return sum(
            not band.sure for band in self.bands.bands if band.relation is not Relation.POSSIBLE
        )


def languages_held(session: Session, regimes: Regimes) -> Mapping[str, frozenset[Language]]:
    """By phase the languages in which some of its own rules are held."""
    return {
        read.phase.key: frozenset(
            holding.language
            for one in read.sets
            if not one.general
            for holding in one.holdings
            if holding.language and holding.held
        )
        for regime in what_is_held(session, regimes).regimes
        for read in regime.phases
    }


def corresponding(
    session: Session,
    left: Phase,
    right: Phase,
    languages: Sequence[Language],
    curated: Sequence[CuratedPair],
    analyser: Analyser | None = None,
) -> Corresponding:
    """The correspondence in the first of the languages in which texts of both phases are held.

    Raises NothingHeld where there is none: of the language in which most is held, so that it names
    what is missing in any.
    """
    refusals: list[tuple[int, StoreError]] = []
    for language in languages:
        sides: list[Side] = []
        error: StoreError | None = None
        for phase in (left, right):
            try:
                sides.append(phase_side(session, phase, language))
            except StoreError as refused:
                error = error or refused
        if error is not None:
            refusals.append((2 * len(sides) + (language is Language.RU), error))
            continue
        one, other = sides
        found, _ = compare_sides(one, other, curated, analyser)
        return Corresponding(
            language,
            PhaseCompared.of(one, left),
            PhaseCompared.of(other, right),
            bands_of(found, one.selections, other.selections),
            any(held.edition.sample for side in sides for held in side.held),
        )
    if not refusals:
        raise ValueError("give at least one language")
    raise max(refusals, key=lambda refusal: refusal[0])[1]
