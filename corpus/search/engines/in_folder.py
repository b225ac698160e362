"""An engine whose index is files in a folder: all of it but what is in the files.

Libraries map files into memory. Where a mapped file is cut, the system ends the process that looks
behind its end; where bytes are changed, a library gives wrong answers, fails in any way at all, or
panics. So before every answer the files' marks are compared with those they were opened with. What
was touched is read whole and used no more if it is not what was written; and whatever a library
fails with, the files are looked at before it is called a defect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Generic, Protocol, TypeVar

from corpus.search.answering import answer
from corpus.search.documents import SearchDocument
from corpus.search.engine import IndexMissingError, IndexRecord, IndexUnreadableError
from corpus.search.engines.folder import IndexFolder, Pointer
from corpus.search.engines.manifest import Mark, mark_of
from corpus.search.queries import Query
from corpus.search.results import Results
from corpus.search.snapshots import Snapshot
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon

_TRIES = 5

_NOT_OF_THE_LIBRARY = (
    IndexMissingError,
    IndexUnreadableError,
    KeyboardInterrupt,
    SystemExit,
    GeneratorExit,
)


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


class LibraryFailed(RuntimeError):
    """The engine's library failed with what no handler of errors would catch; the index is whole.

    A panic of a library in Rust is no `Exception`.
    """


@dataclass(frozen=True)
class _Marked:
    """The files of a generation, as they were at a moment."""

    pointer: Pointer
    files: tuple[str, ...]
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, pointer: Pointer, files: tuple[str, ...]) -> _Marked:
        return cls(pointer, files, tuple(map(mark_of, files)))

    @property
    def still_so(self) -> bool:
        """Whether no file has been touched since."""
        return tuple(map(mark_of, self.files)) == self.marks


Given = TypeVar("Given")


class FolderEngine(Generic[Opened]):
    """A `SearchEngine` in one folder; one writer, any number of readers."""

    def __init__(self, path: Path, files: IndexFiles[Opened]) -> None:
        """No two engines may share a folder."""
        self._folder = IndexFolder(path, files.layout)
        self._files = files
        self._in_use: tuple[_Marked, Opened] | None = None
        self._damaged: tuple[_Marked, str] | None = None
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
        with self._judging(), self._folder.changing(state) as generation:
            self._files.change(generation, add, remove)

    def search(self, query: Query) -> Results:
        """See `SearchEngine.search`."""
        return self._told(lambda it: answer(query, self._files.analyser, it.snapshot))

    def count(self) -> int:
        """See `SearchEngine.count`."""
        return self._told(lambda it: it.snapshot.held)

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""
        return self._told(lambda it: it.ids(ngr))

    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""
        return self._told(lambda it: it.lexicon)

    def withdraw(self) -> None:
        """See `SearchEngine.withdraw`."""
        self._folder.withdraw()

    def verify(self) -> None:
        """See `SearchEngine.verify`."""
        self._folder.verify()
        self._damaged = None
        self._current()

    def look(self) -> None:
        """See `SearchEngine.look`."""
        self._current()

    def state(self) -> str | None:
        """See `SearchEngine.state`."""
        record = self.record()
        return record.state if record else None

    def record(self) -> IndexRecord | None:
        """See `SearchEngine.record`."""
        return self._folder.record()

    def _told(self, tell: Callable[[Opened], Given]) -> Given:
        opened = self._current()
        with self._judging():
            return tell(opened)

    @contextmanager
    def _judging(self) -> Iterator[None]:
        """A failure becomes IndexUnreadableError where files are not what was written."""
        try:
            yield
        except _NOT_OF_THE_LIBRARY:
            raise
        except BaseException as error:
            pointer = self._folder.pointer()  # what takes its place from here on is not to blame
            try:
                self._folder.verify()
            except IndexUnreadableError as fault:
                self._damaged = _Marked.of(pointer, self._folder.files(pointer)), fault.reason
                raise fault from error
            if isinstance(error, Exception):
                raise
            raise LibraryFailed(repr(error)) from error

    def _current(self) -> Opened:
        """The index that is in use now, opened anew only when it has changed or was touched."""
        tries = 0
        while True:
            pointer = self._folder.pointer()
            try:
                if (opened := self._opened_as(pointer)) is not None:
                    return opened
                with self._lock:
                    if (opened := self._opened_as(pointer)) is not None:
                        return opened
                    return self._open(pointer)
            except IndexUnreadableError:
                if self._folder.pointer() != pointer:
                    continue  # it was replaced meanwhile: the other index is another story
                tries += 1
                damaged = self._damaged
                if (damaged and damaged[0].pointer == pointer) or tries == _TRIES:
                    raise

    def _opened_as(self, pointer: Pointer) -> Opened | None:
        damaged, in_use = self._damaged, self._in_use  # once: other threads replace both
        if damaged and damaged[0].pointer == pointer and damaged[0].still_so:
            raise IndexUnreadableError(damaged[1])
        if in_use and in_use[0].pointer == pointer and in_use[0].still_so:
            return in_use[1]
        return None

    def _open(self, pointer: Pointer) -> Opened:
        marked = _Marked.of(pointer, self._folder.files(pointer))
        in_use = self._in_use
        touched = in_use is not None and in_use[0].pointer == pointer
        try:
            self._folder.check(pointer, whole=touched)
            # What was mapped of files that were touched is not looked at again.
            before = in_use[1] if in_use and not touched else None
            opened = self._opened_by_library(pointer, before)
        except IndexUnreadableError as error:
            self._damaged = marked, error.reason
            raise
        self._in_use = marked, opened
        return opened

    def _opened_by_library(self, pointer: Pointer, before: Opened | None) -> Opened:
        try:
            return self._files.opened(self._folder.generation(pointer), before)
        except _NOT_OF_THE_LIBRARY:
            raise
        except BaseException as error:
            raise IndexUnreadableError(repr(error)) from error
