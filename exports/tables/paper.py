"""A table as PDF: A4 across, tagged for screen readers, fonts inside, the same bytes each time.

Typst sets it. The words go to it as data and never as markup, so a law may hold what it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from corpus.law import Language
from exports.tables.table import Cell, Line, Piece, Table, printable
from exports.tables.typesetting import typeset
from exports.tables.zipped import NO_MOMENT

MOST_SIGNS = 1_000_000
"""Three acts of two hundred articles, half a gigabyte of the typesetter's memory."""
_REGIONS = {Language.RU: "KZ", Language.KK: "KZ", Language.EN: "GB"}
_LONG_WORD = re.compile(r"[^\s-]{28,}")
_ZERO_WIDTH_SPACE = "\u200b"
_PIECE_OF_A_WORD = 6


class TooLongForPaper(Exception):
    """The table has more words than are set on paper; the message names other forms."""

    def __init__(self, signs: int) -> None:
        super().__init__(
            f"The table has {signs} signs, and at most {MOST_SIGNS} are set as PDF: take it as "
            "DOCX or HTML, or only one article of it."
        )


def pdf_bytes(table: Table) -> bytes:
    """The document, after PDF/UA-1; raises TooLongForPaper, NotTypeset."""
    signs = sum(len(cell.text) for row in table.rows for cell in row)
    if signs > MOST_SIGNS:
        raise TooLongForPaper(signs)
    return typeset(_told(table), int((table.moment or NO_MOMENT).timestamp()))


def _told(table: Table) -> dict[str, Any]:
    places = table.on_paper
    return {
        "title": printable(table.title),
        "running": printable(table.running),
        "subtitle": _all(table.subtitle),
        "warnings": _all(table.warnings),
        "cautions": _all(table.cautions),
        "notes": _all(table.notes),
        "notes_heading": printable(table.notes_heading),
        "sources": _all(table.sources),
        "sources_heading": printable(table.sources_heading),
        "empty": printable(table.empty),
        "page": printable(table.footing.page),
        "of": printable(table.footing.of),
        "lang": str(table.language),
        "region": _REGIONS[table.language],
        "shares": [table.columns[place].share for place in places],
        "centred": [table.columns[place].centred for place in places],
        "heads": _all(table.columns[place].heading for place in places),
        "rows": [[_cell(row[place]) for place in places] for row in table.rows],
    }


def _all(texts: Iterable[str]) -> list[str]:
    return [_breakable(printable(text)) for text in texts]


def _cell(cell: Cell) -> dict[str, Any]:
    parts: list[dict[str, Any]] = []
    for is_table, lines in groupby(cell.lines, key=lambda line: bool(line.cells)):
        stretch = list(lines)
        parts += [_rows(stretch)] if is_table else map(_line, stretch)
    return {"parts": parts, "whole": cell.whole}


def _line(line: Line) -> dict[str, Any]:
    return {"pieces": _pieces(line.pieces), "tone": str(line.tone)}


def _rows(lines: list[Line]) -> dict[str, Any]:
    """A table in the law; a row with fewer cells than the widest is filled up."""
    columns = max(len(line.cells) for line in lines)
    rows = [
        [{"pieces": _pieces(cell)} for cell in (*line.cells, *[()] * (columns - len(line.cells)))]
        for line in lines
    ]
    return {"rows": rows, "columns": columns}


def _pieces(pieces: Iterable[Piece]) -> list[dict[str, str]]:
    return [{"t": _breakable(printable(one.text)), "m": str(one.mark)} for one in pieces]


def _breakable(text: str) -> str:
    """A word that no column is wide enough for may break."""
    return _LONG_WORD.sub(
        lambda found: _ZERO_WIDTH_SPACE.join(
            found[0][start : start + _PIECE_OF_A_WORD]
            for start in range(0, len(found[0]), _PIECE_OF_A_WORD)
        ),
        text,
    )
