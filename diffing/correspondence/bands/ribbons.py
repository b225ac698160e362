"""The shapes of bands: a ribbon between two bars, a stub with a sign for what has no partner."""

from __future__ import annotations

from collections.abc import Sequence

from diffing.correspondence.bands.bands import Band
from diffing.correspondence.bands.layout import Strip
from diffing.correspondence.bands.look import LOOKS, UNSURE, fill, pattern, stroke
from diffing.correspondence.bands.shape import Shape
from diffing.drawing.svg import element

_STUB = 0.16
"""How far what has no partner reaches towards the other side, as a share of the way."""
_SIGN = 3.2
_SMALL_STRENGTH = 1.8


def ribbon(band: Band, strips: Sequence[Strip], shape: Shape, name: str) -> str:
    """A band of the drawing of that name."""
    path = "".join(_outline(strip, shape) for strip in strips)
    look = LOOKS[band.relation]
    if not shape.has_labels:  # too small for lines and patterns
        strength = _SMALL_STRENGTH * look.strength
        return element("path", d=path, fill_opacity=strength, **fill(band.relation))
    dashes = look.dashes or (None if band.sure else UNSURE)
    parts = [element("path", d=path, fill_opacity=look.strength, **fill(band.relation))]
    if look.figure is not None:
        parts.append(
            element("path", d=path, fill=f"url(#{pattern(name, band.relation)})", stroke="none")
        )
    parts.append(
        element("path", d=path, fill="none", stroke_dasharray=dashes, **stroke(band.relation))
    )
    if not (band.old and band.new):
        signs = "".join(_sign(strip, shape) for strip in strips)
        parts.append(
            element("path", d=signs, fill="none", stroke_width=1.8, **stroke(band.relation))
        )
    return "".join(parts)


def _outline(strip: Strip, shape: Shape) -> str:
    left, right = shape.left_bar + shape.bar, shape.right_bar
    if strip.left and strip.right:
        (a, b), (c, d), middle = strip.left, strip.right, (left + right) / 2
        return (
            f"M{left:.1f},{a:.1f}C{middle:.1f},{a:.1f} {middle:.1f},{c:.1f} {right:.1f},{c:.1f}"
            f"V{d:.1f}C{middle:.1f},{d:.1f} {middle:.1f},{b:.1f} {left:.1f},{b:.1f}Z"
        )
    reach = (right - left) * _STUB
    top, bottom = strip.left or strip.right or (0.0, 0.0)
    half = (top + bottom) / 2
    if strip.left:
        return f"M{left:.1f},{top:.1f}h{reach:.1f}V{bottom:.1f}H{left:.1f}Z"
    point = min(reach / 3, (bottom - top) / 2)
    return (
        f"M{right:.1f},{top:.1f}h{point - reach:.1f}L{right - reach:.1f},{half:.1f}"
        f"L{right - reach + point:.1f},{bottom:.1f}H{right:.1f}Z"
    )


def _sign(strip: Strip, shape: Shape) -> str:
    """A plus for what is new, a cross for what is dropped."""
    left, right = shape.left_bar + shape.bar, shape.right_bar
    reach = (right - left) * _STUB
    top, bottom = strip.left or strip.right or (0.0, 0.0)
    y, arm = (top + bottom) / 2, min(_SIGN, (bottom - top) / 2)
    if strip.left:
        x = left + reach / 2
        return (
            f"M{x - arm:.1f},{y - arm:.1f}l{2 * arm:.1f},{2 * arm:.1f}"
            f"M{x - arm:.1f},{y + arm:.1f}l{2 * arm:.1f},{-2 * arm:.1f}"
        )
    x = right - reach / 2
    return f"M{x - arm:.1f},{y:.1f}h{2 * arm:.1f}M{x:.1f},{y - arm:.1f}v{2 * arm:.1f}"
