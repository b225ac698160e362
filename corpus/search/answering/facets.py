"""How many results have each value of each facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from corpus.search.answering.grouping import Grouped, holds
from corpus.search.documents import Status
from corpus.search.results import FacetCount
from corpus.search.snapshots import FacetSet

Place = TypeVar("Place")


def values(facet_set: FacetSet, facet: str) -> tuple[str, ...]:
    """The values that a document with this set has for a facet; not for `statuses`."""
    match facet:
        case "acts":
            return (facet_set.act,)
        case "forms":
            return (facet_set.form,) if facet_set.form else ()
        case "languages":
            return (str(facet_set.language),)
        case "regimes":
            return facet_set.regimes
        case "years":
            return () if facet_set.year is None else (str(facet_set.year),)
        case "themes":
            return facet_set.themes
    raise ValueError(facet)


def counted_articles(
    facet: str, grouped: Grouped[Place], facet_sets: Sequence[FacetSet]
) -> tuple[FacetCount, ...]:
    """The counts of a facet's values; not for `statuses`.

    A value that several wordings of an article have counts once.
    """
    found: Counter[str] = Counter()
    for (first, *others), count in grouped.facet_sets.items():
        own: Iterable[str] = values(facet_sets[first], facet)
        if others:
            own = set(own).union(*(values(facet_sets[number], facet) for number in others))
        for value in own:
            found[value] += count
    return in_order(found)


def counted_statuses(grouped: Grouped[Place], today: int) -> tuple[FacetCount, ...]:
    """How many articles have a wording with each status."""
    return in_order(
        {
            str(status): int(grouped.any_of(holds(grouped.columns, status, today)).sum())
            for status in Status
        }
    )


def in_order(counts: Mapping[str, int]) -> tuple[FacetCount, ...]:
    """The most frequent first, then by value; nothing that no result has."""
    kept: Iterable[tuple[str, int]] = ((value, count) for value, count in counts.items() if count)
    return tuple(
        FacetCount(value, count) for value, count in sorted(kept, key=lambda one: (-one[1], one[0]))
    )
