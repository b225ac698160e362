"""Two sets of rules, of different acts or regimes, item by item."""

from __future__ import annotations

from api.questions.compared.item import Comparing, Finding, Item, Place, SideShown
from api.questions.sides import Side, compare_sides
from corpus.bundled import own_correspondences
from corpus.search.words.analysis import Analyser
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence


def compared_rules(left: Side, right: Side, analyser: Analyser) -> Comparing:
    """Every correspondence between two sides; raises NotComparable."""
    found, language = compare_sides(left, right, own_correspondences(), analyser)
    (alone_left, alone_right), without = found.not_comparable, found.without_wording
    return Comparing(
        language,
        SideShown.of(left, alone_left, without[0]),
        SideShown.of(right, alone_right, without[1]),
        tuple(_item(number, one) for number, one in enumerate(found.items, 1)),
        by_editions=False,
    )


def _item(number: int, one: Correspondence) -> Item:
    return Item(
        f"r-{number}",
        one.relation,
        tuple(map(_place, one.old)),
        tuple(map(_place, one.new)),
        one.redline,
        finding=Finding(one.route, one.score, one.runner_up, one.ground, one.sure),
    )


def _place(rule: Provision) -> Place:
    heading = rule.article_heading if rule.is_inside else f"{rule.marker} {rule.heading}".strip()
    return Place(rule.ngr, rule.key, rule.article_key, rule.edition, heading)
