"""Where everything of the picture lies: bars of provisions on both sides, and bands between them.

A bar is as high as its provision counts, or as it has words; it is shared evenly among what it is
paired with. Labels of short bars are kept apart, each as near to its bar as can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diffing.correspondence.bands.bands import Band, Bands, Mark
from diffing.correspondence.bands.captions import Naming
from diffing.correspondence.bands.shape import Shape
from diffing.drawing.scale import apart

_LEAST = 1.5
"""So high is the shortest bar, however few its words."""
_BETWEEN = 0.12
"""The share of a pitch that stays free between two bars."""


class Measure(StrEnum):
    """What the height of a bar stands for."""

    PROVISIONS = "provisions"
    WORDS = "words"


@dataclass(frozen=True)
class Bar:
    """A provision's bar, and the height at which its label stands."""

    mark: Mark
    top: float
    height: float
    label: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class Heading:
    """The name of a text over its provisions."""

    text: str
    baseline: float


@dataclass(frozen=True)
class Column:
    """One side: its bars in order, and the headings among them."""

    bars: tuple[Bar, ...]
    headings: tuple[Heading, ...]
    bottom: float


@dataclass(frozen=True)
class Strip:
    """A piece of a band: from a stretch of a left bar to one of a right bar, or to nowhere."""

    left: tuple[float, float] | None
    right: tuple[float, float] | None


@dataclass(frozen=True)
class Layout:
    """Both columns, and the strips of each band in the bands' order."""

    left: Column
    right: Column
    strips: tuple[tuple[Strip, ...], ...]

    @property
    def bottom(self) -> float:
        """Where the longer side ends."""
        return max(self.left.bottom, self.right.bottom)


def lay_out(bands: Bands, shape: Shape, naming: Naming, measure: Measure, top: float) -> Layout:
    """The layout from a height downwards."""
    scale = _words_scale(bands, shape) if measure is Measure.WORDS else None
    left = _column(bands.old, shape, naming, scale, top)
    right = _column(bands.new, shape, naming, scale, top)
    return Layout(left, right, tuple(_strips(bands, left, right)))


def _words_scale(bands: Bands, shape: Shape) -> float:
    """Units of height a word: the same on both sides, and with room for every label."""
    words = max(sum(mark.words for mark in side) for side in (bands.old, bands.new))
    rows = max(len(bands.old), len(bands.new))
    return rows * shape.pitch / max(1, words)


def _column(
    marks: Sequence[Mark], shape: Shape, naming: Naming, scale: float | None, top: float
) -> Column:
    places: list[tuple[float, float]] = []
    headings: list[tuple[int, str]] = []
    y, text = top, ""
    for index, mark in enumerate(marks):
        if (name := naming(mark).text) != text:
            text = name
            headings.append((index, text))
            y += shape.heading
        height = shape.pitch if scale is None else max(_LEAST, mark.words * scale)
        places.append((y, height))
        y += height
    labels = _label_places(places, headings, shape, top)
    bottom = max([y, *(label + shape.pitch / 2 for label in labels)])
    free = _BETWEEN if scale is None else _BETWEEN / 2
    bars = tuple(
        Bar(mark, at + height * free / 2, height * (1 - free), label)
        for mark, (at, height), label in zip(marks, places, labels, strict=True)
    )
    return Column(
        bars,
        tuple(
            Heading(name, labels[index] - shape.pitch / 2 - shape.heading * 0.25)
            for index, name in headings
        ),
        bottom,
    )


def _label_places(
    places: Sequence[tuple[float, float]],
    headings: Sequence[tuple[int, str]],
    shape: Shape,
    top: float,
) -> list[float]:
    """The middles of labels: at least a pitch apart, with room for the headings above theirs."""
    room, shifts = 0.0, []
    starts = {index for index, _ in headings}
    for index in range(len(places)):
        room += shape.heading if index in starts else 0.0
        shifts.append(room)
    wanted = [at + height / 2 - shift for (at, height), shift in zip(places, shifts, strict=True)]
    kept = apart(wanted, shape.pitch, top + shape.pitch / 2, float("inf"))
    return [label + shift for label, shift in zip(kept, shifts, strict=True)]


def _strips(bands: Bands, left: Column, right: Column) -> Iterator[tuple[Strip, ...]]:
    shares_left = _shares(bands.bands, left, right, mirrored=False)
    shares_right = _shares(bands.bands, right, left, mirrored=True)
    for band in bands.bands:
        if not band.new:
            yield tuple(Strip(shares_left[index, band.number, None], None) for index in band.old)
        elif not band.old:
            yield tuple(Strip(None, shares_right[index, band.number, None]) for index in band.new)
        else:
            yield tuple(
                Strip(shares_left[old, band.number, new], shares_right[new, band.number, old])
                for old in band.old
                for new in band.new
            )


Share = tuple[int, int, int | None]
"""A mark, a band's number, and the mark on the other side that it leads to."""


def _shares(
    bands: Sequence[Band], own: Column, other: Column, *, mirrored: bool
) -> Mapping[Share, tuple[float, float]]:
    """Each bar cut evenly among what leads away from it, in the order of where that leads."""
    leads: dict[int, list[tuple[float, int, int | None]]] = {}
    for band in bands:
        here, there = (band.new, band.old) if mirrored else (band.old, band.new)
        for mark in here:
            for target in there or (None,):
                height = own.bars[mark].middle if target is None else other.bars[target].middle
                leads.setdefault(mark, []).append((height, band.number, target))
    shares: dict[Share, tuple[float, float]] = {}
    for mark, found in leads.items():
        bar = own.bars[mark]
        step = bar.height / len(found)
        for place, (_, number, target) in enumerate(sorted(found, key=_by_height)):
            shares[mark, number, target] = (
                bar.top + place * step,
                bar.top + (place + 1) * step,
            )
    return shares


def _by_height(lead: tuple[float, int, int | None]) -> tuple[float, int, int]:
    height, number, target = lead
    return height, number, -1 if target is None else target
