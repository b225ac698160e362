"""The pure-Python engine: Whoosh keeps the index, arrays answer.

Whoosh's own search gives wrong sets unless it is asked in narrow ways (found against a scan of all
texts), and is slow at that. So its query classes and collectors are not used: what fits is worked
out on whole posting lists (`conditions`), which its codec keeps as arrays (`codec`). A changed
index is opened anew, for `Searcher.refresh()` shows deleted versions.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from corpus.search.answering import answer
from corpus.search.documents import SearchDocument
from corpus.search.engine import IndexRecord, IndexUnreadableError
from corpus.search.engines.folder import IndexFolder, Pointer
from corpus.search.engines.layouts import layout
from corpus.search.engines.whoosh.opening import OpenIndex
from corpus.search.engines.whoosh.writing import build, change
from corpus.search.queries import Query
from corpus.search.results import Results
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon

LAYOUT = layout("whoosh", 4)
_TRIES = 5


class WhooshEngine:
    """A `SearchEngine` in one folder; one writer, any number of readers."""

    def __init__(self, path: Path, analyser: Analyser) -> None:
        self._folder = IndexFolder(path, LAYOUT)
        self._analyser = analyser
        self._opened: tuple[Pointer, OpenIndex] | None = None
        self._lock = Lock()

    @property
    def layout(self) -> str:
        """See `SearchEngine.layout`."""
        return LAYOUT

    def rebuild(
        self, documents: Iterable[SearchDocument], state: str = "", reason: str = ""
    ) -> None:
        """See `SearchEngine.rebuild`."""
        with self._folder.writing():
            path = self._folder.new_generation()
            try:
                build(path, self._analyser, documents)
            except BaseException:
                self._folder.discard(path)
                raise
            self._folder.publish(path, state, reason)

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """See `SearchEngine.update`."""
        with self._folder.writing():
            path = self._folder.next_generation(self._folder.pointer())
            try:
                change(path, self._analyser, add, remove)
            except BaseException:
                self._folder.discard(path)
                raise
            self._folder.publish(path, state)

    def search(self, query: Query) -> Results:
        """See `SearchEngine.search`."""
        return answer(query, self._analyser, self._current().snapshot)

    def count(self) -> int:
        """See `SearchEngine.count`."""
        return self._current().snapshot.held

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""
        return self._current().ids(ngr)

    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""
        return self._current().lexicon

    def withdraw(self) -> None:
        """See `SearchEngine.withdraw`."""
        with self._folder.writing():
            self._folder.withdraw()

    def verify(self) -> None:
        """See `SearchEngine.verify`."""
        self._folder.verify()
        self._current()

    def state(self) -> str | None:
        """See `SearchEngine.state`."""
        record = self.record()
        return record.state if record else None

    def record(self) -> IndexRecord | None:
        """See `SearchEngine.record`."""
        return self._folder.record()

    def _current(self) -> OpenIndex:
        """The index that is in use now, opened anew only when it has changed."""
        for _ in range(_TRIES):
            pointer = self._folder.pointer()
            if (opened := self._opened_as(pointer)) is not None:
                return opened
            with self._lock:
                if (opened := self._opened_as(pointer)) is not None:
                    return opened
                before = self._opened[1] if self._opened else None
                try:
                    self._folder.check(pointer)
                    path = self._folder.generation(pointer)
                    opened = OpenIndex.of(path, self._analyser, before)
                except IndexUnreadableError as error:
                    failure = error  # perhaps replaced between two looks: look again
                else:
                    self._opened = pointer, opened
                    return opened
        raise failure

    def _opened_as(self, pointer: Pointer) -> OpenIndex | None:
        known = self._opened
        return known[1] if known and known[0] == pointer else None
