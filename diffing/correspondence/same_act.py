"""Articles of one act in two editions: the key decides; the points inside are paired in turn."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diffing.classify import wording_rules
from diffing.correspondence.provision import Provision, whole
from diffing.correspondence.relation import Correspondence, Relation, Route
from diffing.correspondence.selection import Chosen
from diffing.correspondence.side_by_side import together
from diffing.normalise import rules_between
from diffing.pairing import Unit, pair_units
from diffing.redline import redline

_WORD = re.compile(r"\w+")
_SAME_RULE = 0.3
"""Points of one number with fewer words in common speak of other things."""


@dataclass(frozen=True)
class SameAct:
    """What the keys and identical texts decide inside one act.

    `stray` are the points of changed articles that have no counterpart inside their article: they
    may have gone to another one, or come from there.
    """

    found: tuple[Correspondence, ...]
    rest_old: tuple[Chosen, ...]
    rest_new: tuple[Chosen, ...]
    stray_old: tuple[Provision, ...]
    stray_new: tuple[Provision, ...]


def same_act(old: Sequence[Chosen], new: Sequence[Chosen]) -> SameAct:
    """Pair the articles that both sides have under the same key, or in the same words."""
    partners = {one.identity: one for one in new}
    pairs = [(one, partners[one.identity]) for one in old if one.identity in partners]
    found = [_same_key(*pair) for pair in pairs]
    taken = {one.identity for one, _ in pairs}
    rest_old = [one for one in old if one.identity not in taken]
    rest_new = [one for one in new if one.identity not in taken]
    moved = _same_wording(rest_old, rest_new)
    found += [_pair(one, other, Relation.MOVED, Route.IDENTICAL_TEXT) for one, other in moved]
    gone = {id(one) for pair in moved for one in pair}
    inside = [one for pair in found for one in pair.points]
    return SameAct(
        tuple(found),
        tuple(one for one in rest_old if id(one) not in gone),
        tuple(one for one in rest_new if id(one) not in gone),
        tuple(one for pair in inside if not pair.new for one in pair.old),
        tuple(one for pair in inside if not pair.old for one in pair.new),
    )


def as_unit(one: Chosen) -> Provision:
    """An article or a point as one unit."""
    if one.is_whole:
        return whole(one.selection.edition, one.article)
    return next(iter(one.provisions()))


def _same_key(old: Chosen, new: Chosen) -> Correspondence:
    same = old.article == new.article or (
        wording_rules(old.article, new.article) is not None
        if old.is_whole
        else _same_text(old, new)
    )
    relation = Relation.IDENTICAL if same else Relation.EDITED
    return _pair(old, new, relation, Route.SAME_KEY)


def _same_text(old: Chosen, new: Chosen) -> bool:
    return rules_between(as_unit(old).text, as_unit(new).text) is not None


def _pair(old: Chosen, new: Chosen, relation: Relation, route: Route) -> Correspondence:
    one, other = as_unit(old), as_unit(new)
    inside = relation is Relation.EDITED and old.is_whole
    return Correspondence(
        (one,),
        (other,),
        relation,
        redline(one.wording, other.wording),
        route,
        score=1.0 if relation is not Relation.EDITED else common_words(one.text, other.text),
        points=tuple(points_between(old, new)) if inside else (),
    )


def points_between(old: Chosen, new: Chosen) -> list[Correspondence]:
    """The points of an article in two editions, in reading order; none if it has no points.

    An equal number is a strong hint, equal words a stronger one: where an article was worded anew
    its numbers may speak of other things. A point that was excluded has no counterpart.
    """
    before = [one for one in old.provisions() if not one.is_empty]
    after = [one for one in new.provisions() if not one.is_empty]
    if not any(one.is_inside for one in (*before, *after)):
        return []
    found = []
    for a, b in pair_units(_units(before), _units(after)):
        one, other = None if a is None else before[a], None if b is None else after[b]
        if one and other and common_words(one.text, other.text) < _SAME_RULE:
            found += [_point(one, None), _point(None, other)]
        else:
            found.append(_point(one, other))
    return found


def with_points(article: Correspondence, pairs: Sequence[Correspondence]) -> Correspondence:
    """An article's correspondence, with those of the pairs that are about points of it.

    They were found by their words alone, so they take the place of what seemed new or dropped.
    """
    (one,) = article.old
    own = [
        pair
        for pair in pairs
        if (pair.old[0].ngr, pair.old[0].article_key) == (one.ngr, one.article_key)
    ]
    if not own:
        return article
    told = {id(rule) for pair in own for rule in (*pair.old, *pair.new)}
    rest = [
        point
        for point in article.points
        if not any(id(rule) in told for rule in (*point.old, *point.new))
    ]
    return replace(article, points=(*rest, *own))


def _point(old: Provision | None, new: Provision | None) -> Correspondence:
    difference = redline(together(_one(old)), together(_one(new)))
    if old is None or new is None:
        relation = Relation.NEW if old is None else Relation.DROPPED
        return Correspondence(_one(old), _one(new), relation, difference)
    same_text = rules_between(old.text, new.text) is not None
    if old.key == new.key:
        relation, route = Relation.IDENTICAL if same_text else Relation.EDITED, Route.SAME_KEY
    elif same_text:
        relation, route = Relation.MOVED, Route.IDENTICAL_TEXT
    else:
        relation, route = Relation.EDITED, Route.SIMILARITY
    score = 1.0 if same_text else common_words(old.text, new.text)
    return Correspondence((old,), (new,), relation, difference, route, score)


def _one(provision: Provision | None) -> tuple[Provision, ...]:
    return () if provision is None else (provision,)


def _units(points: Sequence[Provision]) -> list[Unit]:
    return [Unit((point.marker, point.text), point.text, point.marker) for point in points]


def common_words(old: str, new: str) -> float:
    """The share of words that two texts have in common, from 0 to 1 (Dice over multisets)."""
    one, other = (Counter(_WORD.findall(text.lower())) for text in (old, new))
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def _same_wording(old: Sequence[Chosen], new: Sequence[Chosen]) -> list[tuple[Chosen, Chosen]]:
    """Articles of one act in the same words under different keys, one candidate on each side."""
    before, after = _by_text(old), _by_text(new)
    return [
        (own[0], after[text][0])
        for text, own in before.items()
        if len(own) == len(after.get(text, ())) == 1
    ]


def _by_text(side: Sequence[Chosen]) -> dict[tuple[str, str], list[Chosen]]:
    found: dict[tuple[str, str], list[Chosen]] = defaultdict(list)
    for one in side:
        unit = as_unit(one)
        found[unit.ngr, unit.folded].append(one)
    return found
