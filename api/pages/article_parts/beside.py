"""Two languages of an article side by side: paragraphs that have the same place stand together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.pages.article_parts.wording import Paragraph
from diffing.matching import equal_pairs


@dataclass(frozen=True)
class Row:
    """A paragraph and its counterpart; one of them is None where only the other language has it."""

    left: Paragraph | None
    right: Paragraph | None


def side_by_side(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> tuple[Row, ...]:
    """The paragraphs of two wordings in rows: those with one key first, the rest in their order."""
    rows: list[Row] = []
    at_left = at_right = 0
    for one, other in [*_same_places(left, right), (len(left), len(right))]:
        rows += _in_order(left[at_left:one], right[at_right:other])
        if one < len(left):
            rows.append(Row(left[one], right[other]))
        at_left, at_right = one + 1, other + 1
    return tuple(rows)


def _same_places(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Pairs of equal anchors, in the order of both."""
    return [(pair[0], pair[1]) for pair in equal_pairs(_names(left), _names(right))]


def _names(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [one.anchor or f"{one.block.kind}" for one in paragraphs]


def _in_order(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> list[Row]:
    longest = max(len(left), len(right))
    return [
        Row(left[at] if at < len(left) else None, right[at] if at < len(right) else None)
        for at in range(longest)
    ]
