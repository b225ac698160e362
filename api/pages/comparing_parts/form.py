"""The form in which two sides are chosen, and what may be compared at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sqlalchemy.orm import Session

from api.pages.comparing_parts.state import State
from api.pages.comparing_parts.told import numbers_of
from api.questions.sides import PROVISIONS
from api.rendering.page import Reader
from corpus.bundled import own_regimes
from corpus.law import EditionLabel, Language, Precision
from corpus.phases import Phase, Regime
from corpus.provisions import ProvisionSet
from corpus.store import reads
from corpus.store.records import ActSummary


@dataclass(frozen=True)
class Choice:
    """A side that can be chosen: how it is written, and what it is called."""

    value: str
    name: str


@dataclass(frozen=True)
class Group:
    """An act with its editions, or the regimes."""

    name: str
    language: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Offer:
    """Two sides that are often compared, and the address that does it."""

    name: str
    note: str
    address: str


@dataclass(frozen=True)
class Filled:
    """A side of the form as it is filled in; `other` is what none of the choices is."""

    value: str
    article: str
    other: str
    on: date | None = None
    """The day whose text is wanted, where no edition has it for a label."""


@dataclass(frozen=True)
class Form:
    """What the form offers and what stands in it."""

    groups: tuple[Group, ...]
    left: Filled
    right: Filled
    regimes: tuple[Offer, ...]
    acts: tuple[Offer, ...]


def form_of(session: Session, reader: Reader, state: State, acts: Sequence[ActSummary]) -> Form:
    """The form for a state, whatever is wrong with it."""
    groups = (_regimes(reader), *(_act(session, reader, act) for act in acts if act.editions))
    values = {choice.value for group in groups for choice in group.choices}
    return Form(
        groups,
        _filled(state.left, values),
        _filled(state.right, values),
        tuple(_offered_regimes(reader)),
        tuple(_newest_two(session, reader, acts)),
    )


def phase_name(phase: Phase, language: Language) -> str:
    """A phase by its title."""
    return f"{phase.key}. {phase.titles[language]}"


def _regimes(reader: Reader) -> Group:
    regimes = own_regimes().regimes
    whole = [Choice(one.key, f"{one.key}: {one.titles[reader.language]}") for one in regimes]
    phases = [
        Choice(one.key, phase_name(one, reader.language))
        for regime in regimes
        for one in regime.phases
        if one.on is not None
    ]
    name = reader.interface("compare.regimes")
    return Group(name, str(reader.language), (*whole, *phases))


def _act(session: Session, reader: Reader, act: ActSummary) -> Group:
    languages: dict[EditionLabel, list[Language]] = {}
    for edition in reversed(reads.editions(session, act.ngr)):
        languages.setdefault(edition.label, []).append(edition.language)
    title, language = reader.act_title(act)
    order = sorted(
        languages, key=lambda label: (label.first_day is not None, str(label)), reverse=True
    )
    words = reader.interface
    number = numbers_of([act])[act.ngr]
    choices = [
        Choice(
            str(ProvisionSet(act.ngr, (), label)),
            words(
                "compare.edition_of",
                number=number,
                label=words.label(label),
                languages=", ".join(words(f"language.{one}") for one in sorted(languages[label])),
            ),
        )
        for label in order
    ]
    newest = Choice(act.ngr, words("compare.newest_edition", number=number))
    return Group(title, language, (newest, *choices))


def _filled(texts: Sequence[str], values: set[str]) -> Filled:
    if len(texts) != 1:
        return Filled("", "", ", ".join(texts))
    (text,) = texts
    if text in values:
        return Filled(text, "", "")
    if PROVISIONS.fullmatch(text):
        try:
            one = ProvisionSet.parse(text)
        except ValueError:
            return Filled("", "", text)
        bare = str(ProvisionSet(one.ngr, (), one.when))
        keys = ", ".join(one.keys)
        if bare in values:
            return Filled(bare, keys, "")
        newest = one.ngr if one.ngr in values else ""
        is_day = one.when is not None and one.when.precision is Precision.DAY
        return Filled(newest, keys, text, one.when.first_day if one.when and is_day else None)
    return Filled("", "", text)


def _offered_regimes(reader: Reader) -> Iterator[Offer]:
    for one, other in combinations(own_regimes().regimes, 2):
        yield Offer(
            f"{one.key} ↔ {other.key}",
            _about(one, other, reader.language),
            reader.links("regimes", one.key, "compare", other.key),
        )


def _about(one: Regime, other: Regime, language: Language) -> str:
    return f"{one.titles[language]} ↔ {other.titles[language]}"


def _newest_two(session: Session, reader: Reader, acts: Sequence[ActSummary]) -> Iterator[Offer]:
    """Of each act its two newest dated editions, in the reader's language or the first held."""
    for act in acts:
        for language in dict.fromkeys((reader.language, Language.RU, *act.languages)):
            if act.languages.get(language, 0) < 2:  # noqa: PLR2004 - two sides
                continue
            dated = [
                one for one in reads.editions(session, act.ngr, language) if one.label.first_day
            ]
            if len(dated) > 1:
                older, newer = dated[-2:]
                sides = ((str(ProvisionSet(act.ngr, (), one.label)),) for one in (older, newer))
                left, right = sides
                labels = (reader.interface.label(one.label) for one in (older, newer))
                yield Offer(
                    " ↔ ".join(labels),
                    reader.act_title(act)[0],
                    State(left, right, language).address(reader.links),
                )
                break
