"""What a search finds: articles, each with the wordings of it that fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.law import Language
from corpus.search.documents import SearchDocument, Status
from corpus.search.queries import Position
from corpus.search.querying.expansion import Added
from corpus.search.querying.ignored import Ignored


@dataclass(frozen=True)
class FoundWording:
    """A wording that fits, and the days on which it held (see `SearchDocument`).

    Where `doubtful`, `valid_from` and `valid_to` are no days that anybody names.
    `before_is_known`, `after_is_known`: whether it is known what stood in its place on the eve of
    `valid_from` and on `valid_to`, nothing perhaps. `perhaps_before`, `perhaps_after`: on days
    before or after its own it may have been in force too; who puts them into one sets them.
    `held_since`: the year, where `held_from` is but the last day of it, as an edition's label tells
    no day; likewise set by who knows the editions.
    """

    id: str
    label: str
    text_hash: str
    valid_from: date | None
    valid_to: date | None
    status: Status
    doubtful: bool
    is_current: bool
    complete: bool
    sample: bool
    before_is_known: bool = False
    after_is_known: bool = False
    held_from: date | None = None
    held_to: date | None = None
    perhaps_before: bool = False
    perhaps_after: bool = False
    held_since: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether this was the wording on that day."""
        begun = self.valid_from is not None and self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)

    @classmethod
    def of(cls, document: SearchDocument, today: date) -> FoundWording:
        """The wording of a document."""
        return cls(
            id=document.id,
            label=document.label,
            text_hash=document.text_hash,
            valid_from=document.valid_from,
            valid_to=document.valid_to,
            status=document.status(today),
            doubtful=document.doubtful,
            is_current=document.is_current,
            complete=document.complete,
            sample=document.sample,
            before_is_known=document.before_is_known,
            after_is_known=document.after_is_known,
            held_from=document.held_from,
            held_to=document.held_to,
        )


class EventKind(StrEnum):
    """What happened to what was looked for in an article."""

    APPEARED = "appeared"
    WENT = "went"


@dataclass(frozen=True)
class Event:
    """On `day` an article began to fit, or ceased to.

    `certain` False: what stood there on the other side of the day is not known, or the wording
    may have been in force on other days than these.
    """

    kind: EventKind
    day: date
    certain: bool


@dataclass(frozen=True)
class Hit:
    """One article that was found.

    `wording` stands for all `wordings`, which are in time order, those without days last: it fits
    best or, where one day was asked for, is the likeliest of those that may have been in force;
    of those there is but one unless they are doubtful. What a repeal has left of an article, which
    held on no day, is given only where nothing else of it fits. `place` is the key of the block
    inside the article that the snippet shows (empty: the article's own beginning). `snippet_html`
    and `heading_html` are escaped; their only tags are `<mark>`. `note_html` likewise, a piece of
    the registry's footnotes, where `note:` found something in them. `events` only where changes
    were asked for.
    """

    ngr: str
    key: str
    lang: Language
    heading: str
    act_title: str
    kind: str
    form: str | None
    wording: FoundWording
    wordings: tuple[FoundWording, ...]
    score: float
    pinned: bool
    place: str
    snippet_html: str
    heading_html: str
    events: tuple[Event, ...] = ()
    note_html: str = ""


@dataclass(frozen=True)
class FacetCount:
    """How many results have a value: as many as there would be if it alone were chosen."""

    value: str
    count: int


Facets = Mapping[str, tuple[FacetCount, ...]]
"""By the names of `corpus.search.queries.FACETS`; the most frequent first, then by value."""


@dataclass(frozen=True)
class Results:
    """A page of hits, the exact number of all, and what became of the query.

    `certain`: how many of all surely were in force on the day asked for, and go first; of the
    others it is not known. None where no day was asked for.
    `ignored`: what of it made no sense. `also`: other words that were added to it.
    `next`: where the next page begins; None at the end.
    """

    total: int
    hits: tuple[Hit, ...] = ()
    certain: int | None = None
    facets: Facets = field(default_factory=dict)
    ignored: tuple[Ignored, ...] = ()
    also: tuple[Added, ...] = ()
    next: Position | None = None
