"""Products of sparse rows against SciPy's, to the last bit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from diffing.correspondence import vectors
from diffing.correspondence.vectors import Matrix, Vectors, products

COLUMNS = 9

row = st.dictionaries(st.integers(0, COLUMNS - 1), st.floats(0, 1, width=64))
rows = st.lists(row, max_size=8)


def made(texts: Sequence[Mapping[int, float]]) -> Vectors:
    return Vectors.of([list(text.items()) for text in texts])


def dense(texts: Sequence[Mapping[int, float]]) -> Matrix:
    table = np.zeros((len(texts), COLUMNS))
    for number, text in enumerate(texts):
        for column, weight in text.items():
            table[number, column] = weight
    return table


@given(rows, rows)
def test_products_are_those_of_a_library(
    old: list[dict[int, float]], new: list[dict[int, float]]
) -> None:
    expected = (csr_matrix(dense(old)) @ csr_matrix(dense(new)).T).toarray()
    assert np.array_equal(products(made(old), made(new)), expected)


@given(rows, rows)
def test_products_are_the_same_from_both_sides(
    old: list[dict[int, float]], new: list[dict[int, float]]
) -> None:
    assert np.array_equal(products(made(old), made(new)), products(made(new), made(old)).T)


@given(rows, rows, st.integers(0, 8), st.integers(0, 10))
def test_a_part_of_the_rows_has_the_same_products(
    old: list[dict[int, float]], new: list[dict[int, float]], first: int, size: int
) -> None:
    whole = products(made(old), made(new))
    part = made(old).part(first, first + size) if first < len(old) else made([])
    assert np.array_equal(products(part, made(new)), whole[first : first + size])


@given(old=rows, new=rows, at_once=st.integers(1, 20))
def test_it_makes_no_difference_how_many_are_made_at_once(
    old: list[dict[int, float]], new: list[dict[int, float]], at_once: int
) -> None:
    whole = products(made(old), made(new))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vectors, "_AT_ONCE", at_once)
        assert np.array_equal(products(made(old), made(new)), whole)


def test_a_large_table_is_multiplied_in_portions() -> None:
    chance = np.random.default_rng(1)
    table = np.where(chance.random((400, 300)) < 0.8, 0.0, chance.random((400, 300)))
    whole = Vectors.of([[(int(c), float(line[c])) for c in line.nonzero()[0]] for line in table])
    assert ((table != 0).sum(axis=0) ** 2).sum() > 10 * vectors._AT_ONCE
    expected = (csr_matrix(table) @ csr_matrix(table).T).toarray()
    assert np.array_equal(products(whole, whole), expected)


def test_rows_and_columns_may_be_empty() -> None:
    assert products(made([]), made([{1: 1.0}])).shape == (0, 1)
    assert products(made([{1: 1.0}]), made([])).shape == (1, 0)
    assert products(made([{}, {2: 0.5}]), made([{2: 0.5}, {}])).tolist() == [[0, 0], [0.25, 0]]
