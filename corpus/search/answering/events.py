"""When articles began to fit a query, or ceased to, between two days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.search.answering.grouping import Grouped
from corpus.search.documents import BEYOND, SearchDocument
from corpus.search.queries import ChangedBetween
from corpus.search.results import Event, EventKind

Place = TypeVar("Place")
Window = tuple[int, int]
"""Half-open, as day numbers."""

_ABOVE_ALL_DAYS = BEYOND + 1


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
    """Which articles have a stretch that begins or ends between the days; as `days_of_change`."""
    found = np.zeros(grouped.count, np.bool_)
    held = grouped.columns.begins < grouped.columns.ends
    article, begins, ends = (
        one[held] for one in (grouped.of, grouped.columns.begins, grouped.columns.ends)
    )
    order = np.lexsort((begins, article))
    article, begins, ends = article[order], begins[order], ends[order]
    # The latest end so far in each article: a later article's numbers are all greater.
    latest = np.maximum.accumulate(article * _ABOVE_ALL_DAYS + ends) - article * _ABOVE_ALL_DAYS
    is_new = np.ones(len(article), np.bool_)
    is_new[1:] = (article[1:] != article[:-1]) | (begins[1:] > latest[:-1])
    first, last = when.start.toordinal(), when.end.toordinal()
    starts = np.flatnonzero(is_new)
    stops = np.append(starts[1:], len(article))[: len(starts)] - 1
    for days, at in ((begins, starts), (latest, stops)):
        inside = (days[at] > first) & (days[at] <= last)
        found[article[at[inside]]] = True
    return found


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
