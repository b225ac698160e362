"""The query language: text that a person types -> a tree of conditions, never an error.

    выборы акима          both words, in any form
    "порядок выборов"     these words as written, side by side, in this order («» and “” too)
    -отставка             without this word; before a phrase or brackets too
    аким OR маслихат      one of them
    (a OR b) c            brackets
    сайлау*               words that begin so (two letters at least)
    113-3-баптың          a chunk of several words: side by side, in any form

AND binds tighter than OR. AND and NOT in capitals are understood. What makes no sense is left
out and told: an open quote, a lone operator, an unmatched bracket, a lone asterisk.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.search.querying.ignored import Ignored, Reason
from corpus.search.querying.tree import AllOf, AnyOf, Node, Not, Phrase, Prefix, Words

LONGEST_QUERY = 2_000
MOST_PARTS = 100
DEEPEST = 20
SHORTEST_PREFIX = 2


@dataclass(frozen=True)
class ParsedQuery:
    """The condition (None: nothing is asked for) and what was left out, in plain words."""

    root: Node | None
    ignored: tuple[Ignored, ...] = ()


_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“”"}
_CHUNK = re.compile(r'[^\s"«»“”„()]+')
_SPACE = re.compile(r"\s+")
_SHOWN = 40


def parse_query(text: str, words_of: Callable[[str], list[str]]) -> ParsedQuery:
    """Read a query; `words_of` gives the words of a text in normal form."""
    return _Reader(text, words_of).read()


class _Reader:
    """Reads one query by recursive descent."""

    def __init__(self, text: str, words_of: Callable[[str], list[str]]) -> None:
        self._text = _cut(text)
        self._words_of = words_of
        self._at = 0
        self._parts = 0
        self._depth = 0
        self._ignored: list[str] = []
        if len(text) > LONGEST_QUERY:
            self._ignore(f"everything after the first {LONGEST_QUERY} characters")

    def read(self) -> ParsedQuery:
        alternatives = []
        while True:
            node = self._any_of()
            if node is not None:
                alternatives.append(node)
            if self._at >= len(self._text):
                break
            self._at += 1  # only a closing bracket ends `_any_of` early
            self._ignore("closing bracket without an opening one")
        if not alternatives and not self._ignored:
            self._ignore("the query is empty")
        return ParsedQuery(_joined(AllOf, alternatives), tuple(dict.fromkeys(self._ignored)))

    def _ignore(self, what: str, fragment: str = "") -> None:
        if len(fragment) > _SHOWN:
            fragment = fragment[:_SHOWN] + "…"
        self._ignored.append(f"{what}: {fragment}" if fragment else what)

    def _any_of(self) -> Node | None:
        alternatives = []
        after_operator = False
        while True:
            node = self._all_of()
            if node is not None:
                alternatives.append(node)
            before_operator = self._chunk() == "OR"
            if node is None and (before_operator or after_operator):
                self._ignore("operator with nothing beside it", "OR")
            if not before_operator:
                return _joined(AnyOf, alternatives)
            self._at += len("OR")
            after_operator = True

    def _all_of(self) -> Node | None:
        conditions = []
        while self._skip_space() and self._text[self._at] != ")" and self._chunk() != "OR":
            node = self._one()
            if node is None:
                continue
            self._parts += 1
            if self._parts > MOST_PARTS:
                self._ignore(f"everything after the first {MOST_PARTS} words")
                self._at = len(self._text)
                break
            conditions.append(node)
        return _joined(AllOf, conditions)

    def _one(self) -> Node | None:
        """The next condition; None when it made no sense and was left out."""
        sign, chunk = self._text[self._at], self._chunk()
        if sign == "(":
            return self._brackets()
        if sign in _CLOSING:
            return self._phrase(_CLOSING[sign])
        if chunk == "NOT" or sign == "-":
            return self._negated(chunk)
        if chunk == "AND" or not chunk:
            if not chunk:
                self._ignore("closing quote without an opening one")
            self._at += len(chunk) or 1
            return None
        self._at += len(chunk)
        return self._word(chunk)

    def _negated(self, chunk: str) -> Node | None:
        operator = "NOT" if chunk == "NOT" else "-" * (len(chunk) - len(chunk.lstrip("-")))
        self._at += len(operator)
        if operator == "NOT":
            self._skip_space()
        following = self._text[self._at : self._at + 1]
        if not following.strip() or following == ")" or self._chunk() == "OR":
            self._ignore("operator with nothing beside it", operator)
            return None
        self._depth += 1
        node = None if self._too_deep() else self._one()
        self._depth -= 1
        return None if node is None else Not(node)

    def _brackets(self) -> Node | None:
        self._at += 1
        self._depth += 1
        if self._too_deep():
            self._depth -= 1
            return None
        told = len(self._ignored)
        node = self._any_of()
        self._depth -= 1
        if node is None and len(self._ignored) == told:
            self._ignore("brackets with nothing in them")
        if self._at < len(self._text):
            self._at += 1
        else:
            self._ignore("bracket that is never closed")
        return node

    def _too_deep(self) -> bool:
        if self._depth <= DEEPEST:
            return False
        self._ignore(f"brackets more than {DEEPEST} deep")
        return True

    def _phrase(self, closing: str) -> Node | None:
        start = self._at + 1
        ends = [end for sign in closing if (end := self._text.find(sign, start)) >= 0]
        if not ends:
            self._ignore("quote that is never closed", self._text[self._at :])
            self._at = start
            return None
        self._at = min(ends) + 1
        words = self._words_of(self._text[start : min(ends)])
        if not words:
            self._ignore("phrase without words", self._text[start - 1 : self._at])
            return None
        return Phrase(tuple(words))

    def _word(self, chunk: str) -> Node | None:
        words = self._words_of(chunk)
        if not words:
            self._ignore("no word", chunk)
            return None
        starred = chunk.endswith("*")
        if "*" in chunk.rstrip("*"):
            self._ignore("asterisk that is not at a word's end", chunk)
        if starred and len(words[-1]) < SHORTEST_PREFIX:
            self._ignore(f"beginning of fewer than {SHORTEST_PREFIX} letters", chunk)
            words.pop()
            return Words(tuple(words)) if words else None
        if not starred:
            return Words(tuple(words))
        before: list[Node] = [Words(tuple(words[:-1]))] if words[:-1] else []
        return _joined(AllOf, [*before, Prefix(words[-1])])

    def _skip_space(self) -> bool:
        """Go to the next sign; whether there is one."""
        if match := _SPACE.match(self._text, self._at):
            self._at = match.end()
        return self._at < len(self._text)

    def _chunk(self) -> str:
        """The run of plain signs that begins here; it stays unread."""
        match = _CHUNK.match(self._text, self._at)
        return match.group() if match else ""


def _cut(text: str) -> str:
    """The beginning of a query that is too long, up to the end of a word."""
    if len(text) <= LONGEST_QUERY:
        return text
    end = max(text.rfind(" ", 0, LONGEST_QUERY + 1), 0)
    return text[: end or LONGEST_QUERY]


def _joined(kind: type[AllOf] | type[AnyOf], parts: list[Node]) -> Node | None:
    """One condition of many: none for none, itself for one."""
    if len(parts) > 1:
        return kind(tuple(parts))
    return parts[0] if parts else None
