"""Events along the line: a sign on its day, and a tilted label that never lies on another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diffing.chronicle.captions import ChronicleCaptions
from diffing.chronicle.chronicle import Event, EventKind
from diffing.chronicle.frame import BETWEEN, OVERHANG, SIZE, Frame
from diffing.chronicle.look import coloured
from diffing.drawing.scale import apart
from diffing.drawing.svg import element, fitted, label, text_width, tooltip

_TILT = -52
_LONGEST = 230.0
_LEADER = 34.0
_RISE = 0.79
"""The sine of the tilt: how high a label of length 1 rises."""
_SIGN = 5.0


def room_for(events: Sequence[Event], captions: ChronicleCaptions) -> float:
    """How high the labels rise above the line of signs."""
    longest = max(
        (min(_LONGEST, text_width(captions.event(one), SIZE - 1)) for one in events), default=0.0
    )
    return longest * _RISE + _LEADER + 14


def event_row(
    events: Sequence[Event],
    frame: Frame,
    base: float,
    captions: ChronicleCaptions,
    address: Callable[[Event], str | None],
) -> list[str]:
    """The events in time order: a point on the line, above it the sign and the label of each."""
    wanted = [frame.x(event.day) for event in events]
    places = apart(wanted, BETWEEN, frame.left, frame.right - OVERHANG)
    line = f"M{frame.left:.1f},{base:.1f}H{frame.right:.1f}"
    parts = [element("path", d=line, **coloured("edge"))]
    foot = base - _LEADER
    for event, x, at in zip(events, wanted, places, strict=True):
        leader = element(
            "path",
            d=f"M{at:.1f},{foot + 7:.1f}v3L{x:.1f},{base - 7:.1f}V{base:.1f}",
            fill="none",
            **coloured("hatch"),
        ) + element("circle", cx=x, cy=base, r=2, **coloured("event"))
        words = label(
            0,
            0,
            fitted(captions.event(event), _LONGEST, SIZE - 1),
            font_size=SIZE - 1,
            transform=f"translate({at + 4:.1f},{foot - 8:.1f}) rotate({_TILT})",
            **coloured("ink"),
        )
        content = (tooltip(captions.told(event)), leader, _sign(event.kind, at, foot), words)
        where = address(event)
        if where is None:
            parts.append(element("g", *content, class_="nc-mark"))
        else:
            parts.append(element("a", *content, class_="nc-mark", href=where))
    return parts


def sign(kind: EventKind) -> str:
    """The sign of a kind of event, around a point at the left of a line of 12."""
    return _sign(kind, 6, 6)


def _sign(kind: EventKind, x: float, y: float) -> str:
    s = _SIGN
    if kind is EventKind.REPEALED:
        path = f"M{x - s:.1f},{y - s:.1f}l{2 * s},{2 * s}M{x - s:.1f},{y + s:.1f}l{2 * s},{-2 * s}"
        return element("path", d=path, stroke_width=2, **coloured("gone"))
    if kind is EventKind.ADOPTED:
        return element("path", d=f"M{x:.1f},{y - s:.1f}l{s},{2 * s}h{-2 * s}Z", **coloured("event"))
    if kind is EventKind.COMING:
        path = f"M{x:.1f},{y - s:.1f}l{s},{s}l{-s},{s}l{-s},{-s}Z"
        return element("path", d=path, stroke="#1d2329", **coloured("hollow"))
    return element("circle", cx=x, cy=y, r=s - 1, **coloured("event"))
