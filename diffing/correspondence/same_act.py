"""Articles of one act in two editions: the key decides; the points inside are paired in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.law import ArticleKind
from diffing.classify import wording_rules
from diffing.correspondence.points import (
    common_words,
    home,
    may_be_one_rule,
    only_renumbered,
    points_between,
    with_points,
)
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Relation, Route
from diffing.correspondence.selection import Chosen
from diffing.matching import once_on_both
from diffing.normalise import rules_between
from diffing.redline import redline

Pair = tuple[Chosen, Chosen, Correspondence]
"""Two articles, or points that were named, and what is said of them."""


@dataclass(frozen=True)
class SameAct:
    """What the keys and identical texts decide inside one act, and what they leave.

    `stray` are the points of changed articles that have no counterpart inside their article: they
    may have gone to another one, or come from there.
    """

    pairs: tuple[Pair, ...]
    rest_old: tuple[Chosen, ...]
    rest_new: tuple[Chosen, ...]

    @property
    def stray_old(self) -> list[Provision]:
        """Points that went out of their article, or were dropped."""
        return [rule for point in self._points() if not point.new for rule in point.old]

    @property
    def stray_new(self) -> list[Provision]:
        """Points that came into their article, or are new."""
        return [rule for point in self._points() if not point.old for rule in point.new]

    def with_strays(
        self, pairs: Sequence[Correspondence]
    ) -> tuple[list[Correspondence], list[Correspondence]]:
        """The articles' correspondences after strays were looked for, and the pairs beside them.

        A pair of points inside one article belongs to that article's points.
        """
        whole = {old.home for old, _, _ in self.pairs if old.is_whole}
        beside = [pair for pair in pairs if home(pair) not in whole]
        articles = [
            with_points(article, pairs, old, new) if old.is_whole else article
            for old, new, article in self.pairs
        ]
        return articles, beside

    def _points(self) -> list[Correspondence]:
        return [point for _, _, pair in self.pairs for point in pair.points]


def same_act(old: Sequence[Chosen], new: Sequence[Chosen]) -> SameAct:
    """Pair the articles that both sides have under the same key, or in the same words.

    An article's number is never used again (Law on Legal Acts, articles 26(7) and 27(6)), so its
    key decides. Rules of a decree, or points inside an article, are numbered anew when they are
    worded anew as a whole: there equal words weigh more than an equal number.
    """
    partners = {one.identity: one for one in new}
    same_key = [(one, partners[one.identity]) for one in old if one.identity in partners]
    sure = [pair for pair in same_key if _is_article(*pair) or _says_the_same(*pair)]
    pairs = [(one, other, _same_key(one, other)) for one, other in sure]
    rest_old, rest_new = _rest(old, new, pairs)
    for one, other in _same_wording(rest_old, rest_new):
        pairs.append((one, other, _pair(one, other, Relation.MOVED, Route.IDENTICAL_TEXT)))
    taken = {id(one) for before, after, _ in pairs for one in (before, after)}
    pairs += [
        (one, other, _same_key(one, other))
        for one, other in same_key
        if taken.isdisjoint({id(one), id(other)}) and may_be_one_rule(one.unit, other.unit)
    ]
    return SameAct(tuple(pairs), *map(tuple, _rest(old, new, pairs)))


def _rest(
    old: Sequence[Chosen], new: Sequence[Chosen], pairs: Sequence[Pair]
) -> tuple[list[Chosen], list[Chosen]]:
    taken = {id(one) for before, after, _ in pairs for one in (before, after)}
    return [one for one in old if id(one) not in taken], [
        one for one in new if id(one) not in taken
    ]


def _is_article(old: Chosen, new: Chosen) -> bool:
    return old.is_whole and ArticleKind.POINT not in {old.article.kind, new.article.kind}


def _same_key(old: Chosen, new: Chosen) -> Correspondence:
    if _says_the_same(old, new):
        return _pair(old, new, Relation.IDENTICAL, Route.SAME_KEY)
    if not old.is_whole:
        return _pair(old, new, Relation.EDITED, Route.SAME_KEY)
    same = only_renumbered(old, new)
    pair = _pair(old, new, Relation.IDENTICAL if same else Relation.EDITED, Route.SAME_KEY)
    return replace(pair, points=tuple(points_between(old, new)))


def _says_the_same(old: Chosen, new: Chosen) -> bool:
    if old.article == new.article:
        return True
    if old.is_whole:
        return wording_rules(old.article, new.article) is not None
    return rules_between(old.unit.text, new.unit.text) is not None


def _pair(old: Chosen, new: Chosen, relation: Relation, route: Route) -> Correspondence:
    one, other = old.unit, new.unit
    difference = redline(one.wording, other.wording)
    score = common_words(one.text, other.text) if relation is Relation.EDITED else 1.0
    return Correspondence((one,), (other,), relation, difference, route, score)


def _same_wording(old: Sequence[Chosen], new: Sequence[Chosen]) -> list[tuple[Chosen, Chosen]]:
    """Articles of one act in the same words under different keys, one candidate on each side."""
    return once_on_both(
        *((((one.unit.ngr, one.unit.folded), one) for one in side) for side in (old, new))
    )
