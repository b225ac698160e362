"""What stands over and under the picture: which act it is, what is held, how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diffing.drawing.svg import label, wrapped
from diffing.measures.measure import ActMeasures, Place, span
from diffing.measures.timeline.captions import Captions
from diffing.measures.timeline.frame import MARGIN, WIDTH
from diffing.measures.timeline.look import coloured

_ROOM = WIDTH - 2 * MARGIN
_TITLE, _TEXT = 17.0, 11.0
LINE = 16.0


def heading(measures: ActMeasures, title: str, captions: Captions) -> tuple[list[str], float]:
    """The lines over the picture, and the height below them."""
    parts = []
    y = MARGIN + _TITLE
    for line in wrapped(title, _ROOM, _TITLE, 2, bold=True):
        parts.append(label(MARGIN, y, line, font_size=_TITLE, font_weight=600, **coloured("ink")))
        y += _TITLE + 5
    held, y = _lines([" · ".join(_what_is_held(measures, captions))], y, "faint")
    warnings, y = _lines(_warnings(measures, captions), y, "warn")
    return [*parts, *held, *warnings], y


def remarks(measures: ActMeasures, captions: Captions, y: float) -> tuple[list[str], float]:
    """The lines under the picture: how long wordings last, and what time means here."""
    return _lines([_half_life(measures, captions), captions.label_note], y, "faint")


def _lines(texts: Iterable[str], y: float, colour: str) -> tuple[list[str], float]:
    parts = []
    for text in texts:
        for line in wrapped(text, _ROOM, _TEXT, 2):
            parts.append(label(MARGIN, y, line, font_size=_TEXT, **coloured(colour)))
            y += LINE
    return parts, y


def _what_is_held(measures: ActMeasures, captions: Captions) -> Iterator[str]:
    yield measures.ngr
    yield captions.languages[measures.timeline.language]
    yield captions.held.format(count=len(measures.editions))
    if days := span(measures):
        first, last = days
        yield str(first) if first == last else captions.held_span.format(first=first, last=last)
    yield captions.articles.format(count=len(measures.lives))


def _warnings(measures: ActMeasures, captions: Captions) -> Iterator[str]:
    if measures.sample:
        yield captions.sample
    undrawn = [one.edition.label for one in measures.editions if one.place is not Place.SURE]
    if undrawn:
        yield captions.undrawn.format(labels=", ".join(map(str, undrawn)))


def _half_life(measures: ActMeasures, captions: Captions) -> str:
    found = measures.survival
    early, late = found.early.half_life, found.late.half_life
    counts = {"wordings": found.wordings, "censored": found.censored}
    if early is None or late is None:
        return captions.no_half.format(**counts)
    if early == late:
        return captions.half.format(days=early, **counts)
    return captions.half_between.format(early=early, late=late, **counts)
