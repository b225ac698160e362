"""Texts cut into words, and written as strings with one character for each word.

So the engines, which compare characters, compare words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

# A word keeps its accents, soft hyphens and inner hyphens; a number its decimals and date dots.
_LETTERS = r"[\w\u0300-\u036f\u00ad]+"
_WORD = rf"\d+(?:[.,]\d+)+(?!\w)|{_LETTERS}(?:[-\u2010\u2011'\u2019\u02bc]{_LETTERS})*"
_TOKEN = re.compile(rf"{_WORD}|.", re.DOTALL)
_PIECE = re.compile(rf"\s*(?:{_WORD}|\S)|\s+\Z")

# Code points that words are written as: any but the surrogates.
_POINTS = (range(1, 0xD800), range(0xE000, 0x110000))
_FIRST = "".join(map(chr, range(1, 0x1000)))
"""They are at hand for all but very long texts."""
MOST_WORDS = 1_000_000
"""Words of two texts that can be written: fewer than there are code points."""


def words(text: str) -> list[str]:
    """The text cut into words, single spaces and punctuation marks; joined they are the text."""
    return _TOKEN.findall(text)


def pieces(text: str) -> list[str]:
    """The text cut into words and marks, each with the white space before it.

    The last piece is the white space that ends the text, so that any two texts end alike.
    """
    cut: list[str] = _PIECE.findall(text)
    if not cut or not cut[-1].isspace():
        cut.append("")
    return cut


class Side(NamedTuple):
    """A text in pieces, and written: a character for each piece."""

    pieces: Sequence[str]
    written: str


def sides(old: str, new: str) -> tuple[Side, Side] | None:
    """Two texts written in one alphabet; None: they have more words than can be written.

    The same word is the same character on both sides, whatever white space stands before it.
    """
    old_pieces, new_pieces = pieces(old), pieces(new)
    if len(old_pieces) + len(new_pieces) > MOST_WORDS:
        return None
    old_words = list(map(str.lstrip, old_pieces))
    new_words = list(map(str.lstrip, new_pieces))
    distinct = dict.fromkeys(old_words)
    distinct.update(dict.fromkeys(new_words))
    characters = _FIRST if len(distinct) <= len(_FIRST) else map(chr, chain(*_POINTS))
    write = dict(zip(distinct, characters, strict=False)).__getitem__
    return (
        Side(old_pieces, "".join(map(write, old_words))),
        Side(new_pieces, "".join(map(write, new_words))),
    )
