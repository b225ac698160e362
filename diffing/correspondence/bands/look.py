"""How the picture looks: each relation has a colour and a pattern, so that neither tells it alone.

Everything has a class and a colour of its own. In a page the page's sheet gives the classes the
colours of its scheme; a picture that stands alone keeps its own, for paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diffing.correspondence.relation import Relation
from diffing.drawing.svg import element

INK, FAINT, PAGE = "#1d2329", "#55606b", "#ffffff"


@dataclass(frozen=True)
class Look:
    """A relation's colour, how strong the band is filled, and the figure of its pattern."""

    colour: str
    strength: float
    figure: str | None = None
    dashes: str | None = None


LOOKS: Mapping[Relation, Look] = {
    Relation.IDENTICAL: Look("#55606b", 0.45),
    Relation.EDITED: Look("#17507a", 0.34),
    Relation.SPLIT: Look("#8a5a00", 0.14, "M-2,2l4,-4M0,8l8,-8M6,10l4,-4"),
    Relation.MERGED: Look("#8a5a00", 0.14, "M-2,6l4,4M0,0l8,8M6,-2l4,4"),
    Relation.MOVED: Look("#54398a", 0.16, "M0,2h8M0,6h8"),
    Relation.POSSIBLE: Look("#55606b", 0.07, dashes="4 3"),
    Relation.NEW: Look("#175c2c", 0.3),
    Relation.DROPPED: Look("#8f1d1d", 0.3),
}
UNSURE = "3 3"


def pattern(name: str, relation: Relation) -> str:
    """The address of a relation's pattern in a drawing of that name."""
    return f"{name}-{relation}"


def patterns(name: str) -> str:
    """The patterns, as definitions."""
    return element("defs", *_patterns(name))


def _patterns(name: str) -> Iterator[str]:
    for relation, look in LOOKS.items():
        if look.figure is not None:
            figure = element(
                "path", d=look.figure, fill="none", stroke_width=1.6, **stroke(relation)
            )
            yield element(
                "pattern",
                figure,
                id=pattern(name, relation),
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
            )


def stroke(relation: Relation) -> dict[str, str]:
    """The class and the colour of a relation's lines, as attributes."""
    return {"class_": f"nq-line nq-line-{relation}", "stroke": LOOKS[relation].colour}


def fill(relation: Relation) -> dict[str, str]:
    """The class and the colour of a relation's surfaces, as attributes."""
    return {"class_": f"nq-fill nq-fill-{relation}", "fill": LOOKS[relation].colour}


def ink(name: str = "ink") -> dict[str, str]:
    """The class and the colour of words: `ink` or `faint`."""
    return {"class_": f"nq-{name}", "fill": INK if name == "ink" else FAINT}
