"""What a query must find, by looking at every text, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.search import Query, SearchDocument
from corpus.search.words.analysis import Analyser
from corpus.search.querying.parsing import AllOf, AnyOf, Node, Not, Phrase, Prefix, Words, parse_query

Fields = Sequence[tuple[list[str], list[str]]]


class Oracle:
    """Scans the texts; keeps nothing but their words."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self._analyser = Analyser()
        self._known = [
            (
                document,
                [
                    self._analyser.streams(t, document.lang)
                    for t in (document.heading, document.text)
                ],
            )
            for document in documents
        ]

    def found(self, query: Query) -> set[str]:
        """The ids of all documents that a query must find."""
        root = parse_query(query.text, self._analyser.words).root
        if root is None:
            return set()
        return {
            document.id
            for document, fields in self._known
            if (document.is_current if query.on is None else document.holds_on(query.on))
            and query.lang in (None, document.lang)
            and query.ngr in (None, document.ngr)
            and self._holds(root, document, fields)
        }

    def _holds(self, node: Node, document: SearchDocument, fields: Fields) -> bool:
        match node:
            case AllOf(parts):
                return all(self._holds(part, document, fields) for part in parts)
            case AnyOf(parts):
                return any(self._holds(part, document, fields) for part in parts)
            case Not(part):
                return not self._holds(part, document, fields)
            case Prefix(start):
                return any(word.startswith(start) for words, _ in fields for word in words)
            case Phrase(sought):
                return any(_contains(words, list(sought)) for words, _ in fields)
            case Words(sought):
                forms = self._analyser.stems(sought, document.lang)
                return any(_contains(stems, forms) for _, stems in fields)


def _contains(words: list[str], sought: list[str]) -> bool:
    size = len(sought)
    return any(words[at : at + size] == sought for at in range(len(words) - size + 1))
