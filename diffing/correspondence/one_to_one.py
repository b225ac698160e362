"""The best way to give each rule of one side a rule of the other: the assignment problem.

It is solved by `lap`, which is a megabyte where SciPy's `optimize` is 27 in every process that
compares. Its algorithm (Jonker and Volgenant, 1987) follows what is exactly equal, so with costs
that are rounded at each step it may go in circles. The scores are therefore rounded once, to
multiples of 2^-30, a thousandth of a millionth. All it does with them is to subtract and to
compare, and no number it comes by is more than a few units; such multiples, below 2^20, a float of
64 bits holds exactly. So it ends as surely as with whole numbers. (Whole numbers themselves would
not do: it takes a million for infinity.)
"""

from __future__ import annotations

import numpy as np
from lap import lapjv

from diffing.correspondence.vectors import Matrix

_STEPS = 2.0**30


def best_pairs(scores: Matrix) -> list[tuple[int, int]]:
    """The rows with their columns whose scores add up to the most, in the order of the rows.

    Scores run from 0 to 1. The shorter side is paired whole, each row and column once. Of several
    best ways it is always the same one. Scores that differ by less than 2^-30 count as equal.
    """
    if not scores.size:
        return []
    costs = np.rint((1 - scores) * _STEPS) / _STEPS
    columns, _ = lapjv(costs, extend_cost=True, return_cost=False)
    return [(row, column) for row, column in enumerate(columns.tolist()) if column >= 0]
