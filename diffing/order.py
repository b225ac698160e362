"""Which editions surely follow each other, and which may lie between two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from corpus.law import EditionLabel, Precision


def sure_order(labels: Sequence[EditionLabel], last: int | None = None) -> list[int]:
    """The places of editions whose order is sure, oldest first; the others have no place there.

    An undated edition has none, nor has a year beside a day of that year, which tells more. `last`
    is the place of an edition at which the order must end; it then stands there in any case.
    """
    chain = [] if last is None else [last]
    while True:
        before = [
            (label.first_day, label.precision is Precision.DAY, place)
            for place, label in enumerate(labels)
            if label.first_day is not None and (not chain or label.surely_before(labels[chain[-1]]))
        ]
        if not before:
            return chain[::-1]
        chain.append(max(before)[2])


def may_lie_between(
    known: Iterable[EditionLabel], older: EditionLabel | None, newer: EditionLabel | None
) -> tuple[EditionLabel, ...]:
    """The labels that may lie after the older edition and before the newer, by time.

    None: no such end. What may lie on both sides of an end is among them.
    """
    after = date.min if older is None else older.first_day
    before = date.max if newer is None else newer.last_day
    if after is None or before is None:
        return ()
    found = {
        label
        for label in known
        if label not in (older, newer)
        and label.first_day is not None
        and label.last_day is not None
        and label.last_day > after
        and label.first_day < before
    }
    return tuple(sorted(found, key=lambda label: (label.first_day, label.last_day)))
