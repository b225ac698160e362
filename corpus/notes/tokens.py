"""A note's text -> tokens: words with their sense, days in figures, numbers of acts, brackets.

Nothing is corrected: a token knows where it stands, so every quote is the note's own letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.notes.lexicon import Sense, sense_of

_PIECES = re.compile(
    r"(?P<quoted>\"[^\"\n]{1,2000}\"|«[^»\n]{1,2000}»|“[^”\n]{1,2000}”)"
    r"|(?P<number>(?<![\w№])(?:№++|N[oоº°]?\.?)\s*+(?:(?:ҚР|КР)\s+)?(?:[^\W\d_]{1,4}+[-–]?\s?)?\d\w*+"
    r"(?:\s?[-–‑/]\s?(?:[IVXІХivxіх]{1,5}+(?!\w)|(?<=\S)\w+(?:\.\d{1,2}+(?!\d|\.\d{4}))*+))*+)"
    r"|(?P<day>(?<![\d.])(?:\d{1,2}\.\d{1,2}\.\d{2,5}|\d{4}[.-]\d{1,2}[.-]\d{1,3})(?!\d))"
    r"|(?P<figure>\d+(?:[-‑]\d+)*+)"
    r"|(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*+)"
    r"|(?P<open>\()|(?P<close>\))|(?P<line>\n)|(?P<sign>[^\s\w])"
)
_END = "end"
_ABBREVIATIONS = frozenset({"year", "unit", "see", "whose"})
_LONGEST_ABBREVIATION = 4
_WRAPPED = frozenset({"form", "whose", "number", "day", "open"})
_SENTENCE_ENDS = frozenset(".;:!?")


class Token(NamedTuple):
    """A piece of the text: what it is (`tag`), what that means (`value`), where it stands.

    Tags are those of `lexicon.Sense` for words, else quoted, number, day, figure, open, close,
    stop (a full stop that ends a sentence), line, marker (the bracket of «14)»), word, sign, end.
    """

    tag: str
    value: str
    start: int
    end: int


Tokens = Sequence[Token]


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, closed by one of tag `end` that may be looked at but never passed."""
    found: list[Token] = []
    for piece in _PIECES.finditer(text):
        tag, word = piece.lastgroup or "sign", piece.group()
        if tag == "word":
            tag, word = sense_of(word) or Sense("word", word)
        found.append(Token(tag, word, piece.start(), piece.end()))
    found.append(Token(_END, "", len(text), len(text)))
    found = list(_without_wrapping(text, found))
    _mark_stops(text, found)
    _mark_markers(found)
    return found


def _without_wrapping(text: str, tokens: list[Token]) -> Iterator[Token]:
    """The tokens without line breaks inside of an act, between its day, its number, its form."""
    following = tokens[-1]
    kept: list[Token] = []
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.tag == "line" and following.tag in _WRAPPED:
            before = tokens[place - 1] if place else token
            dated = before.value == "." and place > 1 and tokens[place - 2].tag == "day"
            ends = before.value in _SENTENCE_ENDS and not (dated and following.tag == "number")
            is_new = following.tag != "number" and text[following.start].isupper()
            if before.tag == "line" or not (ends or is_new):
                continue
        elif token.tag != "line":
            following = token
        kept.append(token)
    yield from reversed(kept)


def _mark_stops(text: str, tokens: list[Token]) -> None:
    """Tell the full stops that end a sentence from those of «ст.», «г.» and «1999.05.06.»."""
    for place, token in enumerate(tokens):
        if token.tag != "sign" or token.value != "." or place == 0:
            continue
        before, after = tokens[place - 1], tokens[place + 1]
        short = before.end - before.start <= _LONGEST_ABBREVIATION
        abbreviated = before.tag in _ABBREVIATIONS and short and token.start == before.end
        new = after.tag == "figure" or text[after.start : after.start + 1].isupper()
        spaced = after.start > token.end
        if after.tag == _END or (new and spaced and not abbreviated and after.tag != "number"):
            tokens[place] = token._replace(tag="stop")


def _mark_markers(tokens: list[Token]) -> None:
    """Tell the bracket of a subpoint's number, «подпункт 3)», from one that closes a remark."""
    depth = 0
    of_subpoints = False
    for place, token in enumerate(tokens):
        if token.tag == "unit":
            of_subpoints = token.value == "sp"
        elif token.tag == "open":
            depth, of_subpoints = depth + 1, False
        elif token.tag == "close":
            after_figure = tokens[place - 1].tag == "figure" and place > 0
            following = tokens[place + 1]
            before_unit = following.tag == "unit" and following.value == "sp"
            if after_figure and (depth == 0 or of_subpoints or before_unit):
                tokens[place] = token._replace(tag="marker")
            else:
                depth = max(depth - 1, 0)


class Bracket(NamedTuple):
    """A remark in brackets: the places of its first token and of the one after its last.

    `closed` is False where the note was cut, or the closing bracket forgotten: then it ends with
    the item of the list that it stands in.
    """

    start: int
    end: int
    closed: bool = True


def brackets_of(tokens: Tokens) -> dict[int, Bracket]:
    """The outermost brackets of a note by the place where they open."""
    closing = _closing(tokens)
    found: dict[int, Bracket] = {}
    place = 0
    while place < len(tokens):
        if tokens[place].tag == "open":
            behind = closing.get(place)
            end = _item_end(tokens, place + 1) if behind is None else behind
            found[place] = Bracket(place, end, closed=behind is not None)
            place = end
        else:
            place += 1
    return found


def _closing(tokens: Tokens) -> dict[int, int]:
    """The places behind the brackets that close, by the places of those that they close."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.tag == "open":
            opened.append(place)
        elif token.tag == "close" and opened:
            found[opened.pop()] = place + 1
    return found


def _item_end(tokens: Tokens, place: int) -> int:
    """Where an item of the list ends whose bracket does not close."""
    while tokens[place].value != ";" and tokens[place].tag not in {"line", "open", _END}:
        place += 1
    return place
