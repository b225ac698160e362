"""Texts as sparse vectors, and the products of all of one side with all of another.

A table of rules against words is nearly empty, so only what stands in it is kept, row after row.
NumPy alone does it: SciPy's sparse matrices are as fast here and take 13 MB of every process that
compares, a part of a second of its start and 140 MB of disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]

_AT_ONCE = 50_000
"""So many products are held at a time, 2 MB; a single row may have more."""


@dataclass(frozen=True, eq=False)
class Vectors:
    """Rows of weights by column; what a row does not name weighs nothing.

    Row `i` has the `weights` at `starts[i]` up to `starts[i + 1]`, in the order of their `columns`.
    """

    starts: Places
    columns: Places
    weights: Matrix

    @classmethod
    def of(cls, rows: Sequence[Sequence[tuple[int, float]]]) -> Vectors:
        """Rows of columns and weights, no column twice in a row, in any order."""
        entries = [entry for row in rows for entry in sorted(row)]
        return cls(
            np.cumsum([0, *map(len, rows)], dtype=np.int64),
            np.array([column for column, _ in entries], dtype=np.int64),
            np.array([weight for _, weight in entries], dtype=np.float64),
        )

    def __len__(self) -> int:
        return len(self.starts) - 1

    def part(self, first: int, last: int) -> Vectors:
        """The rows from one to before another, which may be beyond the end."""
        starts = self.starts[first : last + 1]
        own = slice(starts[0], starts[-1])
        return Vectors(starts - starts[0], self.columns[own], self.weights[own])

    @property
    def rows(self) -> Places:
        """The row of each weight."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.starts))


def products(old: Vectors, new: Vectors) -> Matrix:
    """The inner product of every row of one side with every row of the other.

    Each is summed in the order of the columns, so it is the same from both sides to the last bit,
    and does not depend on what else is compared.
    """
    found = np.empty((len(old), len(new)))
    order = np.argsort(new.columns, kind="stable")
    by_column = new.columns[order]
    rows, weights = new.rows[order], new.weights[order]
    begin = np.searchsorted(by_column, old.columns, side="left")
    partners = np.searchsorted(by_column, old.columns, side="right") - begin
    met = np.concatenate(([0], np.cumsum(partners)))
    for first, last in _portions(met[old.starts]):
        part = old.part(first, last)
        own = slice(old.starts[first], old.starts[last])
        times = partners[own]
        partner = np.repeat(begin[own] - (met[own] - met[own.start]), times)
        partner += np.arange(len(partner))
        cells = np.repeat(part.rows * len(new), times) + rows[partner]
        summands = np.repeat(part.weights, times) * weights[partner]
        size = (last - first) * len(new)
        found[first:last] = np.bincount(cells, summands, size).reshape(last - first, len(new))
    return found


def _portions(met: Places) -> Iterator[tuple[int, int]]:
    """Rows to be taken together, given how many products stand before each row."""
    first, count = 0, len(met) - 1
    while first < count:
        fit = int(np.searchsorted(met, met[first] + _AT_ONCE, side="right")) - 1
        last = min(count, max(first + 1, fit))
        yield first, last
        first = last
