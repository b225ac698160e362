"""A redline of an article cut at its points: a row of a comparison table speaks of one.

Blocks of the two sides that stand together in the redline stay together, so a subpoint that went
over to another point keeps both points in one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.law import BlockKind
from diffing.blocks import BlockLabel, BlockRedline
from diffing.redline import Redline


@dataclass(frozen=True)
class Part:
    """Blocks that belong together; the numbers of the points they are, on either side.

    What stands before the first point, or an article without points, has no numbers.
    """

    old_numbers: tuple[str, ...]
    new_numbers: tuple[str, ...]
    blocks: tuple[BlockRedline, ...]


def parts_of(redline: Redline) -> tuple[Part, ...]:
    """The parts in the redline's order; no block is in none, or in two."""
    old = _units([block.old for block in redline.blocks])
    new = _units([block.new for block in redline.blocks])
    joins = _Joins()
    joins.add(("old", 0), ("new", 0))  # what stands before the first point
    for a, b in zip(old, new, strict=True):
        joins.add(("old", a) if a is not None else None, ("new", b) if b is not None else None)
    _join_of_one_number(redline, old, new, joins)
    found: dict[tuple[str, int], list[int]] = {}
    for place, (a, b) in enumerate(zip(old, new, strict=True)):
        side = ("old", a) if a is not None else ("new", b or 0)
        found.setdefault(joins.root(side), []).append(place)
    return tuple(_part([redline.blocks[place] for place in places]) for places in found.values())


def begins_point(label: BlockLabel | None) -> bool:
    """Whether a block is the beginning of a point; numbers inside a quote are another text's."""
    return label is not None and label.kind is BlockKind.POINT and not label.quoted


def _part(blocks: Sequence[BlockRedline]) -> Part:
    old = (block.old for block in blocks)
    new = (block.new for block in blocks)
    return Part(
        tuple(one.number or one.marker for one in old if one and begins_point(one)),
        tuple(one.number or one.marker for one in new if one and begins_point(one)),
        tuple(blocks),
    )


def _units(labels: Sequence[BlockLabel | None]) -> list[int | None]:
    """For each block of a side the count of the points begun until then; None: not on this side."""
    count = 0
    found: list[int | None] = []
    for label in labels:
        count += begins_point(label)
        found.append(None if label is None else count)
    return found


def _join_of_one_number(
    redline: Redline, old: Sequence[int | None], new: Sequence[int | None], joins: _Joins
) -> None:
    """A point that went and one that came under the same number are one row."""
    gone, come = {}, {}
    for block, a, b in zip(redline.blocks, old, new, strict=True):
        if block.new is None and begins_point(block.old) and block.old and block.old.number:
            gone[block.old.number] = a
        if block.old is None and begins_point(block.new) and block.new and block.new.number:
            come[block.new.number] = b
    for number, unit in gone.items():
        other = come.get(number)
        if unit is not None and other is not None:
            joins.add(("old", unit), ("new", other))


class _Joins:
    """Which units of the two sides belong together."""

    def __init__(self) -> None:
        self._parents: dict[tuple[str, int], tuple[str, int]] = {}

    def add(self, one: tuple[str, int] | None, other: tuple[str, int] | None) -> None:
        """Two units are in one part."""
        if one is not None and other is not None:
            a, b = self.root(one), self.root(other)
            if a != b:
                self._parents[b] = a

    def root(self, unit: tuple[str, int]) -> tuple[str, int]:
        """The unit that stands for all it is joined with."""
        while unit in self._parents:
            unit = self._parents[unit]
        return unit
