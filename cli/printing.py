"""How commands answer: one JSON document on standard output, or tables and text for a person."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from html import unescape
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.highlighter import JSONHighlighter
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from api.models.shape import Answer
from corpus.law import Article, Block, BlockKind, EditionLabel, Precision
from diffing.redline import Redline
from diffing.render import Line, lines
from diffing.runs import Op

_PIPED_WIDTH = 200
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
_SHOWN = dict.fromkeys(_CONTROLS, "\ufffd")
_IN_JSON = {code: f"\\u{code:04x}" for code in _CONTROLS}


class _ToTheLetter(Console):
    """Prints what it is given and takes none of it for markup, emoji or a terminal's commands.

    Texts come from registries: `[sic]` is a word of theirs, an escape sign would colour or clear
    the reader's screen.
    """

    def __init__(self, *, stderr: bool = False, width: int | None = None) -> None:
        super().__init__(
            stderr=stderr, width=width, highlight=False, soft_wrap=True, markup=False, emoji=False
        )

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        """The pieces to write; a control character in their text is U+FFFD."""
        for piece in super().render(renderable, options):
            if piece.control:
                yield piece
            else:
                yield Segment(piece.text.translate(_SHOWN), piece.style)


OUT = _ToTheLetter(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
"""Answers. Nothing else is ever written to standard output."""
ERR = _ToTheLetter(stderr=True)
"""Progress, remarks, errors."""

_STYLES = {Op.KEEP: "", Op.DELETE: "red strike", Op.INSERT: "green underline"}
_MOVED_STYLES = {Op.DELETE: "magenta strike", Op.INSERT: "magenta underline"}
_PLAIN_MARKS = {Op.KEEP: ("", ""), Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}")}
_MOVED_MARKS = {Op.DELETE: ("[~", "~]"), Op.INSERT: ("{~", "~}")}
_INDENTS = {BlockKind.SUBPOINT: "  ", BlockKind.INDENT: "  "}


def answer(document: Answer | dict[str, Any], *, as_json: bool, show: Callable[[], None]) -> None:
    """Print a document as JSON, or what `show` prints for a person."""
    if not as_json:
        show()
        return
    plain = document.model_dump(mode="json") if isinstance(document, Answer) else document
    written = json.dumps(plain, ensure_ascii=False, indent=2, default=_plain)
    OUT.print(JSONHighlighter()(written.translate(_IN_JSON)))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """Print a table; None is shown as a dash."""
    drawn = Table(title=title or None, title_justify="left", box=None, pad_edge=False)
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text("–" if cell is None else str(cell)) for cell in row))
    OUT.print(drawn)


def article_text(article: Article) -> None:
    """Print an article: heading, wording, then the footnotes apart and dimmed."""
    if article.printed_heading:
        OUT.print(Text(article.printed_heading, style="bold"))
    for block in article.blocks:
        OUT.print(Text(_INDENTS.get(block.kind, "") + _block(block)))
    for note in article.notes:
        OUT.print(Text(note.text, style="dim italic"))


def _block(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return "\n".join(" | ".join(row) for row in block.rows)
    return block.printed


def redline_text(redline: Redline) -> None:
    """Print the changed lines of a redline; without colours `[-gone-]` and `{+come+}`.

    What moved from one place to another is `[~gone~]` here and `{~come~}` there. `…` stands for
    lines that did not change; those that open a list with a change in it are shown.
    """
    skipped: list[Line] = []
    for line in lines(redline):
        if not line.changed:
            skipped += [] if line.is_heading else [line]
            continue
        opening = skipped[-1:] if skipped and _opens_a_list(skipped[-1]) else []
        if len(skipped) > len(opening):
            OUT.print(Text("  …", style="dim"))
        for shown in (*opening, line):
            OUT.print(_line(shown))
        skipped = []
    if skipped:
        OUT.print(Text("  …", style="dim"))
    if redline.coarse:
        OUT.print(Text("  (a part was too long to compare word by word: shown as replaced)"))


def _opens_a_list(line: Line) -> bool:
    return "".join(run.text for run in line.runs).rstrip().endswith(":")


def _line(line: Line) -> Text:
    text = Text("  ")
    for run in line.runs:
        if OUT.color_system is None:
            before, after = (_MOVED_MARKS if run.moved else _PLAIN_MARKS)[run.op]
            text.append(f"{before}{run.text}{after}")
        else:
            text.append(run.text, style=(_MOVED_STYLES if run.moved else _STYLES)[run.op])
    return text


def marked(html: str) -> Text:
    """Escaped HTML whose only tags are `<mark>`, as styled text."""
    text = Text()
    for place, part in enumerate(re.split(r"</?mark>", html)):
        text.append(unescape(part), style="bold yellow" if place % 2 else "")
    return text


def remark(text: str) -> None:
    """Say something beside the answer."""
    ERR.print(Text(text))


def window(from_: date | None, to: date | None, label: EditionLabel | None = None) -> str:
    """A half-open window of days for a table, as far as the label of its edition tells days."""
    if from_ is None:
        if label is None or label.first_day is None:
            return "–"
        some_time = "some time in" if label.precision is Precision.YEAR else "some time from"
        return f"no day: {some_time} {label}"
    is_year = label is not None and label.precision is Precision.YEAR
    begins = f"some day of {label}" if is_year else f"{from_}"
    return f"{begins} … {to or ''}".rstrip()


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value)
