"""Follows a store: what is written is found within a second or two, while the writing goes on."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.search.keeping.keeper import IndexKeeper
from corpus.search.keeping.turns import Interrupted

_LOG = logging.getLogger(__name__)

LOOKS_EVERY = 0.5
"""Seconds between two looks at the store: a number is read."""
_LONGEST_PAUSE = 30.0
"""Seconds, after faults that repeat themselves."""
_ENDS_WITHIN = 10.0
"""Seconds that a refresh under way is waited for at the end. One that is cut off does no harm."""


class Follower:
    """Brings an index up whenever its store has come on, until it is told to stop."""

    def __init__(self, keeper: IndexKeeper, *, patience: float = 0.0, mends: bool = False) -> None:
        """`patience`: for how many seconds it is left to others to do it.

        `mends`: it looks first, at all of it, whether the index is whole and of this program and
        store; and then at every look, quickly, whether it is there and answers. That it mends at
        once.
        """
        self._keeper, self._patience, self._mends = keeper, patience, mends
        self._is_due = mends
        self._told: str | None = None

    def run(self, stop: threading.Event) -> None:
        """Follow until told to stop. A fault is told in the log, once, and tried again later."""
        faults, pause = 0, 0.0
        while not stop.wait(pause):
            began = time.monotonic()
            try:
                self._look(stop)
            except Interrupted:
                return
            except Exception as error:  # noqa: BLE001 - whatever it is, the next look may succeed
                if stop.is_set():  # the store was closed: what was begun does not matter
                    return
                faults += 1
                self._tell_fault(error)
            else:
                faults, self._told = 0, None
            took = time.monotonic() - began
            # At most half of the time: the writing goes on in the same process.
            pause = min(max(LOOKS_EVERY, took) * 2 ** min(faults, 10), _LONGEST_PAUSE)

    def _look(self, stop: threading.Event) -> None:
        if self._is_due or (self._mends and self._keeper.is_unusable()):
            self._is_due = True
            self._keeper.mend(stop)
            self._is_due = False
        elif self._keeper.is_behind() and not self._others_do_it(stop):
            self._keeper.refresh(stop)

    def _others_do_it(self, stop: threading.Event) -> bool:
        """Whether, within its patience, the index comes on without it; or it is told to stop."""
        if not self._patience:
            return False
        before = self._keeper.shown_state()
        stop.wait(self._patience)
        return stop.is_set() or self._keeper.shown_state() != before

    def _tell_fault(self, error: Exception) -> None:
        said = f"{type(error).__name__}: {error}"
        if said != self._told:
            _LOG.warning("the search index could not be brought up to the store: %s", said)
            self._told = said


@contextmanager
def followed(keeper: IndexKeeper, *, patience: float = 0.0, mends: bool = False) -> Iterator[None]:
    """Follow in a thread of its own as long as the context lasts."""
    stop = threading.Event()
    follower = Follower(keeper, patience=patience, mends=mends)
    thread = threading.Thread(target=follower.run, args=(stop,), name="index", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(_ENDS_WITHIN)
