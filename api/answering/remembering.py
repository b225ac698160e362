"""Answers that cost much, remembered until the store changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

import zstandard
from sqlalchemy.orm import Session

from corpus.store import reads

_MOST = 64
"""A comparison of two regimes is about half a megabyte of JSON."""

_LEVEL = 1
"""Of Zstandard: the next ones take longer and make the law's text hardly smaller."""

Kept = TypeVar("Kept")


@dataclass
class _Turn:
    """Who makes the answer to a question, and how many are there for it."""

    lock: Lock = field(default_factory=Lock)
    asking: int = 0


class Remembered(Generic[Kept]):
    """Answers by question; all are forgotten when the store is written to.

    One belongs to one store. It is a cache only: whoever has none gets the same answers, later.
    At most `most` are kept; where `weigh` is given, at most as many as weigh `heaviest` together.
    Of those who ask the same at once one makes the answer and the others wait for it.
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
        self._weight = 0
        self._version = -1
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._turns: dict[Hashable, _Turn] = {}

    def body(self, session: Session, question: Hashable, make: Callable[[], Kept]) -> Kept:
        """The answer to a question about the store that a session reads.

        `make` may ask others, of this cache too, but not the same question again.
        """
        version = reads.store_version(session)
        found = self._found(version, question)
        if found is not None:
            return found
        with self._turn(version, question):
            found = self._found(version, question)
            if found is None:
                found = make()
                self._keep(version, question, found)
            return found

    @contextmanager
    def _turn(self, version: int, question: Hashable) -> Iterator[None]:
        """Held by one at a time of those who ask the same of one state of the store."""
        asked = (version, question)
        with self._lock:
            turn = self._turns.setdefault(asked, _Turn())
            turn.asking += 1
        try:
            with turn.lock:
                yield
        finally:
            with self._lock:
                turn.asking -= 1
                if not turn.asking:
                    del self._turns[asked]

    def _found(self, version: int, question: Hashable) -> Kept | None:
        with self._lock:
            if version > self._version:
                self._version, self._weight = version, 0
                self._kept.clear()
            if version != self._version or question not in self._kept:
                return None
            self._kept.move_to_end(question)
            return self._kept[question]

    def _keep(self, version: int, question: Hashable, one: Kept) -> None:
        """Keep an answer, unless the store has changed or it alone is too heavy."""
        with self._lock:
            if version != self._version or self._weight_of(one) > self._heaviest:
                return
            self._kept[question] = one
            self._weight += self._weight_of(one)
            while len(self._kept) > self._most or self._weight > self._heaviest:
                _, oldest = self._kept.popitem(last=False)
                self._weight -= self._weight_of(oldest)

    def _weight_of(self, one: Kept) -> int:
        return self._weigh(one) if self._weigh else 0


class RememberedBodies(Remembered[bytes]):
    """Bodies of answers, kept compressed: those of the law's text weigh about a tenth then.

    That is worth it: a page is compressed in half a millisecond when it is made, and read back in
    less. `heaviest` is of the compressed bodies.
    """

    def __init__(self, most: int, heaviest: int) -> None:
        super().__init__(most, len, heaviest)

    def body(self, session: Session, question: Hashable, make: Callable[[], bytes]) -> bytes:
        """The body of the answer to a question about the store that a session reads."""
        made: list[bytes] = []

        def packed() -> bytes:
            made.append(make())
            # A copy: what the library gives holds as much memory as the body might have taken.
            return memoryview(zstandard.compress(made[0], _LEVEL)).tobytes()

        kept = super().body(session, question, packed)
        return made[0] if made else zstandard.decompress(kept)
