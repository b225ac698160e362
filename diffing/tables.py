"""The redline of a table: row by row, inside a row cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from diffing.engine import Engine
from diffing.pairing import Unit, pair_units
from diffing.runs import Op, TextRedline, deletions_first
from diffing.words import Budget, compare_words

Row = tuple[str, ...]


def rows_text(rows: Sequence[Row]) -> str:
    """The text of a table block: a line a row, tabs between the cells."""
    return "\n".join("\t".join(row) for row in rows)


@dataclass(frozen=True)
class CellRedline:
    """A cell that stands on both sides, went or came."""

    op: Op
    text: TextRedline

    def to_json(self) -> Any:
        """`["=", runs]`."""
        return [str(self.op), self.text.to_json()]


@dataclass(frozen=True)
class RowRedline:
    """A row that stands on both sides, went or came."""

    op: Op
    cells: tuple[CellRedline, ...]

    @classmethod
    def whole(cls, op: Op, row: Row) -> RowRedline:
        """A row that stays, goes or comes as a whole."""
        return cls(op, tuple(CellRedline(op, TextRedline.whole(op, cell)) for cell in row))

    @property
    def changed(self) -> bool:
        """Whether anything in the row differs."""
        return self.op is not Op.KEEP or any(
            cell.op is not Op.KEEP or cell.text.changed for cell in self.cells
        )

    @property
    def coarse(self) -> bool:
        """Whether some of the words could only be compared roughly."""
        return any(cell.text.coarse for cell in self.cells)

    def old(self) -> Row:
        """The row as it was."""
        return tuple(cell.text.old for cell in self.cells if cell.op is not Op.INSERT)

    def new(self) -> Row:
        """The row as it became."""
        return tuple(cell.text.new for cell in self.cells if cell.op is not Op.DELETE)

    def mirrored(self) -> RowRedline:
        """The redline of the way back."""
        cells = (CellRedline(cell.op.mirrored, cell.text.mirrored()) for cell in self.cells)
        return RowRedline(self.op.mirrored, tuple(deletions_first(cells, lambda cell: cell.op)))

    def to_json(self) -> Any:
        """`["=", [cell, …]]`."""
        return [str(self.op), [cell.to_json() for cell in self.cells]]

    @classmethod
    def from_json(cls, value: Any) -> RowRedline:
        """The row that `to_json` wrote."""
        op, cells = value
        return cls(
            Op(op),
            tuple(CellRedline(Op(cell), TextRedline.from_json(text)) for cell, text in cells),
        )


def compare_rows(
    old: Sequence[Row], new: Sequence[Row], engine: Engine, budget: Budget
) -> tuple[RowRedline, ...]:
    """The rows of two tables side by side."""
    return tuple(
        _compare_cells(
            old[a] if a is not None else None, new[b] if b is not None else None, engine, budget
        )
        for a, b in pair_units(_row_units(old), _row_units(new))
    )


def _compare_cells(old: Row | None, new: Row | None, engine: Engine, budget: Budget) -> RowRedline:
    if old is None or new is None:
        op = Op.INSERT if old is None else Op.DELETE
        return RowRedline.whole(op, old or new or ())
    cells = []
    for a, b in _cell_pairs(old, new):
        if a is not None and b is not None:
            cells.append(CellRedline(Op.KEEP, compare_words(old[a], new[b], engine, budget)))
        elif a is not None:
            cells.append(CellRedline(Op.DELETE, TextRedline.whole(Op.DELETE, old[a])))
        elif b is not None:
            cells.append(CellRedline(Op.INSERT, TextRedline.whole(Op.INSERT, new[b])))
    return RowRedline(Op.KEEP, tuple(cells))


def _cell_pairs(old: Row, new: Row) -> Sequence[tuple[int | None, int | None]]:
    if len(old) == len(new):  # the columns are the same: a cell is where it was
        return [(place, place) for place in range(len(old))]
    return pair_units([Unit(cell, cell) for cell in old], [Unit(cell, cell) for cell in new])


def _row_units(rows: Sequence[Row]) -> list[Unit]:
    return [Unit(row, " ".join(row)) for row in rows]
