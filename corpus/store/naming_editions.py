"""How errors name editions, and what may have been meant, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.law import EditionLabel

_NAMED = 3  # how many missing editions a message names

Missing = Sequence[tuple[EditionLabel, str]]
"""Editions that are known and not held, each with who names it; oldest first."""


def nearest_words(names: Sequence[str], what: str = "Nearest") -> str:
    """A sentence with the nearest names; "" where there are none."""
    return f" {what}: {', '.join(names)}." if names else ""


def labels_words(labels: Sequence[EditionLabel]) -> str:
    """Labels in a row."""
    return ", ".join(map(str, labels))


def named_words(missing: Missing) -> str:
    """The newest of the editions that are not held, and how many more there are."""
    names = ", ".join(f"{label} ({named_by})" for label, named_by in missing[-_NAMED:])
    more = f" and {len(missing) - _NAMED} earlier" if len(missing) > _NAMED else ""
    return f"{names}{more}"


@dataclass(frozen=True)
class HeldFrom:
    """The first edition held that has a text, and the first day for which it answers.

    Without such a day it answers for none: another edition that is known may be newer. `answering`
    is then the first one after it that does, where there is one.
    """

    label: EditionLabel
    day: date | None
    answering: EditionLabel | None = None

    @property
    def first_answering(self) -> EditionLabel | None:
        """The first edition that answers for days: this one, or one after it."""
        return self.answering if self.day is None else self.label

    def __str__(self) -> str:
        """A clause that says so."""
        if self.day is None:
            then = f", {self.answering} is the first that does" if self.answering else ""
            return f"the first edition held with its text, {self.label}, answers for no day{then}"
        days = "" if self.day == self.label.first_day else f" (for days from {self.day})"
        return f"its text is held from edition {self.label}{days} on"
