"""Citations -> provisions: the act, the article's key, and the units inside the article.

Nothing is guessed: where several acts or articles fit, all are given as choices; where none fits,
the nearest. What is held is asked for through `Holdings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Protocol

from corpus.addresses import Unit
from corpus.citations.acts import ActRegister, CitableAct
from corpus.citations.provisions import (
    CitedProvision,
    outermost,
    preferred,
    provisions_named,
)
from corpus.citations.reading import ReadCitation
from corpus.keys import SEPARATOR, joined, key_order

_NEAREST = 3
_MOST_CHOICES = 50


class Holdings(Protocol):
    """What is held, as far as resolving must know."""

    def keys(self, ngr: str) -> Mapping[str, tuple[str, ...]]:
        """The articles of an act in any edition by key, with the divisions around each."""
        ...

    def holders(self, unit: str) -> Sequence[tuple[str, str]]:
        """Acts with an article whose key ends in a unit (`art_113-3`), and that article's key."""
        ...

    def may_have(self, unit: str) -> Sequence[str]:
        """Acts held only in part, which may have such an article in the part that is not held."""
        ...


class Missing(StrEnum):
    """What of a citation could not be found."""

    NOTHING = "nothing is cited"
    ACT = "act"
    TEXT = "text of the act"
    """The act is known, nothing of it is held."""
    ARTICLE = "article"
    PLACE = "place in the article"


@dataclass(frozen=True)
class Resolved:
    """One act, and the provisions of it that the citation names.

    `inferred`: it does not say which act, and of those held this one alone has such a provision;
    `may_also_be` are acts held in part that may have one too.
    """

    read: ReadCitation
    provisions: tuple[CitedProvision, ...]
    former_name: str | None = None
    inferred: bool = False
    may_also_be: tuple[CitableAct, ...] = ()

    @property
    def act(self) -> CitableAct:
        """The act."""
        return self.provisions[0].act


@dataclass(frozen=True)
class Ambiguous:
    """Several acts or articles fit; each is told as a provision."""

    read: ReadCitation
    choices: tuple[CitedProvision, ...]


@dataclass(frozen=True)
class Unknown:
    """Nothing fits. `act` is the act, where that much is known; `nearest` come nearest.

    `key` is that of the article that no edition held of the act has, or only its last part. `why`
    says what in the citation cannot be.
    """

    read: ReadCitation
    missing: Missing
    act: CitableAct | None = None
    nearest: tuple[CitedProvision, ...] = ()
    key: str = ""
    why: str | None = None


Resolution = Resolved | Ambiguous | Unknown


def resolve(read: ReadCitation, register: ActRegister, holdings: Holdings) -> Resolution:
    """What a citation means."""
    if read.is_empty:
        return Unknown(read, Missing.NOTHING)
    found = register.find(read.reference)
    if not found.acts:
        if _names_act(read):
            return _no_act(read, register, holdings)
        return _without_act(read, register, holdings)
    answers = [_in_act(read, act, found.keys, holdings) for act in found.acts]
    if len(answers) > 1:
        return _among(read, answers, found.acts)
    (only,) = answers
    return replace(only, former_name=found.former_name) if isinstance(only, Resolved) else only


def _no_act(read: ReadCitation, register: ActRegister, holdings: Holdings) -> Unknown:
    """An act is named that there is not: the nearest ones, and those that have such an article.

    Of these only acts of the form that is named, and where there is none, such acts at all: who
    mistakes a number seldom takes a decree for a law.
    """
    reference, unit = read.reference, _level_key(read)
    near = [CitedProvision(act, "") for act in register.nearest(reference)]
    for ngr, key in holdings.holders(unit) if unit else ():
        act = register.act(ngr) or CitableAct(ngr)
        if not reference.forms or act.form in (None, *reference.forms):
            near.append(CitedProvision(act, key))
    near += [CitedProvision(act, "") for act in ([] if near else register.of_form(reference))]
    by_act: dict[str, CitedProvision] = {}
    for one in near:
        by_act.setdefault(one.act.ngr, one)
    why = None
    if reference.no_days:
        why = f"There is no such day: {', '.join(reference.no_days)}."
    return Unknown(read, Missing.ACT, nearest=tuple(by_act.values())[:_NEAREST], why=why)


def _names_act(read: ReadCitation) -> bool:
    """Whether words that fit no act were surely meant to name one.

    «статья 5 Закона» does not say of which law.
    """
    reference = read.reference
    if any((reference.ngr, reference.reference_bank_id, reference.numbers, reference.days)):
        return True
    is_named = bool(reference.words) and (bool(reference.forms) or reference.rules)
    return is_named or not (read.units or read.key)


