"""The one analyser: every engine, the highlighter and the tests see these words and no others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock

import Stemmer

from corpus.law import Language
from corpus.search.words import english, kazakh, russian
from corpus.search.words.letters import normal_form, surfaces, word_spans

VERSION = 3
"""Raised whenever words or stems become other ones: indexes made before are built anew."""

_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_MOST_REMEMBERED = 500_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of a text, place by place: as they are compared, stemmed, and where they stand."""

    words: list[str]
    stems: list[str]
    starts: list[int]
    ends: list[int]


class _Remembered(dict[str, str]):
    """What a function gave for a word; asked for with `[word]`. Forgets all when it is full."""

    def __init__(self, learn: Callable[[str], str]) -> None:
        self._learn = learn

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        return self.setdefault(word, self._learn(word))


class Analyser:
    """Turns a text into words and stems. Stems are remembered: stemming costs most of a build."""

    def __init__(self) -> None:
        self._words = _Remembered(normal_form)
        self._stems = {
            language: _Remembered(partial(self._stemmed, language=language))
            for language in Language
        }
        self._snowball = {
            Language.RU: Stemmer.Stemmer("russian", 0),
            Language.EN: Stemmer.Stemmer("english", 0),
        }
        self._lock = Lock()  # a Snowball stemmer must not be used by two threads at once

    def words(self, text: str) -> list[str]:
        """The words of a text in normal form, in order."""
        return self._normal_forms(surfaces(text))

    def streams(self, text: str, language: Language) -> tuple[list[str], list[str]]:
        """The words of a text and, place by place, their stems."""
        words = self.words(text)
        return words, self.stems(words, language)

    def analysis(self, text: str, language: Language) -> Analysis:
        """The words of a text, their stems, and where they stand in it."""
        spans = list(word_spans(text))
        words = self._normal_forms([text[start:end] for start, end in spans])
        return Analysis(
            words,
            self.stems(words, language),
            [start for start, _ in spans],
            [end for _, end in spans],
        )

    def stems(self, words: Sequence[str], language: Language) -> list[str]:
        """The stems of words in normal form, in a text of a language.

        The letters decide where they can: a word with Kazakh letters is Kazakh in a Russian
        text too, a Latin one English.
        """
        return list(map(self._stems[language].__getitem__, words))

    def _normal_forms(self, surfaces: Sequence[str]) -> list[str]:
        return list(map(self._words.__getitem__, surfaces))

    def _stemmed(self, word: str, language: Language) -> str:
        if any(letter.isdigit() for letter in word):
            return word
        if _KAZAKH_LETTER.search(word):
            return kazakh.stem(word)
        if not _CYRILLIC_LETTER.search(word):
            return english.stem(word, partial(self._snowball_stem, language=Language.EN))
        if language is Language.KK:
            return kazakh.stem(word)
        return russian.stem(word, partial(self._snowball_stem, language=Language.RU))

    def _snowball_stem(self, word: str, language: Language) -> str:
        with self._lock:
            return str(self._snowball[language].stemWord(word))
