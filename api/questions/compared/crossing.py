"""Whole paragraphs that went from one article or rule and came in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.questions.compared.item import Crossing, Item
from diffing.blocks import BlockRedline
from diffing.matching import once_on_both
from diffing.pairing import is_long_enough_to_move
from diffing.runs import Op

_MARKS = ".;:, "


def crossings(items: Sequence[Item]) -> Crossing:
    """Paragraphs the same to the letter that went once and came once, in another item.

    Inside one item the redline itself tells what moved (see `diffing.moves`).
    """
    pairs = [
        (one, other)
        for one, other in once_on_both(_paragraphs(items, Op.DELETE), _paragraphs(items, Op.INSERT))
        if one[0] != other[0]
    ]
    return Crossing(dict(pairs), {other: one for one, other in pairs})


def _paragraphs(items: Sequence[Item], op: Op) -> Iterator[tuple[str, tuple[int, int]]]:
    for at, item in enumerate(items):
        for place, block in enumerate(item.redline.blocks):
            if block.op is op and not block.rows:
                words = _text(block)
                if is_long_enough_to_move(words):
                    yield words, (at, place)


def _text(block: BlockRedline) -> str:
    return "".join(run.text for run in block.text.runs).strip(_MARKS)
