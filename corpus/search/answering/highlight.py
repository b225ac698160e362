"""The best piece of a text, with the words that were looked for marked, as safe HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from corpus.law import Language
from corpus.search.marks import Sought, sought, spans
from corpus.search.querying.tree import Node, Where
from corpus.search.words.analysis import Analyser
from corpus.search.words.placing import Analysis

SNIPPET_LENGTH = 240
_LEAD = 40
"""How much of a snippet goes before its first marked word, at most, in a long paragraph."""
_SHORT = 80
"""A snippet that would be shorter goes on with the paragraphs that follow."""
_STUB = 25
"""So little of a further paragraph, at the end of a snippet, is not shown."""
_SPECIAL = re.compile("[&<>\"']")

Match = tuple[int, int, int]
"""Where in the text a match begins and ends, and which condition matched."""


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
        _, found = self._matches(heading, language, self._in_headings)
        return _marked(heading, 0, len(heading), found)

    def piece(self, text: str, language: Language) -> Piece:
        """The piece of a wording with the most conditions, then the most matches, the first such.

        Its beginning when nothing matches. Cut between words, and where a paragraph ends unless
        what follows matches too; … stands where text is left out.
        """
        return _best_piece(text, *self._matches(text, language, self._in_texts))

    def part(self, text: str, language: Language, start: int, end: int) -> Piece:
        """The beginning of a part of a wording, to its end or as far as a piece goes."""
        analysis, found = self._matches(text, language, self._in_texts)
        if end - start > SNIPPET_LENGTH:
            end = _cut(text, analysis, start, start)
        return _piece(text, start, end, start, found)

    def note(self, notes: str, language: Language) -> str:
        """The piece of the footnotes that `note:` finds; empty where it finds nothing."""
        if not self._in_notes or not notes:
            return ""
        analysis, found = self._matches(notes, language, self._in_notes)
        return _best_piece(notes, analysis, found).html if found else ""

    def _matches(
        self, text: str, language: Language, wanted: Sequence[Sought]
    ) -> tuple[Analysis, list[Match]]:
        analysis = self._analyser.analysis(text, language)
        return analysis, analysis.rows(spans(analysis, wanted, self._analyser, language))


def _best_piece(text: str, analysis: Analysis, found: Sequence[Match]) -> Piece:
    if not found:
        end = len(text) if len(text) <= SNIPPET_LENGTH else _cut(text, analysis, 0, 0)
        return _piece(text, 0, end, None, found)
    at, to = _best(found)
    start = _start(text, analysis, at, to)
    return _piece(text, start, _end(text, analysis, start, found), at, found)


def _best(found: Sequence[Match]) -> tuple[int, int]:
    """From which match to which other the most is shown of what was asked for."""
    count = len(found)
    best, best_worth = (0, 1), (0, 0)
    inside: dict[int, int] = {}
    last = 0
    for first, (start, _, number) in enumerate(found):
        limit = start + SNIPPET_LENGTH - _LEAD
        further = last
        while last < count and (last == first or found[last][1] <= limit):
            other = found[last][2]
            inside[other] = inside.get(other, 0) + 1
            last += 1
        if last > further and (worth := (len(inside), last - first)) > best_worth:
            best, best_worth = (first, last), worth
        if last == count:
            break  # what begins later holds less
        inside[number] -= 1
        if not inside[number]:
            del inside[number]
    first, last = best
    return found[first][0], max(end for _, end, _ in found[first:last])


def _start(text: str, analysis: Analysis, at: int, to: int) -> int:
    """Where the piece with the matches begins: with its paragraph, or an earlier word of it."""
    begins, _ = _paragraph(text, at)
    if at - begins <= _LEAD or to - begins <= SNIPPET_LENGTH:
        return begins
    nearest = analysis.first_start(at - _LEAD)
    return at if nearest is None else min(nearest, at)


def _end(text: str, analysis: Analysis, start: int, found: Sequence[Match]) -> int:
    """Where the piece ends: with the paragraph of its last match, or as far as a piece goes."""
    limit = start + SNIPPET_LENGTH
    last_match = max([end for _, end, _ in found if start < end <= limit], default=start)
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
    last = analysis.last_end(limit)
    end = limit if last is None or last <= start else last
    paragraph = text.rfind("\n", start, end)
    return paragraph if least < paragraph and end - paragraph < _STUB else end


def _piece(text: str, start: int, end: int, at: int | None, found: Sequence[Match]) -> Piece:
    marked = _marked(text, start, end, found).strip()
    before = "…" if text[:start].strip() else ""
    after = "…" if text[end:].strip() else ""
    return Piece(before + marked + after, at)


def _marked(text: str, start: int, end: int, found: Sequence[Match]) -> str:
    safe = escape if _SPECIAL.search(text, start, end) else str
    pieces: list[str] = []
    at = start
    for begins, ends, _ in found:
        if begins >= end:
            break
        opening, closing = max(begins, at), min(ends, end)
        if opening >= closing:
            continue
        if begins < at and pieces:  # it goes on with a word of the one before
            pieces[-1:] = [safe(text[opening:closing]), "</mark>"]
        else:
            pieces += [safe(text[at:opening]), "<mark>", safe(text[opening:closing]), "</mark>"]
        at = closing
    return "".join([*pieces, safe(text[at:end])])
