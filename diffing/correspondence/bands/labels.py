"""The words of the picture: the titles of both sides, texts' names, provisions' labels."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.correspondence.bands.captions import Naming
from diffing.correspondence.bands.layout import Bar, Column, Layout
from diffing.correspondence.bands.look import FAINT, ink
from diffing.correspondence.bands.shape import Shape
from diffing.drawing.svg import element, fitted, label, text_width, wrapped

_TITLE_LINES = 3
_BETWEEN_WORDS = 7.0
_LEAST_OPENING = 40.0


def title_lines(titles: tuple[str, str], shape: Shape, top: float) -> tuple[list[str], float]:
    """The titles of both sides from a height down, and the height below them."""
    if not shape.has_labels:
        return [], top
    size = shape.text + 1.5
    room = shape.width / 2 - 2 * shape.margin
    sides = [wrapped(title, room, size, _TITLE_LINES, bold=True) for title in titles]
    parts = []
    for side, lines in enumerate(sides):
        for row, line in enumerate(lines):
            parts.append(
                label(
                    shape.width - shape.margin if side else shape.margin,
                    top + size * (1 + 1.25 * row),
                    line,
                    font_size=size,
                    font_weight=600,
                    text_anchor="end" if side else None,
                    **ink(),
                )
            )
    return parts, top + size * (0.5 + 1.25 * max(map(len, sides)))


def headings(layout: Layout, shape: Shape) -> Iterator[str]:
    """The names of the texts over their provisions."""
    if shape.has_labels:
        yield from _headings(layout.left, shape, right=False)
        yield from _headings(layout.right, shape, right=True)


def _headings(column: Column, shape: Shape, *, right: bool) -> Iterator[str]:
    room = shape.label + shape.gutter + shape.bar + (40 if shape.openings else 46)
    for one in column.headings:
        yield label(
            shape.width - shape.margin if right else shape.margin,
            one.baseline,
            fitted(one.text, room, shape.text, bold=True),
            font_size=shape.text,
            font_weight=600,
            text_anchor="end" if right else None,
            **ink("faint"),
        )


def words_of(bar: Bar, naming: Naming, shape: Shape, *, right: bool) -> Iterator[str]:
    """A provision's place, with its first words where there is room; and a line to its bar."""
    name = naming(bar.mark)
    said = name.place or name.text
    baseline = bar.label + shape.text * 0.36
    begins = shape.right_bar + shape.bar + shape.gutter
    beside = shape.openings
    x = begins if right else (shape.margin if beside else shape.margin + shape.label)
    # Where nothing stands beside it, a long name takes two lines rather than lose its end.
    lines = (
        [fitted(said, shape.label, shape.text, bold=True)]
        if beside
        else wrapped(said, shape.label, shape.text, 2, bold=True)
    )
    place = lines[0]
    for row, line in enumerate(lines):
        yield label(
            x,
            baseline + shape.text * (row - (len(lines) - 1) / 2),
            line,
            font_size=shape.text,
            font_weight=600,
            text_anchor=None if right or beside else "end",
            **ink(),
        )
    taken = text_width(place, shape.text, bold=True) + _BETWEEN_WORDS
    room = shape.label - taken
    if beside and room > _LEAST_OPENING:
        yield label(
            x + taken,
            baseline,
            fitted(bar.mark.opening, room, shape.text),
            font_size=shape.text,
            **ink("faint"),
        )
    if abs(bar.label - bar.middle) > 1:
        yield _leader(bar, shape, right=right)


def _leader(bar: Bar, shape: Shape, *, right: bool) -> str:
    inner = shape.right_bar + shape.bar if right else shape.left_bar
    outer = inner + shape.gutter - 2 if right else inner - shape.gutter + 2
    return element(
        "path",
        d=f"M{outer:.1f},{bar.label:.1f}L{inner:.1f},{bar.middle:.1f}",
        fill="none",
        class_="nq-leader",
        stroke=FAINT,
        stroke_width=0.7,
    )
