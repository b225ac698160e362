"""A band in words: what it is, between which provisions, how alike, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence

from diffing.correspondence.bands.bands import Band, Bands, Mark
from diffing.correspondence.bands.captions import BandCaptions, Naming

_MOST_NAMED = 6


def told(band: Band, bands: Bands, captions: BandCaptions, naming: Naming) -> str:
    """One line about a band."""
    old = listed([bands.old[index] for index in band.old], naming)
    new = listed([bands.new[index] for index in band.new], naming)
    relation = captions.relations[band.relation]
    if old and new:
        parts = [captions.pair.format(relation=relation, old=old, new=new)]
    else:
        parts = [captions.alone.format(relation=relation, rule=old or new)]
        if not band.sure:
            parts.append(captions.unsure)
    if band.score is not None:
        score = f"{band.score:.2f}".replace(".", captions.decimal)
        parts.append(captions.similar.format(score=score))
    if band.route is not None:
        parts.append(captions.routes[band.route])
    return "; ".join(parts)


def listed(marks: Sequence[Mark], naming: Naming) -> str:
    """Provisions by name: those of one text under its name once."""
    parts: list[str] = []
    text = ""
    for mark in marks[:_MOST_NAMED]:
        name = naming(mark)
        parts.append(name.place if name.text == text and name.place else name.whole)
        text = name.text
    return ", ".join(parts) + (" …" if len(marks) > _MOST_NAMED else "")
