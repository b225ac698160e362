"""The last answers to questions that come again: the next page, the facets of the same query."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Remembered(Generic[Answer]):
    """Answers by what was asked; the oldest is forgotten. Safe for several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[Hashable, Answer] = {}
        self._lock = Lock()

    def get(self, asked: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """What was worked out before, or is now; nobody else waits for that."""
        with self._lock:
            if asked in self._known:
                return self._known[asked]
        answer = work_out()
        with self._lock:
            while len(self._known) >= self._most:
                del self._known[next(iter(self._known))]
            self._known[asked] = answer
        return answer