def _among(
    read: ReadCitation, answers: Sequence[Resolution], acts: Sequence[CitableAct]
) -> Resolution:
    """Of several acts that fit: the one that alone can be meant, else a choice."""
    resolved = [one for one in answers if isinstance(one, Resolved)]
    open_ = [act for act in acts if not act.held]
    if len(resolved) == 1 and not open_ and read.units:
        return resolved[0]
    choices = [one.provisions[0] for one in resolved]
    for one in answers:
        choices += one.choices if isinstance(one, Ambiguous) else ()
    choices += [CitedProvision(act, "") for act in open_]
    if not choices:
        return answers[0]
    return Ambiguous(read, tuple(choices[:_MOST_CHOICES]))


def _without_act(read: ReadCitation, register: ActRegister, holdings: Holdings) -> Resolution:
    """A provision without an act: clear only where one act alone has it."""
    unit = _level_key(read)
    if unit is None:
        return Unknown(read, Missing.ACT if read.units else Missing.NOTHING)
    choices = []
    for ngr in dict.fromkeys(ngr for ngr, _ in holdings.holders(unit)):
        act = register.act(ngr) or CitableAct(ngr)
        answer = _in_act(read, act, (), holdings)
        if isinstance(answer, Resolved):
            choices.append(answer)
        elif isinstance(answer, Ambiguous):
            choices += [Resolved(read, (one,)) for one in answer.choices]
    if not choices:
        return Unknown(read, Missing.ARTICLE)
    if len(choices) == 1:
        others = tuple(register.act(ngr) or CitableAct(ngr) for ngr in holdings.may_have(unit))
        return replace(choices[0], inferred=True, may_also_be=others)
    provisions = [one for choice in choices for one in choice.provisions]
    return Ambiguous(read, tuple(provisions[:_MOST_CHOICES]))


def _level_key(read: ReadCitation) -> str | None:
    """The last part of the article's key that a citation names."""
    if read.key:
        own = [part for part in read.key.split(SEPARATOR) if part.startswith(("art_", "app_"))]
        return own[-1] if own else read.key.split(SEPARATOR)[0]
    if not read.units:
        return None
    units = read.units[0]
    level = outermost(units)
    return None if level is None else units[level].key


def _in_act(
    read: ReadCitation, act: CitableAct, part: Sequence[str], holdings: Holdings
) -> Resolution:
    """The provisions of one act that a citation names; `part` is the part that its name means."""
    if not act.held:
        return Unknown(read, Missing.TEXT, act)
    if read.key is None and not read.units:
        whole = CitedProvision(act, part[0] if part else "", is_division=bool(part))
        return Resolved(read, (whole,))
    keys = holdings.keys(act.ngr)
    if read.key is not None:
        return _by_key(read, act, read.key, keys)
    provisions: list[CitedProvision] = []
    for units in read.units:
        fitting = provisions_named(act, units, keys)
        if len(fitting) > 1:
            fitting = preferred(fitting, units, part, read.reference)
        if len(fitting) > 1:
            return Ambiguous(read, tuple(fitting[:_MOST_CHOICES]))
        if not fitting:
            near = _nearest(act, units, keys)
            near += tuple(_elsewhere(act, read, holdings))
            return Unknown(read, Missing.ARTICLE, act, near, units[outermost(units) or 0].key)
        provisions += fitting
    return Resolved(read, tuple(provisions))


def _by_key(
    read: ReadCitation, act: CitableAct, key: str, keys: Mapping[str, tuple[str, ...]]
) -> Resolution:
    parts = key.split(SEPARATOR)
    for size in range(len(parts), 0, -1):
        own = joined(*parts[:size])
        if own in keys:
            return Resolved(read, (CitedProvision(act, own, path=joined(*parts[size:])),))
    if any(key in divisions for divisions in keys.values()):
        return Resolved(read, (CitedProvision(act, key, is_division=True),))
    near = sorted(get_close_matches(key, keys, n=_NEAREST), key=key_order)
    nearest = tuple(CitedProvision(act, one) for one in near)
    return Unknown(read, Missing.ARTICLE, act, nearest, _article_of(parts))


def _article_of(parts: Sequence[str]) -> str:
    """The key without what stands inside an article, where a part of it is an article's."""
    articles = [at for at, part in enumerate(parts) if part.startswith("art_")]
    return joined(*parts[: articles[-1] + 1]) if articles else joined(*parts)


def _elsewhere(act: CitableAct, read: ReadCitation, holdings: Holdings) -> Iterator[CitedProvision]:
    """The same article in other acts: the wrong act may have been named."""
    unit = _level_key(read)
    found = holdings.holders(unit) if unit else ()
    for ngr, key in found[:_NEAREST]:
        if ngr != act.ngr:
            yield CitedProvision(CitableAct(ngr), key)


def _nearest(
    act: CitableAct, units: Sequence[Unit], keys: Mapping[str, tuple[str, ...]]
) -> tuple[CitedProvision, ...]:
    wanted = units[outermost(units) or 0].key
    tails = {key.split(SEPARATOR)[-1]: key for key in keys}
    near = get_close_matches(wanted, tails, n=_NEAREST)
    return tuple(
        CitedProvision(act, key) for key in sorted((tails[one] for one in near), key=key_order)
    )
