"""All the similarities between the rules of two sides, and between the pieces of rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from diffing.correspondence.pieces import pieces
from diffing.correspondence.provision import Provision
from diffing.correspondence.scales import Scales
from diffing.correspondence.similarity import Reader, Terms, Vocabulary
from diffing.correspondence.vectors import Flags, Matrix, Vectors, products

_ENOUGH = 5
"""A piece of fewer words is no rule («проводит повторные выборы»)."""
_MOST = 200
"""What has more pieces is no rule either: a form, a list of places."""
_CELLS = 1_000_000
"""So many similarities of pieces are held at a time, about 8 MB."""


@dataclass(frozen=True)
class Matrices:
    """Similarities by place: rows are the old rules, columns the new ones.

    `scores` decides which rule is paired with which. `old_pieces[i]` has a row for each piece of
    old rule i and a column a new rule: how alike the piece is to that rule, or to the most alike
    piece of it. `new_pieces[j]` has a row for each piece of new rule j and a column an old rule.
    `among_old` and `among_new` are the similarities of each side's rules to one another.
    `foreign` marks pairs of different acts whose headings have no word in common, though both have
    headings; inside one act a rule may well move to another subject's article.
    """

    scores: Matrix
    foreign: Flags
    old_pieces: tuple[Matrix, ...]
    new_pieces: tuple[Matrix, ...]
    among_old: Matrix
    among_new: Matrix

    @property
    def swapped(self) -> Matrices:
        """The same seen from the other side."""
        return Matrices(
            self.scores.T,
            self.foreign.T,
            self.new_pieces,
            self.old_pieces,
            self.among_new,
            self.among_old,
        )


@dataclass(frozen=True)
class _Side:
    rules: list[Terms]
    contexts: list[Terms]
    pieces: list[Terms]
    bounds: list[tuple[int, int]]
    """Where the pieces of each rule begin and end."""

    @property
    def cut(self) -> list[int]:
        """The places of the rules that have pieces."""
        return [place for place, (start, end) in enumerate(self.bounds) if start < end]


def matrices(
    old: Sequence[Provision], new: Sequence[Provision], reader: Reader, scales: Scales
) -> Matrices:
    """The similarities of two non-empty sides, in one language."""
    one, other = _read(old, reader), _read(new, reader)
    vocabulary = Vocabulary([*one.rules, *other.rules])
    headings = Vocabulary([*one.contexts, *other.contexts])
    old_rules, new_rules = vocabulary.vectors(one.rules), vocabulary.vectors(other.rules)
    old_cut, new_cut = vocabulary.vectors(one.pieces), vocabulary.vectors(other.pieces)
    scores = products(old_rules, new_rules)
    old_to_rules = products(old_cut, new_rules)
    new_to_rules = products(new_cut, old_rules)
    for row, (start, end) in enumerate(one.bounds):
        _raise(scores[row], scales.piece * old_to_rules[start:end].max(axis=0, initial=0))
    for column, (start, end) in enumerate(other.bounds):
        _raise(scores[:, column], scales.piece * new_to_rules[start:end].max(axis=0, initial=0))
    _compare_pieces(one, other, old_cut, new_cut, old_to_rules, new_to_rules)
    context = products(headings.vectors(one.contexts), headings.vectors(other.contexts))
    scores *= 1 - scales.context
    scores += scales.context * context
    scores *= 1 - scales.position * _apart(len(old), len(new))
    return Matrices(
        scores,
        (context == 0)
        & _of_other_acts(old, new)
        & np.outer(*map(_have, (one.contexts, other.contexts))),
        tuple(old_to_rules[start:end] for start, end in one.bounds),
        tuple(new_to_rules[start:end] for start, end in other.bounds),
        products(old_rules, old_rules),
        products(new_rules, new_rules),
    )


def _compare_pieces(
    one: _Side,
    other: _Side,
    old_cut: Vectors,
    new_cut: Vectors,
    old_to_rules: Matrix,
    new_to_rules: Matrix,
) -> None:
    """Raise what a piece is like a rule to what it is like the most alike piece of that rule."""
    columns = other.cut
    starts = [other.bounds[column][0] for column in columns]
    portion = max(1, _CELLS // max(1, len(new_cut)))
    for first in range(0, len(old_cut) if columns else 0, portion):
        between = products(old_cut.part(first, first + portion), new_cut)
        by_rule = np.maximum.reduceat(between, starts, axis=1)
        own = slice(first, first + len(between))
        old_to_rules[own, columns] = np.maximum(old_to_rules[own, columns], by_rule)
        for row, (start, end) in enumerate(one.bounds):
            rows = between[max(0, start - first) : max(0, end - first)]
            _raise(new_to_rules[:, row], rows.max(axis=0, initial=0))


def _read(rules: Sequence[Provision], reader: Reader) -> _Side:
    cut = [
        [piece for piece in own if len(piece.text.split()) >= _ENOUGH]
        if len(own := pieces(rule)) <= _MOST
        else []
        for rule in rules
    ]
    edges = accumulate((len(own) for own in cut), initial=0)
    return _Side(
        [reader.terms(rule.text) for rule in rules],
        [reader.terms("\n".join(rule.headings)) for rule in rules],
        [reader.terms(f"{one.opening}\n{one.text}") for own in cut for one in own],
        list(pairwise(edges)),
    )


def _have(contexts: Sequence[Terms]) -> Flags:
    return np.array([bool(terms) for terms in contexts], dtype=np.bool_)


def _of_other_acts(old: Sequence[Provision], new: Sequence[Provision]) -> Flags:
    flags: Flags = np.array([one.ngr for one in old])[:, None] != np.array([one.ngr for one in new])
    return flags


def _raise(values: Matrix, floor: Matrix) -> None:
    np.maximum(values, floor, out=values)


def _apart(old: int, new: int) -> Matrix:
    """How far apart two places are in their texts, from 0 to 1."""
    rows = np.arange(old)[:, None] / max(1, old - 1)
    columns = np.arange(new)[None, :] / max(1, new - 1)
    apart: Matrix = np.abs(rows - columns)
    return apart
