"""The words of comparison tables, out of the catalogues."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from api.words.interface import Interface, catalogue
from corpus.law import EditionLabel, Language, Precision
from diffing.classify import ChangeKind
from diffing.correspondence.relation import Relation, Route
from exports.comparison.captions import Captions

_FAMILIES = frozenset({"kinds", "relations", "routes", "labels"})


@cache
def captions(language: Language, *, of_rules: bool = False) -> Captions:
    """The words of a table of two editions, or of rules of different texts."""
    words = Interface(language)
    known = catalogue(language).forms
    own = {
        field.name: known[f"table.{field.name}"][0]  # the table fills in their braces
        for field in fields(Captions)
        if field.name not in _FAMILIES
    }
    return Captions(
        **own,
        labels=words("table.labels_rules") if of_rules else words("table.labels"),
        kinds={kind: words(f"feed.kind_{kind}") for kind in ChangeKind},
        relations={one: words(f"relation.{one}") for one in Relation},
        routes={one: words(f"route.{one.name.lower()}") for one in Route},
    )


def edition_words(label: EditionLabel, words: Interface) -> str:
    """What an edition is called: «Редакция от 07.02.2022»."""
    if label.first_day is None:
        return words("table.edition_undated")
    if label.precision is Precision.YEAR:
        return words("table.edition_year", year=label.first_day.year)
    return words("table.edition", day=words.day(label.first_day))
