"""Two sets of provisions side by side: which rule of the one is which of the other.

The routes, in order: the same key in the same act; an official note; a lawyer's pair; the same
words; similarity. What is below the threshold, or has a rival too near, is only *possible*. What
has no counterpart is new, or dropped: as far as the two sets go.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence

from corpus.correspondences import CuratedPair
from corpus.search.analysis import Analyser
from diffing.compare import DifferentLanguages
from diffing.correspondence.curated import applicable
from diffing.correspondence.official import linked_places
from diffing.correspondence.pool import align_pool
from diffing.correspondence.provision import Provision, provisions
from diffing.correspondence.relation import Correspondence, Correspondences, Relation
from diffing.correspondence.same_act import as_unit, same_act, with_points
from diffing.correspondence.scales import SCALES, Scales
from diffing.correspondence.selection import Chosen, Selection, chosen, held_by_both
from diffing.correspondence.side_by_side import together
from diffing.correspondence.similarity import Reader
from diffing.redline import redline


def correspond(
    old: Sequence[Selection],
    new: Sequence[Selection],
    curated: Sequence[CuratedPair] = (),
    analyser: Analyser | None = None,
    scales: Scales = SCALES,
) -> Correspondences:
    """Every correspondence between two sets of provisions, in the old side's order.

    It does not depend on the order in which provisions are given, and swapping the sides mirrors
    it. Raises DifferentLanguages.
    """
    languages = sorted({one.edition.language for one in (*old, *new)})
    if len(languages) > 1:
        raise DifferentLanguages(
            f"Texts in {' and '.join(languages)} cannot be aligned by their words: "
            "give both sides in one language"
        )
    if not languages:
        return Correspondences(())
    before, empty_old = chosen(old)
    after, empty_new = chosen(new)
    before, alone_old = held_by_both(before, new)
    after, alone_new = held_by_both(after, old)
    reader = Reader(analyser or Analyser(), languages[0])
    # One direction is computed, the other is its mirror: ties would be broken differently.
    if _identities(after) < _identities(before):
        mirror = _correspond(after, before, curated, reader, scales)
        items = [one.mirrored() for one in mirror.items]
        unused = mirror.unused
    else:
        found = _correspond(before, after, curated, reader, scales)
        items, unused = list(found.items), found.unused
    return Correspondences(
        tuple(_in_order(items, before, after)),
        unused,
        without_wording=(tuple(empty_old), tuple(empty_new)),
        not_comparable=(tuple(alone_old), tuple(alone_new)),
    )


def _correspond(
    old: Sequence[Chosen],
    new: Sequence[Chosen],
    curated: Sequence[CuratedPair],
    reader: Reader,
    scales: Scales,
) -> Correspondences:
    inside = same_act(old, new)
    before = [
        (one, unit) for one in inside.rest_old for unit in one.provisions() if not unit.is_empty
    ]
    after = [
        (one, unit) for one in inside.rest_new for unit in one.provisions() if not unit.is_empty
    ]
    pool_old = [unit for _, unit in before] + list(inside.stray_old)
    pool_new = [unit for _, unit in after] + list(inside.stray_new)
    judged, unused = applicable(curated, pool_old, pool_new)
    linked = linked_places(before, after)
    pool = align_pool(pool_old, pool_new, reader, scales, judged, linked)
    stray = {id(one) for one in (*inside.stray_old, *inside.stray_new)}
    pool = [pair for pair in pool if not _says_little(pair, stray)]
    told = {id(one) for pair in pool for one in (*pair.old, *pair.new)}
    alone = [
        Correspondence((unit,), (), Relation.DROPPED, redline(together([unit]), None))
        for one, unit in before
        if id(unit) not in told and not one.selection.general
    ]
    alone += [
        Correspondence((), (unit,), Relation.NEW, redline(None, together([unit])))
        for one, unit in after
        if id(unit) not in told and not one.selection.general
    ]
    within = [pair for pair in pool if _article(pair) and _is_all_stray(pair, stray)]
    between = [pair for pair in pool if pair not in within]
    articles = [with_points(article, within) for article in inside.found]
    return Correspondences((*articles, *between, *alone), tuple(unused))


def _says_little(pair: Correspondence, stray: set[int]) -> bool:
    """A mere possibility about two points that the redlines of their articles show anyway."""
    return pair.relation is Relation.POSSIBLE and _is_all_stray(pair, stray)


def _is_all_stray(pair: Correspondence, stray: set[int]) -> bool:
    return all(id(one) in stray for one in (*pair.old, *pair.new))


def _article(pair: Correspondence) -> tuple[str, str] | None:
    """The one article that both sides of a pair stand in; None if they stand in several."""
    articles = {(one.ngr, one.article_key) for one in (*pair.old, *pair.new)}
    return articles.pop() if len(articles) == 1 else None


def _identities(side: Iterable[Chosen]) -> list[tuple[str, str, str]]:
    return [(*one.identity, str(one.selection.edition.label)) for one in side]


def _in_order(
    items: Sequence[Correspondence], old: Sequence[Chosen], new: Sequence[Chosen]
) -> list[Correspondence]:
    """In the old text's order; what is new stands after what its new neighbour came from."""
    old_places, new_places = _places(old), _places(new)
    origins = {
        new_places[_identity(rule)]: min(old_places[_identity(one)] for one in item.old)
        for item in items
        if item.old and item.relation is not Relation.POSSIBLE
        for rule in item.new
    }
    followed = sorted(origins)

    def place(item: Correspondence) -> tuple[int, int, int]:
        after = min((new_places[_identity(one)] for one in item.new), default=-1)
        if item.old:
            return min(old_places[_identity(one)] for one in item.old), 0, after
        neighbour = bisect(followed, after)
        return (origins[followed[neighbour - 1]] if neighbour else -1), 1, after

    return sorted(items, key=place)


def _places(side: Sequence[Chosen]) -> dict[tuple[str, str], int]:
    """The place of every article and unit in its text."""
    places: dict[tuple[str, str], int] = {}
    for one in side:
        for rule in (as_unit(one), *provisions(one.selection.edition, one.article)):
            places.setdefault(_identity(rule), len(places))
    return places


def _identity(rule: Provision) -> tuple[str, str]:
    return rule.ngr, rule.key
