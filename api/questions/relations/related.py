"""The values that tell of a provision's relations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.crossreferences.calling import Unresolved
from corpus.crossreferences.reference import Scope
from corpus.law import EditionLabel, Language
from diffing.correspondence.relation import Relation, Route


class TargetPresence(StrEnum):
    """Whether a cited provision is there on the day that is asked about."""

    HERE = "here"
    ABSENT = "absent"
    """The edition that answers holds its place, and has none there."""
    UNKNOWN = "unknown"
    """The text of that day is not held, or not that part of it; others are."""


@dataclass(frozen=True)
class Target:
    """A provision that a reference leads to.

    `key` is an article's or a division's, "" the act itself; `block` the key of the place inside
    the article, "" where the whole article is meant or the place was not found (`place_found`).
    `edition` is the one to link to, in `language`; None: nothing of that day can be linked, so the
    newest is, and `heading` is that of the edition `heading_of`.
    """

    ngr: str
    act_title: str
    language: Language
    key: str
    block: str = ""
    is_division: bool = False
    heading: str = ""
    edition: EditionLabel | None = None
    presence: TargetPresence = TargetPresence.UNKNOWN
    place_found: bool = True
    heading_of: EditionLabel | None = None


@dataclass(frozen=True)
class Reference:
    """A stretch of an article's text that refers to something.

    `block` is the place of the block among `article.blocks`, `start` and `end` are places in that
    block's `text`; no two references overlap. Several `targets` are a run («пунктами 5–8»), the
    first one first; without targets `why` says why there is no link, and `act_ngr` and
    `act_title` tell the act where that much is known.
    """

    block: int
    block_key: str
    start: int
    end: int
    words: str
    scope: Scope
    targets: tuple[Target, ...] = ()
    why: Unresolved | None = None
    act_ngr: str | None = None
    act_title: str | None = None


@dataclass(frozen=True)
class CitingPlace:
    """Where in an article it cites: `words` are the reference, `cited` the place that it names.

    `block_key` is the block's key in the citing article, `cited` the key inside the cited one, ""
    for the whole article.
    """

    block_key: str
    before: str
    words: str
    after: str
    cited: str = ""


@dataclass(frozen=True)
class Citer:
    """An article that cites this one, in the edition that answers for the day."""

    ngr: str
    act_title: str
    language: Language
    key: str
    heading: str
    edition: EditionLabel
    places: tuple[CitingPlace, ...]


@dataclass(frozen=True)
class CitedBy:
    """The articles that cite this one, other acts last.

    `unknown` are acts of which some edition cites it while their text of the day is not held.
    `being_read`: not all texts were read yet, so that nothing is told.
    """

    citers: tuple[Citer, ...]
    unknown: tuple[str, ...] = ()
    being_read: bool = False


@dataclass(frozen=True)
class RelatedProvision:
    """Another provision that this one, or a point of it, came from or went to.

    `own` is the key of the part of this article that is meant, its own key for the whole;
    `key` the other article's, `block` the place in it. `asserted` is False for what is only
    possible. `score` is the similarity, from 0 to 1; `origin` is how it is known, None where the
    registry's editions show it (a new number in the next edition); `ground` are the note's or the
    lawyer's words. `regimes` are the two phases that were compared, () inside one act.
    """

    own: str
    relation: Relation
    asserted: bool
    ngr: str
    act_title: str
    language: Language
    key: str
    block: str
    heading: str
    edition: EditionLabel
    origin: Route | None = None
    score: float | None = None
    ground: str | None = None
    regimes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Relations:
    """All relations of an article of one edition."""

    cites: tuple[Reference, ...]
    cited_by: CitedBy
    came_from: tuple[RelatedProvision, ...]
    went_to: tuple[RelatedProvision, ...]
