"""What a search engine is to the rest of the program.

An engine holds a copy of the texts that can be thrown away and built again from SQL.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from corpus.search.documents import SearchDocument
from corpus.search.queries import Query
from corpus.search.results import Results
from corpus.search.words.lexicon import Lexicon


def _rebuilding(engine: str | None) -> str:
    return f"nusqa index rebuild --engine {engine}" if engine else "nusqa index rebuild"


class IndexMissingError(Exception):
    """There is no index yet. `engine` is named where it is not the one that is set."""

    def __init__(self, engine: str | None = None) -> None:
        super().__init__(f"there is no search index yet: build it with `{_rebuilding(engine)}`")


class IndexUnreadableError(Exception):
    """The index cannot be opened: damaged, or of another version.

    `reason` says what is wrong, for logs and the operator: it may name files. `engine` is named
    where it is not the one that is set.
    """

    def __init__(self, reason: str = "", engine: str | None = None) -> None:
        super().__init__(
            f"the search index cannot be read: build it anew with `{_rebuilding(engine)}`"
        )
        self.reason = reason


@dataclass(frozen=True)
class IndexRecord:
    """What is kept of an index: the `state` it shows, and when and why it was last built anew."""

    state: str
    built: datetime
    reason: str


class EngineUnreachableError(Exception):
    """The engine is a server elsewhere, and it does not answer, or refuses us."""

    def __init__(self, reason: str = "it does not answer") -> None:
        super().__init__(f"the search engine cannot be used: {reason}")


class SearchEngine(Protocol):
    """An index of wordings that can be searched while it is built anew beside.

    All methods but `rebuild`, `state` and `record` raise IndexMissingError before the first build
    and IndexUnreadableError when the index is damaged. Methods may be called from several threads
    and processes; writers wait for each other.
    """

    @property
    def layout(self) -> str:
        """The engine and the version of what it writes; it cannot read others."""

    def rebuild(
        self, documents: Iterable[SearchDocument], state: str = "", reason: str = ""
    ) -> None:
        """Put exactly these documents into a new index, then let it take the old one's place.

        `state` says from which state of the store it was made, `reason` why it is built anew.
        """

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """Take the documents with the ids in `remove` out and put those of `add` in, at once."""

    def search(self, query: Query) -> Results:
        """The page of results that a query asks for; see `corpus.search.answering`."""

    def count(self) -> int:
        """How many documents the index holds."""

    def ids(self, ngr: str) -> frozenset[str]:
        """The ids of all documents of an act."""

    def lexicon(self) -> Lexicon:
        """The words of headings and texts, with how many documents hold each.

        An engine that counts headings and texts apart gives the greater number. The same value
        until the index changes.
        """

    def withdraw(self) -> None:
        """Take the index out of use: until it is built anew there is none."""

    def verify(self) -> None:
        """Read every file of the index, and compare it with what was written."""

    def look(self) -> None:
        """Look whether the index is whole, as far as that can be told in a millisecond or two."""

    def state(self) -> str | None:
        """The `state` of the last rebuild or update; None without an index."""

    def record(self) -> IndexRecord | None:
        """What is kept of the index; None without one."""
