"""What a comparison is made of: one value for two editions of an act and for two sets of rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from api.questions.asked import Asked
from api.questions.explained import ExplainingAct
from api.questions.sides import HeldSet, MissingSet, Side
from corpus.law import EditionLabel, Language
from corpus.phases import Phase
from corpus.provisions import ProvisionSet
from corpus.store.records import EditionSummary
from diffing.classify import ChangeKind
from diffing.correspondence.relation import Relation, Route
from diffing.redline import Redline

Kind = ChangeKind | Relation
HEADING = "heading"
"""The group of the headings of sections, chapters and appendices."""

SAME_WORDS = frozenset({ChangeKind.UNCHANGED, ChangeKind.TECHNICAL, Relation.IDENTICAL})
"""Kinds that change no word of the law."""


@dataclass(frozen=True)
class Place:
    """A provision of one edition: where it is read, and what it is called."""

    ngr: str
    key: str
    article_key: str
    label: EditionLabel
    heading: str
    """Number and title as printed, of a point those of its article; may be a bare number or ""."""

    @property
    def inside(self) -> str:
        """The path inside the article: `p_5` of `art_9__p_5`; "" for a whole one."""
        return self.key.removeprefix(self.article_key).removeprefix("__")


@dataclass(frozen=True)
class Finding:
    """How a pair of rules was found (see `diffing.correspondence.relation`)."""

    route: Route | None
    score: float | None
    runner_up: float | None
    ground: str | None
    sure: bool


@dataclass(frozen=True)
class Item:
    """An article, a rule or a heading on both sides, or on one.

    `acts` are those that may have made the change, known for two editions of an act only, `finding`
    for sets of rules only.
    `went_to` and `came_from` are keys of articles with which paragraphs were exchanged.
    """

    anchor: str
    kind: Kind
    old: tuple[Place, ...]
    new: tuple[Place, ...]
    redline: Redline
    is_heading: bool = False
    rule: str | None = None
    divisions: frozenset[str] = frozenset()
    finding: Finding | None = None
    went_to: tuple[str, ...] = ()
    came_from: tuple[str, ...] = ()
    acts: tuple[ExplainingAct, ...] = ()

    @property
    def same_words(self) -> bool:
        """Whether the law's words are the same on both sides."""
        return self.kind in SAME_WORDS

    @property
    def group(self) -> str:
        """What it is counted and filtered as."""
        return HEADING if self.is_heading and not self.same_words else str(self.kind)

    @property
    def keys(self) -> frozenset[str]:
        """Its keys on both sides."""
        return frozenset(one.key for one in (*self.old, *self.new))

    def concerns(self, keys: frozenset[str]) -> bool:
        """Whether it is, or stands in, one of the articles and divisions."""
        return bool(keys & (self.keys | self.divisions))


@dataclass(frozen=True)
class SetShown:
    """A set of provisions that takes part: in which edition it is read, by which question."""

    provisions: ProvisionSet
    edition: EditionSummary
    asked: Asked
    general: bool = False

    @classmethod
    def of(cls, held: HeldSet) -> SetShown:
        """What is shown of a held set: everything but its text."""
        return cls(held.provisions, held.edition, held.asked, held.selection.general)


@dataclass(frozen=True)
class SideShown:
    """One side, without its texts. `alone` are the keys whose place only this side holds."""

    name: str
    phase: Phase | None
    held: tuple[SetShown, ...]
    missing: tuple[MissingSet, ...] = ()
    alone: tuple[str, ...] = ()
    without_wording: tuple[str, ...] = ()

    @classmethod
    def of(cls, side: Side, alone: tuple[str, ...], without: tuple[str, ...]) -> SideShown:
        """What is shown of a side."""
        held = tuple(map(SetShown.of, side.held))
        return cls(side.name, side.phase, held, side.missing, alone, without)


@dataclass(frozen=True)
class Comparing:
    """Two sides item by item, in reading order; what is the same on both is an item too."""

    language: Language
    left: SideShown
    right: SideShown
    items: tuple[Item, ...]
    by_editions: bool
    """Two editions of one act, by keys; else sets of rules, by correspondence."""
    around: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The divisions that the articles stand in which only one side holds."""

    def counts(self) -> Mapping[str, int]:
        """How many items of each group."""
        return Counter(one.group for one in self.items)

    def only(self, keys: frozenset[str]) -> Comparing:
        """The same for some articles and divisions; no keys: as it is."""
        if not keys:
            return self
        items = tuple(one for one in self.items if one.concerns(keys))
        left, right = (
            replace(
                side,
                alone=tuple(key for key in side.alone if keys & {key, *self.around.get(key, ())}),
            )
            for side in (self.left, self.right)
        )
        return replace(self, items=items, left=left, right=right)


@dataclass(frozen=True)
class Crossing:
    """Where paragraphs that went from one item came in another, by item and block."""

    to: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    back: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
