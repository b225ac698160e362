"""The question where the two languages of an act disagree, for the routes and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.texts import find_edition
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.errors import StoreError
from corpus.store.known import KnownEditions, known_editions, label_order
from corpus.store.listing import WATCH_LIST
from corpus.store.records import EditionSummary
from diffing.languages.amendments import OneSidedAmendment, Pair, one_sided_amendments
from diffing.languages.bilingual import Bilingual, compare_languages
from diffing.languages.disagreements import DisagreementKind

_LANGUAGES = (Language.RU, Language.KK)
_NOTHING = Bilingual((), (), 0, (), footnotes_compared=True)


class Presence(StrEnum):
    """What is known of an edition in one language."""

    HELD = "held"
    LISTED = "listed"
    """A registry names it, or served it and was not believed; it is not held."""
    NOT_LISTED = "not listed"
    """A registry that names the editions of both languages names it in the other only."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class KnownInOne:
    """An edition that is known in one language only."""

    label: EditionLabel
    russian: Presence
    kazakh: Presence


@dataclass(frozen=True)
class LanguagesCompared:
    """The two languages of an edition side by side."""

    ngr: str
    asked: Asked
    sides: Mapping[Language, EditionSummary | str]
    """The edition of each language, or why it has none to compare."""
    found: Bilingual
    amendments: tuple[OneSidedAmendment, ...]
    """Made in one language only, up to the edition asked for."""
    known_in_one: tuple[KnownInOne, ...]

    def totals(self) -> dict[DisagreementKind, int]:
        """How many disagreements there are of each kind, every kind named."""
        counts = Counter(one.kind for one in self.found.disagreements)
        return {kind: counts[kind] for kind in DisagreementKind}


def languages(session: Session, ngr: str, asked: Asked) -> LanguagesCompared:
    """Where the Russian and the Kazakh text of an edition disagree.

    By a label, as of a day, or of the newest edition held in both languages. Where one language has
    no such edition the answer says so. Raises UnknownAct; LanguageNotHeld for an act in one
    language; and what `find_edition` raises where neither language has the edition.
    """
    held = {language: reads.editions(session, ngr, language) for language in _LANGUAGES}
    known = known_editions(session, ngr)
    common = _in_both(held[Language.RU], held[Language.KK])
    sides = _sides(session, ngr, asked, common)
    texts = [side for side in sides.values() if isinstance(side, EditionSummary)]
    found = _NOTHING
    if len(texts) == len(_LANGUAGES):
        russian, kazakh = (reads.edition(session, text.id) for text in texts)
        found = compare_languages(russian, kazakh)
    until = max((label_order(text.label) for text in texts), default=None)
    steps = [pair for pair in common if until is None or label_order(pair[0].label) <= until]
    return LanguagesCompared(
        ngr=ngr,
        asked=asked,
        sides={language: _edition_or_why(side) for language, side in sides.items()},
        found=found,
        amendments=tuple(_amendments(session, steps)),
        known_in_one=tuple(_known_in_one(known)),
    )


Both = tuple[EditionSummary, EditionSummary]


def _in_both(russian: Sequence[EditionSummary], kazakh: Sequence[EditionSummary]) -> list[Both]:
    """The editions held in both languages, Russian first, oldest first."""
    others = {edition.label: edition for edition in kazakh}
    return [(one, others[one.label]) for one in russian if one.label in others]


def _sides(
    session: Session, ngr: str, asked: Asked, common: Sequence[Both]
) -> dict[Language, EditionSummary | StoreError | None]:
    """The edition of each language that the question means, or why there is none."""
    if asked.question == "newest":
        dated = [pair for pair in common if pair[0].label.first_day is not None]
        newest = (dated or list(common))[-1:]
        return dict(zip(_LANGUAGES, newest[0] if newest else (None, None), strict=True))
    sides: dict[Language, EditionSummary | StoreError | None] = {}
    for language in _LANGUAGES:
        try:
            sides[language] = find_edition(session, ngr, language, asked)
        except StoreError as error:
            sides[language] = error
    errors = [side for side in sides.values() if isinstance(side, StoreError)]
    if len(errors) == len(_LANGUAGES):
        raise errors[0]
    return sides


def _edition_or_why(side: EditionSummary | StoreError | None) -> EditionSummary | str:
    if isinstance(side, EditionSummary):
        return side
    return str(side) if side else "No edition is held in both languages: crawl or import one."


def _amendments(session: Session, editions: Sequence[Both]) -> list[OneSidedAmendment]:
    """All amendments made in one language only, from edition to edition.

    An undated edition has no neighbours, and two whose labels may mean the same day no order.
    """
    found: list[OneSidedAmendment] = []
    readers = [reads.EditionReader(session) for _ in _LANGUAGES]
    before: Pair | None = None
    for both in editions:
        if both[0].label.first_day is None:
            continue
        pair = Pair(*(reader.edition(one.id) for reader, one in zip(readers, both, strict=True)))
        if before is not None and before.russian.label.surely_before(pair.russian.label):
            found += one_sided_amendments(before, pair)
        before = pair
    return found


def _known_in_one(known: KnownEditions) -> list[KnownInOne]:
    """The editions of which only one language is known."""
    labels = {one.label for one in known.held if one.language in _LANGUAGES}
    labels |= {one.label for one in known.listed if one.origin != WATCH_LIST}
    found = []
    for label in sorted(labels, key=label_order):
        russian, kazakh = (_presence(known, language, label) for language in _LANGUAGES)
        exists = [one in {Presence.HELD, Presence.LISTED} for one in (russian, kazakh)]
        if exists[0] != exists[1]:
            found.append(KnownInOne(label, russian, kazakh))
    return found


def _presence(known: KnownEditions, language: Language, label: EditionLabel) -> Presence:
    """What is known of an edition in one language.

    A registry's list tells what does not exist only if it was seen since that day, and if the same
    registry names the edition in another language or no registry does.
    """
    if any(one.language is language and one.label == label for one in known.held):
        return Presence.HELD
    lists = [one for one in known.listed if one.origin != WATCH_LIST]
    named = {one.origin for one in lists if one.language is not language and one.label == label}
    if any(one.language is language and one.label == label for one in lists):
        return Presence.LISTED
    if (language, label) in known.quarantined:
        return Presence.LISTED
    vouching = {
        one.origin
        for one in lists
        if one.language is language
        and label.last_day is not None
        and one.last_seen >= label.last_day
    }
    vouched = vouching & named if named else vouching
    return Presence.NOT_LISTED if vouched else Presence.UNKNOWN
