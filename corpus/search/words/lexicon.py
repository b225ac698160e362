"""The words of a corpus, and how many documents hold each: what spelling suggestions are made of.

An engine counts while it builds and keeps the bytes beside its index:

    counted = LexiconCounter(self.lexicon() or EMPTY)        # EMPTY for a rebuild
    counted.remove(old.lang, words of old's heading and text)
    counted.add(new.lang, words of new's heading and text)
    path.write_bytes(counted.lexicon().to_bytes())
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import zstandard

from corpus.law import Language


class LexiconUnreadableError(ValueError):
    """The bytes are no lexicon."""

    def __init__(self) -> None:
        super().__init__("the list of the index's words cannot be read: build the index anew")


@dataclass(frozen=True)
class Lexicon:
    """For each language of documents: words in normal form, and in how many documents each is.

    Words with figures are left out: numbers are not misspelt.
    """

    words: Mapping[Language, Mapping[str, int]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def documents(self, word: str, languages: Iterable[Language] = tuple(Language)) -> int:
        """In how many documents of these languages a word stands, exactly so."""
        return sum(self.words.get(language, {}).get(word, 0) for language in languages)

    def to_bytes(self) -> bytes:
        """The lexicon, packed (about 10 bytes a word)."""
        written = {
            str(language): dict(sorted(held.items())) for language, held in self.words.items()
        }
        return zstandard.compress(json.dumps(written, ensure_ascii=False).encode(), 3)

    @classmethod
    def from_bytes(cls, packed: bytes) -> Lexicon:
        """What `to_bytes` packed. Raises LexiconUnreadableError for anything else."""
        try:
            written = json.loads(zstandard.decompress(packed))
            return cls({Language(language): dict(held) for language, held in written.items()})
        except (zstandard.ZstdError, ValueError, AttributeError, TypeError) as error:
            raise LexiconUnreadableError from error


EMPTY = Lexicon()


class LexiconCounter:
    """Counts words, document by document, from an earlier lexicon on."""

    def __init__(self, before: Lexicon = EMPTY) -> None:
        self._counts = {language: Counter(before.words.get(language, {})) for language in Language}

    def add(self, language: Language, words: Iterable[str]) -> None:
        """Count one document: all its words in normal form, repeats and all."""
        self._counts[language].update(set(words))

    def remove(self, language: Language, words: Iterable[str]) -> None:
        """Take one document back that was counted before."""
        self._counts[language].subtract(set(words))

    def lexicon(self) -> Lexicon:
        """What has been counted."""
        return Lexicon(
            {
                language: {
                    word: count for word, count in counted.items() if count > 0 and word.isalpha()
                }
                for language, counted in self._counts.items()
            }
        )
