"""Turns the words of documents into posting lists, all at once, with arrays instead of loops.

Whoosh's own pool makes a Python tuple of every word of every document and sorts them: most of the
time of a build. Here the words of a field are numbers in one long row, and one sort brings those
of a term together.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Posting = tuple[str, bytes, int, float, Sequence[str]]
"""What Whoosh calls a posting: field, term, document, weight, value.

Here the term is empty, and the value has all words of the document's field, in order.
"""


class InvertedField(NamedTuple):
    """The posting lists of one field, one after another in the order of its terms.

    Of term `i` the documents are `docs[first[i]:first[i + 1]]`, rising; `counts` say how often
    each has it; `places` say where, posting by posting.
    """

    name: str
    terms: list[bytes]
    first: NDArray[np.int64]
    docs: NDArray[np.uint32]
    counts: NDArray[np.uint32]
    places: NDArray[np.uint32]


class _Numbered(dict[str, int]):
    """Numbers of terms, in the order in which they come."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


@dataclass
class _Stream:
    """The words of a field: three rows of equal length, and what of them is not yet in rows."""

    numbers: _Numbered = field(default_factory=_Numbered)
    terms: array[int] = field(default_factory=lambda: array("I"))
    docs: array[int] = field(default_factory=lambda: array("I"))
    lengths: array[int] = field(default_factory=lambda: array("I"))
    rows: list[tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint32]]] = field(
        default_factory=list
    )

    def settle(self) -> None:
        """Put the words of single documents into rows."""
        if not self.docs:
            return
        lengths = np.array(self.lengths, dtype=np.int64)
        begins = np.cumsum(lengths) - lengths
        terms = np.array(self.terms, dtype=np.uint32)
        docs = np.repeat(np.array(self.docs, dtype=np.uint32), lengths)
        places = (np.arange(len(terms)) - np.repeat(begins, lengths)).astype(np.uint32)
        self.rows.append((terms, docs, places))
        self.terms, self.docs, self.lengths = array("I"), array("I"), array("I")


class Inversion:
    """Stands where Whoosh's writer has its pool of postings. Documents come in rising order."""

    def __init__(self) -> None:
        self._streams: dict[str, _Stream] = {}
        self.words = 0
        """How many there are of single documents."""

    def add(self, posting: Posting) -> None:
        """Take the words of a document's field."""
        name, _, doc, _, words = posting
        stream = self._streams.setdefault(name, _Stream())
        stream.terms.extend(map(stream.numbers.__getitem__, words))
        stream.docs.append(doc)
        stream.lengths.append(len(words))
        self.words += len(words)

    def add_inverted(self, inverted: InvertedField, renumbered: NDArray[np.int64]) -> None:
        """Take a field of another segment; `renumbered` has its documents' new numbers.

        Documents with a negative number are left out.
        """
        stream = self._streams.setdefault(inverted.name, _Stream())
        stream.settle()
        numbers = np.array(
            [stream.numbers[term.decode()] for term in inverted.terms], dtype=np.uint32
        )
        postings = np.diff(inverted.first)
        docs = renumbered[inverted.docs]
        kept = np.repeat(docs >= 0, inverted.counts)
        stream.rows.append(
            (
                np.repeat(np.repeat(numbers, postings), inverted.counts)[kept],
                np.repeat(docs, inverted.counts)[kept].astype(np.uint32),
                np.asarray(inverted.places)[kept],
            )
        )

    def iter_postings(self) -> Iterator[InvertedField]:
        """The inverted fields in the order of their names; nothing is left here."""
        for name in sorted(self._streams):
            stream = self._streams.pop(name)
            stream.settle()
            yield _inverted(name, stream)

    def cleanup(self) -> None:
        """Forget what was added."""
        self._streams.clear()


def _inverted(name: str, stream: _Stream) -> InvertedField:
    terms, docs, places = (np.concatenate(row) for row in zip(*stream.rows, strict=True))
    by_bytes = sorted((term.encode(), number) for term, number in stream.numbers.items())
    rank = np.empty(len(by_bytes), dtype=np.uint32)
    rank[[number for _, number in by_bytes]] = np.arange(len(by_bytes))
    terms = rank[terms]
    order = np.argsort(terms, kind="stable")
    terms, docs, places = terms[order], docs[order], places[order]
    begins = np.flatnonzero(
        np.concatenate(([True], (terms[1:] != terms[:-1]) | (docs[1:] != docs[:-1])))[: len(terms)]
    )
    counts = np.diff(begins, append=len(terms)).astype(np.uint32)
    first = np.searchsorted(terms[begins], np.arange(len(by_bytes) + 1)).astype(np.int64)
    held = np.flatnonzero(np.diff(first))  # terms of deleted documents alone are gone
    return InvertedField(
        name,
        [by_bytes[number][0] for number in held],
        np.append(first[held], len(begins)),
        docs[begins],
        counts,
        places,
    )
