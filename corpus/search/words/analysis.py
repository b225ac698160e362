"""The one analyser: every engine, the highlighter and the tests see these words and no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import chain
from threading import Lock

import Stemmer

from corpus.law import Language
from corpus.search.words import english, kazakh, russian
from corpus.search.words.letters import holds_range, normal_form, surfaces, word_spans
from corpus.search.words.lines import lines
from corpus.search.words.placing import Analysis, LinePlaces
from corpus.search.words.remembering import Remembered

VERSION = 6
"""Raised whenever words or stems become other ones: indexes made before are built anew."""

_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_KAZAKH_ELSEWHERE = "_"
"""Ends stems of Kazakh words in other texts: «кандидаттардың» is not the Russian «кандидат»."""
_MOST_WORDS, _MOST_CHUNKS, _MOST_LINES, _MOST_TEXTS = 4_000_000, 1_000_000, 4_000_000, 1_000_000
"""Signs that are remembered of each; lines and texts take about 10 bytes a sign."""

CutAndStemmed = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of a piece of text, and their stems."""


class Analyser:
    """Turns a text into words and stems. Stems are remembered: stemming costs most of a build."""

    def __init__(self) -> None:
        self._words = Remembered(normal_form, _MOST_WORDS)
        self._stems = {
            language: Remembered(partial(self._stemmed, language=language), _MOST_WORDS)
            for language in Language
        }
        self._chunks = {
            language: Remembered(partial(self._cut_and_stemmed, language=language), _MOST_CHUNKS)
            for language in Language
        }
        self._lines = {
            language: Remembered(partial(self._line, language=language), _MOST_LINES)
            for language in Language
        }
        self._places = Remembered(_places, _MOST_LINES)
        self._analyses = {
            language: Remembered(partial(self._analysis, language=language), _MOST_TEXTS)
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
        words: list[str] = []
        stems: list[str] = []
        known = self._lines[language]
        for line in lines(text):
            of_line = known[line]
            words += of_line[0]
            stems += of_line[1]
        return words, stems

    def analysis(self, text: str, language: Language) -> Analysis:
        """The words of a text, their stems, and where they stand in it; for reading only.

        Remembered for some hundreds of texts: the same ones are shown again and again.
        """
        return self._analyses[language][text]

    def _analysis(self, text: str, language: Language) -> Analysis:
        words: list[str] = []
        stems: list[str] = []
        lines_of_text = list(lines(text))
        first_words = []
        known = self._lines[language]
        for line in lines_of_text:
            first_words.append(len(words))
            of_line = known[line]
            words += of_line[0]
            stems += of_line[1]
        return Analysis(words, stems, lines_of_text, first_words, self._places)

    def stems(self, words: Sequence[str], language: Language) -> list[str]:
        """The stems of words in normal form, in a text of a language.

        The letters decide where they can: a word with Kazakh letters is Kazakh in a Russian
        text too, a Latin one English. Stems of Kazakh words in other texts are no Russian words'.
        """
        return list(map(self._stems[language].__getitem__, words))

    def _normal_forms(self, surfaces: Sequence[str]) -> list[str]:
        return list(map(self._words.__getitem__, surfaces))

    def _line(self, line: str, language: Language) -> CutAndStemmed:
        """Tuples, for the garbage collector need not look at those again and again.

        What stands between spaces comes again and again too, signs and all: it is cut once.
        """
        if holds_range(line):
            return self._cut_and_stemmed(line, language)
        cut = map(self._chunks[language].__getitem__, line.split(" "))
        words, stems = zip(*cut, strict=True)
        return tuple(chain.from_iterable(words)), tuple(chain.from_iterable(stems))

    def _cut_and_stemmed(self, text: str, language: Language) -> CutAndStemmed:
        words = self.words(text)
        return tuple(words), tuple(self.stems(words, language))

    def _stemmed(self, word: str, language: Language) -> str:
        if any(letter.isdigit() for letter in word):
            return word
        if _KAZAKH_LETTER.search(word):
            return kazakh.stem(word) + ("" if language is Language.KK else _KAZAKH_ELSEWHERE)
        if not _CYRILLIC_LETTER.search(word):
            return english.stem(word, partial(self._snowball_stem, language=Language.EN))
        if language is Language.KK:
            return kazakh.stem(word)
        return russian.stem(word, partial(self._snowball_stem, language=Language.RU))

    def _snowball_stem(self, word: str, language: Language) -> str:
        with self._lock:
            return str(self._snowball[language].stemWord(word))


def _places(line: str) -> LinePlaces:
    """Where the words of a line begin and end."""
    spans = list(word_spans(line))
    return tuple(start for start, _ in spans), tuple(end for _, end in spans)
