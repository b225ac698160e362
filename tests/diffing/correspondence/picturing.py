"""Pictures of small correspondences, read back as XML."""

from __future__ import annotations

from typing import Any

from lxml import etree

from corpus.law import Edition
from diffing.correspondence.bands import (
    WIDE,
    BandCaptions,
    Bands,
    Mark,
    Measure,
    Name,
    Shape,
    bands_of,
    draw_bands,
    standalone,
)
from diffing.correspondence.relation import Relation, Route
from diffing.correspondence.selection import Selection
from tests.diffing.correspondence.making import align

CAPTIONS = BandCaptions(
    relations={one: str(one) for one in Relation},
    routes={one: str(one) for one in Route},
    pair="{relation}: {old} → {new}",
    alone="{relation}: {rule}",
    similar="score {score}",
    decimal=",",
    unsure="not sure",
    sample="SAMPLE",
    note="How it is read.",
)
SVG = "{http://www.w3.org/2000/svg}"


def naming(mark: Mark) -> Name:
    return Name(mark.ngr, mark.key)


def bands(old: Edition, new: Edition) -> Bands:
    return bands_of(align(old, new), [Selection(old)], [Selection(new)])


def drawn(
    found: Bands, shape: Shape = WIDE, measure: Measure = Measure.PROVISIONS, *, linked: bool = True
) -> Any:
    """The drawing's root element."""
    picture = draw_bands(
        found,
        ("Left", "Right"),
        CAPTIONS,
        naming,
        name="x",
        shape=shape,
        measure=measure,
        link=(lambda band: f"/pair/{band.number}") if linked else None,
    )
    return etree.fromstring(f'<svg xmlns="{SVG[1:-1]}">{picture.body}</svg>')


def document(found: Bands, *, sample: bool = False) -> Any:
    written = standalone(found, ("Left", "Right"), CAPTIONS, naming, sample=sample)
    return etree.fromstring(written.encode())


def classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()
