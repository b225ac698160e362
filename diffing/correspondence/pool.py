"""Rules that no key ties together: paired by a lawyer, by identical text, by similarity."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from diffing.compare import NotComparable
from diffing.correspondence.assignment import Cell, Given, assign
from diffing.correspondence.grouping import Group, group_of, groups
from diffing.correspondence.matrices import matrices
from diffing.correspondence.ordering import identity
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Relation, Route
from diffing.correspondence.scales import Scales
from diffing.correspondence.side_by_side import together
from diffing.correspondence.similarity import Reader
from diffing.matching import once_on_both
from diffing.redline import redline

_CELLS = 1_500_000
"""So many similarities are computed at most: about 1,200 rules against as many."""
_NOBODY: Cell = (sys.maxsize, sys.maxsize)


class TooManyRules(NotComparable):
    """The sides are too large to be compared rule by rule; the message says what to do."""

    def __init__(self, old: int, new: int) -> None:
        super().__init__(
            f"{old:,} rules against {new:,} are too many to be compared by their words at once: "
            "name the provisions that matter, NGR:KEY,KEY"
        )


@dataclass(frozen=True)
class Judged:
    """Rules that a lawyer has paired, by place, and why; one on at least one side."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    why: str


@dataclass(frozen=True)
class Aligned:
    """What could be said of two sides of rules; a rule in no correspondence has no counterpart.

    `nearest_old` and `nearest_new` are the best similarities that each rule has, by place.
    """

    correspondences: tuple[Correspondence, ...]
    nearest_old: tuple[float, ...]
    nearest_new: tuple[float, ...]


def align_pool(
    old: Sequence[Provision],
    new: Sequence[Provision],
    reader: Reader,
    scales: Scales,
    judged: Sequence[Judged] = (),
    linked: Mapping[Cell, str] = MappingProxyType({}),
    strays: Cell = _NOBODY,
) -> Aligned:
    """Every correspondence of two sides, asserted or possible.

    `linked` are pairs tied together by an official note, with its quotes: what the one stands in
    was excluded by the act that added what the other stands in. An equal number ties two rules of
    one act together as well. From the places `strays` on stand points of articles that have a
    partner: where such points of different articles are merely alike, nothing is said, since the
    redlines of their articles show them anyway. Raises TooManyRules.
    """
    if not old or not new:
        return Aligned((), (0.0,) * len(old), (0.0,) * len(new))
    if too_many(old, new):
        raise TooManyRules(len(old), len(new))
    found = matrices(old, new, reader, scales)
    settled = [(a, b) for pair in judged for a in pair.old for b in pair.new]
    taken_old, taken_new = {a for a, _ in settled}, {b for _, b in settled}
    same = [(a, b) for a, b in _same_text(old, new) if a not in taken_old and b not in taken_new]
    tied = {*linked, *_same_number(old, new)}
    given = Given(frozenset(settled), frozenset(same), frozenset(tied))
    sure, possible = assign(found, scales, given)
    drawing = _Drawing(old, new, linked)
    correspondences = [
        drawing.draw(group_of(found.scores, [(a, b) for a in one.old for b in one.new]), one)
        for one in judged
    ]
    stars, given_up = groups(found.scores, sure)
    correspondences += map(drawing.draw, stars)
    possible += given_up
    correspondences += [
        drawing.draw(group_of(found.scores, [pair]), possible=True)
        for pair in possible
        if pair[0] < strays[0] or pair[1] < strays[1] or _home(old[pair[0]]) == _home(new[pair[1]])
    ]
    return Aligned(
        tuple(correspondences),
        tuple(found.scores.max(axis=1).tolist()),
        tuple(found.scores.max(axis=0).tolist()),
    )


def too_many(old: Sequence[Provision], new: Sequence[Provision]) -> bool:
    """Whether so many rules cannot be compared at once."""
    return len(old) * len(new) > _CELLS


def _same_text(old: Sequence[Provision], new: Sequence[Provision]) -> list[Cell]:
    """The places of equal words, where each side has them once."""
    return once_on_both(
        *(((rule.folded, place) for place, rule in enumerate(side)) for side in (old, new))
    )


def _same_number(old: Sequence[Provision], new: Sequence[Provision]) -> Iterator[Cell]:
    places = {identity(rule): place for place, rule in enumerate(new)}
    for place, rule in enumerate(old):
        if identity(rule) in places:
            yield place, places[identity(rule)]


def _home(rule: Provision) -> tuple[str, str]:
    return rule.ngr, rule.article_key


@dataclass(frozen=True)
class _Drawing:
    """Makes correspondences of groups: names the relation and the route, draws the redline."""

    old: Sequence[Provision]
    new: Sequence[Provision]
    linked: Mapping[Cell, str]

    def draw(
        self, group: Group, judged: Judged | None = None, *, possible: bool = False
    ) -> Correspondence:
        before = tuple(self.old[place] for place in group.old)
        after = tuple(self.new[place] for place in group.new)
        same = len(before) == len(after) == 1 and before[0].folded == after[0].folded
        route, ground = Route.SIMILARITY, None
        quotes = [self.linked.get((a, b)) for a in group.old for b in group.new]
        if judged:
            route, ground = Route.CURATED, judged.why
        elif quotes[0] and all(quotes) and not possible:
            route, ground = Route.OFFICIAL_NOTE, quotes[0]
        elif same:
            route = Route.IDENTICAL_TEXT
        return Correspondence(
            before,
            after,
            Relation.POSSIBLE if possible else _relation(before, after, same=same),
            redline(together(before), together(after)),
            route,
            1.0 if same else round(group.score, 4),
            round(group.runner_up, 4),
            ground,
        )


def _relation(old: Sequence[Provision], new: Sequence[Provision], *, same: bool) -> Relation:
    if len(new) > 1:
        return Relation.SPLIT
    if len(old) > 1:
        return Relation.MERGED
    if not same:
        return Relation.EDITED
    moved = old[0].ngr == new[0].ngr and old[0].key != new[0].key
    return Relation.MOVED if moved else Relation.IDENTICAL
