"""Acts as bars: filled for the days whose text is held, hollow for the rest; editions as ticks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.law import Precision
from diffing.chronicle.captions import ChronicleCaptions
from diffing.chronicle.chronicle import ActLife, Beginning, EditionMark, Ending, Stretch
from diffing.chronicle.frame import LABELS, MARGIN, SIZE, Frame
from diffing.chronicle.look import HATCH, coloured
from diffing.drawing.svg import element, fitted, label, text_width, tooltip, wrapped

ROW = 52.0
_LINE = 14.5
_BAR = 14.0
_TICK = 6.0
_LEAST = 2.0
_LONGEST = 300.0


class ActRows:
    """Draws acts; the addresses are None in a picture that stands alone."""

    def __init__(
        self,
        frame: Frame,
        captions: ChronicleCaptions,
        act_address: Callable[[ActLife], str | None],
        edition_address: Callable[[ActLife, EditionMark | Stretch], str | None],
    ) -> None:
        self._frame, self._captions = frame, captions
        self._act_address, self._edition_address = act_address, edition_address

    def draw(self, act: ActLife, top: float) -> str:
        """A row from a height down."""
        middle = top + ROW / 2 - 6 * self._frame.beside
        return element(
            "g",
            self._linked(self._act_address(act), self._words(act, top), told(act, self._captions)),
            self._bar(act, middle),
            *self._held(act, middle),
            *(self._tick(act, edition, middle) for edition in act.editions),
        )

    def _over(self, act: ActLife, top: float) -> str:
        """One line over the bar, as near to its beginning as there is room."""
        words = f"{self._captions.act(act)} · {act.title}"
        shown = fitted(words, _LONGEST, SIZE - 1)
        most = self._frame.right - text_width(shown, SIZE - 1)
        x = max(self._frame.left, min(self._frame.x(act.begin), most))
        return label(x, top + 8, shown, font_size=SIZE - 1, **coloured("ink"))

    def _words(self, act: ActLife, top: float) -> str:
        if not self._frame.beside:
            return self._over(act, top)
        lines = wrapped(act.title, LABELS - 16, SIZE - 0.5, 2, bold=True)
        parts = [
            label(
                MARGIN,
                top + 13 + _LINE * row,
                line,
                font_size=SIZE - 0.5,
                font_weight=600,
                **coloured("ink"),
            )
            for row, line in enumerate(lines)
        ]
        about = fitted(self._captions.act(act), LABELS - 16, SIZE - 1)
        y = top + 13 + _LINE * len(lines)
        return "".join(parts) + label(MARGIN, y, about, font_size=SIZE - 1, **coloured("faint"))

    def _bar(self, act: ActLife, middle: float) -> str:
        """The days of the act: an edge where a day is known, open and dashed where it is not."""
        begin = self._frame.x(act.begin)
        end = self._frame.x(act.end) if act.end else self._frame.right
        top, bottom = middle - _BAR / 2, middle + _BAR / 2
        ground = element(
            "rect",
            x=begin,
            y=top,
            width=max(_LEAST, end - begin),
            height=_BAR,
            **coloured("bare"),
        )
        unknown = ""
        if act.ending is Ending.UNKNOWN:
            unknown = element(
                "rect",
                x=begin,
                y=top,
                width=max(_LEAST, end - begin),
                height=_BAR,
                fill=f"url(#{self._frame.name}-{HATCH})",
            )
        sides = element(
            "path",
            d=f"M{begin:.1f},{top:.1f}H{end:.1f}M{begin:.1f},{bottom:.1f}H{end:.1f}",
            **coloured("edge"),
        )
        return (
            ground
            + unknown
            + sides
            + self._edge(begin, middle, known=act.beginning is Beginning.IN_FORCE)
            + (self._edge(end, middle, known=True) if act.ending is Ending.DAY else "")
        )

    def _edge(self, x: float, middle: float, *, known: bool) -> str:
        reach = _BAR / 2 + 3
        return element(
            "path",
            d=f"M{x:.1f},{middle - reach:.1f}V{middle + reach:.1f}",
            stroke_width=2 if known else 1.2,
            stroke_dasharray=None if known else "2 2",
            **coloured("edge"),
        )

    def _held(self, act: ActLife, middle: float) -> Iterator[str]:
        for one in act.held:
            begin = self._frame.x(one.begin)
            end = self._frame.x(one.end) if one.end else self._frame.right
            bar = element(
                "rect",
                x=begin,
                y=middle - _BAR / 2,
                width=max(_LEAST, end - begin),
                height=_BAR,
                **coloured("held"),
            )
            days = self._captions.span.format(
                begin=self._begins(one),
                end=self._captions.day(one.end) if one.end else "…",
            )
            text = f"{self._captions.held} {self._captions.label(one.label)}"
            words = f"{act.title}: {text} ({one.language}), {days}"
            yield self._linked(self._edition_address(act, one), bar, words)

    def _begins(self, held: Stretch) -> str:
        """The first day of a text; a label that is a year tells none."""
        if held.label.precision is Precision.YEAR:
            return self._captions.some_day.format(year=held.label)
        return self._captions.day(held.begin)

    def _tick(self, act: ActLife, edition: EditionMark, middle: float) -> str:
        x, y = self._frame.x(edition.day), middle + _BAR / 2 + 5
        held = edition.language is not None
        path = f"M{x:.1f},{y - 2:.1f}l{_TICK / 2},{_TICK}h{-_TICK}Z"
        mark = element(
            "path",
            d=path,
            stroke_width=1,
            stroke="#1d2329",
            **(coloured("tick") if held else coloured("hollow")),
        )
        said = self._captions.edition if held else self._captions.missing
        words = f"{act.title}: {said} {self._captions.label(edition.label)}"
        return self._linked(self._edition_address(act, edition), mark, words)

    @staticmethod
    def _linked(address: str | None, content: str, words: str) -> str:
        if address is None:
            return element("g", tooltip(words), content, class_="nc-mark")
        return element("a", tooltip(words), content, class_="nc-mark", href=address)


def told(act: ActLife, captions: ChronicleCaptions) -> str:
    """An act in one line: its title, and its days as far as they are known."""
    begin = captions.beginnings[act.beginning].format(day=captions.day(act.begin))
    end = captions.endings[act.ending]
    if act.end is not None:
        end = end.format(day=captions.day(act.end))
    held = "" if act.is_held else f"; {captions.no_text}"
    return f"{act.title}: {captions.span.format(begin=begin, end=end)}{held}"
