"""What a search engine is to the rest of the program.

An engine holds a copy of the texts that can be thrown away and built again from SQL.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from corpus.search.documents import SearchDocument
from corpus.search.queries import Query
from corpus.search.results import Results


class IndexMissingError(Exception):
    """There is no index yet."""

    def __init__(self) -> None:
        super().__init__("there is no search index yet: build it with `nusqa index rebuild`")


class IndexUnreadableError(Exception):
    """The index cannot be opened: damaged, or of another version."""

    def __init__(self) -> None:
        super().__init__(
            "the search index cannot be read: build it anew with `nusqa index rebuild`"
        )


class SearchEngine(Protocol):
    """An index of wordings that can be searched while it is built anew beside.

    All methods but `rebuild` and `state` raise IndexMissingError before the first build and
    IndexUnreadableError when the index is damaged. Methods may be called from several threads
    and processes; writers wait for each other.
    """

    def rebuild(self, documents: Iterable[SearchDocument], state: str = "") -> None:
        """Put exactly these documents into a new index, then let it take the old one's place.

        `state` says from which state of the store it was made.
        """

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """Take the documents with the ids in `remove` out and put those of `add` in, at once."""

    def search(self, query: Query) -> Results:
        """The page of hits that a query asks for, best first; ties by act, then by key."""

    def count(self) -> int:
        """How many documents the index holds."""

    def ids(self, ngr: str) -> frozenset[str]:
        """The ids of all documents of an act."""

    def state(self) -> str | None:
        """The `state` of the last rebuild or update; None without an index."""
