"""What the signs of the chronicle mean."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.chronicle.captions import ChronicleCaptions
from diffing.chronicle.chronicle import EventKind
from diffing.chronicle.event_row import sign
from diffing.chronicle.frame import MARGIN, SIZE
from diffing.chronicle.look import HATCH, coloured
from diffing.drawing.svg import element, label, text_width

_LINE, _SIGN, _BETWEEN = 22.0, 30.0, 20.0


def signs(captions: ChronicleCaptions, name: str) -> Iterator[tuple[str, str]]:
    """Each sign, drawn in 30 by 12, and what it means; `name` is that of the drawing."""
    for kind in EventKind:
        yield element("g", sign(kind), transform="translate(9,0)"), captions.kinds[kind]
    box = {"x": 0.5, "y": 0.5, "width": 29, "height": 11}
    yield element("rect", **box, **coloured("held")), captions.held
    yield element("rect", **box, stroke="#55606b", **coloured("bare")), captions.not_held
    yield (
        element("rect", **box, **coloured("bare"))
        + element("rect", **box, fill=f"url(#{name}-{HATCH})"),
        captions.undated,
    )
    tick = "M15,2l4,8h-8Z"
    yield element("path", d=tick, **coloured("tick")), captions.edition
    yield element("path", d=tick, stroke="#1d2329", **coloured("hollow")), captions.missing


def legend(captions: ChronicleCaptions, y: float, width: float) -> tuple[list[str], float]:
    """The legend from a height down, in as many lines as it needs; and the height below it."""
    x, parts = MARGIN, []
    for drawing, words in signs(captions, "nc"):
        room = _SIGN + 6 + text_width(words, SIZE)
        if x + room > width - MARGIN and x > MARGIN:
            x, y = MARGIN, y + _LINE
        parts.append(element("g", drawing, transform=f"translate({x:.1f},{y - 10:.1f})"))
        parts.append(label(x + _SIGN + 6, y, words, font_size=SIZE, **coloured("ink")))
        x += room + _BETWEEN
    return parts, y + _LINE
