"""The timeline of an act as a picture: each article's life, what became of it and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diffing.drawing.svg import document, element, label, words
from diffing.measures.measure import ActMeasures
from diffing.measures.timeline import axis
from diffing.measures.timeline.articles import ArticleRows
from diffing.measures.timeline.bars import spans
from diffing.measures.timeline.captions import ENGLISH, Captions
from diffing.measures.timeline.frame import MARGIN, WIDTH, frame
from diffing.measures.timeline.heading import LINE, heading, remarks
from diffing.measures.timeline.legend import legend
from diffing.measures.timeline.look import coloured, hatching, style
from diffing.measures.timeline.rows import Band, Placed, rows

_BELOW_ROWS = 48.0


def draw_timeline(measures: ActMeasures, title: str, captions: Captions = ENGLISH) -> str:
    """An act's life as an SVG document: a row an article, time at true scale.

    A bar stands where an article has a wording, the darker the more of its words were rewritten
    when that wording came; signs mark what an edition did; hatched is what is not held. It stands
    alone: no scripts, no fonts or files from elsewhere, light and dark.
    """
    over, y = heading(measures, title, captions)
    columns = frame(measures)
    if columns is None:
        nothing = label(MARGIN, y + LINE, captions.nothing, font_size=12, **coloured("ink"))
        return _document([*over, nothing], y + 2 * LINE + MARGIN, title, captions)
    key, top = legend(captions, y + LINE / 2)
    first_row = top + axis.HEIGHT
    placed = rows(measures.lives, [one.edition for one in measures.editions], first_row)
    bottom = placed[-1].top + placed[-1].height if placed else first_row
    articles = ArticleRows(
        tuple(placed),
        measures.placed,
        spans(measures.placed, columns.until),
        columns,
        captions,
    )
    time = axis.axis(measures, columns, top, bottom, captions)
    counts = label(
        columns.right + 6, first_row - 4, captions.changes, font_size=9, **coloured("faint")
    )
    under, y = remarks(measures, captions, bottom + _BELOW_ROWS)
    parts = [*over, *key, *_stripes(placed), time, *articles.draw(), counts, *under]
    return _document(parts, y + MARGIN / 2, title, captions)


def _document(parts: Sequence[str], height: float, title: str, captions: Captions) -> str:
    background = element("rect", width=WIDTH, height=height, **coloured("page"))
    return document(
        title,
        WIDTH,
        height,
        element("desc", words(captions.label_note)),
        style(),
        hatching(),
        background,
        *parts,
    )


def _stripes(placed: Sequence[Placed]) -> Iterator[str]:
    """Bands behind the divisions' headings, and every other article on a shade."""
    articles = 0
    for row in placed:
        articles = 0 if isinstance(row.item, Band) else articles + 1
        if articles % 2:
            continue
        yield element(
            "rect",
            x=MARGIN,
            y=row.top,
            width=WIDTH - 2 * MARGIN,
            height=row.height,
            **coloured("stripe" if articles else "band"),
        )
