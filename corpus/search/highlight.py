"""Where the words stand: the best piece of a text, with the words marked, as safe HTML."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape

from corpus.law import Language
from corpus.search.analysis import Analyser, Token
from corpus.search.engine import Hit, SearchDocument
from corpus.search.parsing import AllOf, AnyOf, Node, Not, Phrase, Prefix, Words

SNIPPET_LENGTH = 240
_LEAD = 40
"""How much of a snippet goes before its first marked word, at most."""

Span = tuple[int, int, int]
"""The first and last token of a match, and which condition matched."""


class Highlighter:
    """Marks what a query's conditions match; what stands under a Not is never marked."""

    def __init__(self, analyser: Analyser, root: Node) -> None:
        self._analyser = analyser
        self._wanted = tuple(dict.fromkeys(_positive(root)))

    def hit(self, document: SearchDocument, score: float) -> Hit:
        """The hit for a document."""
        return Hit.of(
            document,
            score,
            snippet=self.snippet(document.text, document.lang),
            heading=self.whole(document.heading, document.lang),
        )

    def whole(self, text: str, language: Language) -> str:
        """The whole text, escaped, the words marked."""
        tokens = self._analyser.tokens(text, language)
        return _marked(text, 0, len(text), tokens, self._spans(tokens, language))

    def snippet(self, text: str, language: Language) -> str:
        """The piece of the text with the most conditions, then the most matches, the first such.

        Its beginning when nothing matches. Cut between words; … stands where text is left out.
        """
        tokens = self._analyser.tokens(text, language)
        spans = self._spans(tokens, language)
        start = _best_start(tokens, spans) if spans else 0
        start, end = _window(text, tokens, start)
        marked = _marked(text, start, end, tokens, spans)
        before = "…" if text[:start].strip() else ""
        after = "…" if text[end:].strip() else ""
        return before + marked.strip() + after

    def _spans(self, tokens: Sequence[Token], language: Language) -> list[Span]:
        words = [token.word for token in tokens]
        stems = [token.stem for token in tokens]
        spans: list[Span] = []
        for number, wanted in enumerate(self._wanted):
            match wanted:
                case Prefix(start):
                    spans += [
                        (at, at, number) for at, word in enumerate(words) if word.startswith(start)
                    ]
                case Phrase(sought):
                    spans += [(at, at + len(sought) - 1, number) for at in places(sought, words)]
                case Words(sought):
                    forms = [self._analyser.stem(word, language) for word in sought]
                    spans += [(at, at + len(forms) - 1, number) for at in places(forms, stems)]
        return sorted(spans)


def places(sought: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Where the sought words stand side by side."""
    first, length = sought[0], len(sought)
    for at, word in enumerate(words):
        if word == first and tuple(words[at : at + length]) == tuple(sought):
            yield at


def _positive(node: Node) -> Iterator[Words | Phrase | Prefix]:
    match node:
        case Words() | Phrase() | Prefix():
            yield node
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _positive(part)
        case Not():
            return


def _best_start(tokens: Sequence[Token], spans: Sequence[Span]) -> int:
    """Where the piece begins that shows the most of what was asked for."""
    best, best_worth = 0, (0, 0)
    last = 0
    for first, (token, _, _) in enumerate(spans):
        start = tokens[token].start
        last = max(last, first)
        while last < len(spans) and tokens[spans[last][1]].end <= start + SNIPPET_LENGTH - _LEAD:
            last += 1
        shown = spans[first:last]
        worth = (len({number for _, _, number in shown}), len(shown))
        if worth > best_worth:
            best, best_worth = start, worth
    return best


def _window(text: str, tokens: Sequence[Token], wanted: int) -> tuple[int, int]:
    """The piece around a place: from its line's or an earlier word's start, to a word's end."""
    line = text.rfind("\n", 0, wanted) + 1
    if wanted - line <= _LEAD:
        start = line
    else:
        starts = [token.start for token in tokens]
        nearest = bisect_right(starts, wanted - _LEAD)
        start = starts[nearest] if nearest < len(starts) else wanted
    if len(text) - start <= SNIPPET_LENGTH:
        return start, len(text)
    ends = [token.end for token in tokens]
    last = bisect_right(ends, start + SNIPPET_LENGTH) - 1
    end = ends[last] if last >= 0 and ends[last] > start else start + SNIPPET_LENGTH
    return start, end


def _marked(text: str, start: int, end: int, tokens: Sequence[Token], spans: Sequence[Span]) -> str:
    pieces = []
    at = start
    for first, last, _ in spans:
        opening, closing = max(tokens[first].start, at), min(tokens[last].end, end)
        if opening >= closing:
            continue
        pieces += [escape(text[at:opening]), "<mark>", escape(text[opening:closing]), "</mark>"]
        at = closing
    return "".join([*pieces, escape(text[at:end])])
