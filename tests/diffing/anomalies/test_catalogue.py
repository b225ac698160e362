from __future__ import annotations

from pathlib import Path

from diffing.anomalies.catalogue import SEVERITIES, AnomalyKind

DOCUMENT = Path(__file__).parents[3] / "docs" / "anomalies.md"


def test_every_kind_has_a_severity_and_a_section_in_the_documentation() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert set(SEVERITIES) == set(AnomalyKind)
    for kind in AnomalyKind:
        assert f"`{kind}` · {SEVERITIES[kind]}" in text, kind
