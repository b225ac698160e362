"""Two sets of provisions side by side: which rule of the one is which of the other.

The routes, in order: the same key in the same act; a lawyer's pair; the same words; similarity, for
which less is enough where an official note ties the two places together. What is below the
threshold, or has a rival too near, is only *possible*. What has no counterpart is new, or dropped:
as far as the two sets go. Where a copy breaks off nothing is said of what may stand behind its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from corpus.correspondences import CuratedPair
from corpus.law import Edition
from corpus.search.words.analysis import Analyser
from diffing.compare import DifferentLanguages
from diffing.correspondence.curated import applicable
from diffing.correspondence.official import linked_places
from diffing.correspondence.ordering import Identity, identity, in_order
from diffing.correspondence.pool import align_pool, too_many
from diffing.correspondence.provision import Provision, paragraphs
from diffing.correspondence.relation import Correspondence, Correspondences, Relation
from diffing.correspondence.same_act import same_act
from diffing.correspondence.scales import SCALES, Scales
from diffing.correspondence.selection import (
    Chosen,
    Selection,
    by_points_where_other_is,
    chosen,
    held_by_both,
    in_key_order,
)
from diffing.correspondence.side_by_side import together
from diffing.correspondence.similarity import Reader
from diffing.redline import redline


def correspond(
    old: Sequence[Selection],
    new: Sequence[Selection],
    curated: Sequence[CuratedPair] = (),
    analyser: Analyser | None = None,
    scales: Scales = SCALES,
    *,
    lacking: tuple[bool, bool] = (False, False),
) -> Correspondences:
    """Every correspondence between two sets of provisions, in the old side's order.

    `lacking` says whether the old and the new side lack something that belongs to them: then what
    seems new, or dropped, is not sure.

    It does not depend on the order in which provisions are given, and swapping the sides mirrors
    it. Raises DifferentLanguages, InTwoEditions, TooManyRules.
    """
    languages = sorted({one.edition.language for one in (*old, *new)})
    if len(languages) > 1:
        raise DifferentLanguages(
            f"Texts in {' and '.join(languages)} cannot be aligned by their words: "
            "give both sides in one language"
        )
    if not languages:
        return Correspondences(())
    (before, empty_old), (after, empty_new) = chosen(old), chosen(new)
    before, after = by_points_where_other_is(before, after), by_points_where_other_is(after, before)
    (before, alone_old), (after, alone_new) = held_by_both(before, new), held_by_both(after, old)
    reader = Reader(analyser or Analyser(), languages[0])
    # One direction is computed, the other is its mirror: ties would be broken differently.
    if _identities(after) < _identities(before):
        found = _correspond(after, before, curated, reader, scales).mirrored()
    else:
        found = _correspond(before, after, curated, reader, scales)
    items = [_as_sure_as_held(one, lacking) for one in found.items]
    return Correspondences(
        tuple(in_order(items, _all(before, items), _all(after, items))),
        found.unused,
        without_wording=(
            _keys(empty_old, found.without_wording[0]),
            _keys(empty_new, found.without_wording[1]),
        ),
        not_comparable=(
            _keys(alone_old, found.not_comparable[0]),
            _keys(alone_new, found.not_comparable[1]),
        ),
    )


def _correspond(
    old: Sequence[Chosen],
    new: Sequence[Chosen],
    curated: Sequence[CuratedPair],
    reader: Reader,
    scales: Scales,
) -> Correspondences:
    inside = same_act(old, new)
    before, empty_old = _units(inside.rest_old)
    after, empty_new = _units(inside.rest_new)
    pool_old = [unit for _, unit in before] + inside.stray_old
    pool_new = [unit for _, unit in after] + inside.stray_new
    if too_many(pool_old, pool_new):  # then strays stay what they seem in their own articles
        pool_old, pool_new = pool_old[: len(before)], pool_new[: len(after)]
    judged, unused = applicable(curated, pool_old, pool_new, (_editions(old), _editions(new)))
    linked = linked_places(before, after)
    strays = (len(before), len(after))
    pool = align_pool(pool_old, pool_new, reader, scales, judged, linked, strays)
    told = {id(one) for pair in pool.correspondences for one in (*pair.old, *pair.new)}
    gone, missed_old = _alone(before, pool.nearest_old, told)
    come, missed_new = _alone(after, pool.nearest_new, told)
    articles, between = inside.with_strays(pool.correspondences)
    return Correspondences(
        (*articles, *between, *gone, *(one.mirrored() for one in come)),
        tuple(unused),
        without_wording=(empty_old, empty_new),
        not_comparable=(missed_old, missed_new),
    )


def _as_sure_as_held(one: Correspondence, lacking: tuple[bool, bool]) -> Correspondence:
    lacks_old, lacks_new = lacking
    unsure = one.relation is Relation.POSSIBLE or (
        (one.relation is Relation.NEW and lacks_old)
        or (one.relation is Relation.DROPPED and lacks_new)
    )
    return replace(one, sure=False) if unsure else one


Units = list[tuple[Chosen, Provision]]
Keys = tuple[str, ...]


def _units(side: Iterable[Chosen]) -> tuple[Units, Keys]:
    """The units that say something, and the keys of those that say nothing any more."""
    units = [(one, unit) for one in side for unit in one.provisions()]
    return (
        [(one, unit) for one, unit in units if not unit.is_empty],
        tuple(unit.key for _, unit in units if unit.is_empty),
    )


def _alone(
    side: Units, nearest: Sequence[float], told: Collection[int]
) -> tuple[list[Correspondence], Keys]:
    """Those in no pair, as dropped; and the keys of those that may only be missed."""
    dropped: list[Correspondence] = []
    missed: list[str] = []
    for (one, unit), best in zip(side, nearest, strict=False):
        if id(unit) in told or one.selection.general:
            continue
        if one.may_be_missed:
            missed.append(unit.key)
            continue
        difference = redline(together([unit]), None)
        dropped.append(
            Correspondence((unit,), (), Relation.DROPPED, difference, runner_up=round(best, 4))
        )
    return dropped, tuple(missed)


def _editions(side: Iterable[Chosen]) -> list[Edition]:
    return list({id(one.selection.edition): one.selection.edition for one in side}.values())


def _identities(side: Iterable[Chosen]) -> list[tuple[str, str, str, str]]:
    return [(*one.identity, str(one.selection.edition.label), one.unit.text) for one in side]


def _all(side: Iterable[Chosen], items: Iterable[Correspondence]) -> Iterator[Identity]:
    """What a side holds in its order: its articles, each before those points that items name."""
    cut = {
        (rule.ngr, rule.article_key)
        for item in items
        for rule in (*item.old, *item.new)
        if rule.is_inside
    }
    for one in side:
        yield one.identity
        if one.is_whole and one.home in cut:
            yield from map(identity, one.provisions())
            yield from map(identity, paragraphs(one.selection.edition, one.article))


def _keys(*groups: Iterable[str]) -> Keys:
    return tuple(in_key_order(chain.from_iterable(groups)))
