"""What the picture's colours and signs mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from diffing.classify import ChangeKind
from diffing.drawing.svg import element, label, text_width
from diffing.measures.timeline.captions import Captions
from diffing.measures.timeline.frame import MARGIN, WIDTH
from diffing.measures.timeline.look import HATCH, PRESUMED, coloured, known_not_held, mark

LINE = 18.0
_SIZE = 10.5
_SWATCH, _SIGN = 22.0, 12.0
_AFTER_SIGN, _AFTER_WORDS = 5.0, 16.0
_SHARES = ("< 10 %", "10–25 %", "25–50 %", "50–75 %", "≥ 75 %")
_SIGNS = (
    (ChangeKind.ADDED,),
    (ChangeKind.AMENDED, ChangeKind.RESTATED, ChangeKind.SPLIT, ChangeKind.MERGED),
    (ChangeKind.REPEALED,),
    (ChangeKind.RESTORED,),
    (ChangeKind.TECHNICAL,),
    (ChangeKind.RENUMBERED, ChangeKind.MOVED),
)
"""The kinds of change that share a sign."""

Sign = Callable[[float, float], str]
"""Draws itself from a place to the right, at a height of its middle."""


def legend(captions: Captions, y: float) -> tuple[list[str], float]:
    """The legend from a height down, in as many lines as it needs; and the height below it."""
    line = _Line(y)
    line.add(_swatch(0), _SWATCH, captions.first)
    line.add(lambda _x, _y: "", -_AFTER_SIGN, captions.shades)
    for shade, share in enumerate(_SHARES, 1):
        line.add(_swatch(shade), _SWATCH, share)
    line.new()
    for kinds in _SIGNS:
        line.add(_mark(kinds[0]), _SIGN, ", ".join(captions.kinds[kind] for kind in kinds))
    line.add(_hatched(None), _SWATCH, captions.unknown)
    line.add(_hatched(0), _SWATCH, captions.presumed)
    line.add(lambda x, y: known_not_held(x + _SIGN / 2, y), _SIGN, captions.missing)
    return line.parts, line.y + LINE


@dataclass
class _Line:
    """Signs with their words beside each other; a new line where there is no room left."""

    y: float
    x: float = MARGIN
    parts: list[str] = field(default_factory=list)

    def add(self, sign: Sign, width: float, words: str) -> None:
        """One sign and what it means."""
        after = self.x + width + _AFTER_SIGN + text_width(words, _SIZE)
        if after > WIDTH - MARGIN and self.x > MARGIN:
            self.new()
            after = self.x + width + _AFTER_SIGN + text_width(words, _SIZE)
        self.parts.append(sign(self.x, self.y - 4))
        at = self.x + width + _AFTER_SIGN
        self.parts.append(label(at, self.y, words, font_size=_SIZE, **coloured("ink")))
        self.x = after + _AFTER_WORDS

    def new(self) -> None:
        """Go on below."""
        self.x, self.y = MARGIN, self.y + LINE


def _mark(kind: ChangeKind) -> Sign:
    return lambda x, y: mark(kind, x + _SIGN / 2, y, 9)


def _swatch(shade: int, opacity: float | None = None) -> Sign:
    return lambda x, y: element(
        "rect",
        x=x,
        y=y - 4.5,
        width=_SWATCH,
        height=9,
        fill_opacity=opacity,
        **coloured(f"shade-{shade}"),
    )


def _hatched(shade: int | None) -> Sign:
    def draw(x: float, y: float) -> str:
        over = element("rect", x=x, y=y - 4.5, width=_SWATCH, height=9, fill=f"url(#{HATCH})")
        return over if shade is None else _swatch(shade, PRESUMED)(x, y) + over

    return draw
