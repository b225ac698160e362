"""Typst, in a process of its own: words in, a PDF out.

It remembers what it has set for the next document, half a kilobyte a letter: a server that printed
an act would keep some hundred megabytes. A child takes them with it when it ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from typing import Any, Literal

_STANDARD: Literal["ua-1"] = "ua-1"
_TEMPLATE = "paper.typ"
_LONGEST_SECONDS = 300


class NotTypeset(Exception):
    """The typesetter ended without a document; the message is its own."""


def typeset(told: dict[str, Any], moment: int) -> bytes:
    """The PDF (PDF/UA-1) of what is told to the template, dated a moment (seconds of Unix time).

    Raises NotTypeset.
    """
    child = [sys.executable, "-P", "-m", __name__]
    asked = json.dumps({"data": told, "moment": moment}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - this very module
            child, input=asked, capture_output=True, check=False, timeout=_LONGEST_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise NotTypeset(f"no PDF after {_LONGEST_SECONDS} seconds") from None
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise NotTypeset(done.stderr.decode(errors="replace").strip() or "no PDF was made")
    return done.stdout


def _main() -> None:
    import typst  # noqa: PLC0415 - forty megabytes, only for the child

    asked = json.load(sys.stdin)
    compiler = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))
    made = compiler.compile(
        input=(files("exports.tables") / _TEMPLATE).read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(asked["data"], ensure_ascii=False)},
        pdf_standards=[_STANDARD],
        timestamp=asked["moment"],
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one document")
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    _main()
