"""A table as Markdown (GitHub's tables): what went is `<del>`, what came is `<ins>`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from exports.tables.table import Cell, Line, Mark, Piece, Table, Tone, printable

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_BEGINS_A_BLOCK = re.compile(r"^(\s*)(\d{1,9})?([#+\-=.)])")
_TAGS = {Mark.GONE: "del", Mark.CAME: "ins"}


def markdown_bytes(table: Table) -> bytes:
    """The title, what is compared, the table, notes and sources."""
    places = table.on_paper
    parts = [f"# {_words(table.title)}"]
    parts += [_paragraph(line) for line in table.subtitle]
    parts += [f"> **{_words(warning)}**" for warning in table.warnings]
    parts += [_paragraph(line) for line in table.cautions]
    if table.rows:
        heads = [_words(table.columns[place].heading) for place in places]
        rules = [":-:" if table.columns[place].centred else "---" for place in places]
        rows = [_row(heads), _row(rules)]
        rows += [_row([_cell(row[place]) for place in places]) for row in table.rows]
        parts.append("\n".join(rows))
    elif table.empty:
        parts.append(_paragraph(table.empty))
    for heading, texts in (
        (table.notes_heading, table.notes),
        (table.sources_heading, table.sources),
    ):
        if texts:
            parts.append(f"## {_words(heading)}")
            parts.append("\n".join(f"- {_paragraph(text)}" for text in texts))
    return ("\n\n".join(parts) + "\n").encode()


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(line) for line in cell.lines)


def _line(line: Line) -> str:
    if line.cells:
        return " \\| ".join(_pieces(cell) for cell in line.cells)
    words = _pieces(line.pieces)
    return f"<em>{words}</em>" if line.tone is Tone.REMARK else words


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    words, tag = _words(piece.text), _TAGS.get(piece.mark)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _paragraph(text: str) -> str:
    """Words on a line of their own: they begin neither a list nor a heading."""

    def escaped(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2] or ''}\\{found[3]}"

    return _BEGINS_A_BLOCK.sub(escaped, _words(text))


# Not as the pages of a git history are escaped (`exports.git_history.pages`), whose hashes must
# stay what they are. These words stand between HTML tags, and in a cell, which is one line.
def _words(text: str) -> str:
    """Words that mean themselves: no markup, no HTML, no end of a line."""
    safe = _SPECIAL.sub(r"\\\1", escape(printable(text), quote=False))
    return safe.replace("\n", "<br>").replace("\t", " ")
