"""What is said of the two sides above a comparison: which texts, which days, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.compared.item import Comparing, SetShown, SideShown
from api.questions.compared.uncompared import Uncompared, between, uncompared
from api.questions.sides import MissingSet
from api.rendering.page import Reader
from corpus.citations.formal import place_alone
from corpus.law import EditionLabel, HoldingKind, Language
from corpus.provisions import ProvisionSet
from corpus.store import reads
from corpus.store.completeness import completeness
from corpus.store.records import ActSummary, EditionSummary

_MOST_NAMED = 12


@dataclass(frozen=True)
class TextTold:
    """A text that takes part: the act, its provisions, the edition with its days."""

    act: str
    act_language: str
    provisions: str
    label: str
    address: str
    edition: EditionSummary
    on: date | None
    """The day that was asked for, where the edition was found by a day."""
    in_part: str | None
    general: bool


@dataclass(frozen=True)
class SideTold:
    """A side in words. `short` stands in the bar that stays.

    `alone` are the places that only it holds, `cut` those inside which its copy may break off.
    """

    short: str
    title: str
    title_language: str
    texts: tuple[TextTold, ...]
    missing: tuple[str, ...]
    alone: tuple[str, ...]
    cut: tuple[str, ...]
    without_wording: int
    doubts: str | None


@dataclass(frozen=True)
class Told:
    """Both sides, and what is known of the way between them."""

    left: SideTold
    right: SideTold
    one_edition: bool
    """Both sides are answered by one edition."""
    backwards: bool
    """The older edition stands on the right."""
    between: tuple[str, ...]
    """The editions known to lie between the two and not held."""
    labels: tuple[tuple[str, str], ...]
    """The editions of the act that can be put in either side's place: as written, and named."""
    languages: tuple[Language, ...]
    """In which the texts can be compared."""


def told(
    session: Session, comparing: Comparing, acts: Sequence[ActSummary], reader: Reader
) -> Told:
    """What is said of both sides."""
    by_ngr = {one.ngr: one for one in acts}
    sides = (comparing.left, comparing.right)
    first_side, second_side = (([one.edition for one in side.held], side.alone) for side in sides)
    left, right = (
        _side(one, comparing, by_ngr, reader, not_compared)
        for one, not_compared in zip(
            sides, uncompared(session, first_side, second_side), strict=True
        )
    )
    languages = tuple(one for one in Language if _are_held_in(one, session, comparing, by_ngr))
    if not comparing.by_editions:
        return Told(left, right, False, False, (), (), languages)
    older, newer = comparing.left.held[0], comparing.right.held[0]
    held, missing = _known(session, older.provisions.ngr, comparing.language)
    first, last = older.edition.label, newer.edition.label
    return Told(
        left,
        right,
        older.edition.id == newer.edition.id,
        last.surely_before(first),
        tuple(map(reader.interface.label, between(missing, first, last))),
        tuple(
            (
                str(ProvisionSet(older.provisions.ngr, older.provisions.keys, one)),
                reader.interface.label(one),
            )
            for one in reversed(held)
        ),
        languages,
    )


def _are_held_in(
    language: Language, session: Session, comparing: Comparing, acts: dict[str, ActSummary]
) -> bool:
    """Whether the same can be compared in a language: an edition that was named is held in it."""
    for one in (*comparing.left.held, *comparing.right.held):
        act = acts.get(one.provisions.ngr)
        if act is None or language not in act.languages:
            return False
        if one.asked.label is not None and language is not comparing.language:
            held = reads.editions(session, act.ngr, language)
            if one.edition.label not in {edition.label for edition in held}:
                return False
    return True


def numbers_of(acts: Sequence[ActSummary]) -> dict[str, str]:
    """What an act is called where there is little room: its number, else its registry number."""
    return {one.ngr: f"№\u00a0{one.number}" if one.number else one.ngr for one in acts}


def _known(
    session: Session, ngr: str, language: Language
) -> tuple[tuple[EditionLabel, ...], tuple[EditionLabel, ...]]:
    """The labels held, and those known and not held, in a language."""
    for one in completeness(session, ngr):
        if one.language is language:
            return one.held, tuple(each.label for each in one.missing)
    return (), ()


def _side(
    side: SideShown,
    comparing: Comparing,
    acts: dict[str, ActSummary],
    reader: Reader,
    not_compared: Uncompared,
) -> SideTold:
    texts = tuple(_text(one, acts, comparing, reader) for one in side.held)
    phase = side.phase
    if phase is not None:
        short, title, language = (
            f"{phase.regime} ({phase.key})",
            phase.titles[reader.language],
            str(reader.language),
        )
    else:
        first = texts[0]
        short = first.label if comparing.by_editions else f"{_number(acts, side)}, {first.label}"
        title, language = first.act, first.act_language
    return SideTold(
        short,
        title,
        language,
        texts,
        tuple(_missing(one, acts, reader) for one in side.missing),
        tuple(place_alone(key, reader.language) for key in not_compared.alone),
        tuple(place_alone(key, reader.language) for key in not_compared.cut),
        len(side.without_wording),
        phase.doubts[reader.language] if phase and phase.doubts else None,
    )


def _number(acts: dict[str, ActSummary], side: SideShown) -> str:
    ngr = side.held[0].provisions.ngr
    return numbers_of([acts[ngr]])[ngr] if ngr in acts else ngr


def _text(
    one: SetShown, acts: dict[str, ActSummary], comparing: Comparing, reader: Reader
) -> TextTold:
    act = acts.get(one.provisions.ngr)
    title, language = reader.act_title(act) if act else (one.provisions.ngr, "zxx")
    kind = one.edition.holding.kind
    return TextTold(
        title,
        language,
        _in_words(one.provisions.keys, reader),
        reader.interface.label(one.edition.label),
        reader.links(
            "acts", one.provisions.ngr, lang=comparing.language, edition=one.edition.label
        ),
        one.edition,
        one.asked.on,
        None if kind is HoldingKind.WHOLE else _part_held(one, reader),
        one.general,
    )


def _part_held(one: SetShown, reader: Reader) -> str:
    keys = one.edition.holding.keys
    if not keys:
        return reader.interface("edition.holding_beginning")
    return _in_words(keys, reader)


def _missing(one: MissingSet, acts: dict[str, ActSummary], reader: Reader) -> str:
    act = acts.get(one.provisions.ngr)
    title = reader.act_title(act)[0] if act else one.provisions.ngr
    keys = _in_words(one.provisions.keys, reader)
    return f"{title}: {keys}" if keys else title


def _in_words(keys: Iterable[str], reader: Reader) -> str:
    named = [place_alone(key, reader.language) for key in keys]
    more = len(named) - _MOST_NAMED
    shown = ", ".join(named[:_MOST_NAMED])
    return f"{shown} {reader.interface('compare.and_more', count=more)}" if more > 0 else shown
