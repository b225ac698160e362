"""What changed between two editions: the values that a comparison gives."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.law import Article, Division
from diffing.classify import ChangeKind
from diffing.redline import Redline
from diffing.runs import TextRedline


@dataclass(frozen=True)
class Change:
    """What became of one article.

    `rules` says how the kind was found: the folds and the ordered renamings that make a technical
    change none, or what a repeal, a new wording, a split or a merger was read from. `old` or `new`
    is None where the side has no such article.
    """

    kind: ChangeKind
    old: Article | None
    new: Article | None
    redline: Redline
    rules: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The article's key today: the new one, of a vanished article the old one."""
        return self.new_key or self.old_key or ""

    @property
    def old_key(self) -> str | None:
        """The key on the old side."""
        return self.old.key if self.old else None

    @property
    def new_key(self) -> str | None:
        """The key on the new side."""
        return self.new.key if self.new else None

    @property
    def rule(self) -> str | None:
        """The rules in one line."""
        return ", ".join(self.rules) or None


@dataclass(frozen=True)
class HeadingChange:
    """What became of the heading of a section, chapter or appendix that both editions name."""

    key: str
    kind: ChangeKind
    old: Division | None
    new: Division | None
    redline: TextRedline
    rules: tuple[str, ...] = ()

    @property
    def rule(self) -> str | None:
        """The rules in one line."""
        return ", ".join(self.rules) or None


@dataclass(frozen=True)
class Comparison:
    """What changed between two editions, in document order, and what could not be compared."""

    changes: tuple[Change, ...]
    unchanged: tuple[str, ...]
    """The keys of the articles that did not change, in the new edition's order."""
    headings: tuple[HeadingChange, ...]
    not_comparable: tuple[str, ...]
    """The keys of the articles that not both copies hold whole, in natural order."""

    def counts(self) -> dict[ChangeKind, int]:
        """How many articles changed in which way; every kind is named."""
        counts = dict.fromkeys(ChangeKind, 0)
        for change in self.changes:
            counts[change.kind] += 1
        counts[ChangeKind.UNCHANGED] = len(self.unchanged)
        return counts
