"""The command `nusqa` in processes of its own: a server that answers, and what others say of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

PROGRAM = "from cli.main import main; main()"
_PATIENCE = 300.0
"""Seconds: a busy machine is slow, what hangs hangs for longer."""


@dataclass
class Served:
    """A served data folder: its address, the file that takes what it says, and its process."""

    url: str
    log: Path
    process: int

    def search(self, **asked: str | int) -> httpx2.Response:
        """What it answers to a search."""
        return self.get("/v1/search", **asked)

    def get(self, path: str, **asked: str | int) -> httpx2.Response:
        """What it answers at a path."""
        return httpx2.get(f"{self.url}{path}", params=asked, trust_env=False, timeout=60)

    def total(self, **asked: str | int) -> int:
        """How much a search finds; 0 where there is no index."""
        answer = self.search(**asked)
        return int(answer.json()["total"]) if answer.status_code == 200 else 0


@contextmanager
def serving(folder: Path, log: Path, **settings: str) -> Iterator[Served]:
    """A server on a data folder, in a process of its own."""
    log.touch()
    with (
        log.open("w", encoding="utf-8") as said,
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "serve", "--port", "0"],
            stderr=said,
            env=os.environ | {"NUSQA_DATA_DIR": str(folder), "NUSQA_DELIVER": "false"} | settings,
        ) as process,
    ):
        try:
            wait_for(lambda: "Serving on" in log.read_text(encoding="utf-8"))
            (url,) = re.findall(r"Serving on (http://[\w.:]+)", log.read_text(encoding="utf-8"))
            yield Served(url, log, process.pid)
        finally:
            process.send_signal(signal.SIGINT)


def wait_for(come: Callable[[], Any]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + _PATIENCE
    while not come():
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.05)
