"""The posting lists of a whole index: those of its segments, one behind the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.search.engines.whoosh.codec import ArrayTerms

Mask = NDArray[np.bool_]
"""Of every document whether something is so."""

Spots = NDArray[np.int64]
"""Places in documents, rising: the document's number times 2^32, and the place in its field."""

_DOCUMENT_BITS = 32


@dataclass(frozen=True, eq=False)
class Postings:
    """Where a term stands: in which documents (rising), how often in each, and at which places."""

    docs: NDArray[np.int64]
    counts: NDArray[np.uint32]
    read_places: Callable[[], NDArray[np.uint32]]

    @cached_property
    def places(self) -> NDArray[np.uint32]:
        """The places, posting by posting."""
        return self.read_places()

    def spots(self, among: Mask) -> Spots:
        """The places in some documents."""
        chosen = np.flatnonzero(among[self.docs])
        counts = self.counts[chosen].astype(np.int64)
        ends = np.cumsum(self.counts, dtype=np.int64)[chosen]
        before = np.cumsum(counts) - counts
        rows = np.repeat(ends - counts - before, counts) + np.arange(counts.sum())
        spots: Spots = np.repeat(self.docs[chosen] << _DOCUMENT_BITS, counts) + self.places[rows]
        return spots


NOWHERE = Postings(np.empty(0, np.int64), np.empty(0, np.uint32), lambda: np.empty(0, np.uint32))


class IndexTerms:
    """Terms and their postings, with the documents of all segments numbered through."""

    def __init__(self, segments: Sequence[tuple[int, ArrayTerms]]) -> None:
        """The segments, each with the number of its first document."""
        self.segments = segments

    def postings(self, name: str, term: str) -> Postings:
        """Those of a term in a field."""
        key = term.encode()
        found = []
        for base, terms in self.segments:
            number = terms.number(name, key)
            if number is not None:
                found.append(_of_segment(base, terms, number))
        if len(found) == 1:
            return found[0]
        return _joined(found) if found else NOWHERE

    def beginning(self, name: str, start: str, into: Mask) -> None:
        """Mark the documents that have a term in a field that begins so.

        The terms stand in order, so these are neighbours: their postings are one piece.
        """
        for base, terms in self.segments:
            numbers = terms.beginning(name, start.encode())
            docs = terms.docs[terms.first[numbers.start] : terms.first[numbers.stop]]
            into[base:][docs] = True

    def values(self, name: str) -> Sequence[tuple[str, NDArray[np.int64]]]:
        """All terms of a field and their documents; a term may come once for each segment."""
        return [
            (terms[number].decode(), _of_segment(base, terms, number).docs)
            for base, terms in self.segments
            for number in terms.of_field(name)
        ]


def in_row(rows: Sequence[Spots]) -> Spots:
    """Where terms stand side by side in this order: the places of the first of them."""
    turns = sorted(range(len(rows)), key=lambda turn: len(rows[turn]))
    begins = rows[turns[0]] - turns[0]
    for turn in turns[1:]:
        if not len(begins):
            break
        begins = begins[_contains(rows[turn], begins + turn)]
    return begins


def near(left: Spots, right: Spots, within: int) -> Spots:
    """The places on the left with one on the right not farther away, but for the place itself."""
    if not len(right):
        return right
    after = np.searchsorted(right, left, side="right")
    before = np.searchsorted(right, left, side="left") - 1 if right is left else after - 1
    last = len(right) - 1
    follows = (after <= last) & (right[np.minimum(after, last)] - left <= within)
    precedes = (before >= 0) & (left - right[np.maximum(before, 0)] <= within)
    return left[follows | precedes]


def in_window(rows: Sequence[Spots], width: int) -> Spots:
    """Where a stretch of `width` places begins that has a place of every row in it."""
    begins = []
    for turn, row in enumerate(rows):
        left = row
        for other, spots in enumerate(rows):
            if other != turn and len(left):
                at = np.searchsorted(spots, left)
                there = at < len(spots)
                left = left[there]
                left = left[spots[at[there]] < left + width]
        begins.append(left)
    return np.sort(np.concatenate(begins))


def documents_of(spots: Spots) -> NDArray[np.int64]:
    """The document of each place."""
    return spots >> _DOCUMENT_BITS


def _contains(spots: Spots, wanted: Spots) -> Mask:
    at = np.searchsorted(spots, wanted)
    at[at == len(spots)] = 0
    return spots[at] == wanted if len(spots) else np.zeros(len(wanted), np.bool_)


def _of_segment(base: int, terms: ArrayTerms, number: int) -> Postings:
    begins, ends = terms.first[number], terms.first[number + 1]
    places = slice(terms.first_places[number], terms.first_places[number + 1])
    return Postings(
        terms.docs[begins:ends].astype(np.int64) + base,
        np.asarray(terms.counts[begins:ends]),
        lambda: terms.places[places],
    )


def _joined(found: Sequence[Postings]) -> Postings:
    return Postings(
        np.concatenate([one.docs for one in found]),
        np.concatenate([one.counts for one in found]),
        lambda: np.concatenate([one.places for one in found]),
    )
