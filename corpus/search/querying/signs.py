"""The signs of a query, read one after another: words, quotes, operators."""

from __future__ import annotations

import re
from enum import Enum

from corpus.search.words.letters import normal_form


class Operator(Enum):
    """What stands between conditions or before one."""

    OR = "or"
    AND = "and"
    NOT = "not"


_ENGLISH = {"or": Operator.OR, "and": Operator.AND, "not": Operator.NOT}
# Russian and Kazakh; there is no word for NOT that goes before in Kazakh.
_OTHERS = {
    "или": Operator.OR,
    "немесе": Operator.OR,
    "и": Operator.AND,
    "және": Operator.AND,
    "не": Operator.NOT,
}
_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“”"}
QUOTES = "".join(_CLOSING)
_PLAIN = r'[^\s"«»“”„()~]'
# «аким,маслихат» are two chunks, as with the space that was forgotten; «2,5» is one.
_CHUNK = re.compile(rf"(?:{_PLAIN}(?!(?<=[^\W\d_][,;])[^\W\d_]))*{_PLAIN}")
_SPACE = re.compile(r"\s+")
_NUMBER_BEFORE = re.compile(r"(?<![^\W_])\d+(?:-\d+)*$")
_NEAR = re.compile(r"~(\d+)")
# What only turns the direction of writing, or is no sign at all.
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\uffff]")
_MOST_FIGURES = 9


def without_unseen(text: str) -> str:
    """The text without control characters and marks that turn the direction of writing."""
    return _CONTROLS.sub(" ", _TURNS.sub("", text))


class Signs:
    """A text and how far it is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all_capitals = text.isupper()
        self._known = -1, ""
        self.at = 0

    def skip_space(self) -> bool:
        """Go to the next sign; whether there is one."""
        if match := _SPACE.match(self._text, self.at):
            self.at = match.end()
        return self.at < len(self._text)

    def skip_all(self) -> None:
        """Go to the end."""
        self.at = len(self._text)

    @property
    def sign(self) -> str:
        """The next sign; empty at the end."""
        return self._text[self.at : self.at + 1]

    @property
    def ends_a_number(self) -> bool:
        """Whether the bracket here is part of the law's own «2)»."""
        return _NUMBER_BEFORE.search(self._text[max(0, self.at - 12) : self.at]) is not None

    @property
    def rest(self) -> str:
        """What is not read yet."""
        return self._text[self.at :]

    @property
    def chunk(self) -> str:
        """The run of plain signs that begins here; it stays unread."""
        known_at, chunk = self._known
        if known_at != self.at:
            match = _CHUNK.match(self._text, self.at)
            chunk = match.group() if match else ""
            self._known = self.at, chunk
        return chunk

    def after(self, chunk: str) -> str:
        """The sign after a chunk that begins here; empty at the end."""
        end = self.at + len(chunk)
        return self._text[end : end + 1]

    @property
    def operator(self) -> Operator | None:
        """The operator that stands here as a word of its own, in capitals."""
        if not self.sign.isupper():
            return None
        chunk = self.chunk
        if not chunk.isupper() or not chunk.isalpha():
            return None
        word = normal_form(chunk)
        return _ENGLISH.get(word) or (None if self._all_capitals else _OTHERS.get(word))

    @property
    def operator_in_capitals(self) -> bool:
        """Whether this would be an operator, were not the whole query in capitals.

        In a title in capitals «И» and «НЕ» are words.
        """
        return self._all_capitals and normal_form(self.chunk) in _OTHERS

    def near(self) -> int | None:
        """Read `~5`: its number, cut to what a number can be; None when something else stands."""
        if match := _NEAR.match(self._text, self.at):
            self.at = match.end()
            return int(match[1][:_MOST_FIGURES])
        return None

    def quoted(self) -> str | None:
        """Read a phrase with its quotes, which begins here; None when it is never closed.

        «…» may hold «…»: names of acts do.
        """
        opening, start = self.sign, self.at + 1
        closing = _CLOSING[opening]
        ends = [end for sign in closing if (end := self._text.find(sign, start)) >= 0]
        if not ends:
            return None
        end = min(ends)
        if opening == "«":
            inner, outer = self._text.find("«", start), end
            while 0 <= inner < outer:
                inner = self._text.find("«", inner + 1)
                outer = self._text.find("»", outer + 1)
            end = outer if outer >= 0 else end
        phrase = self._text[start:end]
        self.at = end + 1
        return phrase
