"""A comparison table as plain values: what stands left and right of each structural element."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.law import HoldingKind, Language
from diffing.classify import ChangeKind
from diffing.correspondence.relation import Relation, Route
from exports.tables.table import Line


class Compares(StrEnum):
    """What a table puts side by side."""

    EDITIONS = "editions"
    """Two editions of one act: what stands right was made of what stands left."""
    RULES = "rules"
    """Two regimes, acts or sets of provisions."""


@dataclass(frozen=True)
class Options:
    """What is wanted in a table beside the changes of the law.

    `key`: only of this provision. `keys`: of two editions only these articles and divisions.
    """

    technical: bool = False
    unchanged: bool = False
    key: str | None = None
    keys: tuple[str, ...] = ()

    @property
    def narrowed_by(self) -> tuple[tuple[str, ...], ...]:
        """The keys that narrow a table, each group of them by itself."""
        return tuple(group for group in ((self.key,) if self.key else (), self.keys) if group)


@dataclass(frozen=True)
class GroundAct:
    """An amending act behind a row, in words; `place` is what of the article it names («p_2»)."""

    name: str
    start: str
    """From when it is in force, and how that is known."""
    in_force_from: date | None = None
    place: str = ""
    noted: bool = True
    """False where only the registry names it."""


@dataclass(frozen=True)
class Likeness:
    """How two rules of different texts belong together, and how that was found."""

    relation: Relation
    route: Route | None = None
    score: float | None = None
    quote: str | None = None
    sure: bool = True


class Place(StrEnum):
    """What of an article or a division an element is, where it is not a point."""

    WHOLE = "whole"
    HEADING = "heading"
    OPENING = "opening"
    """The heading, and what comes before the first point."""


@dataclass(frozen=True)
class ElementName:
    """A structural element: the heading it stands under as printed, and the points meant in it.

    `key` says what it is where no word is printed over it.
    """

    heading: str
    points: tuple[str, ...] = ()
    place: Place = Place.WHOLE
    key: str = ""


@dataclass(frozen=True)
class Row:
    """A structural element before and after.

    None: that side has no such element. `became` are its names on the right where they differ.
    `kind` is of a change between editions, `likeness` of a pair of rules; `acts` are the grounds of
    a change.
    """

    elements: tuple[ElementName, ...]
    became: tuple[ElementName, ...]
    left_keys: tuple[str, ...]
    right_keys: tuple[str, ...]
    before: tuple[Line, ...] | None
    after: tuple[Line, ...] | None
    kind: ChangeKind | None = None
    acts: tuple[GroundAct, ...] = ()
    likeness: Likeness | None = None
    coarse: bool = False
    """Compared roughly: a part of it was too long for a comparison by words."""


@dataclass(frozen=True)
class Source:
    """The evidence of one text that was read."""

    ngr: str
    act: str
    label: str
    holding: HoldingKind
    registry: str
    url: str | None = None
    fetched_at: datetime | None = None
    sha256: str | None = None
    sample: bool = False


@dataclass(frozen=True)
class Told:
    """One side: what it is called, the texts it was read in, and what is not sure of it."""

    name: str
    title: str
    day: str
    sources: tuple[Source, ...]
    missing: tuple[str, ...] = ()
    doubts: str | None = None


@dataclass(frozen=True)
class ComparisonTable:
    """What is compared with what, and the rows in the order of the act."""

    compares: Compares
    language: Language
    left: Told
    right: Told
    rows: tuple[Row, ...]
    options: Options
    technical: int = 0
    """How many elements differ in form only, in the table or left out of it."""
    unchanged: int = 0
    """How many are equal, in the table or left out of it."""
    backwards: bool = False
    """The later edition stands left."""
    place: str = ""
    """What `options.key` names, in words."""
    not_compared: tuple[str, ...] = ()
    """Keys that one side holds and the other may only lack because it is held in part."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All texts that were read, each once."""
        return tuple(dict.fromkeys((*self.left.sources, *self.right.sources)))

    @property
    def sample(self) -> bool:
        """Whether some of it is no official text."""
        return any(source.sample for source in self.sources)

    @property
    def moment(self) -> datetime | None:
        """When the newest of the evidence was fetched."""
        return max((one.fetched_at for one in self.sources if one.fetched_at), default=None)
