"""The comparison table of two regimes, acts or sets of provisions: a row a correspondence."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.citing import cite
from corpus.keys import SEPARATOR
from corpus.law import Language
from corpus.provisions import ProvisionSet
from corpus.themes import Source as Named
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Correspondences, Relation
from diffing.runs import Op
from exports.comparison.table import (
    Compares,
    ComparisonTable,
    ElementName,
    Likeness,
    Options,
    Row,
    Told,
)
from exports.comparison.wording import wording


def table_of_rules(
    found: Correspondences,
    language: Language,
    left: Told,
    right: Told,
    options: Options,
    sources: Sequence[Named] = (),
    place: str = "",
) -> ComparisonTable:
    """The table, in the order of the left text; what is new stands after its new neighbour.

    `sources` are what the acts are called in citations; one without is called by its number.

    Identical rules that differ in form only are the technical ones here.
    """
    items = [one for one in found.items if _is_named(one, options.key)]
    same = [one for one in items if one.relation is Relation.IDENTICAL]
    technical = sum(one.redline.changed for one in same)
    return ComparisonTable(
        Compares.RULES,
        language,
        left,
        right,
        tuple(_row(one, sources) for one in items if _is_shown(one, options)),
        options,
        technical=technical,
        unchanged=len(same) - technical,
        place=place,
        not_compared=tuple(key for keys in found.not_comparable for key in keys),
    )


def _is_shown(one: Correspondence, options: Options) -> bool:
    if one.relation is not Relation.IDENTICAL:
        return True
    return options.technical if one.redline.changed else options.unchanged


def _is_named(one: Correspondence, key: str | None) -> bool:
    """Whether a key names one of the rules, what it stands in, or a part of it."""
    return key is None or any(
        rule.key == key
        or rule.key.startswith(key + SEPARATOR)
        or key.startswith(rule.key + SEPARATOR)
        for rule in (*one.old, *one.new)
    )


def _row(one: Correspondence, sources: Sequence[Named]) -> Row:
    left, right = (_names(rules, sources) for rules in (one.old, one.new))
    return Row(
        left or right,
        right if left and right != left else (),
        tuple(rule.key for rule in one.old),
        tuple(rule.key for rule in one.new),
        wording(one.redline, Op.DELETE) if one.old else None,
        wording(one.redline, Op.INSERT) if one.new else None,
        likeness=Likeness(one.relation, one.route, one.score, one.ground, one.sure),
        coarse=one.redline.coarse,
    )


def _names(rules: Sequence[Provision], sources: Sequence[Named]) -> tuple[ElementName, ...]:
    names = (
        ElementName(cite([ProvisionSet(one.ngr, (one.key,))], sources, one.language))
        for one in rules
    )
    return tuple(dict.fromkeys(names))
