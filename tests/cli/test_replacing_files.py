"""No command that writes a file replaces one that is there, unless that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa

THERE = b"somebody's work"
LAW = "Z950002464_"
EDITIONS = (f"{LAW}@2022-02-07", f"{LAW}@2023-01-01")
COMMANDS = [
    (("compare", *EDITIONS), "--out", "rows.csv"),
    (("compare", "1999", "2013"), "--plot", "bands.svg"),
    (("stats", LAW), "--out", "editions.csv"),
    (("stats", LAW), "--plot", "timeline.svg"),
    (("matrix", "--theme", "age"), "--out", "matrix.csv"),
    (("regimes",), "--plot", "regimes.svg"),
    (("impact", "citations.csv"), "--out", "answered.csv"),
    (("export", "comparison", *EDITIONS), "--out", "table.csv"),
]


@pytest.fixture(autouse=True)
def _citations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = "citation,written\nподпункт 1) пункта 1 статьи 5 Закона № 2464,2023-06-01\n"
    (tmp_path / "citations.csv").write_text(lines, encoding="utf-8")


@pytest.mark.parametrize(("words", "option", "name"), COMMANDS)
def test_a_file_that_is_there_is_replaced_only_by_force(
    sample: Nusqa, tmp_path: Path, words: tuple[str, ...], option: str, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(THERE)
    refused = sample(*words, option, name)
    assert (refused.status, refused.out) == (1, "")
    assert f"{name} is there already" in refused.err
    assert "--force" in refused.err
    assert file.read_bytes() == THERE
    assert sample(*words, option, name, "--force").status == 0
    assert file.read_bytes() not in (b"", THERE)


def test_where_one_of_several_files_is_there_none_is_written(sample: Nusqa, tmp_path: Path) -> None:
    (tmp_path / "m-similarity.csv").write_bytes(THERE)
    tables = sample("stats", LAW, "--table", "all", "--out", "m.csv", "--plot", "m.svg")
    assert "m-similarity.csv is there already" in tables.err
    (tmp_path / "bands.svg").write_bytes(THERE)
    both = sample("compare", "1999", "2013", "--out", "rows.csv", "--plot", "bands.svg")
    assert "bands.svg is there already" in both.err
    assert (tables.status, both.status) == (1, 1)
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [
        "bands.svg",
        "citations.csv",
        "m-similarity.csv",
    ]


def test_a_folder_is_replaced_by_no_force(sample: Nusqa, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").mkdir()
    ran = sample("compare", *EDITIONS, "--out", "rows.csv", "--force")
    assert ran.status == 1
    assert "rows.csv is there already: give another name" in ran.err
    assert "--force" not in ran.err
