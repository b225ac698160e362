"""The phases of the regimes as bands; where an end is not known, hatched as far as it may go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from diffing.chronicle.captions import ChronicleCaptions
from diffing.chronicle.chronicle import Beginning, Chronicle, Ending, PhaseSpan
from diffing.chronicle.frame import SIZE, Frame
from diffing.chronicle.lanes import lanes
from diffing.chronicle.look import HATCH, coloured
from diffing.drawing.svg import element, fitted, label, text_width, tooltip

HEIGHT = 36.0
_LINE = 14.0
_LANE = HEIGHT + 6
_LEAST_WORDS = 22.0


def phase_row(
    chronicle: Chronicle,
    frame: Frame,
    top: float,
    captions: ChronicleCaptions,
    address: Callable[[PhaseSpan], str] | None,
) -> tuple[list[str], float]:
    """The bands from a height down, and the height below them."""
    drawn = [phase for phase in chronicle.phases if phase.begin is not None]
    spans = [(frame.x(_begin(phase)), frame.x(_end(phase, frame))) for phase in drawn]
    taken = lanes(spans, 0)
    regimes = list(dict.fromkeys(phase.regime for phase in chronicle.phases if phase.regime))
    parts = []
    for phase, span, lane in zip(drawn, spans, taken, strict=True):
        colour = f"phase-{1 + regimes.index(phase.regime) % 3}" if phase.regime else "gap"
        content = [
            tooltip(told(phase, captions)),
            *_band(phase, span, top + lane * _LANE, colour, frame),
        ]
        if address is None:
            parts.append(element("g", *content, class_="nc-mark"))
        else:
            parts.append(element("a", *content, class_="nc-mark", href=address(phase)))
    return parts, top + (1 + max(taken, default=0)) * _LANE


def told(phase: PhaseSpan, captions: ChronicleCaptions) -> str:
    """A phase in one line: its title and its days, as far as they are known."""
    name = f"{phase.key}. {phase.title}" if phase.regime else phase.title
    if phase.begin is None:
        return f"{name}: {captions.undated}"
    begin = captions.beginnings[phase.beginning].format(day=captions.day(phase.begin))
    end = captions.endings[phase.ending]
    if phase.end is not None:
        end = end.format(day=captions.day(phase.end))
    return f"{name}: {captions.span.format(begin=begin, end=end)}"


def _begin(phase: PhaseSpan) -> date:
    if phase.begin is None:
        raise ValueError(f"{phase.key} has no day to be drawn at")
    return phase.begin


def _end(phase: PhaseSpan, frame: Frame) -> date:
    return phase.end or phase.until or frame.scale.end


def _band(
    phase: PhaseSpan, span: tuple[float, float], top: float, colour: str, frame: Frame
) -> Iterator[str]:
    begin, end = span
    # A line's breadth less, so that neighbours stay apart.
    width = max(3.0, end - begin - 1.5)
    place = {"x": begin, "y": top, "width": width, "height": HEIGHT, "rx": 2}
    unsure = phase.beginning is not Beginning.IN_FORCE or phase.ending is Ending.UNKNOWN
    yield element("rect", **place, fill_opacity=0.75 if unsure else None, **coloured(colour))
    if unsure:
        yield element("rect", **place, fill=f"url(#{frame.name}-{HATCH})", fill_opacity=0.8)
    room = width - 9
    if room < _LEAST_WORDS:
        yield from _upright(phase, begin + width / 2, top, width)
        return
    names = (phase.key, phase.title) if phase.regime else (phase.title,)
    lines = [
        fitted(names[0], room, SIZE, bold=True),
        *(fitted(name, room, SIZE - 1.5) for name in names[1:]),
    ]
    if unsure:  # the words stand on a plain ground
        broad = max(text_width(line, SIZE, bold=True) for line in lines)
        ground = {"x": begin + 2, "y": top + 3, "width": min(broad + 5, room + 4)}
        yield element("rect", **ground, height=HEIGHT - 6, **coloured(colour))
    for row, line in enumerate(lines):
        yield label(
            begin + 5,
            top + HEIGHT / 2 + SIZE * 0.36 + (row - (len(lines) - 1) / 2) * _LINE,
            line,
            font_size=SIZE - 1.5 * row,
            font_weight=None if row else 600,
            **coloured("on"),
        )


def _upright(phase: PhaseSpan, middle: float, top: float, width: float) -> Iterator[str]:
    """The key of a band that is too narrow for words, along it."""
    size = SIZE - 1.5
    if not phase.regime or width < size or text_width(phase.key, size, bold=True) > HEIGHT - 4:
        return
    yield label(
        0,
        size * 0.36,
        phase.key,
        font_size=size,
        font_weight=600,
        text_anchor="middle",
        transform=f"translate({middle:.1f},{top + HEIGHT / 2:.1f}) rotate(-90)",
        **coloured("on"),
    )
