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
    assert lines == [f"[~{CALLS}~]", "…", "[-Срок год.-]", f"{{~{CALLS}~}}"]


def test_what_did_not_change_is_left_out_with_a_sign(capsys: pytest.CaptureFixture[str]) -> None:
    before = article("5", COUNTS, "Комиссия:", "1) считает голоса;", REPORTS)
    after = article("5", COUNTS, "Комиссия:", "1) дважды считает голоса;", REPORTS)
    redline_text(redline(before, after))
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines == ["…", "Комиссия:", "1) {+дважды +}считает голоса;", "…"]


def test_a_coarse_redline_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    words = [f"слово{number}" for number in range(9_000)]
    before, after = " ".join(words), " ".join(reversed(words))
    redline_text(redline(article("5", before), article("5", after)))
    assert "too long to compare word by word" in capsys.readouterr().out
