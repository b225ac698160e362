"""The editions of an act in time, by their labels; an order that is not known is not made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.law import Edition, EditionLabel
from corpus.store.windows import Timeline
from diffing.order import may_lie_between, sure_order

HELD_SOMEWHERE_IN_ITS_YEAR = "held, its place in the year not known"


@dataclass(frozen=True)
class Missing:
    """An edition that is known to exist and may lie between two held ones, and who names it."""

    label: EditionLabel
    named_by: str


def placed(editions: Iterable[Edition]) -> list[Edition]:
    """The editions that have a sure place in time, oldest first.

    An undated edition has none; nor has one whose label is only a year in which another edition
    is held: which of the two came first is not known.
    """
    held = list(editions)
    return [held[place] for place in sure_order([one.label for one in held])]


def days(label: EditionLabel) -> tuple[date, date]:
    """The first and the last day that a dated label can mean; raises ValueError for an undated."""
    if label.first_day is None or label.last_day is None:
        raise ValueError("an undated edition has no place in time")
    return label.first_day, label.last_day


def missing_between(
    older: EditionLabel, newer: EditionLabel, timeline: Timeline, open_: Sequence[EditionLabel] = ()
) -> tuple[Missing, ...]:
    """The known editions without a place here that may lie between two held ones, oldest first.

    Those that a registry's list, the watch list, the quarantine or the act's other languages name
    and that are not held; and the `open_` ones, held, but of a year that has other editions too.
    """
    named = [(label, who) for label, who in timeline.named if label not in timeline.held]
    named += [(label, HELD_SOMEWHERE_IN_ITS_YEAR) for label in open_]
    namers = dict(reversed(named))  # who names it first is told
    return tuple(Missing(label, namers[label]) for label in may_lie_between(namers, older, newer))
