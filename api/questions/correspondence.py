"""Two phases of regimes as a picture shows them: bands between provisions, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.questions.sides import MissingSet, Side, compare_sides, phase_side
from corpus.correspondences import CuratedPair
from corpus.law import Language
from corpus.phases import Phase
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


def corresponding(
    session: Session,
    left: Phase,
    right: Phase,
    languages: Sequence[Language],
    curated: Sequence[CuratedPair],
    analyser: Analyser | None = None,
) -> Corresponding:
    """The correspondence in the first of the languages in which texts of both phases are held.

    Raises NothingHeld, of the first language, where there is none.
    """
    refused: StoreError | None = None
    for language in languages:
        try:
            sides = phase_side(session, left, language), phase_side(session, right, language)
        except StoreError as error:
            refused = refused or error
            continue
        found, _ = compare_sides(*sides, curated, analyser)
        return Corresponding(
            language,
            PhaseCompared.of(sides[0], left),
            PhaseCompared.of(sides[1], right),
            bands_of(found, sides[0].selections, sides[1].selections),
            any(one.edition.sample for side in sides for one in side.held),
        )
    if refused is None:
        raise ValueError("give at least one language")
    raise refused
