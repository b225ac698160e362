"""What docs/exports.md shows of dumps and histories is run as it stands there."""

from __future__ import annotations

import os
import re
import shlex
import sqlite3
import subprocess
from pathlib import Path

from tests.cli.conftest import Nusqa

DOCUMENT = Path(__file__).parents[2] / "docs" / "exports.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")


def _blocks(kind: str, heading: str) -> list[str]:
    """The blocks of one kind under a heading of the second level."""
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(rf"^```{kind}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def _run_commands(nusqa: Nusqa, heading: str) -> int:
    commands = [
        line.removeprefix("$ nusqa ")
        for block in _blocks("console", heading)
        for line in block.splitlines()
    ]
    for command in commands:
        ran = nusqa(*shlex.split(command))
        assert ran.status == 0, (command, ran.err)
    return len(commands)


def test_dumps_are_written_checked_and_read(sample: Nusqa) -> None:
    assert _run_commands(sample, "Dumps of the corpus") == 7
    for code in _blocks("python", "Dumps of the corpus"):
        exec(compile(code, str(DOCUMENT), "exec"), {})  # noqa: S102 - our own document
    (file,) = Path("sqlite").glob("*-corpus.sqlite")
    database = sqlite3.connect(file)
    statements = [
        one
        for block in _blocks("sql", "Dumps of the corpus")
        for one in block.split(";")
        if one.strip()
    ]
    assert len(statements) == 2
    for statement in statements:
        assert database.execute(statement).fetchall(), statement
    database.close()


def test_a_history_is_cloned_and_asked(sample: Nusqa) -> None:
    assert _run_commands(sample, "The history of an act in git") == 2
    (script,) = _blocks("sh", "The history of an act in git")
    for command in script.splitlines():
        done = subprocess.run(
            shlex.split(command),
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"},
        )
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout or "clone" in command.split()[:2], command
