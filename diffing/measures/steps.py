"""What each edition changed: article by article, and in words.

Every article is compared with the nearest earlier edition that holds its place. Mostly that is the
edition before; where the one before is a part of the act, an edition has several steps, each for
other articles, and their counts add up without counting anything twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.law import Article, Edition, EditionLabel
from corpus.renamings import Renaming
from corpus.store.windows import Timeline
from diffing.changes import Change
from diffing.classify import (
    NO_WORDING_ON_EITHER_SIDE,
    REWORDED,
    ChangeKind,
    has_wording,
)
from diffing.compare import compare_editions
from diffing.measures.order import Missing, days, missing_between
from diffing.measures.places import Places
from diffing.measures.words import WordCount, WordsOfArticles, count_words

OF_SUBSTANCE = REWORDED | {ChangeKind.ADDED, ChangeKind.REPEALED, ChangeKind.RESTORED}
"""The kinds that change what the law says; the others leave its words alone."""


@dataclass(frozen=True)
class ArticleChange:
    """What became of one article in one step, with its words counted.

    A change of an article that says nothing on either side (a repealed article's heading, which
    later disappears) is technical here: it was repealed before.
    """

    kind: ChangeKind
    old: Article | None
    new: Article | None
    words: WordCount
    rules: tuple[str, ...] = ()
    coarse: bool = False

    @property
    def key(self) -> str:
        """The article's key in the newer edition; of a vanished article in the older."""
        article = self.new or self.old
        return article.key if article else ""

    @property
    def heading(self) -> str:
        """Its number and heading as printed, in the newer edition if it is there."""
        article = self.new or self.old
        return article.printed_heading if article else ""

    @property
    def of_substance(self) -> bool:
        """Whether the law's words changed."""
        return self.kind in OF_SUBSTANCE


@dataclass(frozen=True)
class Step:
    """From one held edition to a later one: the articles for which the older is the nearest.

    `missing` are editions known to exist that may lie between the two: what is counted may then be
    the work of several. `passed_over` are held editions in between that do not hold these articles.
    """

    older: EditionLabel
    newer: EditionLabel
    changes: tuple[ArticleChange, ...]
    unchanged: tuple[str, ...]
    unchanged_words: int = 0
    missing: tuple[Missing, ...] = ()
    passed_over: tuple[EditionLabel, ...] = ()

    @property
    def gap(self) -> bool:
        """Whether another edition may lie in between for these articles."""
        return bool(self.missing or self.passed_over)

    @property
    def days(self) -> int | None:
        """The days between the two labels; None where one of them is only a year."""
        (begin, also), (end, too) = days(self.older), days(self.newer)
        return (end - begin).days if begin == also and end == too else None

    def counts(self) -> dict[ChangeKind, int]:
        """How many articles changed in which way; every kind is named."""
        found = Counter(change.kind for change in self.changes)
        found[ChangeKind.UNCHANGED] = len(self.unchanged)
        return {kind: found[kind] for kind in ChangeKind}

    @cached_property
    def words(self) -> WordCount:
        """The words kept, come and gone by changes of substance; unchanged articles keep theirs.

        The older side has `words.before + technical_words.went` words, the newer side
        `words.after + technical_words.came`.
        """
        total = WordCount(kept=self.unchanged_words)
        for change in self.changes:
            total += change.words if change.of_substance else WordCount(kept=change.words.kept)
        return total

    @cached_property
    def technical_words(self) -> WordCount:
        """The words that only technical changes touched: other letters or spaces, the same words.

        None of them is kept; those that technical changes leave alone are in `words`.
        """
        technical = [change.words for change in self.changes if not change.of_substance]
        return WordCount(
            came=sum(words.came for words in technical), went=sum(words.went for words in technical)
        )


def steps_into(
    place: int,
    places: Places,
    timeline: Timeline,
    counted: WordsOfArticles,
    open_: Sequence[EditionLabel] = (),
    renamings: Sequence[Renaming] = (),
) -> tuple[Step, ...]:
    """The steps to the edition at a place in a sequence of editions, the nearest first.

    None for the first edition, and for one that shares no article's place with an earlier one.
    """
    newer = places.editions[place]
    told: dict[int, set[str]] = {}
    for key in places.keys:
        if places.holds(place, key) and (by := places.nearest_before(place, key)) is not None:
            told.setdefault(by, set()).add(key)
    steps = []
    for by, keys in sorted(told.items(), reverse=True):
        older = places.editions[by]
        if keys.isdisjoint(older.by_key) and keys.isdisjoint(newer.by_key):
            continue  # both hold the place, neither has the article
        between = places.editions[by + 1 : place]
        missing = missing_between(older.label, newer.label, timeline, open_)
        passed_over = tuple(edition.label for edition in between)
        steps.append(_step(older, newer, keys, counted, missing, passed_over, renamings))
    return tuple(steps)


def _step(
    older: Edition,
    newer: Edition,
    keys: Collection[str],
    counted: WordsOfArticles,
    missing: tuple[Missing, ...],
    passed_over: tuple[EditionLabel, ...],
    renamings: Sequence[Renaming],
) -> Step:
    comparison = compare_editions(older, newer, renamings=renamings)
    unchanged = tuple(key for key in comparison.unchanged if key in keys)
    return Step(
        older.label,
        newer.label,
        tuple(_measured(change) for change in comparison.changes if change.key in keys),
        unchanged,
        sum(counted.of(newer.by_key[key]) for key in unchanged),
        missing,
        passed_over,
    )


def _measured(change: Change) -> ArticleChange:
    kind, rules = change.kind, change.rules
    if not any(has_wording(article) for article in (change.old, change.new) if article):
        kind, rules = ChangeKind.TECHNICAL, (NO_WORDING_ON_EITHER_SIDE,)
    return ArticleChange(
        kind,
        change.old,
        change.new,
        count_words(change.redline),
        rules,
        change.redline.coarse,
    )
