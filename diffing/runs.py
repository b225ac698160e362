"""A redline of one text: runs of words that stay, go or come.

Applying it to the old text gives the new one to the letter, reverting it gives the old one back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

Item = TypeVar("Item")


class Op(StrEnum):
    """What happens to something between the old side and the new one."""

    KEEP = "="
    DELETE = "-"
    INSERT = "+"

    @property
    def mirrored(self) -> Op:
        """The same step on the way back."""
        return _MIRRORED[self]


_MIRRORED = {Op.KEEP: Op.KEEP, Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


class NotThisText(ValueError):
    """A redline was applied to a text it was not made from."""

    def __init__(self, side: str) -> None:
        super().__init__(
            f"this redline was made from another {side} text: compare the two texts anew"
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Some words and what happens to them."""

    op: Op
    text: str


@dataclass(frozen=True)
class TextRedline:
    """Two texts in one: `KEEP` stands in both, `DELETE` only in the old, `INSERT` only in the new.

    No two neighbouring runs have the same operation, none is empty, and a deletion stands before
    the insertion that replaces it. `coarse` says that somewhere whole sentences are shown as
    replaced because comparing their words would have taken too long.
    """

    runs: tuple[Run, ...] = ()
    coarse: bool = False

    @classmethod
    def of(cls, runs: Iterable[Run], *, coarse: bool = False) -> TextRedline:
        """A redline in the one form described above, from runs in any form."""
        joined: list[Run] = []
        for run in deletions_first((run for run in runs if run.text), lambda run: run.op):
            if joined and joined[-1].op is run.op:
                joined[-1] = Run(run.op, joined[-1].text + run.text)
            else:
                joined.append(run)
        return cls(tuple(joined), coarse)

    @classmethod
    def whole(cls, op: Op, text: str) -> TextRedline:
        """One text that stays, goes or comes as a whole."""
        return cls.of([Run(op, text)])

    @property
    def old(self) -> str:
        """The old text."""
        return "".join(run.text for run in self.runs if run.op is not Op.INSERT)

    @property
    def new(self) -> str:
        """The new text."""
        return "".join(run.text for run in self.runs if run.op is not Op.DELETE)

    @property
    def changed(self) -> bool:
        """Whether the two texts differ."""
        return any(run.op is not Op.KEEP for run in self.runs)

    def apply(self, old: str) -> str:
        """The new text; raises `NotThisText` unless `old` is the old one to the letter."""
        if old != self.old:
            raise NotThisText("old")
        return self.new

    def revert(self, new: str) -> str:
        """The old text; raises `NotThisText` unless `new` is the new one to the letter."""
        if new != self.new:
            raise NotThisText("new")
        return self.old

    def mirrored(self) -> TextRedline:
        """The redline of the way back."""
        return TextRedline.of(
            (Run(run.op.mirrored, run.text) for run in self.runs), coarse=self.coarse
        )

    def to_json(self) -> Any:
        """`[["=", "…"], ["-", "…"], ["+", "…"]]`; coarse: `{"coarse": true, "runs": [...]}`."""
        runs = [[str(run.op), run.text] for run in self.runs]
        return {"coarse": True, "runs": runs} if self.coarse else runs

    @classmethod
    def from_json(cls, value: Any) -> TextRedline:
        """The redline that `to_json` wrote."""
        coarse = isinstance(value, dict)
        runs = value["runs"] if coarse else value
        return cls(tuple(Run(Op(op), text) for op, text in runs), coarse)


def deletions_first(items: Iterable[Item], op: Callable[[Item], Op]) -> Sequence[Item]:
    """The items in order, except that between kept ones the deleted stand before the inserted."""
    ordered: list[Item] = []
    for kept, stretch in groupby(items, key=lambda item: op(item) is Op.KEEP):
        if kept:
            ordered.extend(stretch)
        else:
            ordered.extend(sorted(stretch, key=lambda item: op(item) is Op.INSERT))
    return ordered
