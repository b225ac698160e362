"""The picture: both sides in their acts' order, bands between them, one group for each band.

It can be put into a page, where each group is a link, or stand alone, for a paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from diffing.correspondence.bands.bands import Band, Bands
from diffing.correspondence.bands.captions import BandCaptions, Naming
from diffing.correspondence.bands.labels import headings, title_lines, words_of
from diffing.correspondence.bands.layout import Bar, Layout, Measure, lay_out
from diffing.correspondence.bands.legend import legend
from diffing.correspondence.bands.look import PAGE, fill, ink, patterns
from diffing.correspondence.bands.ribbons import ribbon
from diffing.correspondence.bands.shape import WIDE, Shape
from diffing.correspondence.bands.told import told
from diffing.correspondence.relation import Relation
from diffing.drawing.svg import document, element, label, tooltip, wrapped

_TOP = 6.0
_ORDER = (Relation.POSSIBLE,)
"""Drawn first, under all that is asserted."""
_BARS = {Relation.POSSIBLE: 0.3}
"""How strong the bars are filled of which nothing is asserted."""


@dataclass(frozen=True)
class Drawn:
    """What is drawn, its size, and where its parts stand in it."""

    body: str
    width: float
    height: float


def draw_bands(
    bands: Bands,
    titles: tuple[str, str],
    captions: BandCaptions,
    naming: Naming,
    *,
    name: str,
    shape: Shape = WIDE,
    measure: Measure = Measure.PROVISIONS,
    link: Callable[[Band], str] | None = None,
) -> Drawn:
    """The drawing's content and size; `name` tells its patterns from those of another drawing.

    `link` gives the address of a band; without it the groups are no links. A provision stands in
    the group of the first band that asserts something of it.
    """
    heads, top = title_lines(titles, shape, _TOP)
    layout = lay_out(bands, shape, naming, measure, top)
    groups = _groups(bands, layout, shape, captions, naming, name, link)
    body = [patterns(name), *heads, *headings(layout, shape), *groups]
    return Drawn("".join(body), shape.width, layout.bottom + _TOP)


def standalone(
    bands: Bands,
    titles: tuple[str, str],
    captions: BandCaptions,
    naming: Naming,
    *,
    measure: Measure = Measure.PROVISIONS,
    sample: bool = False,
) -> str:
    """An SVG document of its own: title, legend, drawing, a note on how to read it."""
    drawn = draw_bands(bands, titles, captions, naming, name="nq", measure=measure)
    title = f"{titles[0]} – {titles[1]}"
    over = [captions.sample] if sample else []
    key, top = legend(bands.counts(), captions, drawn.width, 18.0 + 16.0 * len(over))
    notes = wrapped(captions.note, drawn.width - 2 * WIDE.margin, 11, 3)
    foot = top + drawn.height + 18
    height = foot + 15.0 * len(notes)
    return document(
        title,
        drawn.width,
        height,
        element("rect", width=drawn.width, height=height, fill=PAGE),
        *(label(WIDE.margin, 18, line, font_size=12, font_weight=600, **ink()) for line in over),
        *key,
        element("g", drawn.body, transform=f"translate(0,{top:.1f})"),
        *(
            label(WIDE.margin, foot + 15.0 * row, line, font_size=11, **ink("faint"))
            for row, line in enumerate(notes)
        ),
    )


def _groups(
    bands: Bands,
    layout: Layout,
    shape: Shape,
    captions: BandCaptions,
    naming: Naming,
    name: str,
    link: Callable[[Band], str] | None,
) -> Iterator[str]:
    homes = _homes(bands)
    order = sorted(zip(bands.bands, layout.strips, strict=True), key=lambda one: _under(one[0]))
    for band, strips in order:
        own = [
            *_bars(band, layout.left.bars, homes[0], band.old, shape, naming, right=False),
            *_bars(band, layout.right.bars, homes[1], band.new, shape, naming, right=True),
        ]
        content = (
            tooltip(told(band, bands, captions, naming)) if shape.has_labels else "",
            ribbon(band, strips, shape, name),
            *own,
        )
        marked = f"nq-pair nq-{band.relation}"
        if link is None:
            yield element("g", *content, class_=marked)
        else:
            yield element("a", *content, class_=marked, href=link(band))


def _under(band: Band) -> tuple[bool, int]:
    return band.relation not in _ORDER, band.number


def _homes(bands: Bands) -> tuple[dict[int, int], dict[int, int]]:
    """For each mark the band in whose group it is drawn: one that asserts, else the first."""
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for band in sorted(bands.bands, key=lambda one: (one.relation in _ORDER, one.number)):
        for index in band.old:
            left.setdefault(index, band.number)
        for index in band.new:
            right.setdefault(index, band.number)
    return left, right


def _bars(
    band: Band,
    bars: Sequence[Bar],
    homes: dict[int, int],
    indexes: Sequence[int],
    shape: Shape,
    naming: Naming,
    *,
    right: bool,
) -> Iterator[str]:
    for index in indexes:
        if homes[index] != band.number:
            continue
        bar = bars[index]
        x = shape.right_bar if right else shape.left_bar
        yield element(
            "rect",
            x=x,
            y=bar.top,
            width=shape.bar,
            height=bar.height,
            fill_opacity=_BARS.get(band.relation),
            **fill(band.relation),
        )
        if shape.has_labels:
            yield from words_of(bar, naming, shape, right=right)
