"""When articles began to fit a query, or ceased to, between two days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.search.answering.grouping import Grouped
from corpus.search.documents import SearchDocument
from corpus.search.queries import ChangedBetween
from corpus.search.results import Event, EventKind

Place = TypeVar("Place")
Window = tuple[int, int]
"""Half-open, as day numbers."""


def stretches(windows: Sequence[Window]) -> Iterator[Window]:
    """The windows with those that touch or overlap made one, in time order; empty ones dropped."""
    begun: Window | None = None
    for begins, ends in sorted(windows):
        if begins >= ends:
            continue
        if begun is None:
            begun = begins, ends
        elif begins <= begun[1]:
            begun = begun[0], max(begun[1], ends)
        else:
            yield begun
            begun = begins, ends
    if begun is not None:
        yield begun


def days_of_change(
    windows: Sequence[Window], when: ChangedBetween
) -> Iterator[tuple[EventKind, int]]:
    """What happened after the first day and up to the second, in time order."""
    first, last = when.start.toordinal(), when.end.toordinal()
    for begins, ends in stretches(windows):
        if first < begins <= last:
            yield EventKind.APPEARED, begins
        if first < ends <= last:
            yield EventKind.WENT, ends


def changed(grouped: Grouped[Place], when: ChangedBetween) -> NDArray[np.bool_]:
    """Which articles began or ceased to fit."""
    first, last = when.start.toordinal(), when.end.toordinal()
    begins, ends = grouped.columns.begins, grouped.columns.ends
    touched = ((begins > first) & (begins <= last)) | ((ends > first) & (ends <= last))
    found = grouped.any_of(touched)
    for article in np.flatnonzero(found).tolist():
        found[article] = any(days_of_change(windows(grouped, article), when))
    return found


def windows(grouped: Grouped[Place], article: int) -> list[Window]:
    """The windows of an article's fitting wordings."""
    members = grouped.members(article)
    begins, ends = grouped.columns.begins[members], grouped.columns.ends[members]
    return list(zip(begins.tolist(), ends.tolist(), strict=True))


def events(documents: Sequence[SearchDocument], when: ChangedBetween) -> tuple[Event, ...]:
    """The events of one article, by all its fitting wordings.

    An event is certain where the wordings next to it are no guess, and it is known that what
    stood there on the other side of the day does not fit.
    """
    found = []
    for kind, day in days_of_change([document.window for document in documents], when):
        side = 0 if kind is EventKind.APPEARED else 1
        certain = all(
            (document.before_is_known, document.after_is_known)[side] and not document.doubtful
            for document in documents
            if document.window[side] == day and document.window[0] < document.window[1]
        )
        found.append(Event(kind, date.fromordinal(day), certain))
    return tuple(found)
