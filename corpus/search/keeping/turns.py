"""One process at a time brings an index up: the others wait, and find that it is done."""

from __future__ import annotations

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOOKS_EVERY = 0.1
"""Seconds."""


class Interrupted(Exception):
    """Who waited was told to stop."""


@contextmanager
def its_turn(folder: Path, stop: threading.Event | None = None) -> Iterator[None]:
    """Hold the turn for a folder, across threads and processes; it is free when its holder dies.

    Raises Interrupted when `stop` is set while waiting.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "turn.lock").open("w") as lock:
        while not _taken(lock.fileno()):
            if stop is None:
                fcntl.flock(lock, fcntl.LOCK_EX)
                break
            if stop.wait(_LOOKS_EVERY):
                raise Interrupted
        yield


def _taken(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
