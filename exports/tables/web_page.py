"""A table as a page of its own, for reading and for paper: nothing is fetched, nothing runs."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby

from exports.tables.table import Cell, Line, Mark, Piece, Table, Tone, printable

_TAGS = {Mark.GONE: "del", Mark.CAME: "ins"}


def html_bytes(table: Table) -> bytes:
    """The page: UTF-8, its style sheet inside, its law text escaped."""
    return "".join(_page(table)).encode()


@cache
def style_sheet() -> str:
    """The style sheet of every such page."""
    return (files("exports.tables") / "web_page.css").read_text(encoding="utf-8")


@cache
def security_policy() -> str:
    """The Content-Security-Policy under which the page is served: that sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style_sheet().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def _page(table: Table) -> Iterator[str]:
    places = table.on_paper
    whole = sum(table.columns[place].share for place in places)
    yield f'<!doctype html>\n<html lang="{table.language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{_words(table.running)}</title>\n<style>{style_sheet()}</style>\n</head>\n"
    yield f"<body>\n<main>\n<h1>{_words(table.title)}</h1>\n"
    yield from (f'<p class="compared">{_words(line)}</p>\n' for line in table.subtitle)
    yield from (f'<p class="warning">{_words(line)}</p>\n' for line in table.warnings)
    yield from (f'<p class="note">{_words(line)}</p>\n' for line in table.cautions)
    if table.rows:
        yield "<table>\n<colgroup>"
        for place in places:
            share = round(100 * table.columns[place].share / whole)
            yield f'<col width="{share}%">'
        heads = "".join(
            f'<th scope="col">{_words(table.columns[place].heading)}</th>' for place in places
        )
        yield f"</colgroup>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        for row in table.rows:
            cells = "".join(
                _cell(row[place], table.columns[place].heading, table.columns[place].centred)
                for place in places
            )
            yield f"<tr>{cells}</tr>\n"
        yield "</tbody>\n</table>\n"
    elif table.empty:
        yield f"<p>{_words(table.empty)}</p>\n"
    for heading, texts in (
        (table.notes_heading, table.notes),
        (table.sources_heading, table.sources),
    ):
        if texts:
            items = "".join(f"<li>{_words(text)}</li>" for text in texts)
            yield f"<section><h2>{_words(heading)}</h2>\n<ul>{items}</ul></section>\n"
    yield "</main>\n</body>\n</html>\n"


def _cell(cell: Cell, heading: str, centred: bool) -> str:
    kinds = [*(["whole"] if cell.whole else []), *(["centred"] if centred else [])]
    named = f' class="{" ".join(kinds)}"' if kinds else ""
    label = f' data-heading="{escape(printable(heading))}"'
    parts = []
    for is_table, lines in groupby(cell.lines, key=lambda line: bool(line.cells)):
        if is_table:
            rows = "".join(
                f"<tr>{''.join(f'<td>{_pieces(one)}</td>' for one in line.cells)}</tr>"
                for line in lines
            )
            parts.append(f"<table>{rows}</table>")
        else:
            parts += [_line(line) for line in lines]
    return f"<td{named}{label}>{''.join(parts)}</td>"


def _line(line: Line) -> str:
    kind = "" if line.tone is Tone.TEXT else f' class="{line.tone}"'
    return f"<p{kind}>{_pieces(line.pieces)}</p>"


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    words, tag = _words(piece.text), _TAGS.get(piece.mark)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _words(text: str) -> str:
    return escape(printable(text))
