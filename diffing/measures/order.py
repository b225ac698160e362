"""The editions of an act in time, by their labels; an order that is not known is not made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.law import Edition, EditionLabel
from corpus.store.windows import Timeline

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
    dated = [one for one in editions if one.label.first_day is not None]
    sure = [
        one
        for one in dated
        if one.label.first_day == one.label.last_day
        or not any(_may_coincide(one.label, other.label) for other in dated if other is not one)
    ]
    return sorted(sure, key=lambda one: days(one.label))


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
    begin, end = days(older)[0], days(newer)[1]
    found: dict[EditionLabel, Missing] = {}
    for label, who in named:
        if label.first_day is None or label in {older, newer}:
            continue
        first, last = days(label)
        if last > begin and first < end:
            found.setdefault(label, Missing(label, who))
    return tuple(sorted(found.values(), key=lambda one: days(one.label)))


def _may_coincide(one: EditionLabel, other: EditionLabel) -> bool:
    (first, last), (other_first, other_last) = days(one), days(other)
    return first <= other_last and other_first <= last
