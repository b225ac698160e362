"""A redline as the two columns of a comparison table.

The words of the left column, joined, are the old wording to the letter, those of the right one the
new: a line for the heading, a line a block, a line a row of a table, numbers before their texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.law import BlockKind
from diffing.blocks import BlockRedline
from diffing.redline import Redline
from diffing.runs import Op, TextRedline
from diffing.tables import RowRedline
from exports.tables.table import Line, Mark, Piece, Tone

_MARKS = {Op.KEEP: Mark.KEPT, Op.DELETE: Mark.GONE, Op.INSERT: Mark.CAME}
_OTHER = {Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


def wording(shown: Redline, side: Op) -> tuple[Line, ...]:
    """All lines of a redline on a side (DELETE: before, INSERT: after); none: it has no words.

    A decree's point has a number and no heading: it is printed before the point's first words.
    """
    lines = [*block_lines(shown.blocks, side)]
    heading = _heading(shown, side)
    if heading is None:
        return tuple(lines)
    own = shown.heading.old if side is Op.DELETE else shown.heading.new
    if own or not _begins_with_text(shown, side):
        return (heading, *lines)
    first = Line(joined((*heading.pieces, Piece(" "), *lines[0].pieces)))
    return (first, *lines[1:])


def _begins_with_text(shown: Redline, side: Op) -> bool:
    """Whether the first block on a side is text without a number of its own."""
    for block in shown.blocks:
        label = block.old if side is Op.DELETE else block.new
        if label is not None:
            return not (block.rows or label.marker or label.kind is BlockKind.POINT)
    return False


def _heading(shown: Redline, side: Op) -> Line | None:
    marker = shown.old_marker if side is Op.DELETE else shown.new_marker
    changed = shown.old_marker != shown.new_marker
    pieces = _numbered(marker, shown.heading, side, changed=changed)
    return Line(pieces, tone=Tone.HEADING) if any(one.text for one in pieces) else None


def block_lines(blocks: Iterable[BlockRedline], side: Op) -> Iterator[Line]:
    """The lines of blocks on a side."""
    for block in blocks:
        label, other = (block.old, block.new) if side is Op.DELETE else (block.new, block.old)
        if label is None:
            continue
        if block.rows:
            yield from (_row(row, side) for row in block.rows if row.op is not _OTHER[side])
            continue
        changed = other is None or other.marker != label.marker
        yield Line(_numbered(label.marker, block.text, side, changed=changed))


def side_of(text: TextRedline, side: Op) -> tuple[Piece, ...]:
    """The pieces that a text has on a side."""
    return tuple(Piece(run.text, _MARKS[run.op]) for run in text.runs if run.op in {Op.KEEP, side})


def _numbered(marker: str, text: TextRedline, side: Op, *, changed: bool) -> tuple[Piece, ...]:
    pieces = side_of(text, side)
    if not marker:
        return pieces
    space = " " if pieces else ""
    if not changed:
        return joined((Piece(marker + space), *pieces))
    mark = _MARKS[side]
    goes_on = bool(pieces) and pieces[0].mark is mark
    number = (Piece(marker + space, mark),) if goes_on else (Piece(marker, mark), Piece(space))
    return joined((*number, *pieces))


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours with the same mark are one piece."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].mark is piece.mark:
            found[-1] = Piece(found[-1].text + piece.text, piece.mark)
        elif piece.text:
            found.append(piece)
    return tuple(found)


def _row(row: RowRedline, side: Op) -> Line:
    cells = (side_of(cell.text, side) for cell in row.cells if cell.op is not _OTHER[side])
    return Line(cells=tuple(cells) or ((),))
