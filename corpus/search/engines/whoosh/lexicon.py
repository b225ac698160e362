"""The words of an index with the numbers of documents that have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.law import Language
from corpus.search.engines.whoosh.codec import ArrayTerms
from corpus.search.engines.whoosh.facts import Facts
from corpus.search.words.lexicon import Lexicon

_DOCUMENT_BITS = 32


def lexicon(segments: Sequence[tuple[int, ArrayTerms]], facts: Facts) -> Lexicon:
    """See `SearchEngine.lexicon`. The segments come with the number of their first document."""
    masks = {language: facts.alive & facts.in_languages((language,)) for language in Language}
    counts: dict[Language, Counter[str]] = {language: Counter() for language in Language}
    for base, terms in segments:
        words, numbers, docs = _pairs(terms)
        docs += base
        for language, mask in masks.items():
            found = np.bincount(numbers[mask[docs]], minlength=len(words))
            counts[language].update(
                {words[at]: int(found[at]) for at in np.flatnonzero(found) if words[at].isalpha()}
            )
    return Lexicon(counts)


def _pairs(terms: ArrayTerms) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """The words of a segment, and each pair of a word's number and a document that has it."""
    numbers: dict[str, int] = {}
    pairs = np.empty(0, np.int64)
    for name in ("body_words", "heading_words"):
        of_field = terms.of_field(name)
        words = (terms[number].decode() for number in of_field)
        known = np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int64)
        first = np.asarray(terms.first[of_field.start : of_field.stop + 1])
        docs = terms.docs[first[0] : first[-1]]
        more = np.repeat(known, np.diff(first)) << _DOCUMENT_BITS | docs
        # The first field's pairs are in order: its terms have got their numbers in order.
        at = np.searchsorted(pairs, more)
        at[at == len(pairs)] = 0
        is_new = pairs[at] != more if len(pairs) else np.ones(len(more), np.bool_)
        pairs = np.concatenate((pairs, more[is_new]))
    return list(numbers), pairs >> _DOCUMENT_BITS, pairs & (2**_DOCUMENT_BITS - 1)
