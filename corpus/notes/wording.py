"""A note's own words for its tokens, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.notes.tokens import Bracket, Token, Tokens

_EDGES = " \n\t;,.:-–—"


@dataclass(frozen=True)
class Wording:
    """The text of a note, and its tokens, which are called by their places."""

    text: str
    tokens: Tokens

    def between(self, start: int, end: int) -> str:
        """The words from one token up to another."""
        if start >= end:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def inside(self, bracket: Bracket) -> str:
        """The words in a bracket."""
        end = bracket.end - 1 if bracket.closed else bracket.end
        return self.between(bracket.start + 1, end)

    def around(self, words: Sequence[Token], brackets: Sequence[Bracket]) -> str:
        """The words from the first to the last of these, with all that stands between them."""
        edges = [(one.start, one.end) for one in words]
        edges += [(self.tokens[b.start].start, self.tokens[b.end - 1].end) for b in brackets]
        return " ".join(self.text[min(edges)[0] : max(edges)[1]].split()) if edges else ""

    def of(self, words: Sequence[Token]) -> str:
        """The words of tokens without what stood in brackets between them."""
        parts: list[str] = []
        start = end = -1
        for token in words:
            if start < 0 or self.text[end : token.start].strip():
                parts.append(self.text[max(start, 0) : max(end, 0)])
                start = token.start
            end = token.end
        parts.append(self.text[max(start, 0) : max(end, 0)])
        return " ".join(" ".join(parts).strip(_EDGES).split())
