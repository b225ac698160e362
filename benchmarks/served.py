"""`nusqa serve` in a process of its own: what benchmarks ask and weigh."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.timing import asked

_COMMAND = str(Path(sys.executable).with_name("nusqa"))
_MEGABYTE = 1_000_000
_PATIENCE = 60
WARMED_UP_AFTER = 8.0
"""Seconds after which a server has made ready what it makes ready beside its answers."""


@contextmanager
def served(settings: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The server with some settings in its environment; its port and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [_COMMAND, "serve", "--port", str(port)],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                asked(port, ["/v1/acts"])
                break
            except OSError:
                assert time.monotonic() < deadline, "the server does not answer"
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def resident(process: int, figure: str = "VmRSS") -> float:
    """The megabytes of memory that a process holds now; of `VmHWM` the most it ever held.

    Raises RuntimeError where the system does not tell: it is Linux that does.
    """
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{figure}:"):
            return int(line.split()[1]) * 1024 / _MEGABYTE
    raise RuntimeError(f"the system does not tell {figure}: this is measured on Linux")
