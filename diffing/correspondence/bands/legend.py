"""What the bands' colours and patterns mean, with how many there are of each."""

from __future__ import annotations

from collections.abc import Mapping

from diffing.correspondence.bands.captions import BandCaptions
from diffing.correspondence.bands.look import LOOKS, fill, ink, pattern, stroke
from diffing.correspondence.bands.shape import WIDE
from diffing.correspondence.relation import Relation
from diffing.drawing.svg import element, label, text_width

_SIZE, _LINE = 12.0, 22.0
_SWATCH, _HEIGHT = 30.0, 12.0
_AFTER_SWATCH, _AFTER_WORDS = 6.0, 20.0


def legend(
    counts: Mapping[Relation, int], captions: BandCaptions, width: float, y: float
) -> tuple[list[str], float]:
    """The legend from a height down, in as many lines as it needs; and the height below it."""
    x, parts = WIDE.margin, []
    for relation in Relation:
        words = f"{captions.relations[relation]}: {counts[relation]}"
        room = _SWATCH + _AFTER_SWATCH + text_width(words, _SIZE)
        if x + room > width - WIDE.margin and x > WIDE.margin:
            x, y = WIDE.margin, y + _LINE
        parts.append(element("g", swatch(relation, "nq"), transform=f"translate({x:.1f},{y - 10})"))
        at = x + _SWATCH + _AFTER_SWATCH
        parts.append(label(at, y, words, font_size=_SIZE, **ink()))
        x += room + _AFTER_WORDS
    return parts, y + _LINE / 2


def swatch(relation: Relation, name: str) -> str:
    """A piece of a band, with the sign of what has no partner."""
    look = LOOKS[relation]
    size = {"x": 0.5, "y": 0.5, "width": _SWATCH - 1, "height": _HEIGHT - 1}
    parts = [element("rect", fill_opacity=look.strength, **size, **fill(relation))]
    if look.figure is not None:
        parts.append(element("rect", fill=f"url(#{pattern(name, relation)})", **size))
    parts.append(
        element("rect", fill="none", stroke_dasharray=look.dashes, **size, **stroke(relation))
    )
    if relation in _SIGNS:
        parts.append(
            element("path", d=_SIGNS[relation], fill="none", stroke_width=1.8, **stroke(relation))
        )
    return "".join(parts)


_SIGNS = {Relation.NEW: "M11,6h8M15,2v8", Relation.DROPPED: "M12,3l6,6M12,9l6,-6"}
