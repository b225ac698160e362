"""A redline for people: HTML with `<ins>` and `<del>`, and lines of segments for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from diffing.blocks import BlockRedline
from diffing.redline import Redline
from diffing.runs import Op, Run, TextRedline
from diffing.tables import RowRedline

_TAGS = {Op.DELETE: "del", Op.INSERT: "ins"}


@dataclass(frozen=True)
class Line:
    """A heading, a paragraph or a table row: what stays, goes and comes, in reading order.

    `changed` tells whether anything in it differs, so that a reader may skip what does not.
    """

    runs: tuple[Run, ...]
    changed: bool
    is_heading: bool = False


def lines(redline: Redline) -> Iterator[Line]:
    """The redline line by line: number and heading first, then a line a block or table row.

    It knows nothing of colours: whoever prints decides how `DELETE` and `INSERT` look.
    """
    heading = _line(_numbered(redline.old_marker, redline.new_marker, redline.heading))
    if heading.runs:
        yield replace(heading, is_heading=True)
    for block in redline.blocks:
        for row in block.rows:
            yield _line(_cells(row))
        if not block.rows:
            yield _line(_numbered(*_markers(block), block.text))


def text_html(text: TextRedline) -> str:
    """The text with what went in `<del>` and what came in `<ins>`, escaped.

    What moved from one place to another is there of the class `moved`.
    """
    return _html(text.runs)


def redline_html(redline: Redline) -> str:
    """The article: `<h3>` and a `<p>` or `<table>` a block, of the class of the block's kind.

    A block that only one side has is one `<ins>` or `<del>` inside its paragraph.
    """
    parts = []
    heading = _html(_numbered(redline.old_marker, redline.new_marker, redline.heading))
    if heading:
        parts.append(f"<h3>{heading}</h3>")
    parts += [_block_html(block) for block in redline.blocks]
    return "\n".join(parts)


def _block_html(block: BlockRedline) -> str:
    label = block.new or block.old
    kind = label.kind if label else ""
    if not block.rows:
        return f'<p class="{kind}">{_html(_numbered(*_markers(block), block.text))}</p>'
    rows = "".join(
        f"<tr>{''.join(f'<td>{text_html(cell.text)}</td>' for cell in row.cells)}</tr>"
        for row in block.rows
    )
    return f'<table class="{kind}"><tbody>{rows}</tbody></table>'


def _markers(block: BlockRedline) -> tuple[str, str]:
    return (block.old.marker if block.old else "", block.new.marker if block.new else "")


def _numbered(old_marker: str, new_marker: str, text: TextRedline) -> tuple[Run, ...]:
    """The text after its number; both numbers where they differ."""
    if old_marker == new_marker:
        number = [Run(Op.KEEP, old_marker)]
    else:
        number = [Run(Op.DELETE, old_marker), Run(Op.INSERT, new_marker)]
    number = [run for run in number if run.text]
    if not number or not text.runs:
        return (*number, *text.runs)
    one_sided = len({run.op for run in (*number, *text.runs)}) == 1
    if one_sided:  # the number goes or comes with the text, and moves with it
        first = text.runs[0]
        number = [Run(run.op, f"{run.text} ", first.moved) for run in number]
    else:
        number.append(Run(Op.KEEP, " "))
    return TextRedline.of([*number, *text.runs]).runs


def _cells(row: RowRedline) -> Iterator[Run]:
    for place, cell in enumerate(row.cells):
        if place:
            yield Run(row.op, "\t")
        yield from cell.text.runs


def _line(runs: Iterable[Run]) -> Line:
    joined = TextRedline.of(runs)
    return Line(joined.runs, joined.changed)


def _html(runs: Iterable[Run]) -> str:
    return "".join(map(_run_html, runs))


def _run_html(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.op is Op.KEEP:
        return text
    tag, kind = _TAGS[run.op], ' class="moved"' if run.moved else ""
    return f"<{tag}{kind}>{text}</{tag}>"
