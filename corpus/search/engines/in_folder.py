"""An engine whose index is files in a folder: all of it but what is in the files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any, Generic, Protocol, TypeVar

from corpus.search.answering import answer
from corpus.search.documents import SearchDocument
from corpus.search.engine import IndexRecord, IndexUnreadableError
from corpus.search.engines.folder import IndexFolder, Pointer
from corpus.search.queries import Query
from corpus.search.results import Results
from corpus.search.snapshots import Snapshot
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon

_TRIES = 5


class OpenIndex(Protocol):
    """One state of an index, open for reading."""

    @property
    def snapshot(self) -> Snapshot[Any]:
        """What answers are made of."""

    @property
    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""


Opened = TypeVar("Opened", bound=OpenIndex)


class IndexFiles(Protocol[Opened]):
    """How an engine's library writes an index into a folder, and reads it."""

    @property
    def layout(self) -> str:
        """See `SearchEngine.layout`."""

    @property
    def analyser(self) -> Analyser:
        """What words are made with."""

    def build(self, folder: Path, documents: Iterable[SearchDocument]) -> None:
        """Write an index of documents into an empty folder."""

    def change(self, folder: Path, add: Iterable[SearchDocument], remove: Iterable[str]) -> None:
        """Take documents out of the index in a folder by their ids, and put others in.

        Its files have links elsewhere: they may be replaced, but not written to.
        """

    def opened(self, folder: Path, before: Opened | None) -> Opened:
        """The index in a folder; `before` is the one that it takes the place of.

        Raises IndexUnreadableError.
        """


class FolderEngine(Generic[Opened]):
    """A `SearchEngine` in one folder; one writer, any number of readers."""

    def __init__(self, path: Path, files: IndexFiles[Opened]) -> None:
        """No two engines may share a folder."""
        self._folder = IndexFolder(path, files.layout)
        self._files = files
        self._in_use: tuple[Pointer, Opened] | None = None
        self._lock = Lock()

    @property
    def layout(self) -> str:
        """See `SearchEngine.layout`."""
        return self._files.layout

    def rebuild(
        self, documents: Iterable[SearchDocument], state: str = "", reason: str = ""
    ) -> None:
        """See `SearchEngine.rebuild`."""
        with self._folder.building(state, reason) as generation:
            self._files.build(generation, documents)

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """See `SearchEngine.update`."""
        with self._folder.changing(state) as generation:
            self._files.change(generation, add, remove)

    def search(self, query: Query) -> Results:
        """See `SearchEngine.search`."""
        return answer(query, self._files.analyser, self._current().snapshot)

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

    def _current(self) -> Opened:
        """The index that is in use now, opened anew only when it has changed."""
        for _ in range(_TRIES):
            pointer = self._folder.pointer()
            if (opened := self._opened_as(pointer)) is not None:
                return opened
            with self._lock:
                if (opened := self._opened_as(pointer)) is not None:
                    return opened
                try:
                    opened = self._open(pointer)
                except IndexUnreadableError as error:
                    failure = error  # perhaps replaced between two looks: look again
                else:
                    self._in_use = pointer, opened
                    return opened
        raise failure

    def _opened_as(self, pointer: Pointer) -> Opened | None:
        in_use = self._in_use
        return in_use[1] if in_use and in_use[0] == pointer else None

    def _open(self, pointer: Pointer) -> Opened:
        self._folder.check(pointer)
        before = self._in_use[1] if self._in_use else None
        return self._files.opened(self._folder.generation(pointer), before)
