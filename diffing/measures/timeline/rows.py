"""The rows of the picture: the act's articles in order, under the headings of their divisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.law import Article, Edition
from diffing.measures.lives import Life
from diffing.measures.timeline.captions import Captions

BAND_HEIGHT = 17.0

# Up to so many rows: so high each.
_HEIGHTS = ((12, 26.0), (40, 19.0), (90, 15.0))
_LOWEST = 12.0


@dataclass(frozen=True)
class Band:
    """A division's heading over its articles; `depth` is 0 for the outermost."""

    heading: str
    depth: int


@dataclass(frozen=True)
class Placed:
    """A band or an article, and where it begins and how high it is."""

    item: Band | Life
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


def rows(lives: Sequence[Life], editions: Iterable[Edition], top: float) -> list[Placed]:
    """All rows from a height downwards, each below the one before."""
    headings = {
        division.key: division.printed_heading
        for edition in editions
        for division in edition.divisions
    }
    height = next((height for most, height in _HEIGHTS if len(lives) <= most), _LOWEST)
    placed: list[Placed] = []
    around: tuple[str, ...] = ()
    for life in lives:
        divisions = life.article.divisions
        for depth, key in enumerate(divisions):
            if divisions[: depth + 1] != around[: depth + 1]:
                placed.append(Placed(Band(headings.get(key, key), depth), top, BAND_HEIGHT))
                top += BAND_HEIGHT
        around = divisions
        placed.append(Placed(life, top, height))
        top += height
    return placed


def number(article: Article, captions: Captions) -> str:
    """What a row is called: the article's number, or what it is."""
    return article.number or captions.kind_names.get(article.kind, article.key)
