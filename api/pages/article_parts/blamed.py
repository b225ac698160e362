"""An article's words tinted by age: each run with the number of its origin in the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.pages.article_parts.wording import anchors, block_classes
from api.questions.blame import Blamed, Origin
from corpus.amendments import AmendingAct
from diffing.origins.carrying import Passage

STEPS = 7
"""Tints: 1 for the oldest words of an article, 7 for the newest."""


@dataclass(frozen=True)
class Source:
    """A line of the legend: an origin of words, its number there and its tint."""

    number: int
    step: int
    origin: Origin

    @property
    def acts(self) -> tuple[AmendingAct, ...]:
        """The acts that may have brought the words; several are candidates."""
        found = (AmendingAct(one.date, one.number) for one in self.origin.arrival.amending_acts)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class TintedRun:
    """Words of one origin, and the space behind them.

    `ends` where the words that follow are of another origin, or none follow.
    """

    text: str
    space: str
    source: Source
    ends: bool


Runs = tuple[TintedRun, ...]


@dataclass(frozen=True)
class TintedBlock:
    """A block in runs; a table in rows of cells of runs."""

    classes: str
    anchor: str
    marker: str
    number: Source | None
    """Whence the number is, where the block has one."""
    runs: Runs = ()
    rows: tuple[tuple[Runs, ...], ...] = ()


@dataclass(frozen=True)
class Tinted:
    """An article's wording by age, and the legend, newest first."""

    heading: Runs
    blocks: tuple[TintedBlock, ...]
    legend: tuple[Source, ...]
    coarse: bool

    @property
    def oldest(self) -> Source:
        """The source of the oldest words, which have no number in the text."""
        return self.legend[-1]


def tinted(blamed: Blamed) -> Tinted:
    """A blamed wording as the page shows it."""
    by_label = {one.arrival.edition.label: one for one in blamed.origins}
    steps = _steps(len(blamed.origins))
    newest_first = list(reversed(blamed.origins))
    sources = {
        one.arrival.edition.label: Source(number, steps[-number], one)
        for number, one in enumerate(newest_first, start=1)
    }
    of_version = [sources[label] if label in by_label else None for label in blamed.labels]
    wording = blamed.wording
    passages = list(wording.passages())
    ends = iter(
        place + 1 == len(passages) or passages[place + 1].since != passage.since
        for place, passage in enumerate(passages)
    )

    def runs(own: Sequence[Passage]) -> Runs:
        return tuple(_runs(own, of_version, ends))

    heading = runs(wording.heading)
    ids = anchors([block.label.block("", ()) for block in wording.blocks])
    blocks = tuple(
        TintedBlock(
            block_classes(block.label.block("", ())),
            anchor,
            block.label.marker,
            of_version[block.number_since],
            runs(block.text),
            tuple(tuple(runs(cell) for cell in row) for row in block.rows),
        )
        for block, anchor in zip(wording.blocks, ids, strict=True)
    )
    return Tinted(heading, blocks, tuple(sources.values()), wording.coarse)


def _runs(
    passages: Sequence[Passage], of_version: Sequence[Source | None], ends: Iterator[bool]
) -> Iterator[TintedRun]:
    for passage in passages:
        source = of_version[passage.since]
        if source is None:
            raise ValueError("every word of a wording is of an origin")
        text = passage.text.rstrip()
        yield TintedRun(text, passage.text[len(text) :], source, next(ends))


def _steps(origins: int) -> list[int]:
    """A tint for each origin, oldest first; where there are more than tints, neighbours share."""
    if origins == 1:
        return [1]
    return [1 + round(place * (STEPS - 1) / (origins - 1)) for place in range(origins)]
