"""What the picture of a correspondence shows, before it is drawn: provisions, and bands between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.keys import SEPARATOR, KeyOrder, key_order
from corpus.law import EditionLabel
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Correspondences, Relation, Route
from diffing.correspondence.selection import Selection
from diffing.measures.words import words_in

_OPENING_LENGTH = 120

Place = tuple[str, str]
"""An act's registry number and a key."""


@dataclass(frozen=True)
class Mark:
    """A provision of one side: which, how many words it has, its title or its first words."""

    ngr: str
    key: str
    edition: EditionLabel
    article_key: str
    words: int
    opening: str

    @property
    def place(self) -> Place:
        """What it is called in every edition."""
        return self.ngr, self.key


@dataclass(frozen=True)
class Band:
    """A correspondence: its number in the comparison (from 1), and the places of its provisions.

    `old` and `new` are indexes of the marks of the left and the right side; one is empty for what
    is dropped or new. `points` counts the points that differ inside an article that both sides have
    under one key.
    """

    number: int
    relation: Relation
    sure: bool
    route: Route | None
    score: float | None
    old: tuple[int, ...]
    new: tuple[int, ...]
    points: int = 0


@dataclass(frozen=True)
class Bands:
    """Both sides in their acts' order, and the bands in the comparison's order."""

    old: tuple[Mark, ...]
    new: tuple[Mark, ...]
    bands: tuple[Band, ...]

    def counts(self) -> Mapping[Relation, int]:
        """How many bands of each relation; every relation is named."""
        return {
            relation: sum(band.relation is relation for band in self.bands) for relation in Relation
        }


def bands_of(found: Correspondences, old: Sequence[Selection], new: Sequence[Selection]) -> Bands:
    """The picture's values: `old` and `new` are the texts that were aligned."""
    left = _marks((rule for one in found.items for rule in one.old), old)
    right = _marks((rule for one in found.items for rule in one.new), new)
    at_left = {mark.place: index for index, mark in enumerate(left)}
    at_right = {mark.place: index for index, mark in enumerate(right)}
    bands = tuple(
        Band(
            number,
            one.relation,
            one.sure,
            one.route,
            one.score,
            tuple(sorted(at_left[rule.ngr, rule.key] for rule in one.old)),
            tuple(sorted(at_right[rule.ngr, rule.key] for rule in one.new)),
            _points(one),
        )
        for number, one in enumerate(found.items, 1)
    )
    return Bands(left, right, bands)


def _points(one: Correspondence) -> int:
    return sum(point.relation is not Relation.IDENTICAL for point in one.points)


def _marks(rules: Iterable[Provision], side: Sequence[Selection]) -> tuple[Mark, ...]:
    """Every provision once, in the order of its act."""
    places = {place: index for index, place in enumerate(_places(side))}
    found = {(rule.ngr, rule.key): rule for rule in rules}

    def order(rule: Provision) -> tuple[int, int, KeyOrder]:
        article = places.get((rule.ngr, rule.article_key), len(places))
        return article, _block(side, rule), key_order(rule.key)

    return tuple(
        Mark(
            rule.ngr,
            rule.key,
            rule.edition,
            rule.article_key,
            len(words_in(rule.text)),
            _opening(rule),
        )
        for rule in sorted(found.values(), key=order)
    )


def _places(side: Sequence[Selection]) -> Iterator[Place]:
    """The articles of a side as printed, its own acts before those of a general part."""
    seen: set[Place] = set()
    for selection in sorted(side, key=lambda one: one.general):
        for article in selection.edition.articles:
            place = (selection.edition.ngr, article.key)
            if place not in seen:
                seen.add(place)
                yield place


def _block(side: Sequence[Selection], rule: Provision) -> int:
    """Where in its article it begins; a whole article at its beginning."""
    path = rule.key.removeprefix(rule.article_key).removeprefix(SEPARATOR)
    for selection in side:
        if selection.edition.ngr != rule.ngr or not path:
            continue
        article = selection.edition.by_key.get(rule.article_key)
        for index, block in enumerate(article.blocks if article else ()):
            if block.key == path or block.key.startswith(path + SEPARATOR):
                return index
    return 0


def _opening(rule: Provision) -> str:
    """The title of a whole article, else the first words."""
    return " ".join((rule.heading or rule.text).split())[:_OPENING_LENGTH]
