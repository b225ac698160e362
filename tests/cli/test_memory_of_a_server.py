"""A server that answers for long holds no more than it did when it had answered all once."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import httpx2
import pytest

from tests.cli.serving import serving

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what a process holds")
ELECTIONS = "Z950002464_"
FIRST_DAY = date(2021, 5, 25)
WARM, MORE = 8, 24
MOST_GROWN = 40
"""Megabytes: much more than caches take, and less than what one library of exports would."""
MOST_HELD = 250
"""What ten thousand requests may leave, and these few should be well below."""


def of_day(number: int) -> Iterator[str]:
    """Requests that no other day has: pages, answers, a comparison, a table, a dump."""
    day = FIRST_DAY + timedelta(days=number)
    sides = f"left={ELECTIONS}@{day}&right={ELECTIONS}@{day + timedelta(days=400)}&lang=ru"
    yield f"/acts/{ELECTIONS}?on={day}&lang=ru"
    yield f"/acts/{ELECTIONS}/articles/art_113-1?on={day}&lang=ru"
    yield f"/v1/acts/{ELECTIONS}/articles/art_113-1?on={day}&lang=ru"
    yield f"/v1/search?q=%D0%B0%D0%BA%D0%B8%D0%BC&on={day}"
    if number % 8 == 0:
        yield f"/compare?{sides}"
    if number % 24 == 0:
        yield from (f"/v1/compare.{form}?{sides}" for form in ("docx", "xlsx"))
        yield from (f"/v1/exports/{file}" for file in ("articles.jsonl", "changes.parquet"))


def held_by(process: int) -> float:
    """The megabytes that a process holds."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1_000


def test_requests_of_all_kinds_leave_a_server_about_as_large_as_it_was_after_the_first(
    sample_folder: Path, tmp_path: Path
) -> None:
    with (
        serving(sample_folder, tmp_path / "said.txt") as site,
        httpx2.Client(base_url=site.url, trust_env=False, timeout=60) as client,
    ):

        def ask(days: range) -> None:
            for path in (path for number in days for path in of_day(number)):
                answer = client.get(path)
                assert answer.status_code == 200, (path, answer.text[:300])

        ask(range(WARM))
        before = held_by(site.process)
        ask(range(WARM, WARM + MORE))
        grown = held_by(site.process) - before
        libraries = Path(f"/proc/{site.process}/maps").read_text(encoding="utf-8")
    assert grown < MOST_GROWN
    assert before + grown < MOST_HELD
    assert "libarrow" not in libraries  # it is a child's
    assert "/scipy/" not in libraries  # comparing does without
