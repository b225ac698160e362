"""What the watch list knows of amending acts, found by the date and number that a note names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from corpus.amendments import AmendingAct, NgrGround, without_convocation
from corpus.law import EditionLabel
from corpus.watched import Amendment, CodeStatus, WatchedAct, Watchlist

_Name = tuple[date, str]
"""Day of adoption and number without the convocation: what tells one act from all others."""
_Fact = TypeVar("_Fact", str, date)


@dataclass(frozen=True)
class AmendingActs:
    """Looks amending acts up in the watch list. What it does not say for sure is None."""

    watchlist: Watchlist

    @cached_property
    def _entries(self) -> dict[_Name, list[WatchedAct | Amendment]]:
        found: dict[_Name, list[WatchedAct | Amendment]] = {}
        for watched in self.watchlist.acts:
            entries: list[WatchedAct | Amendment] = [watched, *watched.amendments]
            for entry in entries:
                name = _name(entry)
                if name is not None:
                    found.setdefault(name, []).append(entry)
        return found

    def published(self, act: AmendingAct) -> date | None:
        """The day of first official publication; None where it is not known or not agreed on."""
        return _agreed(entry.published for entry in self._named(act))

    def identified(self, act: AmendingAct) -> AmendingAct:
        """The act with its registry number: the link's, else one that the watch list has seen.

        A guess of the watch list counts as one, as the numbering rule's own does.
        """
        if act.ngr_ground is NgrGround.LINK:
            return act
        entries = self._named(act)
        seen = _agreed(one.ngr for one in entries if one.code_status is CodeStatus.CERTAIN)
        if seen is not None:
            return replace(act, ngr=seen, ngr_ground=NgrGround.WATCHED)
        guess = _agreed(entry.ngr for entry in entries)
        if act.ngr is None and guess is not None:
            return replace(act, ngr=guess, ngr_ground=NgrGround.RULE)
        return act

    def made(self, act: AmendingAct, ngr: str, label: EditionLabel) -> bool:
        """Whether the watch list names a label as one that the act gave an edition of another.

        Said in so many words: as one of its labels, or as the start of a staged clause.
        """
        return any(
            label in entry.labels
            or (entry.in_force_from is not None and label == EditionLabel.on(entry.in_force_from))
            for watched in self.watchlist.acts
            if watched.ngr == ngr
            for entry in watched.amendments
            if _name(entry) is not None and _name(entry) == _name_of(act)
        )

    def _named(self, act: AmendingAct) -> list[WatchedAct | Amendment]:
        name = _name_of(act)
        return [] if name is None else self._entries.get(name, [])


def _name(entry: WatchedAct | Amendment) -> _Name | None:
    adopted = entry.adopted
    if adopted is None or adopted.first_day is None or adopted.first_day != adopted.last_day:
        return None
    return (adopted.first_day, without_convocation(entry.number)) if entry.number else None


def _name_of(act: AmendingAct) -> _Name | None:
    number = act.bare_number
    return None if act.adopted is None or not number else (act.adopted, number)


def _agreed(facts: Iterable[_Fact | None]) -> _Fact | None:
    """What all who say something say; None where nobody does, or two differ."""
    said = {fact for fact in facts if fact is not None}
    return said.pop() if len(said) == 1 else None
