"""Quotation marks in instructions: which opens, which closes, what stands between.

Straight marks do not say which side they are: one after a space or at the beginning opens, one
after a letter or a sign closes. So nested ones («"Закон "О садах""») are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.law import Language

_OPENING = "«“„"
_CLOSING = "»”"
_STRAIGHT = '"'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}]")
_ENDS = ".;,: "


@dataclass(frozen=True)
class Mark:
    """A quotation mark: where it stands, and whether it opens."""

    at: int
    opens: bool


def marks(text: str) -> Iterator[Mark]:
    """The quotation marks of a text, each told to open or to close."""
    for found in _MARK.finditer(text):
        at, letter = found.start(), found.group()
        if letter in _OPENING:
            yield Mark(at, opens=True)
        elif letter in _CLOSING:
            yield Mark(at, opens=False)
        else:
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < len(text) else " "
            opens = (before.isspace() or before in "([-–—" + _OPENING) and not after.isspace()
            if before == _STRAIGHT:  # «""О садах»: two that open; «садах""»: two that close
                opens = after.isalnum()
            yield Mark(at, opens=opens)


@dataclass(frozen=True)
class Quotation:
    """An outermost quotation: its span with the marks, and its words without them."""

    start: int
    end: int
    words: str


def quotations(text: str) -> tuple[list[Quotation], bool]:
    """The outermost quotations of one paragraph, and whether the last one stays open."""
    found: list[Quotation] = []
    depth = start = 0
    for mark in marks(text):
        if mark.opens:
            start = mark.at if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append(Quotation(start, mark.at + 1, text[start + 1 : mark.at]))
    return found, depth > 0


_CITATION = re.compile(
    r"\(\s*(?:ведомост|сапп\b|собрани[ея]\s|(?:за)?регистр|опубликован|газет|"
    r"(?:қазақстан\s+республикасы(?:ның)?|қр)\s+(?:парламент|жоғар|пүаж)|нормативтік\s)",
    re.IGNORECASE,
)


def without_citations(text: str) -> str:
    """The text without the brackets that say where an act was printed and registered.

    They name other acts, and their quotation marks are often fewer than they should be.
    """
    kept, at = "", 0
    while (found := _CITATION.search(text, at)) is not None:
        end = _bracket_end(text, found.start())
        if end is None:
            break
        kept += text[at : found.start()].rstrip()
        at = end
    return kept + text[at:]


def _bracket_end(text: str, start: int) -> int | None:
    depth = 0
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at + 1
    return None


def without_latin_i(text: str, language: Language) -> str:
    """A Kazakh text with Cyrillic і where old texts have the Latin letter; as long as before."""
    return text.replace("i", "і") if language is Language.KK else text


def without_quotations(text: str) -> str:
    """The text with `…` for every quotation: what the act says itself."""
    bare, end = "", 0
    for quotation in quotations(text)[0]:
        bare += f"{text[end : quotation.start]}…"
        end = quotation.end
    return bare + text[end:]


def depth_after(text: str, depth: int = 0) -> int:
    """How many quotations are open after a paragraph, of those open before it and its own."""
    for mark in marks(text):
        depth = depth + 1 if mark.opens else max(0, depth - 1)
    return depth


def unquoted(lines: Sequence[str]) -> tuple[str, ...] | None:
    """New wording without the marks around it and the sign behind them; None if never closed.

    One closing mark may stand for two that fall together («… закон «О садах».»): then it is kept
    for the inner quotation, as the wording itself would print it.
    """
    if not lines or lines[0][:1] not in _OPENING + _STRAIGHT:
        return None
    last = lines[-1].rstrip(_ENDS)
    left_open, deepest = _depths(lines)
    if last[-1:] not in _CLOSING + _STRAIGHT or (last == lines[0] and len(last) == 1):
        return None
    if left_open > 1 or (left_open == 1 and deepest == 1):
        return None
    body = [*lines[:-1], last if left_open else last[:-1]]
    return (body[0][1:], *body[1:])


def _depths(lines: Iterable[str]) -> tuple[int, int]:
    """How many quotations are open at the end, and at most."""
    depth = deepest = 0
    for line in lines:
        for mark in marks(line):
            depth = depth + 1 if mark.opens else max(0, depth - 1)
            deepest = max(deepest, depth)
    return depth, deepest
