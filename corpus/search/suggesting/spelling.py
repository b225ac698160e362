"""What a word that stands nowhere may have been meant to be: words of the corpus close to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.law import Language
from corpus.search.suggesting.keyboards import without_kazakh_letters
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon

SHORTEST = 4
"""Shorter words have too many neighbours."""
_TWO_SLIPS_FROM = 6
_CLOSEST = 3
_SHORTEST_OF_TWO = 3
_BEGINNING = 2
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, order=True)
class Correction:
    """What may have been meant: the fewer slips the better, then the more documents.

    `slips` are letters left out, added, exchanged or turned round; letters of the other keyboard
    are none. `other_letters`: more than a letter typed twice or once too few. `rarity` is the
    number of documents that hold it, negated.
    """

    slips: int
    other_letters: bool
    rarity: int
    words: str


class Speller:
    """Corrects words by a lexicon; made once for one state of an index.

    Learns what it needs when it is asked: to stem a whole lexicon takes longer than an answer may.
    """

    def __init__(self, lexicon: Lexicon, analyser: Analyser) -> None:
        self._lexicon = lexicon
        self._analyser = analyser
        self._beginnings: dict[tuple[Language, str], list[str]] = defaultdict(list)
        self._lengths: dict[tuple[Language, int], list[tuple[int, str]]] = defaultdict(list)
        for language, counts in lexicon.words.items():
            for word, count in counts.items():
                self._beginnings[language, word[:_BEGINNING]].append(word)
                self._lengths[language, len(word)].append((-count, word))
        self._stems: dict[tuple[Language, str], frozenset[str]] = {}
        self._of_one_length: dict[tuple[Language, int], _OfOneLength] = {}

    def knows(self, word: str, languages: Collection[Language]) -> bool:
        """Whether a word in normal form, or a form of it, stands in a text of these languages.

        What has figures in it counts as known. Forms are looked for among the words that begin
        alike.
        """
        if not word.isalpha() or self._lexicon.documents(word, languages):
            return True
        return any(
            self._analyser.stems([word], language)[0] in self._stems_of(word, language)
            for language in languages
        )

    def _stems_of(self, word: str, language: Language) -> frozenset[str]:
        beginning = (language, word[:_BEGINNING])
        if beginning not in self._stems:
            alike = self._beginnings.get(beginning, [])
            self._stems[beginning] = frozenset(self._analyser.stems(alike, language))
        return self._stems[beginning]

    def corrections(self, word: str, language: Language) -> list[Correction]:
        """What a word in normal form may have been meant to be, best first, a few at most."""
        found = list(self._close(word, language)) or list(self._two(word, language))
        return sorted(set(found))[:_CLOSEST]

    def _close(self, word: str, language: Language) -> Iterator[Correction]:
        if len(word) < SHORTEST:
            return
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        typed = _typed(word, language)
        for length in range(len(word) - slips, len(word) + slips + 1):
            held = self._held(language, length)
            # equals come in the order of the list: the most frequent first
            for _, distance, at in process.extract(
                typed, held.typed, scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                other = _each_once(typed) != _each_once(held.typed[at])
                yield Correction(distance, other, -held.counts[at], held.words[at])

    def _two(self, word: str, language: Language) -> Iterator[Correction]:
        """Two words that were typed as one."""
        held = self._lexicon.words.get(language, {})
        for at in range(_SHORTEST_OF_TWO, len(word) - _SHORTEST_OF_TWO + 1):
            count = min(held.get(word[:at], 0), held.get(word[at:], 0))
            if count:
                yield Correction(1, False, -count, f"{word[:at]} {word[at:]}")

    def _held(self, language: Language, length: int) -> _OfOneLength:
        key = (language, length)
        if key not in self._of_one_length:
            held = sorted(self._lengths.get(key, []))
            self._of_one_length[key] = _OfOneLength(
                [word for _, word in held],
                [_typed(word, language) for _, word in held],
                [-count for count, _ in held],
            )
        return self._of_one_length[key]


@dataclass(frozen=True)
class _OfOneLength:
    """Words of one length: the most frequent first, as they are, as typed, with their counts."""

    words: list[str]
    typed: list[str]
    counts: list[int]


def _typed(word: str, language: Language) -> str:
    return without_kazakh_letters(word) if language is Language.KK else word


def _each_once(word: str) -> str:
    """The word with one letter in place of a letter that stands twice."""
    return _TWICE.sub(r"\1", word)
