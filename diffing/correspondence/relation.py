"""What an alignment says: which rules belong together, how, and how that was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from diffing.classify import ChangeKind
from diffing.correspondence.provision import Provision
from diffing.redline import Redline


class Relation(StrEnum):
    """What became of a rule."""

    IDENTICAL = "identical"
    """The same words: what differs, if anything, is technical (see `diffing.normalise`)."""
    EDITED = "edited"
    SPLIT = "split"
    """One old rule became several."""
    MERGED = "merged"
    """Several old rules became one."""
    MOVED = "moved"
    """The same words under another number of the same act."""
    NEW = "new"
    DROPPED = "dropped"
    POSSIBLE = "possible"
    """Alike, but not so that it can be asserted."""

    @property
    def mirrored(self) -> Relation:
        """The relation seen from the other side."""
        return _MIRRORED.get(self, self)


_MIRRORED = {
    Relation.SPLIT: Relation.MERGED,
    Relation.MERGED: Relation.SPLIT,
    Relation.NEW: Relation.DROPPED,
    Relation.DROPPED: Relation.NEW,
}


class Route(StrEnum):
    """How a correspondence was found.

    A key decides before a lawyer's pair, that before equal words, these before similarity. A pair
    has the route of an official note where a note ties its rules together: fewer common words were
    enough for it then.
    """

    SAME_KEY = "same key"
    OFFICIAL_NOTE = "official note"
    CURATED = "curated"
    IDENTICAL_TEXT = "identical text"
    SIMILARITY = "similarity"


@dataclass(frozen=True)
class Correspondence:
    """Rules of both sides that belong together; one side is empty for what is new or dropped.

    `score` is the similarity of the two texts, from 0 to 1, of several rules that of the weakest
    pair, for a pair of one key the share of common words; None where there is no other side.
    `runner_up` is the best similarity that any of the rules has elsewhere, of what is new or
    dropped the best it has at all; None where it was not looked for. `ground` is what the pair
    rests on where it is not statistics: the quotes of official notes, a lawyer's reason.
    `points` are the correspondences inside an article that both sides have under the same key.
    What is new or dropped is not `sure` where a part of the other side is not held: its counterpart
    may stand there. A possible pair never is.
    Of two editions of one act, which are compared by keys, `change` is what became of the article,
    or of the heading of a division where it `is_heading`, and `rule` how that was found.
    """

    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    relation: Relation
    redline: Redline
    route: Route | None = None
    score: float | None = None
    runner_up: float | None = None
    ground: str | None = None
    points: tuple[Correspondence, ...] = ()
    sure: bool = True
    change: ChangeKind | None = None
    rule: str | None = None
    is_heading: bool = False

    def mirrored(self) -> Correspondence:
        """The same seen from the other side."""
        return replace(
            self,
            old=self.new,
            new=self.old,
            relation=self.relation.mirrored,
            redline=self.redline.mirrored(),
            points=tuple(one.mirrored() for one in self.points),
        )


@dataclass(frozen=True)
class UnusedPair:
    """A curated pair about these texts that was not used, and why."""

    pair: str
    reason: str


@dataclass(frozen=True)
class Correspondences:
    """Everything that could be said of two sets of provisions, in the old side's order.

    `without_wording` are the keys, old and new, of articles and points that say nothing any more
    (excluded ones); `not_comparable` of those that a partial copy holds on one side only, or breaks
    off in.
    """

    items: tuple[Correspondence, ...]
    unused: tuple[UnusedPair, ...] = ()
    without_wording: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    not_comparable: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def counts(self) -> dict[Relation, int]:
        """How many correspondences of each relation; every relation is named."""
        found = Counter(one.relation for one in self.items)
        return {relation: found[relation] for relation in Relation}

    def mirrored(self) -> Correspondences:
        """The same seen from the other side, in this side's order."""
        return Correspondences(
            tuple(one.mirrored() for one in self.items),
            self.unused,
            self.without_wording[::-1],
            self.not_comparable[::-1],
        )
