"""The one analyser: every engine, the highlighter and the tests see these words and no others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock

import Stemmer

from corpus.law import Language
from corpus.search import kazakh
from corpus.search.letters import WORD, normal_form

_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_MOST_REMEMBERED = 500_000


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: as it is compared, its stem, and where it stands."""

    word: str
    stem: str
    start: int
    end: int


class Analyser:
    """Turns a text into words and stems. Stems are remembered: stemming costs most of a build."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._stems: dict[tuple[str, Language], str] = {}
        self._snowball = {
            Language.RU: Stemmer.Stemmer("russian", 0),
            Language.EN: Stemmer.Stemmer("english", 0),
        }
        self._lock = Lock()  # a Snowball stemmer must not be used by two threads at once

    def words(self, text: str) -> list[str]:
        """The words of a text in normal form, in order."""
        return [self._word(surface) for surface in WORD.findall(text)]

    def streams(self, text: str, language: Language) -> tuple[list[str], list[str]]:
        """The words of a text and, place by place, their stems."""
        words = self.words(text)
        return words, [self.stem(word, language) for word in words]

    def tokens(self, text: str, language: Language) -> list[Token]:
        """The words of a text with the places where they stand in it."""
        found = []
        for match in WORD.finditer(text):
            word = self._word(match.group())
            found.append(Token(word, self.stem(word, language), match.start(), match.end()))
        return found

    def stem(self, word: str, language: Language) -> str:
        """The stem of a word in normal form, in a text of a language.

        The letters decide where they can: a word with Kazakh letters is Kazakh in a Russian
        text too, a Latin one English.
        """
        known = self._stems.get((word, language))
        if known is None:
            known = self._stemmed(word, language)
            if len(self._stems) >= _MOST_REMEMBERED:
                self._stems.clear()
            self._stems[word, language] = known
        return known

    def _word(self, surface: str) -> str:
        known = self._words.get(surface)
        if known is None:
            known = normal_form(surface)
            if len(self._words) >= _MOST_REMEMBERED:
                self._words.clear()
            self._words[surface] = known
        return known

    def _stemmed(self, word: str, language: Language) -> str:
        if any(letter.isdigit() for letter in word):
            return word
        if _KAZAKH_LETTER.search(word):
            return kazakh.stem(word)
        if not _CYRILLIC_LETTER.search(word):
            language = Language.EN
        elif language is Language.KK:
            return kazakh.stem(word)
        else:
            language = Language.RU
        with self._lock:
            return str(self._snowball[language].stemWord(word))
