"""Answers that cost much, remembered until the store changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from corpus.store import reads

_MOST = 64
"""A comparison of two regimes is about half a megabyte of JSON."""

Kept = TypeVar("Kept")


class Remembered(Generic[Kept]):
    """The bodies of answers by question; all are forgotten when the store is written to.

    One belongs to one store. It is a cache only: whoever has none gets the same answers, later.
    At most `most` are kept; where `weigh` is given, at most as many as weigh `heaviest` together.
    """

    def __init__(
        self,
        most: int = _MOST,
        weigh: Callable[[Kept], int] | None = None,
        heaviest: int = 0,
    ) -> None:
        self._lock = Lock()
        self._most = most
        self._weigh, self._heaviest = weigh, heaviest
        self._version = -1
        self._bodies: OrderedDict[Hashable, Kept] = OrderedDict()

    def body(self, session: Session, question: Hashable, make: Callable[[], Kept]) -> Kept:
        """The answer to a question about the store that a session reads."""
        version = reads.store_version(session)
        with self._lock:
            if version > self._version:
                self._version = version
                self._bodies.clear()
            elif version == self._version and question in self._bodies:
                self._bodies.move_to_end(question)
                return self._bodies[question]
        body = make()
        with self._lock:
            if version == self._version:
                self._bodies[question] = body
                while self._is_too_much():
                    self._bodies.popitem(last=False)
        return body

    def _is_too_much(self) -> bool:
        if self._weigh is None:
            return len(self._bodies) > self._most
        weight = sum(map(self._weigh, self._bodies.values()))
        return len(self._bodies) > self._most or (weight > self._heaviest and bool(self._bodies))
