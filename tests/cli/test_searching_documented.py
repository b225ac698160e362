"""The commands that docs/searching.md shows are run as they stand there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.settings import Settings
from tests.cli.conftest import Nusqa
from tests.cli.test_search import indexed  # noqa: F401 - a fixture

DOCUMENT = Path(__file__).parents[2] / "docs" / "searching.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
COMMANDS = re.findall(r"^nusqa (search .+)$", TEXT, re.MULTILINE)
MOMENTS = re.findall(r"^\| `(--\S+ \S+)` \| `(\S+)` \|", TEXT, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_documented_command_finds_something(
    nusqa: Nusqa,
    indexed: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    monkeypatch.setenv("NUSQA_DATA_DIR", str(indexed))
    ran = nusqa(*shlex.split(command))
    assert ran.status == 0, ran.err
    assert "Left out" not in ran.err
    assert re.search(r"^[1-9]\d* found", ran.err, re.MULTILINE), ran.err


@pytest.mark.parametrize(("options", "parameter"), MOMENTS)
def test_the_command_line_and_the_api_ask_for_the_same_texts(
    nusqa: Nusqa,
    indexed: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    options: str,
    parameter: str,
) -> None:
    monkeypatch.setenv("NUSQA_DATA_DIR", str(indexed))
    printed = nusqa("search", "выборы", *options.split(), "--json").document
    with TestClient(create_app(Settings(data_dir=indexed))) as client:
        answered = client.get(f"/v1/search?q=выборы&{parameter}").json()
    assert printed["total"] == answered["total"]
    assert [hit["key"] for hit in printed["hits"]] == [hit["key"] for hit in answered["hits"]]
    assert printed["when"] == answered["when"]


def test_there_are_such_commands() -> None:
    assert len(COMMANDS) == 6
    assert len(MOMENTS) == 3
