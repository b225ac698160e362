"""A redline as HTML: two columns whose paragraphs stand side by side, or one with both in it.

Everything that comes from a law is escaped here. What went stands in `<del>`, what came in
`<ins>`; the style sheet adds strokes, lines and the words that screen readers say. What moved leads
to where it went, and back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from markupsafe import Markup, escape

from corpus.law import BlockKind
from diffing.blocks import BlockLabel, BlockRedline
from diffing.redline import Redline
from diffing.runs import Op, Run
from diffing.tables import RowRedline

View = Literal["side", "inline"]

_TAGS = {Op.DELETE: "del", Op.INSERT: "ins"}
_DEEPEST = 3
_FEWEST_FOLDED = 2
"""One unchanged paragraph between two changed ones is shown: it is shorter than what folds it."""


@dataclass(frozen=True)
class RowWords:
    """What is said beside the law's words, in the reader's language."""

    moved_to: str
    moved_from: str
    folded: Callable[[int], str]
    """The words for a number of unchanged paragraphs."""
    table: str
    """What a table is called, which may have to be scrolled."""


@dataclass(frozen=True)
class Elsewhere:
    """Where a paragraph stands in another item: its anchor and the item's name."""

    anchor: str
    name: str


@dataclass(frozen=True)
class Drawing:
    """How a redline is drawn. `anchor` begins all ids in it; `elsewhere` is by block.

    `fold` folds unchanged paragraphs away; `targets` makes each changed place one to go to.
    """

    anchor: str
    view: View
    words: RowWords
    fold: bool = True
    targets: bool = False
    elsewhere: Mapping[int, Elsewhere] = field(default_factory=dict)


@dataclass(frozen=True)
class _Row:
    """A paragraph: both its sides, "" where it has none; in one column it is all in `left`."""

    changed: bool
    left: str
    right: str = ""


@dataclass(frozen=True)
class Drawn:
    """The rows, and in how many places they differ: paragraphs that stand together are one."""

    html: Markup
    places: int


def redline_rows(redline: Redline, drawing: Drawing, *, heading: bool = True) -> Drawn:
    """The paragraphs of a redline; `heading` False leaves the number and the title out."""
    rows = [_heading_row(redline, drawing)] if heading and _has_heading(redline) else []
    rows += [_block_row(block, place, drawing) for place, block in enumerate(redline.blocks)]
    places = sum(1 for changed, _ in groupby(rows, key=lambda row: row.changed) if changed)
    return Drawn(Markup("".join(_folded(rows, drawing))), places)  # noqa: S704 - all is escaped


def heading_differs(redline: Redline) -> bool:
    """Whether the number or the title is another."""
    return redline.old_marker != redline.new_marker or redline.heading.changed


def _has_heading(redline: Redline) -> bool:
    return bool(redline.old_marker or redline.new_marker or redline.heading.runs)


def _folded(rows: Sequence[_Row], drawing: Drawing) -> Iterator[str]:
    place = 0
    for changed, stretch in groupby(rows, key=lambda row: row.changed):
        together = list(stretch)
        inside = "".join(_columns(together, drawing, changed=changed))
        if changed and drawing.targets:
            place += 1
            own = f"{escape(drawing.anchor)}-{place}"
            yield f'<div class="place" id="{own}" data-change tabindex="-1">{inside}</div>'
        elif not changed and drawing.fold and len(together) >= _FEWEST_FOLDED:
            words = escape(drawing.words.folded(len(together)))
            yield f'<details class="fold"><summary>{words}</summary>{inside}</details>'
        else:
            yield inside


def _columns(rows: Sequence[_Row], drawing: Drawing, *, changed: bool) -> Iterator[str]:
    """The rows as they stand in the page: what went beside what came in its stead."""
    if drawing.view == "inline":
        yield from (row.left for row in rows)
        return
    state = "changed" if changed else "same"
    for two_sided, stretch in groupby(rows, key=lambda row: bool(row.left and row.right)):
        together = list(stretch)
        for pair in [[row] for row in together] if two_sided else [together]:
            left = "".join(row.left for row in pair)
            right = "".join(row.right for row in pair)
            sides = _side("old-side", left) + _side("new-side", right)
            yield f'<div class="aligned {state}">{sides}</div>'


def _side(name: str, html: str) -> str:
    return f'<div class="{name}{"" if html else " none"}">{html}</div>'


