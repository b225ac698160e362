"""In which breadth the picture is drawn: with the first words, with numbers only, or as a sign."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """Lengths of a drawing, in its own units.

    `label` is the room for what a provision is called, 0 for none; `openings` says whether its
    first words stand beside that. `pitch` is the height of a provision.
    """

    width: float
    label: float
    bar: float
    pitch: float
    heading: float
    text: float
    openings: bool = False
    gutter: float = 10.0
    margin: float = 8.0

    @property
    def left_bar(self) -> float:
        """Where the bars of the left side begin."""
        return self.margin + (self.label + self.gutter if self.label else 0.0)

    @property
    def right_bar(self) -> float:
        """Where the bars of the right side begin."""
        return self.width - self.left_bar - self.bar

    @property
    def has_labels(self) -> bool:
        """Whether provisions are named in it."""
        return self.label > 0


WIDE = Shape(1080, 330, 9, 21, 25, 12.5, openings=True)
NARROW = Shape(344, 98, 7, 25, 22, 11.5, gutter=6, margin=2)
THUMBNAIL = Shape(320, 0, 8, 2.6, 3, 0, margin=1)
