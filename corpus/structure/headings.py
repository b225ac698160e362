"""Recognising the headings of an act: section, chapter, article; and its appendices' stamps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.keys import arabic
from corpus.law import DivisionKind
from corpus.structure.lines import Line, Role
from corpus.structure.vocabulary import NUMBER, Level, Vocabulary

_SHORT = 200
"""A heading that no mark-up marks is at most this long; «I. Общая часть», never a paragraph."""

_ROMAN_SECTION = re.compile(r"^(?P<number>[IVXІХ]{1,5})\.\s*(?P<title>\D[^.;:]*)$")
_NUMBERED_SECTION = re.compile(
    r"^(?P<number>\d{1,2})\.\s+(?P<title>[^.;:]*\bбөл[іi]м)$", re.IGNORECASE
)
_NUMBERED_CHAPTER = re.compile(rf"^(?P<number>{NUMBER})\.\s+(?=\D)")


@dataclass(frozen=True)
class Heading:
    """A unit's heading: its level, number, number as printed, title."""

    level: Level
    number: str
    marker: str
    title: str
    printed: str
    worded: bool = True
    """Whether it has the level's word; «I. Общая часть» may as well be an item of a list."""


def recognise(line: Line, words: Vocabulary) -> Heading | None:
    """The heading of a section, chapter or article that a line is, or None.

    A marked heading may lack the full stop after its number («Статья 1»); an unmarked line needs
    it, so «Статья 5 настоящего Закона …» at the start of a sentence is no heading.
    """
    if line.role not in {Role.TEXT, Role.HEADING}:
        return None
    marked = line.role is Role.HEADING
    if words.heading.match(line.text):
        for level, pattern in (words.loose if marked else words.levels).items():
            if (match := pattern.match(line.text)) is not None:
                return _heading(level, match, line.text)
    if not marked and len(line.text) > _SHORT:
        return None
    for section in (_ROMAN_SECTION, _NUMBERED_SECTION):
        if (match := section.match(line.text)) is not None:
            title = match["title"]
            return Heading(
                DivisionKind.SECTION,
                arabic(match["number"]),
                line.text[: match.start("title")].strip(),
                title.strip(),
                line.text,
                worded=line.role is Role.HEADING,
            )
    return None


def recognise_numbered(line: Line) -> Heading | None:
    """The chapter of a decree's rules, headed by a number without a word: «1. Общие положения»."""
    if line.role is not Role.HEADING:
        return None
    match = _NUMBERED_CHAPTER.match(line.text)
    return _heading(DivisionKind.CHAPTER, match, line.text) if match else None


def _heading(level: Level, match: re.Match[str], text: str) -> Heading:
    return Heading(
        level=level,
        number=arabic(match["number"]),
        marker=match.group().strip(),
        title=" ".join(text[match.end() :].split()),
        printed=text,
    )


@dataclass(frozen=True)
class Stamp:
    """What opens an appendix: its number, if any, and whether it belongs to the act itself."""

    number: str
    of_the_act: bool


def recognise_stamp(line: Line, words: Vocabulary) -> Stamp | None:
    """The approval stamp or the appendix heading that a line is, or None.

    «УТВЕРЖДЕНЫ Указом …», «Приложение 2 к Типовому положению», «1-қосымша». Only what the registry
    sets apart (a stamp or a heading) can be one: «Приложение 2 исключить» in a text is not.
    """
    if line.role not in {Role.STAMP, Role.HEADING}:
        return None
    text = line.text
    if (match := words.appendix.search(text)) is not None:
        return Stamp(arabic(match["number"] or ""), bool(words.of_the_act.search(text)))
    if line.role is Role.STAMP:
        return Stamp("", of_the_act=True)
    return None
