"""The sides of a comparison: what a person names, as texts out of the store.

A side is a regime (`2013`), a phase of one (`R3b`), or provisions (`U040001484_@2005-07-08`). Of a
regime what is not held is named and left out; provisions that were named one by one must be there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.absence import held_in_part, holds_place, lacks
from api.questions.asked import Asked
from api.questions.regimes import sets_of
from api.questions.shelf import Shelf
from api.questions.texts import text_language
from corpus.correspondences import CuratedPair
from corpus.law import Edition, EditionLabel, Language, Precision
from corpus.provisions import ProvisionSet, named
from corpus.regimes import Phase, Regimes, UnknownRegime
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.errors import StoreError, UnknownEdition
from corpus.store.records import EditionSummary
from diffing.correspondence.relation import Correspondences
from diffing.correspondence.selection import Selection

PROVISIONS = re.compile(r"[A-Z][0-9A-Z]{3,}_?(?:[:@].*)?")
"""A state registry number, with keys and a label or without."""


class NothingHeld(StoreError):
    """Of a phase of a regime no text is held, or none is known at all."""

    def __init__(self, phase: Phase, reasons: Sequence[str]) -> None:
        self.key = phase.key
        doubts = phase.doubts[Language.EN] if phase.doubts else "No text of it is known."
        why = " ".join(reasons) or doubts
        super().__init__(f"Nothing of {phase.key} can be compared. {why}")


class NoSide(Exception):
    """What was named is neither a regime nor provisions; the message says what both look like."""


@dataclass(frozen=True)
class HeldSet:
    """A set of provisions that is held: in which edition, and which question that answers."""

    provisions: ProvisionSet
    edition: EditionSummary
    asked: Asked
    selection: Selection

    @property
    def read(self) -> ProvisionSet:
        """The provisions with the label of the edition they are read in."""
        return replace(self.provisions, when=self.edition.label)


@dataclass(frozen=True)
class MissingSet:
    """A set of provisions of a regime that is not held, and why."""

    provisions: ProvisionSet
    reason: str
    general: bool


@dataclass(frozen=True)
class Side:
    """One side of a comparison."""

    name: str
    phase: Phase | None
    held: tuple[HeldSet, ...]
    missing: tuple[MissingSet, ...] = ()

    @property
    def selections(self) -> tuple[Selection, ...]:
        """The texts to align."""
        return tuple(one.selection for one in self.held)


def side_named(
    session: Session,
    regimes: Regimes,
    texts: Sequence[str],
    language: Language | None,
    today: date | None = None,
) -> Side:
    """The side that one regime, one phase, or one or several sets of provisions name.

    Raises NoSide, NothingHeld, and for provisions what the store raises.
    """
    if len(texts) == 1 and not PROVISIONS.fullmatch(texts[0]):
        try:
            return phase_side(session, regimes.phase(texts[0]), language)
        except UnknownRegime as error:
            raise NoSide(
                f"{error} Provisions are written NGR, NGR:KEY,KEY or either with @LABEL, such as "
                "Z950002464_:ch_13-1@2023-01-01."
            ) from error
    return provisions_side(session, list(map(_parsed, texts)), language, today)


def _parsed(text: str) -> ProvisionSet:
    try:
        return ProvisionSet.parse(text)
    except ValueError as error:
        raise NoSide(str(error)) from error


def provisions_side(
    session: Session,
    sets: Sequence[ProvisionSet],
    language: Language | None,
    today: date | None = None,
) -> Side:
    """The side of sets of provisions; raises what the store raises of what is not held."""
    shelf = Shelf(session)
    held = []
    for one in sets:
        spoken = text_language(session, one.ngr, language)
        summary, asked = edition_of(session, one, spoken, today)
        held.append(_held(shelf, one, summary, asked, general=False))
    return Side(", ".join(map(str, sets)), None, tuple(held))


def phase_side(session: Session, phase: Phase, language: Language | None) -> Side:
    """The side of a phase of a regime, as of its day; raises NothingHeld."""
    shelf = Shelf(session)
    held: list[HeldSet] = []
    missing: list[MissingSet] = []
    for one, general in sets_of(phase):
        asked = Asked(on=phase.on)
        try:
            spoken = text_language(session, one.ngr, language)
            summary = reads.find_edition(session, one.ngr, spoken, on=phase.on)
        except StoreError as error:
            missing.append(MissingSet(one, str(error), general))
            continue
        present, lacking = _sorted_out(shelf.text(summary), one)
        missing += [MissingSet(keys, reason, general) for keys, reason in lacking]
        if present.keys or not one.keys:
            held.append(_held(shelf, present, summary, asked, general=general))
    if not any(not one.selection.general for one in held):
        raise NothingHeld(phase, [one.reason for one in missing if not one.general])
    return Side(phase.key, phase, tuple(held), tuple(missing))


def edition_of(
    session: Session, wanted: ProvisionSet, language: Language, today: date | None = None
) -> tuple[EditionSummary, Asked]:
    """The edition of that label; if there is none and it is a day, the one that answers for it.

    Without a label the newest held, one that has not come by `today` only for want of another.
    Raises what the store raises.
    """
    asked = Asked(label=wanted.when, today=today)
    try:
        found = reads.find_edition(session, wanted.ngr, language, label=wanted.when, today=today)
    except UnknownEdition:
        label = wanted.when or EditionLabel(Precision.UNDATED)
        if label.precision is not Precision.DAY:
            raise
        asked = Asked(on=label.first_day)
        return reads.find_edition(session, wanted.ngr, language, on=asked.on), asked
    return found, asked


def _held(
    shelf: Shelf, one: ProvisionSet, summary: EditionSummary, asked: Asked, *, general: bool
) -> HeldSet:
    edition = shelf.text(summary)
    for key, article in named(edition, one.keys):
        if article is None:
            raise lacks(edition, key)
    selection = Selection(edition, one.keys, general, later=shelf.newest(summary))
    return HeldSet(one, summary, asked, selection)


def _sorted_out(
    edition: Edition, wanted: ProvisionSet
) -> tuple[ProvisionSet, list[tuple[ProvisionSet, str]]]:
    """The provisions that an edition has; and those that it lacks, with the reason."""
    found = dict(named(edition, wanted.keys))
    present = tuple(key for key in wanted.keys if found.get(key))
    absent = (key for key in wanted.keys if key not in present)
    not_held = tuple(key for key in absent if not holds_place(edition, key))
    lacking = [
        (ProvisionSet(wanted.ngr, (key,)), str(lacks(edition, key)))
        for key in wanted.keys
        if key not in present and key not in not_held
    ]
    if not_held:
        lacking.append((ProvisionSet(wanted.ngr, not_held), held_in_part(edition)))
    return ProvisionSet(wanted.ngr, present), lacking


def compare_sides(
    left: Side, right: Side, curated: Sequence[CuratedPair], analyser: Analyser | None = None
) -> tuple[Correspondences, Language]:
    """The alignment of two sides and their language; raises DifferentLanguages."""
    # Scipy takes a second to import, and most commands never compare.
    from diffing.correspondence.correspond import correspond  # noqa: PLC0415

    lacking = (bool(left.missing), bool(right.missing))
    found = correspond(left.selections, right.selections, curated, analyser, lacking=lacking)
    return found, left.held[0].edition.language
