"""What is asked of an engine."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from corpus.law import Language


@dataclass(frozen=True)
class AnyDay:
    """All wordings, those without known days too; one result an article."""


@dataclass(frozen=True)
class OnDay:
    """The wordings that held on a day."""

    day: date


@dataclass(frozen=True)
class ChangedBetween:
    """Articles that began or ceased to fit after `start` and up to `end`, both days included.

    Of an article whose wording on the eve of the change is not known nothing is said, save that
    it is so. Raises ValueError where `end` is not after `start`.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError("the second day must be after the first")


Moment = AnyDay | OnDay | ChangedBetween


@dataclass(frozen=True)
class Filters:
    """Values that results must have: one of those listed, for each list that is not empty.

    These are the facets too: the counts of each leave its own list out. `statuses` are words of
    `corpus.search.documents.Status`.
    """

    acts: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    regimes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()

    def without(self, facet: str) -> Filters:
        """The filters, one list left out."""
        return replace(self, **{facet: ()})


FACETS = tuple(one.name for one in fields(Filters))


@dataclass(frozen=True)
class Pin:
    """A provision that a citation in the query names: it goes first, whatever else fits.

    `place` is the block inside the article that is meant (`p_2`), by its key. `language`: only the
    texts in it are meant; None: all. Pins of one provision in several languages put them in order.
    """

    ngr: str
    key: str
    place: str = ""
    language: Language | None = None


@dataclass(frozen=True)
class Position:
    """Where a page of results ended; the next begins after it.

    `offset` is how many results there were up to it: where the index has changed since, the
    other values tell the place. `doubt` is that of the day, see `corpus.search.documents.Doubt`.
    """

    score: float
    act_number: int
    key_number: int
    article: str
    offset: int
    doubt: int = 0


@dataclass(frozen=True)
class Query:
    """What is looked for: words (see `corpus.search.querying`), days, filters and a page.

    `languages` of the filters also say which languages' forms of the words are tried; none: all.
    `cross`: also what means the same in another language. `count_facets`: whether facets are
    counted, which costs time; so does `highlight`, whether hits have pieces of text with the words
    marked. `today` decides what is in force, future or repealed. `after` goes before `offset`.
    Raises ValueError for a negative limit or offset.
    """

    text: str
    today: date
    when: Moment = AnyDay()
    filters: Filters = Filters()
    pins: tuple[Pin, ...] = ()
    cross: bool = False
    count_facets: bool = False
    highlight: bool = True
    limit: int = 20
    offset: int = 0
    after: Position | None = None

    def __post_init__(self) -> None:
        if self.limit < 0 or self.offset < 0:
            raise ValueError("limit and offset must be 0 or more")
