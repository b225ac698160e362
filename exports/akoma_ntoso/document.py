"""What is said of an edition beside its text: where it was read, what changed it, since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from corpus.amendments import Verb
from corpus.law import Edition


@dataclass(frozen=True)
class WorkKnown:
    """What is known of the act itself; None is unknown."""

    adopted: date | None = None
    form: str | None = None
    number: str | None = None
    repealed_on: date | None = None


@dataclass(frozen=True)
class Origin:
    """Where the edition was read from, and by what."""

    registry: str
    format: str
    parser_version: str
    revision: int
    url: str | None = None
    snapshot_sha256: str | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True)
class Modification:
    """What an amending act did to a place of this text, as the registry's note says.

    `source` is the amending act's address, or None where its note tells too little to make one.
    `key` is None for the act as a whole. `in_force_from` is None where the day is not known;
    `ground` says from what it is.
    """

    source: str | None
    name: str
    verb: Verb
    key: str | None
    adopted: date | None = None
    in_force_from: date | None = None
    ground: str = "unknown"


@dataclass(frozen=True)
class InForce:
    """The days `[begins, ends)` on which an article's wording surely applied.

    `begins` None: since before the oldest day known; `ends` None: no end is known.
    """

    begins: date | None
    ends: date | None


@dataclass(frozen=True)
class TextLink:
    """A stretch of a block's text that surely means one provision, and where that is.

    `block` is the block's place among the article's, `start` and `end` are places in its text.
    `href` begins with `#` for an eId of the same document.
    """

    block: int
    start: int
    end: int
    href: str


@dataclass(frozen=True)
class Document:
    """An edition with all that its Akoma Ntoso says.

    `in_force` has, by article key, the stretches of days that are sure; an article that is not
    there has none that is: nothing is said of it. `links` are the references in its text, by
    article key.
    """

    edition: Edition
    work: WorkKnown = WorkKnown()
    origin: Origin | None = None
    modifications: tuple[Modification, ...] = ()
    in_force: Mapping[str, tuple[InForce, ...]] = field(default_factory=dict)
    site: str = ""
    """The address of the service, for a reader who holds only the file."""
    links: Mapping[str, tuple[TextLink, ...]] = field(default_factory=dict)
