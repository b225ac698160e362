"""A table as it is taken away: frozen values that every form is written from.

The words of the law stand in pieces, each marked where it went or came, so that a form that can
show it does, and one that cannot has the same words. All of our own words are in it already: the
writers know no language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.law import Language

REPLACEMENT = "\ufffd"
_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Mark(StrEnum):
    """What happened to some words."""

    KEPT = "kept"
    GONE = "gone"
    CAME = "came"


class Tone(StrEnum):
    """How a line stands among the others."""

    TEXT = "text"
    HEADING = "heading"
    REMARK = "remark"
    """Our own words, not the law's."""


@dataclass(frozen=True)
class Piece:
    """Some words and what happened to them."""

    text: str
    mark: Mark = Mark.KEPT


@dataclass(frozen=True)
class Line:
    """A paragraph; or, with `cells`, a row of a table that stands in the law."""

    pieces: tuple[Piece, ...] = ()
    cells: tuple[tuple[Piece, ...], ...] = ()
    tone: Tone = Tone.TEXT

    @classmethod
    def plain(cls, text: str, tone: Tone = Tone.TEXT) -> Line:
        """A line of words that did not change."""
        return cls((Piece(text),), tone=tone)

    @property
    def text(self) -> str:
        """The words; the cells of a table's row are parted by tabs."""
        if self.cells:
            return "\t".join("".join(one.text for one in cell) for cell in self.cells)
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Cell:
    """A cell of the table, line by line."""

    lines: tuple[Line, ...] = ()
    whole: bool = False
    """All of it went or came: there is nothing to tell apart in it."""

    @classmethod
    def plain(cls, *lines: str, tone: Tone = Tone.TEXT) -> Cell:
        """A cell of words that did not change, a line each."""
        return cls(tuple(Line.plain(line, tone) for line in lines))

    @property
    def text(self) -> str:
        """The words, a line a line."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Column:
    """A column: its heading, and its share of the width of a page."""

    heading: str
    share: int
    """0: too much for paper, only in CSV and the spreadsheet."""
    centred: bool = False


@dataclass(frozen=True)
class Footing:
    """The words at the foot of a page around its number: «Страница 2 из 7»."""

    page: str
    of: str


@dataclass(frozen=True)
class Table:
    """A table with what stands over and under it.

    `running` is repeated at the head of every page. `warnings` must not be overlooked, `cautions`
    say before the table what it does not cover, `notes` explain it after it, `sources` say where
    the texts come from. `moment` is the newest evidence in it, and
    stands for the day on which it was made: the same evidence gives the same bytes.
    """

    title: str
    subtitle: tuple[str, ...]
    running: str
    language: Language
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    footing: Footing
    warnings: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    notes_heading: str = ""
    sources: tuple[str, ...] = ()
    sources_heading: str = ""
    empty: str = ""
    """What is said where there is no row."""
    moment: datetime | None = None

    @property
    def on_paper(self) -> tuple[int, ...]:
        """The places of the columns that have a width."""
        return tuple(place for place, column in enumerate(self.columns) if column.share)


def printable(text: str) -> str:
    """The text without what neither XML nor UTF-8 can hold: each such sign is U+FFFD.

    Control characters, lone surrogates, the two last signs of the basic plane; a lone carriage
    return too, which XML would turn into a line feed.
    """
    return _NOT_IN_XML.sub(REPLACEMENT, text)
