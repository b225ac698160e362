"""Drawing the rows: an article's name, its bar, its signs; a division's heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diffing.classify import REWORDED
from diffing.drawing.svg import element, fitted, label, text_width, tooltip
from diffing.measures.lives import Life
from diffing.measures.measure import EditionMeasures
from diffing.measures.steps import ArticleChange
from diffing.measures.timeline.bars import Span, Stretch, stretches
from diffing.measures.timeline.captions import Captions
from diffing.measures.timeline.frame import MARGIN, WIDTH, Frame
from diffing.measures.timeline.look import HATCH, PRESUMED, coloured, mark
from diffing.measures.timeline.rows import Band, Placed, number

_BAND_TEXT, _LARGEST_TEXT = 10.5, 11.5
_INDENT, _AFTER_NUMBER = 14.0, 9.0
_LEAST_OF_A_HEADING = 70.0
_SLIVER = 5.0


@dataclass(frozen=True)
class ArticleRows:
    """What the rows have in common: the editions with their days, the columns, the words."""

    rows: tuple[Placed, ...]
    editions: Sequence[EditionMeasures]
    days: Sequence[Span]
    frame: Frame
    captions: Captions

    def draw(self) -> Iterator[str]:
        """All rows."""
        headings_at = max(
            (self._after_number(row, row.item) for row in self.rows if isinstance(row.item, Life)),
            default=0.0,
        )
        for row in self.rows:
            if isinstance(row.item, Band):
                yield _band(row, row.item)
            else:
                yield from self._article(row, row.item, headings_at)

    def _article(self, row: Placed, life: Life, headings_at: float) -> Iterator[str]:
        size = _text_size(row)
        name = number(life.article, self.captions)
        yield self._name(row, life, name, headings_at)
        for stretch in stretches(life, self.days, self.frame.scale.begin):
            yield self._stretch(row, stretch)
        for stage, edition, span in zip(life.stages, self.editions, self.days, strict=True):
            if stage.change:
                x = self.frame.scale.x(span.begin)
                where = f"{name}, {edition.edition.label}"
                yield self._sign(row, x, stage.change, where)
        changes = [stage.change for stage in life.stages if stage.change]
        if amended := sum(change.kind in REWORDED for change in changes):
            yield label(
                self.frame.right + 6,
                row.middle + size * 0.36,
                f"{amended}×",
                font_size=size,
                **coloured("faint"),
            )

    def _after_number(self, row: Placed, life: Life) -> float:
        """Where an article's heading can begin; 0 where it has none."""
        if not life.article.heading:
            return 0.0
        name = number(life.article, self.captions)
        return MARGIN + 8 + text_width(name, _text_size(row), bold=True) + _AFTER_NUMBER

    def _name(self, row: Placed, life: Life, name: str, headings_at: float) -> str:
        size, end = _text_size(row), MARGIN + self.frame.labels - 8
        y = row.middle + size * 0.36
        shown = fitted(name, end - MARGIN - 8, size, bold=True)
        parts = [label(MARGIN + 8, y, shown, font_size=size, font_weight=600, **coloured("ink"))]
        if life.article.heading and end - headings_at > _LEAST_OF_A_HEADING:
            words = fitted(life.article.heading, end - headings_at, size)
            parts.append(label(headings_at, y, words, font_size=size, **coloured("faint")))
        return element("g", tooltip(life.article.printed_heading or name), *parts)

    def _stretch(self, row: Placed, stretch: Stretch) -> str:
        x = self.frame.scale.x(stretch.begin)
        width = self.frame.scale.x(stretch.end) - x
        if stretch.known:  # also a moment is seen: an edition of which only the year is known
            width = max(width, min(_SLIVER, self.frame.right - x))
        height = row.height * 0.58
        place = {"x": x, "y": row.middle - height / 2, "width": width, "height": height}
        solid = ""
        if stretch.shade is not None:
            paler = None if stretch.known else PRESUMED
            solid = element(
                "rect", **place, **coloured(f"shade-{stretch.shade}"), fill_opacity=paler
            )
        return solid if stretch.known else solid + element("rect", **place, fill=f"url(#{HATCH})")

    def _sign(self, row: Placed, x: float, change: ArticleChange, where: str) -> str:
        detail = self.captions.detail.format(
            kind=self.captions.kinds[change.kind],
            came=change.words.came,
            went=change.words.went,
            kept=change.words.kept,
        )
        sign = mark(change.kind, x, row.middle, min(10.0, row.height * 0.6))
        return element("g", tooltip(f"{where}: {detail}"), sign)


def _text_size(row: Placed) -> float:
    return min(_LARGEST_TEXT, row.height - 3)


def _band(row: Placed, band: Band) -> str:
    x = MARGIN + 6 + band.depth * _INDENT
    return label(
        x,
        row.top + row.height - 5,
        fitted(band.heading, WIDTH - MARGIN - x, _BAND_TEXT, bold=True),
        font_size=_BAND_TEXT,
        font_weight=600,
        **coloured("ink"),
    )
