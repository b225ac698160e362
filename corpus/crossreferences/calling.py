"""Which act a text calls by a name: by its title to the word, or by its day and more.

A bare number or day is another act's too, and so is a title on a day before the act was adopted.
A name with another day, or another year, than that of an act's adoption is another act's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.citations.acts import ActRegister, CitableAct
from corpus.citations.references import ActReference, read_reference
from corpus.crossreferences.adoption import tells_day, without_verb, years_told


class Unresolved(StrEnum):
    """Why a reference leads nowhere."""

    NOT_TOLD = "not told"
    """The text does not say of which act, or calls it by a name that several acts may have."""
    ACT_UNKNOWN = "act unknown"
    ACT_NOT_HELD = "act not held"
    PROVISION_NOT_HELD = "provision not held"
    """No edition of the act that is held has it."""
    AMBIGUOUS = "ambiguous"
    """Several provisions of the act, or several acts, fit."""


@dataclass(frozen=True)
class Called:
    """What a name says: the act or why it is not known, and whether rules are meant."""

    act: CitableAct | Unresolved
    rules: bool = False
    constitution: bool = False
    """Whether it is called the Constitution and no more: in a Constitution, that one itself."""


@dataclass(frozen=True)
class ActsCalled:
    """The acts of a register by the names that texts have for them; asked once for each name."""

    register: ActRegister
    _known: dict[tuple[str, date | None], Called] = field(default_factory=dict)

    def act(self, ngr: str) -> CitableAct:
        """An act by its registry number, known or not."""
        return self.register.act(ngr) or CitableAct(ngr)

    def called(self, words: str, day: date | None) -> Called:
        """The act that words of a text name, as of the day of that text (None: not known)."""
        asked = (" ".join(words.split()), day)
        if asked not in self._known:
            self._known[asked] = _called(asked[0], self.register, day)
        return self._known[asked]


def _called(words: str, register: ActRegister, day: date | None) -> Called:
    reference = read_reference(without_verb(words))
    years = years_told(words)
    if tells_day(words) and not reference.days:
        return Called(Unresolved.ACT_UNKNOWN)  # a day in a spelling that is not read
    if reference.forms == ("constitution",):
        if years or reference.days:
            return Called(_constitution_adopted(register, reference, years))
        return Called(_constitution(register, day), constitution=True)
    if not (reference.numbers or reference.days or reference.words):
        return Called(Unresolved.NOT_TOLD)
    has_more = bool(reference.numbers or reference.days)
    by_title = () if reference.rules or has_more else register.called_exactly(reference.words)
    found = register.find(reference).acts if has_more else ()
    dated = [act for act in found if _is_surely(act, reference, register)]
    fitting = dict.fromkeys(
        act
        for act in (*dated, *by_title)
        if _has_form(act, reference)
        and _could_be_named(act, day)
        and (not years or _is_of_years(act, years))
    )
    if len(fitting) == 1:
        return Called(next(iter(fitting)), reference.rules)
    return Called(Unresolved.AMBIGUOUS if fitting else Unresolved.ACT_UNKNOWN)


def _is_surely(act: CitableAct, reference: ActReference, register: ActRegister) -> bool:
    """Whether a day, with a number or words of a title, tells the act; a number with its title."""
    if reference.days:
        is_day = act.adopted is not None and act.adopted in reference.days
        return is_day and (bool(reference.numbers) or register.is_like(act, reference.words))
    return bool(reference.numbers) and act in register.called_exactly(reference.words)


def _has_form(act: CitableAct, reference: ActReference) -> bool:
    return not reference.forms or act.form is None or act.form in reference.forms


def _could_be_named(act: CitableAct, day: date | None) -> bool:
    """A text of a day before an act was adopted means another one of that name."""
    return day is None or act.adopted is None or act.adopted <= day


def _is_of_years(act: CitableAct, years: frozenset[int]) -> bool:
    """Whether an act was adopted in a year that stands in the name."""
    return act.adopted is not None and act.adopted.year in years


def _constitution_adopted(
    register: ActRegister, reference: ActReference, years: frozenset[int]
) -> CitableAct | Unresolved:
    """The Constitution of the day, or the year, that its name tells."""
    days = reference.days
    found = [
        act
        for act in register.acts
        if act.form == "constitution"
        and (set(days) == {act.adopted} if days else _is_of_years(act, years))
    ]
    return found[0] if len(found) == 1 else Unresolved.ACT_UNKNOWN


def _constitution(register: ActRegister, day: date | None) -> CitableAct | Unresolved:
    """The Constitution of the day; without a day only where one alone is known."""
    known = [act for act in register.acts if act.form == "constitution"]
    if day is not None:
        known = [
            act
            for act in known
            if (act.adopted is None or act.adopted <= day)
            and (act.repealed_on is None or day < act.repealed_on)
        ]
        return known[0] if len(known) == 1 else Unresolved.NOT_TOLD
    only = len(known) == 1 and known[0].repealed_on is None
    return known[0] if only else Unresolved.NOT_TOLD
