"""Two neighbouring editions: their changes with what explains them, and notes that nothing shows.

Only what both editions hold is spoken of. Technical differences are no changes; renamings that the
law ordered throughout are, and so need an explanation as others do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.amendments import AmendingAct, Amendment, Role
from corpus.law import Article, Edition, EditionLabel
from diffing.align import align
from diffing.classify import ChangeKind, classify
from diffing.excluded_in_place import noted_in_place
from diffing.explaining import (
    CHANGING,
    Explanation,
    Noted,
    NotedAt,
    ended,
    explanations,
    is_new,
    speaking_of,
)
from diffing.gone import by_its_exclusion, is_gone
from diffing.holding import held_by_all, holds_division
from diffing.in_force.still_printed import repeals_to_come
from diffing.redline import Redline, redline
from diffing.runs import Op

_NO_CHANGE = frozenset({ChangeKind.UNCHANGED, ChangeKind.TECHNICAL})


@dataclass(frozen=True)
class NotedEdition:
    """An edition with the amendments its notes name, and the act that its registry names."""

    edition: Edition
    amendments: tuple[Amendment, ...]
    cause: AmendingAct | None = None


@dataclass(frozen=True)
class ExplainedChange:
    """What became of an article, and the amendments that explain it; none: unexplained."""

    kind: ChangeKind
    old: Article | None
    new: Article | None
    explanations: tuple[Explanation, ...]

    @property
    def article(self) -> Article:
        """The article as it is now; of one that is gone as it was."""
        article = self.new or self.old
        if article is None:
            raise ValueError("a change of no article")
        return article


@dataclass(frozen=True)
class ExplainedStep:
    """What lies between two editions of one act in one language.

    `unshown` are amendments that are new in the newer edition's notes, may have come between the
    two, and of which no change of their place shows anything.
    """

    older: EditionLabel
    newer: EditionLabel
    changes: tuple[ExplainedChange, ...]
    unshown: tuple[Amendment, ...]


def explained_step(older: NotedEdition, newer: NotedEdition) -> ExplainedStep:
    """The changes between two neighbouring editions, each with what explains it."""
    sides = (older.edition, newer.edition)
    notes = _ByTarget.of(older.amendments), _ByTarget.of(newer.amendments)
    changes = []
    pairs = align(held_by_all(older.edition, sides), held_by_all(newer.edition, sides))
    for pair in pairs:
        if pair.old == pair.new:
            continue
        kind = classify(pair.old, pair.new).kind
        if kind in _NO_CHANGE:
            continue
        labels = older.edition.label, newer.edition.label
        now, before = (
            (*notes[side].speaking_of(own or other, own, labels[side]), *noted_in_place(own))
            for side, own, other in ((1, pair.new, pair.old), (0, pair.old, pair.new))
        )
        changed = _changed_words(pair.old, pair.new) if _asks_for_words(now) else ""
        found = explanations(labels[1], newer.cause, now, before, changed)
        found = by_its_exclusion(found) if is_gone(pair.new) else found
        if pair.old is not None:
            found += ended(notes[0].found.get(pair.old.key, ()), pair.old.key, *labels)
        changes.append(ExplainedChange(kind, pair.old, pair.new, found))
    shown = {key for change in changes for key in _places(change)} | set(_headings(*sides))
    common = {article.key for pair in pairs for article in (pair.old, pair.new) if article}
    return ExplainedStep(
        older.edition.label,
        newer.edition.label,
        tuple(changes),
        tuple(_unshown(older, newer, common, shown)),
    )


@dataclass(frozen=True)
class _ByTarget:
    """Amendments by the key of their place: an act has many, an article few."""

    found: Mapping[str | None, Sequence[Amendment]]

    @classmethod
    def of(cls, amendments: Sequence[Amendment]) -> _ByTarget:
        found: dict[str | None, list[Amendment]] = defaultdict(list)
        for one in amendments:
            found[one.target.key].append(one)
        return cls(found)

    def speaking_of(
        self, article: Article | None, printed: Article | None, label: EditionLabel
    ) -> tuple[Noted, ...]:
        """What changed an article; of a repeal whose words are `printed` that is not said yet."""
        if article is None:
            return ()
        near = [one for key in self._around(article) for one in self.found.get(key, ())]
        ahead = repeals_to_come(near, (printed,), label)
        near = [one for one in near if one not in ahead]
        return speaking_of(near, article.key, article.divisions)

    @staticmethod
    def _around(article: Article) -> tuple[str | None, ...]:
        return (article.key, *article.divisions, None)


def _asks_for_words(now: Sequence[Noted]) -> bool:
    return any(noted.at is NotedAt.ACT for noted in now)


def _changed_words(old: Article | None, new: Article | None) -> str:
    return changed_words(redline(old, new))


def changed_words(difference: Redline) -> str:
    """The words that came or went, a line a piece."""
    return "\n".join(
        run.text for text in difference.texts() for run in text.runs if run.op is not Op.KEEP
    )


def _places(change: ExplainedChange) -> Iterator[str]:
    """The keys of the article and of all that it stands in."""
    for article in (change.old, change.new):
        if article is not None:
            yield from (article.key, *article.divisions)


def _headings(older: Edition, newer: Edition) -> Iterator[str]:
    """The keys of the divisions whose headings differ, came or went."""
    before = {division.key: division.printed_heading for division in older.divisions}
    after = {division.key: division.printed_heading for division in newer.divisions}
    for key in {*before, *after}:
        if before.get(key) != after.get(key):
            yield key


def _unshown(
    older: NotedEdition, newer: NotedEdition, common: set[str], shown: set[str]
) -> Iterator[Amendment]:
    before = [Noted(one, NotedAt.ARTICLE) for one in older.amendments if _amends(one)]
    of_place: dict[str | None, list[Noted]] = defaultdict(list)
    for noted in before:
        of_place[noted.amendment.target.key].append(noted)
    ahead = repeals_to_come(
        [one for one in newer.amendments if one.target.key not in shown],
        newer.edition.articles,
        newer.edition.label,
    )
    for one in newer.amendments:
        key = one.target.key
        if key is None or key in shown or not _amends(one) or one in ahead:
            continue
        if not _may_lie_between(one, older.edition.label, newer.edition.label):
            continue
        if not older.amendments and not _adopted_after(one, older.edition.label):
            continue  # a copy without notes: what was adopted before it may be in it
        held = key in common or _holds_division(older.edition, newer.edition, key)
        if held and is_new(one, of_place[key]):
            yield one


def _amends(amendment: Amendment) -> bool:
    return amendment.role is Role.AMENDS and amendment.verb in CHANGING


def _holds_division(older: Edition, newer: Edition, key: str) -> bool:
    if not any(division.key == key for division in newer.divisions):
        return False
    return all(holds_division(one, key, newer) for one in (older, newer))


def _adopted_after(amendment: Amendment, label: EditionLabel) -> bool:
    adopted = amendment.act.adopted
    return adopted is not None and label.last_day is not None and adopted > label.last_day


def _may_lie_between(amendment: Amendment, older: EditionLabel, newer: EditionLabel) -> bool:
    """Whether what an amendment did may show in the newer edition and not yet in the older.

    One that was adopted before the older edition may have been noted late; one that enters into
    force after the newer one need not show yet.
    """
    if older.last_day is None or newer.last_day is None:
        return False
    starts = amendment.clause.on or amendment.act.adopted
    if starts is None:
        return False
    return older.last_day < starts <= newer.last_day
