"""Finding words in a text and putting others in: exactly, but for how quotes and dashes are drawn.

Folded are only what `diffing.normalise` calls quotes, dashes, spaces, invisible characters and
look-alike letters, so that an instruction typed with «» finds a text typed with "". The letters
that stay are the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diffing.normalise import cyrillic

_QUOTES = "«»“”„‟‹›"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_NUMBER_BEFORE = re.compile(r"\d[-.,/]$")
_NUMBER_BEHIND = re.compile(r"[-.,/]\d")
_CLOSING_SIGNS = ".;:,"
_SIGNS_WITHOUT_SPACE = ",.;:)»”"


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, as whole words and numbers; overlaps are left out."""
    haystack, places = _folded(text)
    needle, _ = _folded(words.strip())
    found: list[tuple[int, int]] = []
    at = haystack.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        if _is_whole(haystack, at, end):
            found.append((places[at], places[end - 1] + 1))
            at = haystack.find(needle, end)
        else:
            at = haystack.find(needle, at + 1)
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded letter by letter, and where each letter stood."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(cyrillic(text)):
        if letter in _INVISIBLE:
            continue
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            plain = " "
        elif letter in _QUOTES:
            plain = '"'
        else:
            plain = "-" if letter in _DASHES else letter
        letters.append(plain)
        places.append(at)
    return "".join(letters), places


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch breaks no word, and no number such as `15-1` or `1.5`."""
    first, last, before, after = text[start], text[end - 1], text[:start], text[end:]
    breaks_word = (first.isalnum() and before[-1:].isalnum()) or (
        last.isalnum() and after[:1].isalnum()
    )
    breaks_number = (first.isdigit() and _NUMBER_BEFORE.search(before)) or (
        last.isdigit() and _NUMBER_BEHIND.match(after)
    )
    return not (breaks_word or breaks_number)


Edit = Callable[[str, int, int], str]
"""Makes a text anew around the words found in it."""


def inserted_after(new: str) -> Edit:
    """New words behind those found."""

    def edit(text: str, start: int, end: int) -> str:
        del start
        space = "" if new[:1] in _SIGNS_WITHOUT_SPACE else " "
        behind = text[end:]
        gap = "" if not behind or behind[0].isspace() or not behind[0].isalnum() else " "
        return f"{text[:end]}{space}{new}{gap}{behind}"

    return edit


def inserted_before(new: str) -> Edit:
    """New words before those found."""
    return lambda text, start, end: f"{text[:start]}{new} {text[start:end]}{text[end:]}"


def replaced(new: str) -> Edit:
    """New words instead of those found."""
    return lambda text, start, end: f"{text[:start]}{new}{text[end:]}"


def deleted(text: str, start: int, end: int) -> str:
    """Without the words, and without the space that would be left over."""
    before, behind = text[:start], text[end:]
    if before.endswith(" ") and (not behind or behind[0] in " " + _SIGNS_WITHOUT_SPACE):
        before = before[:-1]
    elif not before and behind.startswith(" "):
        behind = behind[1:]
    return before + behind


def appended(text: str, new: str) -> str:
    """New words at the end, before the sign that closes the paragraph."""
    body = text.rstrip()
    sign = body[-1:] if body[-1:] in _CLOSING_SIGNS and body else ""
    body = body[: len(body) - len(sign)]
    space = "" if new[:1] in _SIGNS_WITHOUT_SPACE else " "
    return f"{body}{space}{new}{sign if not new.endswith(sign) or not sign else ''}"
