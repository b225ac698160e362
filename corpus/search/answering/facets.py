"""How many results have each value of each facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from corpus.search.answering.grouping import Grouped
from corpus.search.documents import Status
from corpus.search.results import FacetCount
from corpus.search.snapshots import FacetSet

Place = TypeVar("Place")


def counted_articles(
    facet: str, grouped: Grouped[Place], facet_sets: Sequence[FacetSet]
) -> tuple[FacetCount, ...]:
    """The counts of a facet's values; not for `statuses`.

    A value that several wordings of an article have counts once.
    """
    found: Counter[str] = Counter()
    for (first, *others), count in grouped.facet_sets.items():
        own: Iterable[str] = facet_sets[first].values(facet)
        if others:
            own = set(own).union(*(facet_sets[number].values(facet) for number in others))
        for value in own:
            found[value] += count
    return in_order(found)


def counted_statuses(grouped: Grouped[Place], today: int) -> tuple[FacetCount, ...]:
    """How many articles have a wording with each status."""
    return in_order(
        {
            str(status): int(grouped.any_of(grouped.columns.have(status, today)).sum())
            for status in Status
        }
    )


def in_order(counts: Mapping[str, int]) -> tuple[FacetCount, ...]:
    """The most frequent first, then by value; nothing that no result has."""
    kept: Iterable[tuple[str, int]] = ((value, count) for value, count in counts.items() if count)
    return tuple(
        FacetCount(value, count) for value, count in sorted(kept, key=lambda one: (-one[1], one[0]))
    )
