"""Whether one provision fits a query, looked at alone: the answer that every engine would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.law import Article, Language
from corpus.search.documents import numbers_of
from corpus.search.marks import near_places, places
from corpus.search.querying.tree import (
    AllOf,
    AnyOf,
    HasStatus,
    InText,
    Near,
    Node,
    Not,
    Numbered,
    Phrase,
    Prefix,
    Where,
    Words,
)
from corpus.search.words.analysis import Analyser


@dataclass(frozen=True)
class Provision:
    """What of an article's wording a query may look at; see `SearchDocument`.

    `naming` is what `act:` looks at. `status` empty: none is known, so none fits.
    """

    language: Language
    heading: str
    text: str
    key: str = ""
    notes: str = ""
    naming: str = ""
    status: str = ""

    @classmethod
    def of_article(cls, article: Article, language: Language, naming: str) -> Provision:
        """An article as an index holds it, on no day."""
        return cls(
            language,
            article.printed_heading,
            article.printed_text,
            article.key,
            "\n".join(note.text for note in article.notes),
            naming,
        )

    def texts(self, where: Where) -> tuple[str, ...]:
        """The texts that a condition speaks of, each by itself."""
        match where:
            case Where.TEXT:
                return (self.heading, self.text)
            case Where.HEADING:
                return (self.heading,)
            case Where.NOTE:
                return (self.notes,)
            case Where.ACT:
                return (self.naming,)


class Matcher:
    """Tells of provisions, one after another, whether a query's conditions hold."""

    def __init__(self, analyser: Analyser, root: Node) -> None:
        self._analyser = analyser
        self._root = root

    def fits(self, provision: Provision) -> bool:
        """Whether a provision fits."""
        return _Looked(self._analyser, provision).holds(self._root)


class _Looked:
    """One provision; its texts are cut into words when they are looked at first."""

    def __init__(self, analyser: Analyser, provision: Provision) -> None:
        self._analyser = analyser
        self._provision = provision
        self._known: dict[Where, Sequence[tuple[list[str], list[str]]]] = {}

    def holds(self, node: Node) -> bool:
        match node:
            case AllOf(parts):
                return all(map(self.holds, parts))
            case AnyOf(parts):
                return any(map(self.holds, parts))
            case Not(part):
                return not self.holds(part)
            case Numbered(number, prefix):
                fits = str.startswith if prefix else str.__eq__
                return any(fits(own, number) for own in numbers_of(self._provision.key))
            case HasStatus(status):
                return self._provision.status == status
            case _:
                return any(self._stands(node, *text) for text in self._in(node.where))

    def _stands(self, leaf: InText, words: list[str], stems: list[str]) -> bool:
        """Whether what is looked for stands in one text."""
        match leaf:
            case Prefix(start):
                return any(word.startswith(start) for word in words)
            case Phrase(sought):
                return _in_a_row(sought, words)
            case Words(sought):
                return _in_a_row(self._stems(sought), stems)
            case Near(left, right, within):
                return bool(near_places(self._stems((left, right)), within, stems))

    def _stems(self, words: Sequence[str]) -> list[str]:
        return self._analyser.stems(words, self._provision.language)

    def _in(self, where: Where) -> Sequence[tuple[list[str], list[str]]]:
        if where not in self._known:
            self._known[where] = [
                self._analyser.streams(text, self._provision.language)
                for text in self._provision.texts(where)
            ]
        return self._known[where]


def _in_a_row(sought: Sequence[str], words: list[str]) -> bool:
    return bool(places(sought, words))
