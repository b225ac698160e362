"""What one word or phrase of a query asks for, in the field that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.search.querying.fields import WHERE, Field, has_status, numbered
from corpus.search.querying.ignored import IgnoredPieces, Reason
from corpus.search.querying.tree import AllOf, Leaf, Node, Phrase, Prefix, Where, Words

MOST_BEGINNINGS = 12
SHORTEST_PREFIX = 2
_PUNCTUATION = frozenset("№§.,;:–—…")
"""What stands alone in «Указ № 555» and behind a bracket is no slip."""


@dataclass
class Parts:
    """Makes conditions of pieces of text, and notes in `ignored` what makes none.

    `words_of` gives the words of a text in normal form.
    """

    words_of: Callable[[str], list[str]]
    ignored: IgnoredPieces = field(default_factory=IgnoredPieces)
    _beginnings: int = 0

    def phrase(self, text: str, field: Field | None) -> Leaf | None:
        """Words in quotes, as written."""
        if field in _FACTS:
            return self._fact(text, field)
        words = self.words_of(text)
        return Phrase(tuple(words), _where(field)) if words else self._none(text)

    def row(self, text: str, field: Field | None) -> Leaf | None:
        """Words in quotes, in any form."""
        if field in _FACTS:
            return self._fact(text, field)
        words = self.words_of(text)
        return Words(tuple(words), _where(field), quoted=True) if words else self._none(text)

    def word(self, chunk: str, field: Field | None) -> Node | None:
        """A run of signs without a space: a word, several side by side, a beginning of one."""
        if field in _FACTS:
            return self._fact(chunk, field)
        words = self.words_of(chunk)
        if not words:
            return None if _PUNCTUATION.issuperset(chunk) else self._none(chunk, Reason.NO_WORD)
        if "*" in chunk.rstrip("*"):
            self.ignored.add(Reason.ASTERISK_INSIDE, chunk)
        beginning = self._beginning(words.pop(), chunk) if chunk.endswith("*") else None
        whole = Words(tuple(words), _where(field)) if words else None
        if beginning is None:
            return whole
        prefix = Prefix(beginning, _where(field))
        return AllOf((whole, prefix)) if whole else prefix

    def _beginning(self, start: str, chunk: str) -> str | None:
        if len(start) < SHORTEST_PREFIX:
            self.ignored.add(Reason.SHORT_BEGINNING, chunk, SHORTEST_PREFIX)
            return None
        return start if self._one_more_beginning() else None

    def _one_more_beginning(self) -> bool:
        self._beginnings += 1
        if self._beginnings > MOST_BEGINNINGS:
            self.ignored.add(Reason.TOO_MANY_BEGINNINGS, limit=MOST_BEGINNINGS)
        return self._beginnings <= MOST_BEGINNINGS

    def _fact(self, text: str, field: Field | None) -> Leaf | None:
        if field is Field.ARTICLE:
            number = numbered(text)
            if number and number.prefix and not self._one_more_beginning():
                return None
            return number or self._none(text, Reason.NO_NUMBER)
        return has_status(self.words_of(text)) or self._none(text, Reason.NO_STATUS)

    def _none(self, text: str, reason: Reason = Reason.EMPTY_PHRASE) -> Leaf | None:
        self.ignored.add(reason, text)
        return None


_FACTS = (Field.ARTICLE, Field.STATUS)


def _where(field: Field | None) -> Where:
    return WHERE.get(field, Where.TEXT) if field else Where.TEXT
