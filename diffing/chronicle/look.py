"""How the chronicle looks: classes for a page's sheet, and colours of its own for paper."""

from __future__ import annotations

from diffing.drawing.svg import element

PAGE = "#ffffff"

_COLOURS = {
    "ink": ("fill", "#1d2329"),
    "faint": ("fill", "#55606b"),
    "on": ("fill", "#ffffff"),
    "grid": ("stroke", "#d9d3c6"),
    "edge": ("stroke", "#55606b"),
    "today": ("stroke", "#8f1d1d"),
    "phase-1": ("fill", "#6b4700"),
    "phase-2": ("fill", "#54398a"),
    "phase-3": ("fill", "#17405e"),
    "gap": ("fill", "#55606b"),
    "held": ("fill", "#17507a"),
    "bare": ("fill", "#f4f1ea"),
    "tick": ("fill", "#1d2329"),
    "hollow": ("fill", "#ffffff"),
    "gone": ("stroke", "#8f1d1d"),
    "event": ("fill", "#1d2329"),
    "hatch": ("stroke", "#8b8f94"),
}
HATCH = "unknown"


def coloured(name: str) -> dict[str, str]:
    """The class and the colour of something, as attributes."""
    attribute, colour = _COLOURS[name]
    return {"class_": f"nc-{name}", attribute: colour}


def hatching(name: str) -> str:
    """The pattern of what is not known, for a drawing of that name."""
    figure = element(
        "path", d="M-1,1l2,-2M0,6l6,-6M5,7l2,-2", stroke_width=1.2, **coloured("hatch")
    )
    return element(
        "defs",
        element(
            "pattern",
            figure,
            id=f"{name}-{HATCH}",
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
        ),
    )
