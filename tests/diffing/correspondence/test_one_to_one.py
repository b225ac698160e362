"""The one-to-one assignment: held against scipy's own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from diffing.correspondence.one_to_one import one_to_one

_SHAPES = array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=9)


def _sum(scores: NDArray[np.float64], pairs: list[tuple[int, int]]) -> float:
    return float(sum(scores[pair] for pair in pairs))


def _check(scores: NDArray[np.float64]) -> None:
    pairs = one_to_one(scores)
    rows = [row for row, _ in pairs]
    assert len(pairs) == min(scores.shape)
    assert rows == sorted(set(rows))
    assert len({column for _, column in pairs}) == len(pairs)
    expected = list(zip(*linear_sum_assignment(scores, maximize=True), strict=True))
    assert _sum(scores, pairs) == pytest.approx(_sum(scores, expected), abs=1e-9)


@given(arrays(np.float64, _SHAPES, elements=st.floats(-1, 1)))
def test_the_sum_is_the_greatest_there_is(scores: NDArray[np.float64]) -> None:
    _check(scores)


@given(arrays(np.float64, _SHAPES, elements=st.sampled_from([0.0, 0.25, 0.5, 1.0])))
def test_the_sum_is_the_greatest_among_many_equal_scores(scores: NDArray[np.float64]) -> None:
    _check(scores)


@pytest.mark.parametrize("shape", [(300, 300), (300, 420), (420, 300)])
def test_the_pairs_of_hundreds_of_rules_are_those_of_scipy(shape: tuple[int, int]) -> None:
    scores = np.random.default_rng(7).random(shape)
    rows, columns = linear_sum_assignment(scores, maximize=True)
    assert one_to_one(scores) == list(zip(rows.tolist(), columns.tolist(), strict=True))


def test_a_better_pair_is_given_up_where_all_together_gain() -> None:
    assert one_to_one(np.array([[0.9, 0.8], [0.8, 0.1]])) == [(0, 1), (1, 0)]


def test_equal_scores_give_the_same_pairs_every_time() -> None:
    scores = np.full((20, 30), 0.5)
    assert one_to_one(scores) == one_to_one(scores.copy())
