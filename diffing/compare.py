"""Two editions of one act side by side: what changed, article by article.

A comparison speaks only of what both editions hold: what one of them lacks because its copy
ends earlier, or holds another chapter, is neither added nor repealed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.keys import covers, key_order
from corpus.law import Article, Division, Edition, HoldingKind
from diffing.align import Aligned, align
from diffing.classify import ChangeKind, Verdict, classify
from diffing.engine import Engine, fastest_engine
from diffing.normalise import rules_between
from diffing.redline import Redline, redline
from diffing.runs import Op, TextRedline
from diffing.words import LIMITS, Budget, Limits, compare_words


class NotComparable(ValueError):
    """The two editions are not two states of one text."""


class DifferentActs(NotComparable):
    """The editions belong to different acts."""


class DifferentLanguages(NotComparable):
    """The editions are in different languages."""


@dataclass(frozen=True)
class Change:
    """What became of one article.

    `rules` says how the kind was found: the folds that make a technical change none, or what a
    repeal was read from. `old` or `new` is None where the side has no such article.
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


@dataclass(frozen=True)
class Comparison:
    """What changed between two editions, in document order, and what could not be compared."""

    changes: tuple[Change, ...]
    unchanged: tuple[str, ...]
    """The keys of the articles that did not change, in the new edition's order."""
    headings: tuple[HeadingChange, ...]
    not_comparable: tuple[str, ...]
    """The keys of the articles whose place only one side holds, in natural order."""

    def counts(self) -> dict[ChangeKind, int]:
        """How many articles changed in which way; every kind is named."""
        counts = dict.fromkeys(ChangeKind, 0)
        for change in self.changes:
            counts[change.kind] += 1
        counts[ChangeKind.UNCHANGED] = len(self.unchanged)
        return counts


def compare_editions(
    old: Edition, new: Edition, engine: Engine | None = None, limits: Limits = LIMITS
) -> Comparison:
    """What changed from one edition of an act to another, in one language.

    Raises `DifferentActs` or `DifferentLanguages`.
    """
    _refuse_what_cannot_be_compared(old, new)
    engine = engine or fastest_engine()
    before, before_alone = _held_by_both(old, new, old.articles)
    after, after_alone = _held_by_both(old, new, new.articles)
    changes = []
    unchanged = []
    for pair in align(before, after):
        verdict = _verdict(pair, old, new)
        if pair.new and verdict.kind is ChangeKind.UNCHANGED:
            unchanged.append(pair.new.key)
        else:
            difference = redline(pair.old, pair.new, engine, limits)
            changes.append(Change(verdict.kind, pair.old, pair.new, difference, verdict.rules))
    return Comparison(
        tuple(changes),
        tuple(unchanged),
        _headings(old, new, engine, limits),
        tuple(sorted(before_alone | after_alone, key=key_order)),
    )


def _refuse_what_cannot_be_compared(old: Edition, new: Edition) -> None:
    if old.ngr != new.ngr:
        raise DifferentActs(
            f"{old.ngr} and {new.ngr} are different acts: give two editions of one act"
        )
    if old.language is not new.language:
        raise DifferentLanguages(
            f"{old.ngr} of {old.label} is in {old.language}, of {new.label} in {new.language}: "
            "give two editions in one language"
        )


def _held_by_both(
    old: Edition, new: Edition, articles: Iterable[Article]
) -> tuple[list[Article], set[str]]:
    """The articles whose place both editions hold, and the keys of the others."""
    articles = tuple(articles)
    order = [article.key for article in articles]
    held: list[Article] = []
    alone: set[str] = set()
    for article in articles:
        if all(covers(side, article.key, article.divisions, order) for side in (old, new)):
            held.append(article)
        else:
            alone.add(article.key)
    return held, alone


def _verdict(pair: Aligned, old: Edition, new: Edition) -> Verdict:
    if pair.old == pair.new:  # most articles of most editions: nothing is read, only compared
        return Verdict(ChangeKind.UNCHANGED)
    known = _knows_divisions(old, pair.old) and _knows_divisions(new, pair.new)
    return classify(pair.old, pair.new, divisions_known=known)


def _knows_divisions(edition: Edition, article: Article | None) -> bool:
    """Whether the divisions of an article are told: an excerpt may lack its chapter's heading."""
    if article is None or edition.holding.kind is not HoldingKind.PARTS:
        return True
    return any(division in edition.holding.keys for division in article.divisions)


def holds_division(edition: Edition, key: str, teller: Edition) -> bool:
    """Whether an edition holds the place of a division's heading, so that it means something there.

    For a division that it lacks another edition, the teller, says where its place is. An excerpt
    of just that division may lack only the heading; the last heading of a beginning may be cut.
    """
    kind = edition.holding.kind
    if kind is HoldingKind.WHOLE:
        return True
    if any(division.key == key for division in edition.divisions):
        last = edition.content[-1]
        cut = kind is HoldingKind.BEGINNING and isinstance(last, Division) and last.key == key
        return not cut
    if kind is HoldingKind.PARTS:
        return key not in edition.holding.keys and covers(edition, key, _around(teller, key))
    places = [
        place
        for place, item in enumerate(teller.content)
        if isinstance(item, Division) and item.key == key
    ]
    following = teller.content[places[0] :] if places else ()
    return any(isinstance(item, Article) and item.key in edition.by_key for item in following)


def _around(edition: Edition, key: str) -> tuple[str, ...]:
    """The divisions that a division stands in."""
    for article in edition.articles:
        if key in article.divisions:
            return article.divisions[: article.divisions.index(key)]
    return ()


def _headings(
    old: Edition, new: Edition, engine: Engine, limits: Limits
) -> tuple[HeadingChange, ...]:
    """Headings that differ, of the divisions whose place both editions hold."""
    before = {division.key: division for division in reversed(old.divisions)}
    after = {division.key: division for division in reversed(new.divisions)}
    order = dict.fromkeys(division.key for division in (*new.divisions, *old.divisions))
    changes = []
    for key in order:
        one, other = before.get(key), after.get(key)
        teller = new if other else old
        if not all(holds_division(side, key, teller) for side in (old, new)):
            continue
        if one and other:
            rules = rules_between(one.printed_heading, other.printed_heading)
            if rules == ():
                continue
            kind = ChangeKind.AMENDED if rules is None else ChangeKind.TECHNICAL
            text = compare_words(one.printed_heading, other.printed_heading, engine, Budget(limits))
            changes.append(HeadingChange(key, kind, one, other, text, rules or ()))
        elif other:
            text = TextRedline.whole(Op.INSERT, other.printed_heading)
            changes.append(HeadingChange(key, ChangeKind.ADDED, None, other, text))
        elif one:
            text = TextRedline.whole(Op.DELETE, one.printed_heading)
            changes.append(HeadingChange(key, ChangeKind.REPEALED, one, None, text))
    return tuple(changes)
