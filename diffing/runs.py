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
    """Some words and what happens to them.

    Words that went from one place of an article and came at another are `moved`: both runs have
    the same number, from 1, in reading order. 0: not known to have moved.
    """

    op: Op
    text: str
    moved: int = 0

    @property
    def mirrored(self) -> Run:
        """The same on the way back."""
        return Run(self.op.mirrored, self.text, self.moved)


@dataclass(frozen=True)
class TextRedline:
    """Two texts in one: `KEEP` stands in both, `DELETE` only in the old, `INSERT` only in the new.

    No two neighbouring runs have the same operation, unless one has moved; none is empty, and a
    deletion stands before the insertion that replaces it. `coarse` says that somewhere whole
    sentences are shown as replaced because comparing their words would have taken too long.
    """

    runs: tuple[Run, ...] = ()
    coarse: bool = False

    @classmethod
    def of(cls, runs: Iterable[Run]) -> TextRedline:
        """A redline in the one form described above, from runs in any form."""
        joined: list[Run] = []
        for run in deletions_first((run for run in runs if run.text), lambda run: run.op):
            before = joined[-1] if joined else None
            if before and (before.op, before.moved) == (run.op, run.moved):
                joined[-1] = Run(run.op, before.text + run.text, run.moved)
            else:
                joined.append(run)
        return cls(tuple(joined))

    @classmethod
    def whole(cls, op: Op, text: str) -> TextRedline:
        """One text that stays, goes or comes as a whole."""
        return cls((Run(op, text),) if text else ())

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
        runs: list[Run] = []
        come: list[Run] = []
        for run in self.runs:
            if run.op is Op.DELETE:
                come.append(run.mirrored)
                continue
            if run.op is Op.KEEP:
                runs += come
                come = []
            runs.append(run.mirrored)
        return TextRedline((*runs, *come), self.coarse)

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


class Drawing:
    """A redline of one text in the making, in the one form that `TextRedline` describes.

    Drawn `mirrored` it is that of the way back.
    """

    def __init__(self, *, mirrored: bool = False) -> None:
        self._runs: list[Run] = []
        self._kept: list[str] = []
        self._gone: list[str] = []
        self._come: list[str] = []
        self._texts = {Op.KEEP: self._kept, Op.DELETE: self._gone, Op.INSERT: self._come}
        if mirrored:
            self._texts = {Op.KEEP: self._kept, Op.DELETE: self._come, Op.INSERT: self._gone}

    def add(self, op: Op, text: str) -> None:
        """The next words, and what happens to them."""
        if not text:
            return
        if op is Op.KEEP:
            if self._gone or self._come:
                self._end_change()
        elif self._kept:
            self._end_kept()
        self._texts[op].append(text)

    def redline(self, *, coarse: bool = False) -> TextRedline:
        """What was drawn."""
        if self._kept:
            self._end_kept()
        self._end_change()
        return TextRedline(tuple(self._runs), coarse)

    def _end_kept(self) -> None:
        self._runs.append(Run(Op.KEEP, "".join(self._kept)))
        self._kept.clear()

    def _end_change(self) -> None:
        if self._gone:
            self._runs.append(Run(Op.DELETE, "".join(self._gone)))
            self._gone.clear()
        if self._come:
            self._runs.append(Run(Op.INSERT, "".join(self._come)))
            self._come.clear()


def deletions_first(items: Iterable[Item], op: Callable[[Item], Op]) -> Sequence[Item]:
    """The items in order, except that between kept ones the deleted stand before the inserted."""
    ordered: list[Item] = []
    for kept, stretch in groupby(items, key=lambda item: op(item) is Op.KEEP):
        if kept:
            ordered.extend(stretch)
        else:
            ordered.extend(sorted(stretch, key=lambda item: op(item) is Op.INSERT))
    return ordered
