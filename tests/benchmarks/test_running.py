"""What benchmarks ask is still answered: each is run on a thousandth of what it measures."""

from __future__ import annotations

import math
from importlib import import_module

import pytest

SMALL = {
    "following": {"records": 800, "pages": 2},
    "ingesting": {"editions": 3},
    "relating": {"wordings": 500, "asked": 5},
    "tracing": {"wordings": 500, "rounds": 1},
}


@pytest.mark.parametrize("name", SMALL)
def test_a_benchmark_still_runs(name: str) -> None:
    figures = import_module(f"benchmarks.{name}").measure(**SMALL[name])
    assert figures
    assert [what for what, figure in figures.items() if not math.isfinite(figure)] == []
