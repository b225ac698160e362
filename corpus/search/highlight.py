"""Where the words stand: the best piece of a text, with the words marked, as safe HTML."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from corpus.law import Language
from corpus.search.querying.tree import AllOf, AnyOf, Node, Not, Phrase, Prefix, Words
from corpus.search.words.analysis import Analyser, Analysis

SNIPPET_LENGTH = 240
_LEAD = 40
"""How much of a snippet goes before its first marked word, at most."""

Span = tuple[int, int, int]
"""The first and last token of a match, and which condition matched."""


@dataclass(frozen=True)
class Piece:
    """A piece of a text as HTML, and where in the text its first match is (0: none)."""

    html: str
    at: int


class Highlighter:
    """Marks what a query's conditions match; what stands under a Not is never marked."""

    def __init__(self, analyser: Analyser, root: Node | None) -> None:
        """Without conditions nothing is marked."""
        self._analyser = analyser
        self._wanted = tuple(dict.fromkeys(_positive(root))) if root else ()

    def whole(self, text: str, language: Language) -> str:
        """The whole text, escaped, the words marked."""
        analysis = self._analyser.analysis(text, language)
        return _marked(text, 0, len(text), analysis, self._spans(analysis, language))

    def piece(self, text: str, language: Language) -> Piece:
        """The piece of the text with the most conditions, then the most matches, the first such.

        Its beginning when nothing matches. Cut between words; … stands where text is left out.
        """
        analysis = self._analyser.analysis(text, language)
        spans = self._spans(analysis, language)
        first = _best_start(analysis, spans) if spans else 0
        start, end = _window(text, analysis, first)
        marked = _marked(text, start, end, analysis, spans)
        before = "…" if text[:start].strip() else ""
        after = "…" if text[end:].strip() else ""
        return Piece(before + marked.strip() + after, first)

    def _spans(self, analysis: Analysis, language: Language) -> list[Span]:
        words, stems = analysis.words, analysis.stems
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
                    forms = self._analyser.stems(sought, language)
                    spans += [(at, at + len(forms) - 1, number) for at in places(forms, stems)]
        return sorted(spans)


def places(sought: Sequence[str], words: list[str]) -> Iterator[int]:
    """Where the sought words stand side by side."""
    first, length, wanted = sought[0], len(sought), list(sought)
    for at, word in enumerate(words):
        if word == first and (length == 1 or words[at : at + length] == wanted):
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


def _best_start(analysis: Analysis, spans: Sequence[Span]) -> int:
    """Where the piece begins that shows the most of what was asked for."""
    best, best_worth = 0, (0, 0)
    last = 0
    for first, (token, _, _) in enumerate(spans):
        start = analysis.starts[token]
        last = max(last, first)
        while last < len(spans) and analysis.ends[spans[last][1]] <= start + SNIPPET_LENGTH - _LEAD:
            last += 1
        shown = spans[first:last]
        worth = (len({number for _, _, number in shown}), len(shown))
        if worth > best_worth:
            best, best_worth = start, worth
    return best


def _window(text: str, analysis: Analysis, wanted: int) -> tuple[int, int]:
    """The piece around a place: from its line's or an earlier word's start, to a word's end."""
    line = text.rfind("\n", 0, wanted) + 1
    if wanted - line <= _LEAD:
        start = line
    else:
        nearest = bisect_right(analysis.starts, wanted - _LEAD)
        start = analysis.starts[nearest] if nearest < len(analysis.starts) else wanted
    if len(text) - start <= SNIPPET_LENGTH:
        return start, len(text)
    last = bisect_right(analysis.ends, start + SNIPPET_LENGTH) - 1
    if last >= 0 and analysis.ends[last] > start:
        return start, analysis.ends[last]
    return start, start + SNIPPET_LENGTH


def _marked(text: str, start: int, end: int, analysis: Analysis, spans: Sequence[Span]) -> str:
    pieces = []
    at = start
    for first, last, _ in spans:
        opening, closing = max(analysis.starts[first], at), min(analysis.ends[last], end)
        if opening >= closing:
            continue
        pieces += [escape(text[at:opening]), "<mark>", escape(text[opening:closing]), "</mark>"]
        at = closing
    return "".join([*pieces, escape(text[at:end])])
