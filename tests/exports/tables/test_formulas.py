"""No cell of a text file is a formula, and a number stays one."""

from __future__ import annotations

import pytest

from exports.tables.formulas import no_formula


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+7 701", "-5+1", "@SUM(A1)", "\t=1", " =1", "\n\u00a0=1", "--1", "- слово", "=", "-"],
)
def test_what_begins_like_a_formula_is_text(cell: str) -> None:
    assert no_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-5", "+7", "-1.5", "-1,5", "2022-06-01", "1) =1", "слово"])
def test_numbers_days_and_words_stay_as_they_are(cell: str) -> None:
    assert no_formula(cell) == cell
