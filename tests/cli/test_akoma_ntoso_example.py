"""The commands and programs of `docs/akoma-ntoso.md` do what the page says, on the sample."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from exports.akoma_ntoso import read_article, read_edition
from exports.identifiers import element_id, parse_address
from tests.cli.conftest import Nusqa

PAGE = (Path(__file__).parents[2] / "docs" / "akoma-ntoso.md").read_text(encoding="utf-8")
COMMANDS = [line[2:] for line in PAGE.splitlines() if line.startswith("$ nusqa ")]
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_every_command_of_the_page_writes_its_file(
    sample: Nusqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(COMMANDS) == 2
    for command in COMMANDS:
        assert sample(*shlex.split(command)[1:]).status == 0, command
    assert str(read_edition(Path("elections.akn").read_bytes()).label) == "2022-02-07"
    assert read_article(Path("article.akn").read_bytes())[1].key == "art_113-3"


def test_every_program_of_the_page_runs(
    sample: Nusqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sample(*shlex.split(COMMANDS[0])[1:]).status == 0
    found = [_run(program) for program in PROGRAMS]
    assert "art_113-3__para_1 1." in found[0]
    assert "since 20" in found[0]
    assert found[1].startswith("Z950002464_ 2022-02-07 ")


def _run(program: str) -> str:
    root = str(Path(__file__).parents[2])
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": root, "PYTHONUTF8": "1"},
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_names_and_abbreviations_of_the_page_are_those_of_the_program() -> None:
    names = re.findall(r"`(/akn/kz/act/[^`]+)`", PAGE)
    assert len(names) > 6
    for name in names:
        assert parse_address(name).name == "Z950002464_"
    for ours, short in re.findall(r"`(\w+)`→`(\w+)`", PAGE):
        assert element_id(f"{ours}_1") == f"{short}_1"
