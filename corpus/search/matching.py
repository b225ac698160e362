"""Whether one text fits a query, looked at alone: the answer that every engine would give."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.law import Article, Language
from corpus.search.words.analysis import Analyser
from corpus.search.highlight import places
from corpus.search.querying.tree import AllOf, AnyOf, Node, Not, Phrase, Prefix, Words

_Streams = Sequence[tuple[list[str], list[str]]]


class Matcher:
    """Tells of texts, one after another, whether a query's conditions hold."""

    def __init__(self, analyser: Analyser, root: Node) -> None:
        self._analyser = analyser
        self._root = root

    def fits(self, heading: str, text: str, language: Language) -> bool:
        """Whether an article with this heading and wording fits."""
        streams = [self._analyser.streams(one, language) for one in (heading, text)]
        return self._holds(self._root, streams, language)

    def fits_article(self, article: Article, language: Language) -> bool:
        """Whether an article fits, by what an index holds of it."""
        return self.fits(article.printed_heading, article.printed_text, language)

    def _holds(self, node: Node, streams: _Streams, language: Language) -> bool:
        match node:
            case AllOf(parts):
                return all(self._holds(part, streams, language) for part in parts)
            case AnyOf(parts):
                return any(self._holds(part, streams, language) for part in parts)
            case Not(part):
                return not self._holds(part, streams, language)
            case Prefix(start):
                return any(word.startswith(start) for words, _ in streams for word in words)
            case Phrase(sought):
                return any(_stands(sought, words) for words, _ in streams)
            case Words(sought):
                forms = self._analyser.stems(sought, language)
                return any(_stands(forms, stems) for _, stems in streams)


def _stands(sought: Sequence[str], words: list[str]) -> bool:
    return next(places(sought, words), None) is not None
