"""Two editions of one act, told as correspondences: what was found article by article, row by row.

Whoever takes a comparison as rows (JSON, the command line, assistants) so has the same rows for two
editions as their page and their table have, in the shape that sets of rules have.
"""

from __future__ import annotations

from api.questions.compared.item import Comparing, Item, Place
from corpus.law import Edition
from diffing.classify import ChangeKind
from diffing.correspondence.points import common_words, points_between
from diffing.correspondence.provision import Provision, whole
from diffing.correspondence.relation import Correspondence, Correspondences, Relation, Route
from diffing.correspondence.selection import Chosen, Selection

_RELATIONS = {
    ChangeKind.UNCHANGED: Relation.IDENTICAL,
    ChangeKind.TECHNICAL: Relation.IDENTICAL,
    ChangeKind.RENUMBERED: Relation.MOVED,
    ChangeKind.MOVED: Relation.MOVED,
    ChangeKind.SPLIT: Relation.SPLIT,
    ChangeKind.MERGED: Relation.MERGED,
    ChangeKind.REPEALED: Relation.DROPPED,
}
_SAME_WORDS = frozenset({Relation.IDENTICAL, Relation.MOVED})


def told_as_rules(comparing: Comparing, old: Edition, new: Edition) -> Correspondences:
    """The items of two editions as correspondences, in the order of their page.

    A relation says less than the kind of change, which each has too: an article given anew is
    edited, one that was repealed is dropped though its number may stay.
    """
    return Correspondences(
        tuple(_told(one, old, new) for one in comparing.items),
        not_comparable=(comparing.left.alone, comparing.right.alone),
    )


def _told(item: Item, old: Edition, new: Edition) -> Correspondence:
    kind = ChangeKind(item.kind)
    before, after = _rules(item, item.old, old), _rules(item, item.new, new)
    relation = _relation(kind, before, after)
    score = None
    if before and after:
        alike = relation in _SAME_WORDS
        score = 1.0 if alike else common_words(before[0].text, after[0].text)
    return Correspondence(
        before,
        after,
        relation,
        item.redline,
        _route(kind, before, after),
        score,
        points=() if item.same_words or item.is_heading else _points(item, old, new),
        change=kind,
        rule=item.rule,
        is_heading=item.is_heading,
    )


def _relation(
    kind: ChangeKind, before: tuple[Provision, ...], after: tuple[Provision, ...]
) -> Relation:
    if kind in _RELATIONS:
        return _RELATIONS[kind]
    if not before:
        return Relation.NEW
    return Relation.EDITED if after else Relation.DROPPED


def _route(
    kind: ChangeKind, before: tuple[Provision, ...], after: tuple[Provision, ...]
) -> Route | None:
    """How the two sides were found to belong together, where that is known."""
    if not before or not after:
        return None
    if before[0].key == after[0].key:
        return Route.SAME_KEY
    return Route.IDENTICAL_TEXT if _RELATIONS.get(kind) is Relation.MOVED else None


def _rules(item: Item, places: tuple[Place, ...], edition: Edition) -> tuple[Provision, ...]:
    if not item.is_heading:
        return tuple(whole(edition, edition.by_key[one.key]) for one in places)
    return tuple(
        Provision(
            edition.ngr, edition.label, edition.language, one.key, one.key, "", one.heading, ()
        )
        for one in places
    )


def _points(item: Item, old: Edition, new: Edition) -> tuple[Correspondence, ...]:
    """The points inside an article that both sides have under one key."""
    keys = {one.key for one in (*item.old, *item.new)}
    if not (item.old and item.new) or len(keys) > 1:
        return ()
    (key,) = keys
    before, after = (Chosen(Selection(edition), edition.by_key[key], key) for edition in (old, new))
    return tuple(points_between(before, after))
