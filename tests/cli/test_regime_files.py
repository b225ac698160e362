"""The pictures and tables of regimes that commands write."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Nusqa


def test_the_chronicle_is_drawn(sample: Nusqa, tmp_path: Path) -> None:
    file = tmp_path / "regimes.svg"
    ran = sample("regimes", "--plot", file, "--ui", "kk")
    assert ran.status == 0
    assert f"{file}: " in ran.err
    words = [one.text or "" for one in etree.parse(file).getroot().iter("{*}text")]
    assert any(one.startswith("ҮЛГІ") or "үлгі" in one.casefold() for one in words)


def test_a_comparison_is_drawn_with_every_correspondence(sample: Nusqa, tmp_path: Path) -> None:
    file = tmp_path / "bands.svg"
    ran = sample("compare", "1999", "2013", "--json", "--plot", file)
    assert ran.status == 0
    groups = [
        one
        for one in etree.parse(file).getroot().iter("{*}g")
        if "nq-pair" in (one.get("class") or "")
    ]
    assert len(groups) == len(ran.document["correspondences"])


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "md", "html", "pdf"])
def test_the_matrix_is_written_in_every_form(sample: Nusqa, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"matrix.{ending}"
    ran = sample("matrix", "--theme", "age", "--out", file)
    assert ran.status == 0
    assert f"{file}: 1 themes, 3 phases" in ran.err
    assert file.stat().st_size > 100


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["regimes", "--plot", "regimes.png"], ".svg"),
        (["compare", "1999", "2013", "--plot", "bands"], ".svg"),
        (["matrix", "--out", "matrix.doc"], ".docx"),
        (["regimes", "--plot", "regimes.svg", "--ui", "de"], "'ru'"),
    ],
)
def test_another_form_is_refused_in_one_clear_line(
    sample: Nusqa, words: list[str], said: str
) -> None:
    ran = sample(*words)
    assert ran.status == 2
    assert said in ran.err
