"""The list of citations that the documentation asks with."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.cli.conftest import Nusqa

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "citations.csv"


def test_the_example_of_the_documentation_is_answered_on_the_sample(sample: Nusqa) -> None:
    ran = sample("impact", str(EXAMPLE))
    assert ran.status == 0
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    asked = list(csv.DictReader(io.StringIO(EXAMPLE.read_text(encoding="utf-8"))))
    assert [row["where I cite it"] for row in rows] == [row["where I cite it"] for row in asked]
    assert [row["verdict"] for row in rows] == [
        "changed",
        "changed",
        "changed",
        "repealed",
        "act repealed",
        "changed",
        "not resolved",
    ]
    assert rows[0]["changes"] == "2025-01-01 > 2026-07-01: amended"
