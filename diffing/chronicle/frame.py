"""The frame of the chronicle: its columns, and which day lies where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from diffing.chronicle.chronicle import Chronicle
from diffing.chronicle.look import coloured
from diffing.drawing.scale import Scale
from diffing.drawing.svg import element, label

NARROWEST = 1180.0
MARGIN = 8.0
LABELS = 270.0
BETWEEN = 17.0
"""So far apart are the labels of two events, at least."""
OVERHANG = 140.0
"""How far a tilted label reaches to the right of its foot."""
SIZE = 12.0
_AFTER = 0.02
_FOOT = 22.0


@dataclass(frozen=True)
class Frame:
    """The stretch of time along the line, and the name of the drawing."""

    scale: Scale
    name: str
    width: float
    beside: bool
    """Whether rows are named in a column beside them; else over their bars."""

    @classmethod
    def of(cls, chronicle: Chronicle, name: str, *, beside: bool) -> Frame:
        """The frame with room for every day, from the first of its year on, and every label."""
        first, last = chronicle.days
        begin = date(first.year, 1, 1)
        end = last + max(timedelta(days=60), (last - begin) * _AFTER)
        left = MARGIN + (LABELS if beside else 0.0)
        room = left + BETWEEN * len(chronicle.events) + OVERHANG
        width = max(NARROWEST if beside else NARROWEST - LABELS, room)
        return cls(Scale(begin, end, left, width - MARGIN), name, width, beside)

    def x(self, day: date) -> float:
        """Where a day lies."""
        return self.scale.x(day)

    @property
    def left(self) -> float:
        """Where time begins."""
        return self.scale.left

    @property
    def right(self) -> float:
        """Where time ends."""
        return self.scale.right


def years(frame: Frame, top: float, bottom: float) -> Iterator[str]:
    """A line for each year that is named, and its number beneath."""
    for day in frame.scale.years():
        x = frame.x(day)
        yield element("path", d=f"M{x:.1f},{top:.1f}V{bottom:.1f}", **coloured("grid"))
        yield label(
            x,
            bottom + 15,
            str(day.year),
            font_size=SIZE - 1,
            text_anchor="middle",
            **coloured("faint"),
        )


def today_line(frame: Frame, today: date, words: str, top: float, bottom: float) -> str:
    """The line of today, with its word at the foot."""
    x = frame.x(today)
    line = element(
        "path",
        d=f"M{x:.1f},{top:.1f}V{bottom + _FOOT - 3:.1f}",
        stroke_width=1.5,
        stroke_dasharray="5 3",
        **coloured("today"),
    )
    word = label(
        x,
        bottom + _FOOT + 10,
        words,
        font_size=SIZE - 1,
        font_weight=600,
        text_anchor="end",
        **coloured("ink"),
    )
    return line + word
