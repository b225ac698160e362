"""The points of an article in two editions: which is which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from diffing.correspondence.ordering import identity, in_order
from diffing.correspondence.provision import Provision, paragraphs
from diffing.correspondence.relation import Correspondence, Relation, Route
from diffing.correspondence.selection import Chosen
from diffing.correspondence.side_by_side import together
from diffing.normalise import rules_between
from diffing.pairing import Unit, pair_units
from diffing.redline import redline

_WORD = re.compile(r"\w+")
_SAME_RULE = 0.3
"""Points of one number with fewer words in common speak of other things."""


def points_between(old: Chosen, new: Chosen) -> list[Correspondence]:
    """The points of an article in two editions, in reading order; none if it has no points.

    Where only one edition numbers them, the other's unnumbered parts stand beside its points. An
    equal number is a strong hint, equal words a stronger one: where an article was worded anew its
    numbers may speak of other things. A point that was excluded has no counterpart.
    """
    before, after = points_of(old, new), points_of(new, old)
    found = []
    for a, b in pair_units(_units(before), _units(after)):
        one, other = None if a is None else before[a], None if b is None else after[b]
        if one and other and not may_be_one_rule(one, other):
            found += [_point(one, None), _point(None, other)]
        else:
            found.append(_point(one, other))
    return in_order(found, map(identity, before), map(identity, after))


def points_of(one: Chosen, other: Chosen) -> list[Provision]:
    """The points that say something of an article, or its parts if only the other has points."""
    own = list(one.provisions())
    if not any(unit.is_inside for unit in own):
        if not any(unit.is_inside for unit in other.provisions()):
            return []
        own = list(paragraphs(one.selection.edition, one.article))
    return [unit for unit in own if not unit.is_empty]


def only_renumbered(old: Chosen, new: Chosen) -> bool:
    """Whether the units of two articles say the same, one by one, whatever their numbers are."""
    before, after = list(old.provisions()), list(new.provisions())
    return (
        len(before) == len(after)
        and rules_between(old.article.heading, new.article.heading) is not None
        and all(_says_the_same(one, other) for one, other in zip(before, after, strict=True))
    )


def with_points(
    article: Correspondence, pairs: Sequence[Correspondence], old: Chosen, new: Chosen
) -> Correspondence:
    """An article's correspondence after its stray points were looked for everywhere.

    They were found by their words alone. Pairs of points of this article take the place of what
    seemed new or dropped; what went to another article, or came from there, is told apart.
    """
    told = {id(rule) for pair in pairs for rule in (*pair.old, *pair.new)}
    rest = [
        point
        for point in article.points
        if not any(id(rule) in told for rule in (*point.old, *point.new))
    ]
    own = [pair for pair in pairs if home(pair) == old.home]
    if not own:
        return replace(article, points=tuple(rest))
    before, after = points_of(old, new), points_of(new, old)
    ordered = in_order([*rest, *own], map(identity, before), map(identity, after))
    return replace(article, points=tuple(ordered))


def home(pair: Correspondence) -> tuple[str, str] | None:
    """The one article inside which both sides of a pair stand; None if they stand in several."""
    rules = (*pair.old, *pair.new)
    homes = {(one.ngr, one.article_key) for one in rules}
    return homes.pop() if len(homes) == 1 and all(one.is_inside for one in rules) else None


def may_be_one_rule(old: Provision, new: Provision) -> bool:
    """Whether points of one number have enough in common to be the same rule."""
    return common_words(old.text, new.text) >= _SAME_RULE


def common_words(old: str, new: str) -> float:
    """The share of words that two texts have in common, from 0 to 1 (Dice over multisets)."""
    one, other = (Counter(_WORD.findall(text.lower())) for text in (old, new))
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def _point(old: Provision | None, new: Provision | None) -> Correspondence:
    difference = redline(together(_one(old)), together(_one(new)))
    if old is None or new is None:
        relation = Relation.NEW if old is None else Relation.DROPPED
        return Correspondence(_one(old), _one(new), relation, difference)
    same_text = _says_the_same(old, new)
    if old.key == new.key:
        relation, route = Relation.IDENTICAL if same_text else Relation.EDITED, Route.SAME_KEY
    elif same_text:
        relation, route = Relation.MOVED, Route.IDENTICAL_TEXT
    else:
        relation, route = Relation.EDITED, Route.SIMILARITY
    score = 1.0 if same_text else common_words(old.text, new.text)
    return Correspondence((old,), (new,), relation, difference, route, score)


def _says_the_same(old: Provision, new: Provision) -> bool:
    return rules_between(old.text, new.text) is not None


def _one(provision: Provision | None) -> tuple[Provision, ...]:
    return () if provision is None else (provision,)


def _units(points: Sequence[Provision]) -> list[Unit]:
    """Points whose words are equal are equal units, whatever their number is."""
    return [Unit(point.folded, point.text, point.marker) for point in points]
