"""Which edition answers for a day: the rule, as pure functions on labels.

An edition answers for a day when its label surely lies on or before the day, and no other edition
that is known to exist may lie between the two. A label that is only a year lies somewhere in that
year. What follows is the half-open window of days for which an edition answers; a day in no
window has no answer, and the error says what is known.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.amendments import AmendingAct
from corpus.law import EditionLabel, Language
from corpus.store.day_errors import (
    ActRepealed,
    AmbiguousDate,
    BeforeFirstEdition,
    EditionNotHeld,
    NoDatedEdition,
)
from corpus.store.naming_editions import HeldFrom


@dataclass(frozen=True)
class Window:
    """The days from `from_` on and before `to` (None: no end is known).

    Without `from_` it answers for no day, and which days its text stood is not known: an undated
    copy, or a label that leaves open what came next (a year beside a known edition of that year).
    """

    from_: date | None = None
    to: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.from_ is not None and self.from_ <= day and (self.to is None or day < self.to)


def _answers(window: Window) -> bool:
    return window.from_ is not None and window.from_ != window.to


def _days(label: EditionLabel) -> tuple[date, date]:
    """The first and the last day that a dated label can mean."""
    if label.first_day is None or label.last_day is None:
        raise ValueError("an undated label means no day")
    return label.first_day, label.last_day


@dataclass(frozen=True)
class Timeline:
    """The editions of an act in one language that are held, and those only known to exist.

    `named` are labels from registries' lists, the watch list, the quarantine and the act's other
    languages, each with who names it; labels that are held do not matter there.
    """

    ngr: str
    language: Language
    held: tuple[EditionLabel, ...]
    named: tuple[tuple[EditionLabel, str], ...] = ()
    repealed_on: date | None = None
    """From this day on nothing of the act answers for a day."""
    repealed_by: AmendingAct | None = None

    @cached_property
    def _known(self) -> tuple[tuple[EditionLabel, date, date], ...]:
        """Every dated label with the first and the last day it can mean."""
        labels = {*self.held, *(label for label, _ in self.named)}
        return tuple((label, *_days(label)) for label in labels if label.first_day is not None)

    def window(self, label: EditionLabel) -> Window:
        """The days for which the held edition of that label answers.

        Of a label after the act's repeal it is empty (`from_ == to`): that text applied on no day.
        """
        if label.first_day is None:
            return Window()
        first, last = _days(label)
        following = [
            other_first
            for other, other_first, other_last in self._known
            if other_last > first and other != label
        ]
        if self.repealed_on is not None and self.repealed_on <= first:
            return Window(last, last)
        if self.repealed_on is not None:
            following.append(self.repealed_on)
        to = min(following, default=None)
        return Window() if to is not None and to <= last else Window(last, to)

    def label_on(self, day: date) -> EditionLabel:
        """The label of the held edition that answers for a day.

        Raises a `DateError` that says what is known when none does.
        """
        held = set(self.held)
        begun = [(last, label) for label, _, last in self._known if label in held and last <= day]
        # Whatever answers was the last to begin: anything later would stand in between.
        latest = max((last for last, _ in begun), default=None)
        for last, label in begun:
            if last == latest and day in self.window(label):
                return label
        raise self._no_answer(day)

    def first_held(
        self, among: Collection[EditionLabel] | None = None, after: date = date.min
    ) -> HeldFrom | None:
        """The first edition held after a day, and the first of them that answers for days.

        `among`: of these labels only. None where no dated one is held after that day.
        """
        dated = sorted(
            (
                label
                for label in set(self.held)
                if label.first_day is not None
                and _days(label)[1] > after
                and (among is None or label in among)
            ),
            key=_days,
        )
        if not dated:
            return None
        first = self.window(dated[0])
        if _answers(first):
            return HeldFrom(dated[0], first.from_)
        answering = (label for label in dated if _answers(self.window(label)))
        return HeldFrom(dated[0], None, next(answering, None))

    def named_before(self, label: EditionLabel) -> list[tuple[EditionLabel, str]]:
        """The editions that are known and not held and come before one, the oldest first.

        In the order of labels: what is known of a day in the year that is a label comes after it.
        """
        return [entry for entry in self.not_held if _days(entry[0]) < _days(label)]

    @cached_property
    def not_held(self) -> list[tuple[EditionLabel, str]]:
        """The dated labels that are named and not held, by time, each with who names it."""
        return sorted(
            {entry for entry in self.named if entry[0].first_day and entry[0] not in self.held},
            key=lambda entry: (_days(entry[0]), entry[1]),
        )

    def _no_answer(
        self, day: date
    ) -> NoDatedEdition | BeforeFirstEdition | EditionNotHeld | AmbiguousDate | ActRepealed:
        if self.repealed_on is not None and day >= self.repealed_on:
            return ActRepealed(self.ngr, self.language, day, self.repealed_on, self.repealed_by)
        held = sorted((label for label in self.held if label.first_day is not None), key=_days)
        if not held:
            return NoDatedEdition(self.ngr, self.language, day)
        open_that_day = [label for label in held if _days(label)[0] <= day < _days(label)[1]]
        if open_that_day:
            return AmbiguousDate(self.ngr, self.language, day, open_that_day)
        begun = [label for label in held if _days(label)[1] <= day]
        last_held = max(begun, key=lambda label: (_days(label)[1], _days(label)[0]), default=None)
        missing = [
            (label, named_by)
            for label, named_by in self.not_held
            if _days(label)[0] <= day
            and (last_held is None or _days(label)[1] > _days(last_held)[0])
        ]
        later = self.first_held(after=day)
        if missing:
            return EditionNotHeld(self.ngr, self.language, day, missing, last_held, later)
        if last_held is None:
            first = later or HeldFrom(held[0], None)
            before = self.named_before(first.label)
            return BeforeFirstEdition(self.ngr, self.language, day, first, before)
        overlapping = [label for label in begun if _days(label)[1] > _days(last_held)[0]]
        return AmbiguousDate(self.ngr, self.language, day, overlapping)
