"""Sizes and checksums of dumps that were made, remembered until the corpus changes."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from exports.dumps.manifest import Written


class KnownSums:
    """What was learned by sending whole files; a cache only: whoever has none says so."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state = ""
        self._known: dict[str, Written] = {}

    def learn(self, state: str, one: Written) -> None:
        """Remember a file that was made whole in a state of the corpus."""
        with self._lock:
            if state != self._state:
                self._state, self._known = state, {}
            self._known[one.file] = one

    def of(self, state: str) -> Mapping[str, Written]:
        """The files known in a state, by name."""
        with self._lock:
            return dict(self._known) if state == self._state else {}
