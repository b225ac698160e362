"""How many long answers are sent at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Semaphore

MOST_AT_ONCE = 4
"""Each holds a connection to the store until its reader has everything, however slow that is; the
other answers need theirs."""


class TooManyAtOnce(Exception):
    """As many long answers as may be are being sent."""

    def __init__(self) -> None:
        super().__init__(
            f"{MOST_AT_ONCE} exports are being sent, as many as are sent at once. Ask again in a "
            "minute."
        )


@dataclass(frozen=True)
class Turns:
    """Gives turns to those who send long answers; nobody waits for one."""

    _free: Semaphore = field(default_factory=lambda: Semaphore(MOST_AT_ONCE))

    @contextmanager
    def turn(self) -> Iterator[None]:
        """A turn, for as long as it takes; raises TooManyAtOnce where there is none."""
        if not self._free.acquire(blocking=False):
            raise TooManyAtOnce
        try:
            yield
        finally:
            self._free.release()
