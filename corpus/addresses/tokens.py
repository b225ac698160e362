"""A text in words, numbers and signs, with their places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    # «Z950002464_»: a registry number is one word, not a number.
    r"(?P<code>[A-Z]\d{4,}\w*)"
    r"|(?P<number>\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:[-\u2010-\u2014\u2212]\d{1,3}(?!\d))*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>\S)"
)
_CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
# Old Kazakh texts write Latin i for і, and any text may hide a Latin letter in a word.
_TO_CYRILLIC = str.maketrans("aceikopxyhmtbə", "асеікорхуһмтвә")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    CODE = auto()
    SIGN = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters without ё and look-alikes, a number as printed, or a sign.

    `spaced` tells that white space stands before it. Every dash is a hyphen.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    spaced: bool

    def is_sign(self, sign: str) -> bool:
        """Whether it is a certain sign."""
        return self.kind is TokenKind.SIGN and self.text == sign


_KINDS = {
    "code": TokenKind.CODE,
    "number": TokenKind.NUMBER,
    "word": TokenKind.WORD,
    "sign": TokenKind.SIGN,
}


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; white space is left out."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or "sign"]
        spaced = match.start() > end or not found
        found.append(Token(kind, _folded(kind, match.group()), match.start(), match.end(), spaced))
        end = match.end()
    return tuple(found)


def _folded(kind: TokenKind, text: str) -> str:
    if kind is TokenKind.SIGN:
        return "-" if text in _DASHES else text
    if kind is not TokenKind.WORD:
        return text
    small = text.lower()
    if _CYRILLIC.search(small):
        small = small.translate(_TO_CYRILLIC).replace("ё", "е")
    return small
