"""What a person wants compared: two sides as written, and the comparison that answers.

Two editions of one act are compared by keys, as `/v1/acts/{ngr}/diff` does; everything else rule by
rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sqlalchemy.orm import Session

from api.questions.compared.editions import compared_editions
from api.questions.compared.item import Comparing, SetShown
from api.questions.compared.rules import compared_rules
from api.questions.sides import PROVISIONS, NoSide, Side, edition_of, side_named
from api.questions.texts import text_language
from corpus.bundled import own_regimes
from corpus.law import Language
from corpus.phases import PhaseWithoutText, UnknownRegime
from corpus.provisions import ProvisionSet
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.errors import StoreError

Which = Literal["left", "right"]


class SideRefused(Exception):
    """One side cannot be had; `error` says why."""

    def __init__(self, which: Which, error: Exception) -> None:
        self.which, self.error = which, error
        super().__init__(str(error))


class SameSides(Exception):
    """The same was named on both sides."""


@dataclass(frozen=True)
class Sides:
    """Two sides as they were written, and the language asked for, if any.

    `today` is for a side that names an act without an edition: the newest that has come is meant.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    language: Language | None = None
    today: date | None = None

    def asked_on(self, today: date) -> Sides:
        """The same as of a day, if the day makes a difference: if a side names no edition."""
        acts = [one for one in (*self.left, *self.right) if PROVISIONS.fullmatch(one)]
        return replace(self, today=today) if any("@" not in one for one in acts) else self

    @property
    def one_act(self) -> tuple[ProvisionSet, ProvisionSet] | None:
        """Both sides where they are articles or chapters of one act, the same on both."""
        try:
            one, other = _only(self.left), _only(self.right)
        except ValueError:
            return None
        if one is None or other is None or one.ngr != other.ngr:
            return None
        if sorted(one.keys) != sorted(other.keys):
            return None
        return one, other


def languages_to_try(session: Session, sides: Sides, preferred: Language) -> Sequence[Language]:
    """The language asked for; else the preferred one and others, if every act is held in them."""
    if sides.language is not None:
        return (sides.language,)
    held = {act.ngr: act.languages for act in reads.acts(session)}
    named = [one.ngr for text in (*sides.left, *sides.right) for one in _sets(text)]
    order = dict.fromkeys((preferred, Language.RU, *Language))
    in_all = [
        language for language in order if all(language in held[ngr] for ngr in named if ngr in held)
    ]
    return in_all or (Language.RU,)


def compared(session: Session, sides: Sides, analyser: Analyser) -> Comparing:
    """The comparison of two sides in their language, Russian where they name none.

    Raises SameSides, SideRefused, NotComparable.
    """
    if sides.left == sides.right:
        raise SameSides
    return _compared(session, sides, sides.language or Language.RU, analyser)


def _compared(session: Session, sides: Sides, language: Language, analyser: Analyser) -> Comparing:
    by_keys = _by_editions(session, sides, language)
    if by_keys is not None:
        return by_keys
    left = _side(session, "left", sides.left, language, sides.today)
    right = _side(session, "right", sides.right, language, sides.today)
    if left.phase is not None and left.phase == right.phase:  # a regime and what represents it
        raise SameSides
    return compared_rules(left, right, analyser)


def by_editions(session: Session, sides: Sides) -> Comparing | None:
    """The comparison of two editions of one act, or of the same provisions in both, by keys.

    None where the two sides are compared rule by rule: those of other acts or regimes, points
    inside articles, and what an edition has not. Pages, tables, JSON, the command line and
    assistants all ask this. In the language asked for, else Russian or what the act is held in.
    Raises what the store raises, NotComparable.
    """
    if sides.one_act is None:
        return None
    one, other = sides.one_act
    language = text_language(session, one.ngr, sides.language, labels=(one.when, other.when))
    try:
        return _by_editions(session, sides, language)
    except SideRefused as refused:
        raise refused.error from None


def _by_editions(session: Session, sides: Sides, language: Language) -> Comparing | None:
    if sides.one_act is None:
        return None
    one, other = sides.one_act
    older = _edition(session, "left", one, language, sides.today)
    newer = _edition(session, "right", other, language, sides.today)
    found = compared_editions(session, older, newer, frozenset(one.keys))
    every = all(any(item.concerns(frozenset({key})) for item in found.items) for key in one.keys)
    return found if every else None


def _side(
    session: Session, which: Which, texts: Sequence[str], language: Language, today: date | None
) -> Side:
    try:
        return side_named(session, own_regimes(), texts, language, today)
    except (StoreError, NoSide, UnknownRegime, PhaseWithoutText) as error:
        raise SideRefused(which, error) from error


def _edition(
    session: Session, which: Which, wanted: ProvisionSet, language: Language, today: date | None
) -> SetShown:
    try:
        reads.act(session, wanted.ngr)
        edition, asked = edition_of(session, wanted, language, today)
    except StoreError as error:
        raise SideRefused(which, error) from error
    return SetShown(replace(wanted, when=edition.label), edition, asked)


def _only(texts: Sequence[str]) -> ProvisionSet | None:
    """The one set of provisions that a side names, if it names one; raises ValueError."""
    if len(texts) != 1 or not PROVISIONS.fullmatch(texts[0]):
        return None
    return ProvisionSet.parse(texts[0])


def _sets(text: str) -> Sequence[ProvisionSet]:
    """The provisions that a text names; none where it names nothing that is known."""
    try:
        if PROVISIONS.fullmatch(text):
            return (ProvisionSet.parse(text),)
        return own_regimes().phase(text).provisions
    except (ValueError, UnknownRegime):
        return ()
