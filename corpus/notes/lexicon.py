"""What the words of notes mean to the grammar, whatever language and ending they have.

A word is found whole, or by the longest stem that it begins with. The three vocabularies are read
together: a Kazakh edition may have Russian notes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from corpus.notes import words_en, words_kk, words_ru

_SHORTEST_STEM = 2
_CYRILLIC = str.maketrans("aceiopxy", "асеіорху")


class Sense(NamedTuple):
    """What a word is to the grammar (`tag`), and which one of its kind (`value`)."""

    tag: str
    value: str


Table = dict[str, dict[str, str]]


def _senses(tables: tuple[Table, ...]) -> dict[str, Sense]:
    """The words of a table: tag -> value -> words, parted by spaces."""
    return {
        word: Sense(tag, value)
        for table in tables
        for tag, values in table.items()
        for value, words in values.items()
        for word in words.split()
    }


_WHOLE = _senses((words_en.WORDS, words_kk.WORDS, words_ru.WORDS))
_STEMS = _senses((words_en.STEMS, words_kk.STEMS, words_ru.STEMS))


@lru_cache(maxsize=50_000)
def sense_of(word: str) -> Sense | None:
    """The sense of a word as it is printed; None for a word that the grammar does not need."""
    folded = folded_word(word)
    if whole := _WHOLE.get(folded):
        return whole
    for length in range(len(folded), _SHORTEST_STEM, -1):
        if stem := _STEMS.get(folded[:length]):
            return stem
    return None


def folded_word(word: str) -> str:
    """A word in small letters, ё as е; a Cyrillic word's look-alike Latin letters made Cyrillic."""
    folded = word.lower().replace("ё", "е").replace("‑", "-")
    if folded.isascii():
        return folded
    return folded.translate(_CYRILLIC)
