"""The best piece of a text, with the words that were looked for marked, as safe HTML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from corpus.law import Language
from corpus.search.marks import Span, sought, spans
from corpus.search.querying.tree import Node, Where
from corpus.search.words.analysis import Analyser, Analysis

SNIPPET_LENGTH = 240
_LEAD = 40
"""How much of a snippet goes before its first marked word, at most, in a long paragraph."""
_SHORT = 80
"""A snippet that would be shorter goes on with the paragraphs that follow."""
_STUB = 25
"""So little of a further paragraph, at the end of a snippet, is not shown."""


@dataclass(frozen=True)
class Piece:
    """A piece of a text as HTML, and where in the text its first match is (None: there is none)."""

    html: str
    at: int | None


class Highlighter:
    """Marks what a query's conditions match; what stands under a Not is never marked."""

    def __init__(self, analyser: Analyser, root: Node | None) -> None:
        """Without conditions nothing is marked."""
        self._analyser = analyser
        self._in_headings = sought(root, (Where.TEXT, Where.HEADING))
        self._in_texts = sought(root, (Where.TEXT,))
        self._in_notes = sought(root, (Where.NOTE,))

    def whole(self, heading: str, language: Language) -> str:
        """A whole heading, escaped, the words marked."""
        analysis = self._analyser.analysis(heading, language)
        found = spans(analysis, self._in_headings, self._analyser, language)
        return _marked(heading, 0, len(heading), analysis, found)

    def piece(self, text: str, language: Language) -> Piece:
        """The piece of a wording with the most conditions, then the most matches, the first such.

        Its beginning when nothing matches. Cut between words, and where a paragraph ends unless
        what follows matches too; … stands where text is left out.
        """
        analysis = self._analyser.analysis(text, language)
        found = spans(analysis, self._in_texts, self._analyser, language)
        return self._best_piece(text, analysis, found)

    def part(self, text: str, language: Language, start: int, end: int) -> Piece:
        """The beginning of a part of a wording, to its end or as far as a piece goes."""
        analysis = self._analyser.analysis(text, language)
        found = spans(analysis, self._in_texts, self._analyser, language)
        if end - start > SNIPPET_LENGTH:
            end = _cut(text, analysis, start, start)
        return _piece(text, start, end, start, analysis, found)

    def note(self, notes: str, language: Language) -> str:
        """The piece of the footnotes that `note:` finds; empty where it finds nothing."""
        if not self._in_notes or not notes:
            return ""
        analysis = self._analyser.analysis(notes, language)
        found = spans(analysis, self._in_notes, self._analyser, language)
        return self._best_piece(notes, analysis, found).html if found else ""

    def _best_piece(self, text: str, analysis: Analysis, found: Sequence[Span]) -> Piece:
        if not found:
            end = len(text) if len(text) <= SNIPPET_LENGTH else _cut(text, analysis, 0, 0)
            return _piece(text, 0, end, None, analysis, found)
        at, to = _best(analysis, found)
        start = _start(text, analysis, at, to)
        return _piece(text, start, _end(text, analysis, start, found), at, analysis, found)


def _best(analysis: Analysis, found: Sequence[Span]) -> tuple[int, int]:
    """From which match to which other the most is shown of what was asked for."""
    best, best_worth = (0, 0), (0, 0)
    last = 0
    for first, (token, own_end, _) in enumerate(found):
        start = analysis.starts[token]
        last = max(last, first + 1)
        while last < len(found) and analysis.ends[found[last][1]] <= start + SNIPPET_LENGTH - _LEAD:
            last += 1
        shown = found[first:last]
        worth = (len({number for _, _, number in shown}), len(shown))
        if worth > best_worth:
            best = start, analysis.ends[max((end for _, end, _ in shown), default=own_end)]
            best_worth = worth
    return best


def _start(text: str, analysis: Analysis, at: int, to: int) -> int:
    """Where the piece with the matches begins: with its paragraph, or an earlier word of it."""
    begins, _ = _paragraph(text, at)
    if at - begins <= _LEAD or to - begins <= SNIPPET_LENGTH:
        return begins
    nearest = bisect_left(analysis.starts, at - _LEAD)
    return min(analysis.starts[nearest], at) if nearest < len(analysis.starts) else at


def _end(text: str, analysis: Analysis, start: int, found: Sequence[Span]) -> int:
    """Where the piece ends: with the paragraph of its last match, or as far as a piece goes."""
    limit = start + SNIPPET_LENGTH
    shown = [analysis.ends[last] for _, last, _ in found]
    last_match = max((end for end in shown if start < end <= limit), default=start)
    _, end = _paragraph(text, last_match)
    while end - start < _SHORT and end < len(text):
        _, following = _paragraph(text, end + 1)
        if following > limit:
            break
        end = following
    return end if end <= limit else _cut(text, analysis, start, last_match)


def _paragraph(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _cut(text: str, analysis: Analysis, start: int, least: int) -> int:
    """The last end of a word that a piece reaches, or of a paragraph if little follows it."""
    limit = start + SNIPPET_LENGTH
    last = bisect_right(analysis.ends, limit) - 1
    end = analysis.ends[last] if last >= 0 and analysis.ends[last] > start else limit
    paragraph = text.rfind("\n", start, end)
    return paragraph if least < paragraph and end - paragraph < _STUB else end


def _piece(
    text: str, start: int, end: int, at: int | None, analysis: Analysis, found: Sequence[Span]
) -> Piece:
    marked = _marked(text, start, end, analysis, found).strip()
    before = "…" if text[:start].strip() else ""
    after = "…" if text[end:].strip() else ""
    return Piece(before + marked + after, at)


def _marked(text: str, start: int, end: int, analysis: Analysis, found: Sequence[Span]) -> str:
    pieces: list[str] = []
    at = start
    for first, last, _ in found:
        opening, closing = max(analysis.starts[first], at), min(analysis.ends[last], end)
        if opening >= closing:
            continue
        if analysis.starts[first] < at and pieces:  # it goes on with a word of the one before
            pieces[-1:] = [escape(text[opening:closing]), "</mark>"]
        else:
            pieces += [escape(text[at:opening]), "<mark>", escape(text[opening:closing]), "</mark>"]
        at = closing
    return "".join([*pieces, escape(text[at:end])])
