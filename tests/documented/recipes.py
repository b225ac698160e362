"""The recipes of a document: its code blocks, run as they stand there, and what they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

WRITTEN_ADDRESS = "http://127.0.0.1:8000"
"""Where the document says that the service is."""
_BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```\n```text\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Recipe:
    """A block of code under a heading, and what the document says that it prints."""

    heading: str
    language: str
    code: str
    printed: str

    def run(self, address: str, folder: Path) -> str:
        """What it prints where the service is at an address; the folder takes its files."""
        code = self.code.replace(WRITTEN_ADDRESS, address)
        script = folder / f"recipe.{self.language}"
        script.write_text(code, encoding="utf-8")
        program = [sys.executable] if self.language == "python" else ["bash", "-euo", "pipefail"]
        ran = subprocess.run(
            [*program, script.name],
            cwd=folder,
            env=os.environ | {"NUSQA": address, "NO_PROXY": "127.0.0.1", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert ran.stderr == ""
        return ran.stdout


def recipes_of(text: str) -> list[Recipe]:
    """The recipes of a Markdown document, in its order."""
    headings = [(one.start(), one[1]) for one in _HEADING.finditer(text)]
    found = []
    for block in _BLOCK.finditer(text):
        heading = [name for start, name in headings if start < block.start()][-1]
        found.append(Recipe(heading, *block.groups()))
    return found
