"""Which act a citation means: by registry number, number and date, title or short name.

What is told must fit; what is left out does not matter. Where several acts fit, all are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from corpus.amendments import without_convocation
from corpus.citations.forms import without_forms
from corpus.citations.references import IDLE, ActReference
from corpus.law import Language
from corpus.search.words.analysis import Analyser

_ENOUGH_ALIKE = 0.6
_NEAREST = 3


@dataclass(frozen=True)
class ActName:
    """A name of an act. `keys` are those of the part of it that the name means: the rules."""

    text: str
    language: Language | None = None
    keys: tuple[str, ...] = ()
    former: bool = False


@dataclass(frozen=True)
class CitableAct:
    """What is known of an act by which it may be cited. `held`: some text of it is held."""

    ngr: str
    form: str | None = None
    number: str | None = None
    adopted: date | None = None
    reference_bank_id: int | None = None
    names: tuple[ActName, ...] = ()
    held: bool = True
    repealed_on: date | None = None

    def title(self, language: Language | None = None) -> str:
        """Its title in a language, else in any, else its registry number."""
        current = [name for name in self.names if not name.former and not name.keys]
        own = [name for name in current if name.language is language]
        return next((name.text for name in (*own, *current)), self.ngr)


@dataclass(frozen=True)
class FoundActs:
    """The acts that fit, the likeliest first, and the part of the first that a name means."""

    acts: tuple[CitableAct, ...]
    keys: tuple[str, ...] = ()
    former_name: str | None = None
    """Where the act is known only under a newer name now: the one that was used."""


@dataclass(frozen=True)
class _Likeness:
    """How like some words are to a name: stems in common, and their share of all stems of both."""

    act: CitableAct
    name: ActName
    common: int
    share: float
    is_enough: bool


@dataclass(frozen=True)
class ActRegister:
    """All acts that a citation may mean."""

    acts: tuple[CitableAct, ...]
    analyser: Analyser = field(default_factory=Analyser, compare=False, repr=False)

    def act(self, ngr: str) -> CitableAct | None:
        """An act by its registry number, its closing underscore or not."""
        return self._by_number.get(ngr.rstrip("_").upper())

    @cached_property
    def _by_number(self) -> Mapping[str, CitableAct]:
        return {act.ngr.rstrip("_"): act for act in reversed(self.acts)}

    def find(self, reference: ActReference) -> FoundActs:
        """The acts that fit a reference; none where nothing is said or nothing fits."""
        if reference.ngr or reference.reference_bank_id:
            return FoundActs(tuple(self._by_address(reference)))
        if not reference.numbers and not reference.days:
            return self._of_form(self._by_name(reference.words), reference)
        fitting = [
            act
            for act in self.acts
            if (not reference.numbers or any(_has_number(act, one) for one in reference.numbers))
            and (not reference.days or act.adopted in [one for one in reference.days if one])
        ]
        found = self._of_form(FoundActs(tuple(fitting)), reference)
        if len(found.acts) > 1 and reference.words:
            named = self._by_name(reference.words)
            both = tuple(act for act in named.acts if act in found.acts)
            found = FoundActs(both, named.keys, named.former_name) if both else found
        if reference.rules and len(found.acts) == 1:
            keys = next((name.keys for name in found.acts[0].names if name.keys), ())
            found = FoundActs(found.acts, keys, found.former_name)
        return found

    def called_exactly(self, words: str) -> tuple[CitableAct, ...]:
        """The acts that have a title of just these words, in any form of theirs."""
        asked = self._stems(words)
        return tuple(dict.fromkeys(self._by_stems.get(asked, ()))) if asked else ()

    def is_like(self, act: CitableAct, words: str) -> bool:
        """Whether an act has a title so like these words that another fact can settle it."""
        return any(one.act == act and one.is_enough for one in self._likeness(words))

    @cached_property
    def _by_stems(self) -> Mapping[frozenset[str], Sequence[CitableAct]]:
        """The acts by the stems of each title; a part's name (rules) is no title of the act."""
        found: dict[frozenset[str], list[CitableAct]] = {}
        for act, name, stems in self._names:
            if not name.keys:
                found.setdefault(stems, []).append(act)
        return found

    def nearest(self, reference: ActReference) -> tuple[CitableAct, ...]:
        """The acts that come nearest to a reference that none fits: by number, day or words.

        Those of the form that is named go first.
        """
        wanted: list[str] = []
        if reference.ngr:
            wanted = get_close_matches(reference.ngr, [act.ngr for act in self.acts], n=_NEAREST)
            return tuple(act for ngr in wanted for act in self.acts if act.ngr == ngr)
        numbers: dict[str, list[CitableAct]] = {}
        for act in self.acts:
            for number in dict.fromkeys((act.number, without_convocation(act.number or ""))):
                numbers.setdefault(number or "", []).append(act)
        numbers.pop("", None)
        for number in reference.numbers:
            wanted += get_close_matches(number, list(numbers), n=_NEAREST)
        near = [act for number in wanted for act in numbers[number]]
        near += [act for act in self.acts if act.adopted and act.adopted in reference.days]
        if reference.words:
            ranked = sorted(self._likeness(reference.words), key=lambda one: -one.share)
            near += [one.act for one in ranked[:_NEAREST]]
        if reference.forms:
            near.sort(key=lambda act: act.form not in reference.forms)
        return tuple(dict.fromkeys(near))[:_NEAREST]

    def of_form(self, reference: ActReference) -> tuple[CitableAct, ...]:
        """The acts of the form that a reference names, the form's own first, then what is held."""
        forms = reference.forms
        same = [act for act in self.acts if act.form in forms]
        return tuple(sorted(same, key=lambda act: (forms.index(act.form or ""), not act.held)))

    def _by_address(self, reference: ActReference) -> Iterable[CitableAct]:
        for act in self.acts:
            by_number = reference.ngr and act.ngr.rstrip("_") == reference.ngr.rstrip("_")
            by_bank = (
                reference.reference_bank_id and act.reference_bank_id == reference.reference_bank_id
            )
            if by_number or by_bank:
                yield act

    def _of_form(self, found: FoundActs, reference: ActReference) -> FoundActs:
        """Those of a form that is named, where there are any."""
        if not reference.forms or not found.acts:
            if not found.acts and reference.forms == ("constitution",):
                return FoundActs(tuple(act for act in self.acts if act.form == "constitution"))
            return found
        same = tuple(act for act in found.acts if act.form in (None, *reference.forms))
        first = tuple(act for act in same if act.form == reference.forms[0])
        best = same if len(first) != 1 or reference.numbers else first
        if not best and (reference.numbers or reference.days):
            return FoundActs(())  # «Указ № 148» is no law of that number
        return FoundActs(best or found.acts, found.keys, found.former_name)

    def _by_name(self, words: str) -> FoundActs:
        """The acts whose name is likest to some words; also those that more of the words tell."""
        fitting = [one for one in self._likeness(words) if one.is_enough]
        if not fitting:
            return FoundActs(())
        best = max(fitting, key=lambda one: one.share)
        meant = [one for one in fitting if one.share == best.share or one.common > best.common]
        meant.sort(key=lambda one: -one.share)
        name = meant[0].name
        acts = tuple(dict.fromkeys(one.act for one in meant))
        return FoundActs(acts, name.keys, name.text if name.former else None)

    def _likeness(self, words: str) -> Iterable[_Likeness]:
        asked = self._stems(words)
        for act, name, own in self._names if asked else ():
            if common := len(asked & own):
                share = common / len(asked | own)
                enough = own <= asked or asked <= own or share >= _ENOUGH_ALIKE
                # Of two names that are as like, today's goes before a former one.
                yield _Likeness(act, name, common, share - 0.001 * name.former, enough)

    @cached_property
    def _names(self) -> Sequence[tuple[CitableAct, ActName, frozenset[str]]]:
        """Every name of every act, with its stems."""
        return [(act, name, self._stems(name.text)) for act in self.acts for name in act.names]

    def _stems(self, text: str) -> frozenset[str]:
        words = [
            word
            for word in self.analyser.words(without_forms(text))
            if word not in IDLE and len(word) > 1
        ]
        return frozenset(self.analyser.stems(words, Language.RU))  # their letters tell the rest


def _has_number(act: CitableAct, number: str) -> bool:
    """Whether an act has a number; the convocation may be left out on either side."""
    if act.number is None:
        return False
    if act.number == number:
        return True
    bare = without_convocation(number)
    if bare != without_convocation(act.number):
        return False
    return bare in (number, act.number)


def merged(acts: Sequence[CitableAct]) -> tuple[CitableAct, ...]:
    """Acts of one registry number as one: what is known of any of them, the first one first."""
    by_ngr: dict[str, CitableAct] = {}
    for act in acts:
        known = by_ngr.get(act.ngr)
        if known is None:
            by_ngr[act.ngr] = act
            continue
        by_ngr[act.ngr] = CitableAct(
            act.ngr,
            known.form or act.form,
            known.number or act.number,
            known.adopted or act.adopted,
            known.reference_bank_id or act.reference_bank_id,
            tuple(dict.fromkeys((*known.names, *act.names))),
            known.held or act.held,
            known.repealed_on or act.repealed_on,
        )
    return tuple(by_ngr.values())
