"""Redlines in a terminal without colours."""

import pytest

from cli.printing import redline_text
from diffing.redline import redline
from tests.diffing.making import article

CALLS = "Комиссия назначает выборы за сорок дней до их проведения."
COUNTS = "Голоса считают члены комиссии в присутствии всех наблюдателей."


REPORTS = "Аким отчитывается перед жителями округа один раз в год."


def test_what_moved_is_told_from_what_went_and_came(capsys: pytest.CaptureFixture[str]) -> None:
    before = article("5", CALLS, COUNTS, REPORTS, "Срок год.")
    redline_text(redline(before, article("5", COUNTS, REPORTS, CALLS)))
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines == [f"[~{CALLS}~]", "[-Срок год.-]", f"{{~{CALLS}~}}"]
