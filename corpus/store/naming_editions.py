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

    Without such a day it answers for none: another edition that is known may be newer.
    """

    label: EditionLabel
    day: date | None

    def __str__(self) -> str:
        """A clause that says so."""
        if self.day is None:
            return f"the first edition held with its text, {self.label}, answers for no day"
        days = "" if self.day == self.label.first_day else f" (for days from {self.day})"
        return f"its text is held from edition {self.label}{days} on"
