"""`nusqa mcp`: a real process, asked by the SDK's client; and the examples of docs/mcp.md."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp.client.stdio import StdioServerParameters

from tests.api.mcp.asking import answer, called, refusal, tools_of, words
from tests.cli.conftest import sample_folder
from tests.cli.serving import PROGRAM

__all__ = ["sample_folder"]
DOCUMENT = Path(__file__).parents[3] / "docs" / "mcp.md"


def started(folder: Path) -> StdioServerParameters:
    """How the command is started on a data folder."""
    return StdioServerParameters(
        command=sys.executable,
        args=["-c", PROGRAM, "mcp"],
        env=os.environ | {"NUSQA_DATA_DIR": str(folder)},
    )


def examples() -> list[dict[str, Any]]:
    """The calls that the documentation shows, a tool each."""
    blocks = re.findall(r"```json\n(.*?)\n```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    return [one for one in map(json.loads, blocks) if "tool" in one]


@pytest.fixture(scope="module")
def answers(sample_folder: Path) -> dict[str, tuple[dict[str, Any], str]]:
    """The answer to each example of the documentation, out of one process."""
    calls = [(one["tool"], one["arguments"]) for one in examples()]
    found = called(started(sample_folder), *calls)
    return {name: (answer(one), words(one)) for (name, _), one in zip(calls, found, strict=True)}


def test_every_tool_has_an_example_in_the_documentation(sample_folder: Path) -> None:
    names = {one.name for one in tools_of(started(sample_folder))}
    assert {one["tool"] for one in examples()} == names
    headings = re.findall(r"^### (\w+)$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(headings) == names


def test_the_examples_of_the_documentation_find_what_they_are_for(
    answers: dict[str, tuple[dict[str, Any], str]],
) -> None:
    told = {name: one for name, (one, _) in answers.items()}
    assert "art_113-3" in [one["key"] for one in told["search"]["results"]]
    read = told["read_article"]["source"]["answered"]
    assert (read["question"], read["in_force_on"]) == ("in_force_on", "2022-01-01")
    assert told["article_history"]["total"] > 1
    assert {one["relation"] for one in told["compare"]["rules"]} <= {"edited", "split"}
    assert told["compare"]["rules"]
    assert told["resolve_citation"]["provisions"][0]["key"].startswith("art_36")
    assert told["list_changes"]["changes"]
    assert told["list_acts"]["total"] >= 5


def test_sample_text_is_never_passed_on_without_a_warning(
    answers: dict[str, tuple[dict[str, Any], str]],
) -> None:
    for name, (_, text) in answers.items():
        assert "no official text" in text, name


def test_a_process_says_nothing_but_messages_on_its_output(sample_folder: Path) -> None:
    lines = "not a message\n" + json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"}) + "\n"
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "mcp"],
        input=lines,
        env=os.environ | {"NUSQA_DATA_DIR": str(sample_folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    for line in ran.stdout.splitlines():
        assert json.loads(line)["jsonrpc"] == "2.0"
    assert "Traceback" not in ran.stderr


def test_without_a_corpus_the_command_says_so_in_one_line(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "mcp"],
        env=os.environ | {"NUSQA_DATA_DIR": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "There is no corpus" in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1


def test_an_error_comes_over_standard_output_too(sample_folder: Path) -> None:
    (found,) = called(
        started(sample_folder), ("read_article", {"ngr": "Z950002464_", "key": "art_113-33"})
    )
    assert "art_113-3" in refusal(found)
