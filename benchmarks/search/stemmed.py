"""What the databases are given: the same words and stems that our engines hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.law import Language
from corpus.search import SearchDocument
from corpus.search.querying.reading import read_query
from corpus.search.querying.tree import AllOf, AnyOf, Near, Node, Not, Phrase, Prefix, Words
from corpus.search.words.analysis import Analyser


@dataclass(frozen=True)
class Cut:
    """The words and stems of a document's heading and text."""

    heading_words: list[str]
    heading_stems: list[str]
    body_words: list[str]
    body_stems: list[str]


def cut(document: SearchDocument, analyser: Analyser) -> Cut:
    """Cut a document as our engines do."""
    heading = analyser.streams(document.heading, document.lang)
    body = analyser.streams(document.text, document.lang)
    return Cut(*heading, *body)


@dataclass(frozen=True)
class Dialect:
    """How a database writes conditions. Stems and words as written are two indexes of it."""

    stemmed_row: Callable[[list[str]], str]
    written_row: Callable[[tuple[str, ...]], str]
    beginning: Callable[[str], str]
    near: Callable[[str, str, int], str]
    both: str
    one_of: str
    but_not: str


def written(text: str, language: Language, analyser: Analyser, dialect: Dialect) -> str:
    """A query of ours in a database's words, synonyms included."""
    root = read_query(text, analyser).root
    assert root is not None, text
    return _written(root, language, analyser, dialect)


def _written(node: Node, language: Language, analyser: Analyser, dialect: Dialect) -> str:
    def of(part: Node) -> str:
        return _written(part, language, analyser, dialect)

    match node:
        case AllOf(parts):
            wanted = dialect.both.join(of(one) for one in parts if not isinstance(one, Not))
            unwanted = [of(one.part) for one in parts if isinstance(one, Not)]
            return f"({dialect.but_not.join([f'({wanted})', *unwanted])})"
        case AnyOf(parts):
            return f"({dialect.one_of.join(map(of, parts))})"
        case Words(words):
            return dialect.stemmed_row(analyser.stems(words, language))
        case Phrase(words):
            return dialect.written_row(words)
        case Prefix(start):
            return dialect.beginning(start)
        case Near(left, right, within):
            first, second = analyser.stems((left, right), language)
            return dialect.near(first, second, within)
    raise AssertionError(f"no database is asked for {node}")
