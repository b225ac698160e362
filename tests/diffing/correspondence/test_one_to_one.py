"""The assignment against SciPy's: the same total, whatever the shape and however many ties."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.optimize import linear_sum_assignment

from diffing.correspondence.one_to_one import best_pairs
from diffing.correspondence.vectors import Matrix

ROUNDED_BY = 2.0**-30
PATIENT = 20.0
"""Seconds of our own work, ten times what the longest takes on a slow machine."""

shapes = array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=14)
any_scores = arrays(np.float64, shapes, elements=st.floats(0, 1, width=64))
tied_scores = arrays(np.float64, shapes, elements=st.sampled_from((0.0, 0.1, 0.3, 1 / 3, 1.0)))
nearly_tied = arrays(
    np.float64, shapes, elements=st.integers(0, 40).map(lambda number: 0.3 + number * 2.0**-33)
)


def total(scores: Matrix) -> float:
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return float(scores[rows, columns].sum())


def agrees(scores: Matrix) -> None:
    pairs = best_pairs(scores)
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    assert len(pairs) == min(scores.shape)
    assert rows == sorted(set(rows))
    assert len(set(columns)) == len(columns)
    short = total(scores) - sum(float(scores[pair]) for pair in pairs)
    assert abs(short) <= (len(pairs) + 1) * ROUNDED_BY
    assert best_pairs(scores.copy()) == pairs


@given(any_scores)
def test_no_other_pairs_have_a_greater_total(scores: Matrix) -> None:
    agrees(scores)


@given(tied_scores)
def test_nor_where_many_scores_are_equal(scores: Matrix) -> None:
    agrees(scores)


@given(nearly_tied)
def test_nor_where_scores_differ_by_less_than_is_told_apart(scores: Matrix) -> None:
    agrees(scores)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_a_side_without_rules_has_no_pairs(shape: tuple[int, int]) -> None:
    assert best_pairs(np.zeros(shape)) == []


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (7, 1), (5, 5)])
def test_rules_that_have_nothing_in_common_are_paired_all_the_same(shape: tuple[int, int]) -> None:
    agrees(np.zeros(shape))


def test_one_rule_gets_the_most_alike() -> None:
    assert best_pairs(np.array([[0.1, 0.9, 0.4]])) == [(0, 1)]
    assert best_pairs(np.array([[0.1], [0.9], [0.4]])) == [(1, 0)]


def test_a_rule_gives_way_where_both_gain_by_it() -> None:
    assert best_pairs(np.array([[0.9, 0.8], [0.85, 0.1]])) == [(0, 1), (1, 0)]


def large() -> dict[str, Matrix]:
    chance = np.random.default_rng(1)
    even = chance.random((600, 600))
    sparse = np.where(chance.random((600, 600)) < 0.6, 0, even**8)
    places = np.arange(600) / 600
    return {
        "any": even,
        "mostly nothing in common": sparse,
        "three different scores": chance.integers(0, 3, (600, 600)) / 3,
        "all alike": np.full((600, 600), 0.1),
        "each row a multiple of another": np.outer(chance.random(600), chance.random(600)),
        "by place": 1 - 0.02 * np.abs(places[:, None] - places),
        "falling": 1 - np.outer(places, places),
        "few against many": chance.random((30, 2_000)),
        "many against few": chance.random((2_000, 30)),
        "one against many": chance.random((1, 2_000)),
        "by a rounding error apart": 0.1 * 3 + chance.integers(0, 9, (600, 600)) * 2.0**-52,
    }


@pytest.mark.parametrize("name", large())
def test_hundreds_of_rules_are_assigned_in_bounded_time(name: str) -> None:
    scores = large()[name]
    began = time.thread_time()
    best_pairs(scores)
    assert time.thread_time() - began < PATIENT
    agrees(scores)
