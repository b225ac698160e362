"""The redline of one block: what it is (kind, number, place) apart from its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from corpus.law import Block, BlockKind
from diffing.engine import Engine
from diffing.pairing import Unit
from diffing.runs import Op, TextRedline, deletions_first
from diffing.tables import RowRedline, compare_rows, rows_text
from diffing.words import Budget, compare_words


class BrokenTable(ValueError):
    """A table whose text is not its rows: the edition was read wrongly."""


@dataclass(frozen=True)
class BlockLabel:
    """A block without its words."""

    kind: BlockKind
    number: str = ""
    marker: str = ""
    key: str = ""
    quoted: bool = False
    continues: bool = False

    @classmethod
    def of(cls, block: Block | None) -> BlockLabel | None:
        """The label of a block; raises `BrokenTable`."""
        if block is None:
            return None
        if block.rows and block.text != rows_text(block.rows):
            raise BrokenTable(
                f"the text of table {block.key or block.marker!r} is not its rows: "
                "read the edition's snapshot again"
            )
        return cls(*_label(block))

    def block(self, text: str, rows: tuple[tuple[str, ...], ...]) -> Block:
        """The block with these words."""
        return Block(
            self.kind,
            text,
            self.number,
            self.marker,
            self.key,
            self.quoted,
            rows,
            self.continues,
        )

    def to_json(self) -> dict[str, Any]:
        """`{"kind": "subpoint", "number": "3-1", "marker": "3-1)", "key": "p_2__sp_3-1"}`."""
        value: dict[str, Any] = {"kind": str(self.kind)}
        for name in ("number", "marker", "key", "quoted", "continues"):
            value |= {name: getattr(self, name)} if getattr(self, name) else {}
        return value

    @classmethod
    def from_json(cls, value: dict[str, Any] | None) -> BlockLabel | None:
        """The label that `to_json` wrote."""
        if value is None:
            return None
        return cls(**{**value, "kind": BlockKind(value["kind"])})


@dataclass(frozen=True)
class BlockRedline:
    """One block of both sides, or of one: its label there, and its words.

    A side that lacks the block has no label. A table has rows instead of text.
    """

    old: BlockLabel | None
    new: BlockLabel | None
    text: TextRedline
    rows: tuple[RowRedline, ...] = ()

    @classmethod
    def unchanged(cls, block: Block) -> BlockRedline:
        """A block that is equal on both sides."""
        label = BlockLabel.of(block)
        if block.rows:
            rows = tuple(RowRedline.whole(Op.KEEP, row) for row in block.rows)
            return cls(label, label, TextRedline(), rows)
        return cls(label, label, TextRedline.whole(Op.KEEP, block.text))

    @property
    def op(self) -> Op:
        """Whether the block stands on both sides, went or came."""
        if self.old is None:
            return Op.INSERT
        return Op.KEEP if self.new is not None else Op.DELETE

    @property
    def changed(self) -> bool:
        """Whether anything differs, the label included."""
        return self.old != self.new or self.text.changed or any(row.changed for row in self.rows)

    @property
    def coarse(self) -> bool:
        """Whether some of the words could only be compared roughly."""
        return self.text.coarse or any(row.coarse for row in self.rows)

    def old_block(self) -> Block | None:
        """The block as it was."""
        rows = tuple(row.old() for row in self.rows if row.op is not Op.INSERT)
        if self.old is None:
            return None
        return self.old.block(rows_text(rows) if rows else self.text.old, rows)

    def new_block(self) -> Block | None:
        """The block as it became."""
        rows = tuple(row.new() for row in self.rows if row.op is not Op.DELETE)
        if self.new is None:
            return None
        return self.new.block(rows_text(rows) if rows else self.text.new, rows)

    def mirrored(self) -> BlockRedline:
        """The redline of the way back."""
        rows = deletions_first((row.mirrored() for row in self.rows), lambda row: row.op)
        return BlockRedline(self.new, self.old, self.text.mirrored(), tuple(rows))

    def to_json(self) -> dict[str, Any]:
        """`{"unit": label}` when equal on both sides, else `old` and `new`; `text` or `rows`."""
        value: dict[str, Any] = {}
        if self.old == self.new:
            value["unit"] = self.old and self.old.to_json()
        else:
            value |= {"old": self.old.to_json()} if self.old else {}
            value |= {"new": self.new.to_json()} if self.new else {}
        if self.rows:
            value["rows"] = [row.to_json() for row in self.rows]
        else:
            value["text"] = self.text.to_json()
        return value

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> BlockRedline:
        """The redline that `to_json` wrote."""
        return cls(
            BlockLabel.from_json(value.get("unit", value.get("old"))),
            BlockLabel.from_json(value.get("unit", value.get("new"))),
            TextRedline.from_json(value.get("text", [])),
            tuple(RowRedline.from_json(row) for row in value.get("rows", [])),
        )


def compare_blocks(
    old: Block | None, new: Block | None, engine: Engine, budget: Budget
) -> BlockRedline:
    """The redline of two blocks, of which one may be absent; raises `BrokenTable`."""
    if old is not None and old == new:
        return BlockRedline.unchanged(old)
    old_label = BlockLabel.of(old)
    same = old and new and not new.rows and _label(old) == _label(new)
    new_label = old_label if same else BlockLabel.of(new)
    if (old and old.rows) or (new and new.rows):
        rows = compare_rows(old.rows if old else (), new.rows if new else (), engine, budget)
        return BlockRedline(old_label, new_label, TextRedline(), rows)
    if old and new:
        text = compare_words(old.text, new.text, engine, budget)
    elif old:
        text = TextRedline.whole(Op.DELETE, old.text)
    else:
        text = TextRedline.whole(Op.INSERT, new.text if new else "")
    return BlockRedline(old_label, new_label, text)


def units(blocks: Sequence[Block]) -> list[Unit]:
    """The blocks as the pairing sees them."""
    tables = count(1)
    return [
        Unit(
            whole=(block.marker, block.text, block.rows),
            text=block.text,
            number=f"table {next(tables)}" if block.rows else _path(block),
            shape="table" if block.rows else "text",
            level=block.kind if block.number else "",
        )
        for block in blocks
    ]


def _label(block: Block) -> tuple[BlockKind, str, str, str, bool, bool]:
    return block.kind, block.number, block.marker, block.key, block.quoted, block.continues


def _path(block: Block) -> str:
    """The block's path of numbers; a quoted block's numbers belong to another text."""
    if not block.number:
        return ""
    return f"{block.kind} {block.number}" if block.quoted or not block.key else block.key
