"""What stands in the law is printed to the letter, whatever a terminal would make of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli import printing
from tests.cli.conftest import Nusqa

NGR = "Z990000777_"
TITLE = "О садах [/b] :key:"
HEADING = "О порядке [sic] [/bold] :key:"
WORDS = "Деревья [red]сажают[/red] \x1b[31mвесной :smile:."


@pytest.fixture
def filled(nusqa: Nusqa, tmp_path: Path) -> Nusqa:
    """A corpus of one article with brackets, colons and an escape sign in it."""
    folder = tmp_path / "odd"
    folder.mkdir()
    page = f"# {TITLE}\n\n### Статья 1. {HEADING}\n\n      1. {WORDS}\n"
    (folder / "page.md").write_text(page, encoding="utf-8")
    (folder / "manifest.toml").write_text(
        '[[file]]\npath = "page.md"\nformat = "reference-bank-markdown"\n'
        f'ngr = "{NGR}"\nlang = "ru"\nlabel = "2001-01-01"\nholds = "whole"\n',
        encoding="utf-8",
    )
    assert nusqa("import", folder).status == 0
    return nusqa


def test_brackets_and_colons_of_a_text_are_no_commands_of_ours(filled: Nusqa) -> None:
    listed = filled("articles", NGR)
    assert listed.status == 0
    assert f"Статья 1. {HEADING}" in listed.out
    assert f"{TITLE} ({NGR} ru)" in filled("stats", NGR).out
    assert "[red]сажают[/red]" in filled("show", NGR, "art_1").out


def test_the_terminal_gets_no_command_out_of_a_text(filled: Nusqa) -> None:
    shown = filled("show", NGR, "art_1").out
    assert "\x1b" not in shown
    assert "\ufffd[31mвесной :smile:." in shown


def test_as_json_it_stays_what_it_is(filled: Nusqa) -> None:
    ran = filled("show", NGR, "art_1", "--json")
    assert "\x1b" not in ran.out
    assert WORDS in ran.document["text"]


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\x85", "\x7f", "\u2028"])
def test_a_document_is_the_same_when_it_is_read_back(
    sign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = {"text": f"а{sign}б [/bold] :key:", "days": [1, 2]}
    printing.answer(document, as_json=True, show=lambda: None)
    out = capsys.readouterr().out
    assert json.loads(out) == document
    assert not set(out) & {"\x1b", "\x9b"}
