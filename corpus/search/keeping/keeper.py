"""Keeps an index up to its store: notices what is wrong with it, and mends it."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from corpus.search.engine import IndexMissingError, IndexUnreadableError, SearchEngine
from corpus.search.keeping.days import DaysOf
from corpus.search.keeping.indexing import IndexOutdated, IndexReport, rebuild_index, refresh_index
from corpus.search.keeping.state import IndexState
from corpus.search.keeping.turns import its_turn
from corpus.store.database import Store

_LOG = logging.getLogger(__name__)


ASKED = "it was asked for"
MISSING = "there was none"
OUTDATED = "it showed another database, or was made by another version of the program"


@dataclass(frozen=True)
class IndexKeeper:
    """What brings an engine's index up to a store; `folder` is the index's own.

    It may be done from many threads and processes at once: each waits for its turn, and then finds
    what is left to do. `days_of` tells on which days wordings were in force.
    """

    store: Store
    engine: SearchEngine
    days_of: DaysOf
    folder: Path

    def trouble(self) -> str | None:
        """Why the index must be built anew; None where it need not be. All of it is read."""
        try:
            self.engine.verify()
        except IndexMissingError:
            return MISSING
        except IndexUnreadableError as error:
            return f"it could not be read: {error.reason or 'it is damaged'}"
        indexed, now = IndexState.parse(self.engine.state() or ""), self.current_state()
        if indexed is None or indexed.store != now.store or indexed.version > now.version:
            return OUTDATED if self.engine.count() else MISSING
        return None

    def current_state(self) -> IndexState:
        """The state of the store now, which an index should show."""
        with self.store.read() as session:
            return IndexState.of(session)

    def shown_state(self) -> IndexState | None:
        """The state of a store that the index shows; None where it cannot be told."""
        try:
            return IndexState.parse(self.engine.state() or "")
        except (IndexMissingError, IndexUnreadableError):
            return None

    def is_behind(self) -> bool:
        """Whether the store has come on since the index was brought up to it, or there is none.

        Acts that could not be read do not count: they are tried again with the next that changes.
        """
        indexed, now = self.shown_state(), self.current_state()
        return indexed is None or (indexed.store, indexed.version) != (now.store, now.version)

    def is_unusable(self) -> bool:
        """Whether there is no index that answers: as far as that can be told quickly."""
        try:
            self.engine.look()
        except (IndexMissingError, IndexUnreadableError):
            return True
        return False

    def refresh(self, stop: threading.Event | None = None) -> IndexReport:
        """Bring the index up to the store; raises Interrupted when told to stop while waiting."""
        with its_turn(self.folder, stop):
            return self._refresh()

    def mend(self, stop: threading.Event | None = None) -> IndexReport:
        """Build the index anew where it must be, else bring it up to the store; the log tells why.

        One that is damaged, or shows another store, is out of use until then. Raises Interrupted.
        """
        with its_turn(self.folder, stop):
            trouble = self.trouble()
            if trouble is None:
                return self._refresh()
            if trouble == MISSING:
                _LOG.warning("the search index is built: %s", MISSING)
            else:
                self.engine.withdraw()  # no answer is better than a wrong one
            return self._rebuild(trouble)

    def rebuild(self) -> IndexReport:
        """Build the index anew, whatever it is like."""
        with its_turn(self.folder):
            return self._rebuild(ASKED)

    def _refresh(self) -> IndexReport:
        try:
            return refresh_index(self.store, self.engine, self.days_of)
        except (IndexMissingError, IndexUnreadableError, IndexOutdated):
            return self._rebuild(self.trouble() or OUTDATED)

    def _rebuild(self, why: str) -> IndexReport:
        if why not in {ASKED, MISSING}:
            _LOG.warning("the search index is built anew: %s", why)
        return rebuild_index(self.store, self.engine, self.days_of, why)
