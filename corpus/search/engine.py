"""What a search engine is to the rest of the program, and the values that go in and come out.

An engine holds a copy of the texts that can be thrown away and built again from SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Protocol

from corpus.law import Language


@dataclass(frozen=True)
class SearchDocument:
    """One wording of one article, with the half-open window `[valid_from, valid_to)` it held in.

    `heading` is the number and title as printed; `text` the wording below it, without footnotes.
    `valid_from` None: the day is not known, so the wording answers no date. `valid_to` None: the
    end is not known or has not come. `is_current`: the newest wording held. `complete` False: the
    copy may end inside the article, so it answers no date. `id` must change whenever anything
    else of the document does: engines tell old from new by it.
    """

    id: str
    ngr: str
    key: str
    lang: Language
    heading: str
    text: str
    act_title: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    is_current: bool
    label: str
    text_hash: str
    sample: bool = False
    complete: bool = True

    def holds_on(self, day: date) -> bool:
        """Whether this was the wording on that day."""
        if self.valid_from is None or day < self.valid_from:
            return False
        return self.valid_to is None or day < self.valid_to

    @property
    def window(self) -> tuple[int, int]:
        """The half-open window as day numbers, beyond the calendar where a day is not known."""
        beyond = date.max.toordinal() + 1
        return (
            self.valid_from.toordinal() if self.valid_from else beyond,
            self.valid_to.toordinal() if self.valid_to else beyond,
        )

    def to_json(self) -> bytes:
        """The document as one JSON object in UTF-8."""
        return json.dumps(vars(self), ensure_ascii=False, default=date.isoformat).encode()

    @classmethod
    def from_json(cls, packed: bytes) -> SearchDocument:
        """The document that `to_json` packed."""
        values = json.loads(packed)
        for name in ("valid_from", "valid_to"):
            if values[name] is not None:
                values[name] = date.fromisoformat(values[name])
        values["lang"] = Language(values["lang"])
        return cls(**values)


def distinct(documents: Iterable[SearchDocument]) -> Iterator[SearchDocument]:
    """The documents without repeats of an id; an engine must hold each once."""
    seen = set()
    for document in documents:
        if document.id not in seen:
            seen.add(document.id)
            yield document


@dataclass(frozen=True)
class Query:
    """What is looked for: the words (see `corpus.search.parsing`), filters and a page.

    `on` None asks for the current wordings only; a day asks for the wordings that held on it.
    Raises ValueError for a negative limit or offset.
    """

    text: str
    lang: Language | None = None
    ngr: str | None = None
    on: date | None = None
    limit: int = 20
    offset: int = 0

    def __post_init__(self) -> None:
        if self.limit < 0 or self.offset < 0:
            raise ValueError("limit and offset must be 0 or more")


@dataclass(frozen=True)
class Hit:
    """One wording that was found: which it is, how well it fits, and where the words stand.

    `snippet_html` and `heading_html` are escaped; their only tags are `<mark>`.
    """

    id: str
    ngr: str
    key: str
    lang: Language
    heading: str
    act_title: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    is_current: bool
    label: str
    text_hash: str
    sample: bool
    complete: bool
    score: float
    snippet_html: str
    heading_html: str

    @classmethod
    def of(cls, document: SearchDocument, score: float, snippet: str, heading: str) -> Hit:
        """The hit for a document: all that is known of it but its text."""
        known = {
            field.name: getattr(document, field.name)
            for field in fields(document)
            if field.name != "text"
        }
        return cls(**known, score=score, snippet_html=snippet, heading_html=heading)


@dataclass(frozen=True)
class Results:
    """A page of hits, the exact number of all, and what of the query could not be used."""

    total: int
    hits: tuple[Hit, ...] = ()
    ignored: tuple[str, ...] = ()


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
