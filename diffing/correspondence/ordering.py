"""The order in which correspondences are told: the old text's, what is new beside its neighbour."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence

from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Relation

Identity = tuple[str, str]


def in_order(
    items: Sequence[Correspondence], old: Iterable[Identity], new: Iterable[Identity]
) -> list[Correspondence]:
    """Items in the order of the old text; what is new stands after what its neighbour came from.

    `old` and `new` name what the items speak of in the order of its text, articles before their
    own points.
    """
    old_places, new_places = _places(old), _places(new)
    articles = {identity(rule) for item in items for rule in item.new if not rule.is_inside}
    origins = {
        new_places[identity(rule)]: min(old_places[identity(one)] for one in item.old)
        for item in items
        if item.old and item.relation is not Relation.POSSIBLE
        for rule in item.new
        # A point that came from afar into an article says nothing of what follows the article.
        if not rule.is_inside or (rule.ngr, rule.article_key) not in articles
    }
    followed = sorted(origins)

    def place(item: Correspondence) -> tuple[int, int, int]:
        after = min((new_places[identity(one)] for one in item.new), default=-1)
        if item.old:
            return min(old_places[identity(one)] for one in item.old), 0, after
        neighbour = bisect(followed, after)
        return (origins[followed[neighbour - 1]] if neighbour else -1), 1, after

    return sorted(items, key=place)


def identity(rule: Provision) -> Identity:
    """What a rule is called in every edition: its act and its key."""
    return rule.ngr, rule.key


def _places(rules: Iterable[Identity]) -> dict[Identity, int]:
    places: dict[Identity, int] = {}
    for rule in rules:
        places.setdefault(rule, len(places))
    return places
