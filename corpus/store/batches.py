"""The values that queries name, in batches: a database takes only so many in one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_MOST = 500
"""SQLite's older limit is 999, for all that a query names."""


def batches(values: Iterable[T], most: int = _MOST) -> Iterator[Sequence[T]]:
    """The values as they are now, in their order, at most so many at a time."""
    taken = tuple(values)
    for start in range(0, len(taken), most):
        yield taken[start : start + most]
