"""Colours and shapes of the picture.

Colours stand as attributes, so that a viewer without style sheets shows the light picture; the
style sheet only changes them for a dark surface. The shades grow steadily darker (on a dark surface
brighter), so they stay in order in grey and for whoever does not tell red from green.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from diffing.classify import ChangeKind
from diffing.drawing.svg import element

HATCH = "nusqa-unknown"
PRESUMED = 0.45
"""How strong a bar is under the hatching: on a full one it would not be seen."""

# name: attribute, on a light surface, on a dark one
_COLOURS: Mapping[str, tuple[str, str, str]] = {
    "page": ("fill", "#ffffff", "#14171c"),
    "ink": ("fill", "#1b1f24", "#e6e9ee"),
    "faint": ("fill", "#5b6470", "#a2abb8"),
    "warn": ("fill", "#b3261e", "#ff9a8f"),
    "band": ("fill", "#eef1f5", "#1f252d"),
    "stripe": ("fill", "#f8f9fb", "#181c22"),
    "line": ("stroke", "#d5dae1", "#313944"),
    "held": ("stroke", "#8d97a5", "#6c7684"),
    "gone": ("stroke", "#b3261e", "#ff9a8f"),
    "shade-0": ("fill", "#c3cfdd", "#465262"),
    "shade-1": ("fill", "#fee08f", "#6b4a12"),
    "shade-2": ("fill", "#fdbb4a", "#93610f"),
    "shade-3": ("fill", "#f58a1f", "#c07d12"),
    "shade-4": ("fill", "#cc5a08", "#e9a02e"),
    "shade-5": ("fill", "#8a2f04", "#ffd58a"),
    "hatch": ("stroke", "#98a2b0", "#6c7684"),
    "tick": ("stroke", "#1b1f24", "#f4f6f8"),
    "come": ("fill", "#0b6e4f", "#5fd3a8"),
}


def coloured(name: str) -> dict[str, str]:
    """The class and the light colour of something, as attributes."""
    attribute, light, _dark = _COLOURS[name]
    return {"class_": f"nq-{name}", attribute: light}


def style() -> str:
    """The style sheet: the colours on a dark surface."""
    rules = "".join(
        f".nq-{name}{{{attribute}:{dark}}}" for name, (attribute, _, dark) in _COLOURS.items()
    )
    return element("style", f"@media (prefers-color-scheme: dark){{{rules}}}")


def hatching() -> str:
    """The pattern of what is not known."""
    stroke = element("path", d="M-1,1l2,-2M0,6l6,-6M5,7l2,-2", stroke_width=1, **coloured("hatch"))
    return element(
        "defs",
        element("pattern", stroke, id=HATCH, width=6, height=6, patternUnits="userSpaceOnUse"),
    )


def mark(kind: ChangeKind, x: float, y: float, size: float) -> str:
    """The sign of a change, at the middle of a row so high."""
    half = size / 2
    return _SHAPES[kind](x, y, half)


def _triangle(x: float, y: float, half: float) -> str:
    path = f"M{x - half:.1f},{y - half:.1f}V{y + half:.1f}L{x + half:.1f},{y:.1f}Z"
    return element("path", d=path, **coloured("come"))


def _tick(x: float, y: float, half: float) -> str:
    return element(
        "path",
        d=f"M{x:.1f},{y - half - 1:.1f}V{y + half + 1:.1f}",
        stroke_width=1.6,
        **coloured("tick"),
    )


def _cross(x: float, y: float, half: float) -> str:
    arm = half * 0.85
    path = (
        f"M{x - arm:.1f},{y - arm:.1f}L{x + arm:.1f},{y + arm:.1f}"
        f"M{x - arm:.1f},{y + arm:.1f}L{x + arm:.1f},{y - arm:.1f}"
    )
    return element("path", d=path, stroke_width=1.8, **coloured("gone"))


def _diamond(x: float, y: float, half: float) -> str:
    return element("path", d=_rhomb(x, y, half), **coloured("come"))


def _hollow(x: float, y: float, half: float) -> str:
    path = _rhomb(x, y, half * 0.8)
    inside = element("path", d=path, **coloured("page"))
    return inside + element("path", d=path, fill="none", stroke_width=1.2, **coloured("tick"))


def _rhomb(x: float, y: float, arm: float) -> str:
    return f"M{x:.1f},{y - arm:.1f}l{arm:.1f},{arm:.1f}l{-arm:.1f},{arm:.1f}l{-arm:.1f},{-arm:.1f}Z"


def _dot(x: float, y: float, half: float) -> str:
    radius = max(1.4, half * 0.42)
    inside = element("circle", cx=x, cy=y, r=radius, **coloured("page"))
    return inside + element(
        "circle", cx=x, cy=y, r=radius, fill="none", stroke_width=1, **coloured("tick")
    )


def known_not_held(x: float, y: float) -> str:
    """The sign of an edition that is known and not held."""
    inside = element("circle", cx=x, cy=y, r=2.8, **coloured("page"))
    return inside + element(
        "circle", cx=x, cy=y, r=2.8, fill="none", stroke_width=1.2, **coloured("held")
    )


_SHAPES: Mapping[ChangeKind, Callable[[float, float, float], str]] = {
    ChangeKind.ADDED: _triangle,
    ChangeKind.AMENDED: _tick,
    ChangeKind.RESTATED: _tick,
    ChangeKind.SPLIT: _tick,
    ChangeKind.MERGED: _tick,
    ChangeKind.REPEALED: _cross,
    ChangeKind.RESTORED: _diamond,
    ChangeKind.TECHNICAL: _dot,
    ChangeKind.RENUMBERED: _hollow,
    ChangeKind.MOVED: _hollow,
}
