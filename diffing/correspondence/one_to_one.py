"""The one-to-one pairs whose scores have the greatest sum: the assignment problem.

By shortest augmenting paths, a row at a time (D. F. Crouse, "On implementing 2D rectangular
assignment algorithms", 2016), as `scipy.optimize.linear_sum_assignment` does it, whose package
would take 28 MB of every process that compares: docs/decisions/0036-what-a-process-holds.md.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_NONE = -1


def one_to_one(scores: NDArray[np.float64]) -> list[tuple[int, int]]:
    """As many pairs (row, column) as there can be, each row and each column in one at most.

    For scores of r rows and c columns min(r, c) pairs in the order of the rows. Scores are finite.
    Of several sums that are the greatest always the same one is taken.
    """
    rows, columns = scores.shape
    if rows > columns:
        return sorted((row, column) for column, row in one_to_one(scores.T))
    if rows == 0:
        return []
    search = _Search(scores.max() - scores)
    for row in range(rows):
        search.place(row)
    return list(enumerate(search.column_of.tolist()))


class _Search:
    """Rows that have a column each, at the least cost so far; no row has more of them than columns.

    What a row and a column are worth is such that no pair costs less than both together, and each
    pair that is taken just as much: so no other pairs of these rows cost less in all.
    """

    def __init__(self, costs: NDArray[np.float64]) -> None:
        self._costs = np.ascontiguousarray(costs)
        rows, columns = costs.shape
        self._row_worth = np.zeros(rows)
        self._column_worth = np.zeros(columns)
        self.column_of = np.full(rows, _NONE)
        self._row_of = np.full(columns, _NONE)

    def place(self, start: int) -> None:
        """Give one more row a column: by the cheapest chain of rows that move over, if need be."""
        columns = len(self._row_of)
        reached = np.full(columns, np.inf)  # what the cheapest chain to a column costs
        before = np.full(columns, _NONE)  # the row by which it comes there
        closed = np.zeros(columns, dtype=np.bool_)
        moved: list[int] = []
        row, cost = start, 0.0
        while True:
            through = cost + self._costs[row] - self._row_worth[row] - self._column_worth
            cheaper = ~closed & (through < reached)
            reached[cheaper] = through[cheaper]
            before[cheaper] = row
            column = self._nearest(np.where(closed, np.inf, reached))
            cost = float(reached[column])
            closed[column] = True
            if self._row_of[column] == _NONE:
                break
            row = int(self._row_of[column])
            moved.append(row)
        self._row_worth[start] += cost
        self._row_worth[moved] += cost - reached[self.column_of[moved]]
        self._column_worth[closed] -= cost - reached[closed]
        self._move_over(start, column, before)

    def _nearest(self, reached: NDArray[np.float64]) -> int:
        """The column that is reached at the least cost; a free one where several are."""
        nearest = int(reached.argmin())
        if self._row_of[nearest] == _NONE:
            return nearest
        free = np.flatnonzero((reached == reached[nearest]) & (self._row_of == _NONE))
        return int(free[0]) if len(free) else nearest

    def _move_over(self, start: int, column: int, before: NDArray[np.int_]) -> None:
        """Back along the chain, each row takes the column it was reached through."""
        while column != _NONE:
            row = int(before[column])
            self._row_of[column] = row
            left = int(self.column_of[row])
            self.column_of[row] = column
            if row == start:
                return
            column = left
