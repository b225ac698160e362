"""What an engine must be able to tell of itself; all that is the same for every engine is not here.

`corpus.search.answering` asks these few questions and makes the answer of them: grouping, order,
pages, facets and highlights are written once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.law import Language
from corpus.search.documents import BEYOND, Doubt, SearchDocument, Status
from corpus.search.queries import Filters, Moment, Pin, Query
from corpus.search.querying.tree import Node

Place = TypeVar("Place")
"""Where an engine keeps a document; valid for one snapshot only."""


@dataclass(frozen=True)
class Asked:
    """What documents must fit: the conditions (or one of the pins), the days and the filters.

    `when` ChangedBetween is no filter of documents: all dated wordings are looked at. `languages`
    are those whose forms of the words are tried, and no others are found. `today` is a day number.
    """

    root: Node | None
    pins: tuple[Pin, ...]
    when: Moment
    filters: Filters
    languages: tuple[Language, ...]
    today: int

    @classmethod
    def of(cls, query: Query, root: Node | None, filters: Filters) -> Asked:
        """What a query asks for, but with these filters; `root` is what its text says."""
        return cls(
            root=root,
            pins=query.pins,
            when=query.when,
            filters=filters,
            languages=filters.languages or tuple(Language),
            today=query.today.toordinal(),
        )


@dataclass(frozen=True)
class FacetSet:
    """What of a document is counted and does not change as days pass."""

    act: str
    form: str | None
    language: Language
    year: int | None
    regimes: tuple[str, ...]
    themes: tuple[str, ...]

    @classmethod
    def of(cls, document: SearchDocument) -> FacetSet:
        """That of a document."""
        return cls(
            document.ngr,
            document.form,
            document.lang,
            document.year,
            document.regimes,
            document.themes,
        )

    def values(self, facet: str) -> tuple[str, ...]:
        """The values that a document with this set has for a facet; not for `statuses`."""
        match facet:
            case "acts":
                return (self.act,)
            case "forms":
                return (self.form,) if self.form else ()
            case "languages":
                return (str(self.language),)
            case "regimes":
                return self.regimes
            case "years":
                return () if self.year is None else (str(self.year),)
            case "themes":
                return self.themes
        raise ValueError(facet)

    def has_one_of(self, facet: str, wanted: Iterable[object]) -> bool:
        """Whether a document with this set passes a filter; not for `statuses`."""
        return not set(map(str, wanted)).isdisjoint(self.values(facet))

    def written(self) -> str:
        """The set in one line, the same for equal ones."""
        return json.dumps(list(vars(self).values()), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, written: str) -> FacetSet:
        """What `written` wrote. Raises ValueError, TypeError."""
        act, form, language, year, regimes, themes = json.loads(written)
        return cls(act, form, Language(language), year, tuple(regimes), tuple(themes))


@dataclass(frozen=True)
class Columns:
    """Facts of documents, one entry each, in the order in which they were asked for.

    `article` is the same for all wordings of an article (`SearchDocument.article`) and no others;
    `act_number` and `key_number` sort as `corpus.search.ordering` says; `begins` and `ends` are
    the window as day numbers, `held_from` and `held_to` the days for which editions answer;
    `facet_set` points into the snapshot's `facet_sets`.
    """

    article: NDArray[np.uint64]
    act_number: NDArray[np.uint64]
    key_number: NDArray[np.uint64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    doubtful: NDArray[np.bool_]
    held_from: NDArray[np.int64]
    held_to: NDArray[np.int64]
    replaced: NDArray[np.bool_]
    facet_set: NDArray[np.int64]

    def have(self, status: Status, today: int) -> NDArray[np.bool_]:
        """Which documents have a status on a day; as `SearchDocument.status` says."""
        undated: NDArray[np.bool_] = self.begins == BEYOND
        begun: NDArray[np.bool_] = self.begins <= today
        ended: NDArray[np.bool_] = self.ends <= today
        match status:
            case Status.UNDATED:
                return undated
            case Status.FUTURE:
                return ~undated & ~begun
            case Status.IN_FORCE:
                return begun & ~ended & ~self.doubtful
            case Status.UNKNOWN:
                return begun & ~ended & self.doubtful
            case Status.SUPERSEDED:
                return begun & ended & self.replaced
            case Status.REPEALED:
                return begun & ended & ~self.replaced

    def doubts(self, day: int) -> NDArray[np.int64]:
        """Why documents that hold on a day are in doubt; as `SearchDocument.doubt_on` says."""
        answers: NDArray[np.bool_] = (self.held_from <= day) & (day < self.held_to)
        of_doubtful = np.where(answers, Doubt.OF_BEGINNING, Doubt.OF_STAYING)
        return np.where(self.doubtful, of_doubtful, Doubt.NONE)


def are_in_doubt(columns: Columns) -> bool:
    """Whether an article's wording of a day may be in doubt, given the facts of all documents.

    One that is doubtful is, and so are several on one day.
    """
    dated = columns.begins < BEYOND
    return bool((columns.doubtful & dated).any()) or _overlap(columns)


def _overlap(columns: Columns) -> bool:
    order = np.lexsort((columns.begins, columns.article))
    article, begins, ends = columns.article[order], columns.begins[order], columns.ends[order]
    dated = (begins < BEYOND) & (begins < ends)
    article, begins, ends = article[dated], begins[dated], ends[dated]
    same: NDArray[np.bool_] = article[1:] == article[:-1]
    return bool((same & (begins[1:] < ends[:-1])).any())


class ReadLater(Columns):
    """Columns of which each is read when it is looked at first; most are not."""

    def __init__(self, read: Callable[[str], NDArray[Any]]) -> None:
        """`read` gives the column of a name."""
        object.__setattr__(self, "_read", read)

    def __getattr__(self, name: str) -> NDArray[Any]:
        """What is not there yet."""
        if name not in Columns.__dataclass_fields__:
            raise AttributeError(name)
        column: NDArray[Any] = self.__dict__["_read"](name)
        object.__setattr__(self, name, column)
        return column


class Snapshot(Protocol[Place]):
    """One state of an index, which stays the same while an answer is made of it."""

    @property
    def held(self) -> int:
        """How many documents there are."""

    @property
    def facet_sets(self) -> Sequence[FacetSet]:
        """All that documents have, without doubles."""

    @property
    def has_doubts(self) -> bool:
        """Whether an article's wording of a day may be in doubt, see `are_in_doubt`."""

    def top(self, asked: Asked, most: int) -> tuple[int, Sequence[tuple[float, Place]]]:
        """How many documents fit, exactly, and the `most` best by score, best first."""

    def every(self, asked: Asked) -> Sequence[tuple[float, Place]]:
        """All documents that fit with their scores, in any order."""

    def columns(self, places: Sequence[Place]) -> Columns:
        """The facts of documents."""

    def documents(self, places: Sequence[Place]) -> Sequence[SearchDocument]:
        """The documents, whole."""