def _heading_row(redline: Redline, drawing: Drawing) -> _Row:
    label = BlockLabel(BlockKind.HEADING, marker=redline.old_marker)
    new = BlockLabel(BlockKind.HEADING, marker=redline.new_marker)
    block = BlockRedline(label, new, redline.heading)
    return _row(block, "block title", drawing, None)


def _block_row(block: BlockRedline, place: int, drawing: Drawing) -> _Row:
    label = block.new or block.old
    kind = str(label.kind) if label else ""
    depth = min(label.key.count("__"), _DEEPEST) if label and label.key else 0
    classes = f"block {kind}{f' depth-{depth}' if depth else ''}"
    if label and label.quoted:
        classes += " quoted"
    if block.op is not Op.KEEP:
        classes += " whole"
    return _row(block, classes, drawing, drawing.elsewhere.get(place))


def _row(block: BlockRedline, classes: str, drawing: Drawing, elsewhere: Elsewhere | None) -> _Row:
    changed = _differs(block)
    if drawing.view == "inline":
        state = "changed" if changed else "same"
        return _Row(changed, _cell(block, f"{classes} {state}", drawing, None, elsewhere))
    left = _cell(block, classes, drawing, Op.INSERT, elsewhere)
    right = _cell(block, classes, drawing, Op.DELETE, elsewhere)
    return _Row(changed, left, right)


def _differs(block: BlockRedline) -> bool:
    """Whether anything that is printed differs: keys and kinds are our own."""
    if block.op is not Op.KEEP or block.text.changed or any(row.changed for row in block.rows):
        return True
    return bool(block.old and block.new and block.old.marker != block.new.marker)


def _cell(
    block: BlockRedline,
    classes: str,
    drawing: Drawing,
    without: Op | None,
    elsewhere: Elsewhere | None,
) -> str:
    """One side of a block (`without` what only the other has), or both; "" where it has none."""
    if block.op is without and without is not None:
        return ""
    if block.rows:
        rows = "".join(_table_row(row, without) for row in block.rows if row.op is not without)
        name = escape(drawing.words.table)
        return (
            f'<div class="wide" tabindex="0" role="group" aria-label="{name}">'
            f'<table class="law-table"><tbody>{rows}</tbody></table></div>'
        )
    marker = _marker(block, without)
    runs = [run for run in block.text.runs if run.op is not without]
    text = "".join(_run(run, drawing) for run in runs)
    space = " " if marker and text else ""
    moved = _moved_away(block.op, drawing, elsewhere)
    return f'<p class="{classes}">{marker}{space}{text}{moved}</p>'


def _moved_away(op: Op, drawing: Drawing, elsewhere: Elsewhere | None) -> str:
    if elsewhere is None or op is Op.KEEP:
        return ""
    words = drawing.words.moved_to if op is Op.DELETE else drawing.words.moved_from
    told = f"{words}: {elsewhere.name}"
    return f'<a class="jump" href="#{escape(elsewhere.anchor)}">{escape(told)}</a>'


def _marker(block: BlockRedline, without: Op | None) -> str:
    old = block.old.marker if block.old else ""
    new = block.new.marker if block.new else ""
    if block.op is not Op.KEEP:
        return _marked(_TAGS[block.op], old or new)
    if old == new:
        return _marked("span", new)
    sides = ((Op.DELETE, old), (Op.INSERT, new))
    return "".join(_marked(_TAGS[op], marker) for op, marker in sides if op is not without)


def _marked(tag: str, marker: str) -> str:
    return f'<{tag} class="marker">{escape(marker)}</{tag}>' if marker else ""


def _run(run: Run, drawing: Drawing | None = None) -> str:
    text = escape(run.text)
    if run.op is Op.KEEP:
        return text
    tag = _TAGS[run.op]
    if not run.moved or drawing is None:
        return f"<{tag}>{text}</{tag}>"
    gone = run.op is Op.DELETE
    own, other = ("from", "to") if gone else ("to", "from")
    start = f"{escape(drawing.anchor)}-m{run.moved}"
    words = drawing.words.moved_to if gone else drawing.words.moved_from
    return (
        f'<{tag} class="moved" id="{start}-{own}">{text}</{tag}>'
        f'<a class="jump" href="#{start}-{other}">{escape(words)} {run.moved}</a>'
    )


def _table_row(row: RowRedline, without: Op | None) -> str:
    cells = "".join(
        f"<td>{''.join(_run(run) for run in cell.text.runs if run.op is not without)}</td>"
        for cell in row.cells
        if cell.op is not without
    )
    return f"<tr>{cells}</tr>"
