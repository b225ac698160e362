"""The measures of the bundled sample: what its story tells is what is counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.conftest import Nusqa

LAW = "Z950002464_"
LOCAL = "Z010000148_"


def counted(found: dict[str, Any]) -> list[tuple[str, dict[str, int]]]:
    return [
        (one["edition"], {kind: count for kind, count in step["counts"].items() if count})
        for one in found["editions"]
        for step in one["steps"]
    ]


def test_direct_elections_of_akims_are_told_by_their_figures(sample: Nusqa) -> None:
    found = sample("stats", LAW, "--lang", "ru", "--json").document
    assert found["sample"] is True
    assert counted(found) == [
        ("2022-02-07", {"unchanged": 15, "technical": 2}),
        ("2022-11-05", {"unchanged": 15, "technical": 1, "amended": 1, "added": 1}),
        ("2023-01-01", {"unchanged": 8, "technical": 1, "amended": 9}),
        ("2025-01-01", {"unchanged": 16, "technical": 1, "amended": 1}),
        ("2026-07-01", {"unchanged": 11, "amended": 6, "restated": 1}),
    ]
    # Nothing is repealed: a wording ends by an amendment, and one of each article stands.
    assert (found["survival"]["events"], found["survival"]["censored"]) == (18, 18)
    # What is only technical leaves the law the same.
    assert found["similarity"]["matrix"][0][1] == 1


def test_both_languages_of_the_local_law_change_together(sample: Nusqa) -> None:
    russian, kazakh = (
        sample("stats", LOCAL, "--lang", lang, "--json").document for lang in ("ru", "kk")
    )
    assert counted(russian) == counted(kazakh)
    assert [one["days_at_most"] for one in russian["wordings"]] == [
        one["days_at_most"] for one in kazakh["wordings"]
    ]


def test_the_picture_of_the_sample_says_that_it_is_one(sample: Nusqa, tmp_path: Path) -> None:
    file = tmp_path / "law.svg"
    assert sample("stats", LAW, "--plot", file).status == 0
    assert "SAMPLE" in file.read_text(encoding="utf-8")
