"""Words that went from one place of an article and came at another: moved, not written anew.

What moved stays drawn as a deletion and an insertion, so that a redline can be applied; both carry
the same number. Told is only what is sure: at least six words, the same to the letter, that went
once and came once. First whole paragraphs and passages are looked at, then their sentences; so a
point that was split or merged shows which of its sentences stayed. The mark that ends a sentence
is no part of it: a list item that becomes the last one gets a full stop.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from diffing.blocks import BlockRedline
from diffing.matching import once_on_both
from diffing.pairing import is_long_enough_to_move
from diffing.runs import Op, Run, TextRedline

_END = ".;:!?…"
_SENTENCE = re.compile(rf"[^\s{_END}][^\n{_END}]*(?:[{_END}]+(?![\s{_END}]|\Z)[^\n{_END}]*)*")
_MARKS = f"{_END}, \n\t\u00a0"

Place = tuple[int, int]
"""Which run of which block."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A part of a run."""

    place: Place
    run: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.run[self.start : self.end]

    @property
    def mark(self) -> str:
        """The mark that follows."""
        return self.run[self.end : self.end + 1].strip()

    def with_mark(self) -> _Passage:
        """The passage and the mark that follows it."""
        return replace(self, end=self.end + len(self.mark))


def with_moves(blocks: Sequence[BlockRedline]) -> tuple[BlockRedline, ...]:
    """The blocks with the runs that moved cut out of the others and numbered."""
    all_come = "\n".join(
        run.text for block in blocks for run in block.text.runs if run.op is Op.INSERT
    )
    gone = list(_passages(blocks, Op.DELETE)) if all_come else []
    sentences = list(_sentences(gone))
    if not any(passage.text in all_come for passage in (*gone, *sentences)):
        return tuple(blocks)
    come = list(_passages(blocks, Op.INSERT))
    moved = _matched(gone, come)
    taken = {passage.place for pair in moved for passage in pair}
    moved += _matched(_left(sentences, taken), _left(_sentences(come), taken))
    if not moved:
        return tuple(blocks)
    parts: dict[Place, list[tuple[_Passage, int]]] = defaultdict(list)
    for number, pair in enumerate(moved, 1):
        for passage in pair:
            parts[passage.place].append((passage, number))
    return in_reading_order(_cut(blocks, parts))


def in_reading_order(blocks: Sequence[BlockRedline]) -> tuple[BlockRedline, ...]:
    """The blocks with the moves numbered as a reader meets them."""
    met = dict.fromkeys(run.moved for block in blocks for run in block.text.runs if run.moved)
    numbers = dict(zip(met, count(1), strict=False))
    return tuple(
        _with_runs(
            block,
            [
                replace(run, moved=numbers[run.moved]) if run.moved else run
                for run in block.text.runs
            ],
        )
        for block in blocks
    )


def places_of_moves(blocks: Sequence[BlockRedline]) -> list[tuple[Place, Place]]:
    """Where what moved went from and where it came, by block and run, in the order of numbers."""
    places: dict[int, dict[Op, Place]] = defaultdict(dict)
    for at, block in enumerate(blocks):
        for place, run in enumerate(block.text.runs):
            if run.moved:
                places[run.moved][run.op] = (at, place)
    return [(ends[Op.DELETE], ends[Op.INSERT]) for _, ends in sorted(places.items())]


def with_places(
    blocks: Sequence[BlockRedline], moves: Iterable[tuple[Sequence[int], Sequence[int]]]
) -> tuple[BlockRedline, ...]:
    """The blocks with the moves that `places_of_moves` told."""
    numbers = {tuple(place): number for number, ends in enumerate(moves, 1) for place in ends}
    return tuple(
        _with_runs(
            block,
            [
                replace(run, moved=numbers.get((at, place), 0))
                for place, run in enumerate(block.text.runs)
            ],
        )
        for at, block in enumerate(blocks)
    )


def _passages(blocks: Sequence[BlockRedline], op: Op) -> Iterator[_Passage]:
    for at, block in enumerate(blocks):
        for place, run in enumerate(block.text.runs):
            if run.op is op:
                yield from _without_marks((at, place), run.text, 0, len(run.text))


def _left(passages: Iterable[_Passage], taken: set[Place]) -> list[_Passage]:
    return [passage for passage in passages if passage.place not in taken]


def _sentences(passages: Iterable[_Passage]) -> list[_Passage]:
    return [
        sentence
        for passage in passages
        for found in _SENTENCE.finditer(passage.run, passage.start, passage.end)
        for sentence in _without_marks(passage.place, passage.run, *found.span())
    ]


def _without_marks(place: Place, run: str, start: int, end: int) -> Iterator[_Passage]:
    """The words between the marks, if they are enough to tell."""
    words = run[start:end].strip(_MARKS)
    if is_long_enough_to_move(words):
        start = run.index(words, start)
        yield _Passage(place, run, start, start + len(words))


def _matched(gone: Sequence[_Passage], come: Sequence[_Passage]) -> list[tuple[_Passage, _Passage]]:
    """The passages that went once and came once, with their end marks where they are the same."""
    pairs = once_on_both(
        ((passage.text, passage) for passage in gone), ((passage.text, passage) for passage in come)
    )
    return [
        (one.with_mark(), other.with_mark()) if one.mark == other.mark else (one, other)
        for one, other in pairs
    ]


def _cut(
    blocks: Sequence[BlockRedline], parts: Mapping[Place, list[tuple[_Passage, int]]]
) -> list[BlockRedline]:
    cut = []
    for at, block in enumerate(blocks):
        runs: list[Run] = []
        for place, run in enumerate(block.text.runs):
            runs += _parted(run, parts.get((at, place), []))
        cut.append(_with_runs(block, runs))
    return cut


def _parted(run: Run, parts: list[tuple[_Passage, int]]) -> Iterator[Run]:
    end = 0
    for passage, number in sorted(parts, key=lambda part: part[0].start):
        if passage.start > end:
            yield Run(run.op, run.text[end : passage.start])
        yield Run(run.op, run.text[passage.start : passage.end], number)
        end = passage.end
    if end < len(run.text):
        yield Run(run.op, run.text[end:])


def _with_runs(block: BlockRedline, runs: Sequence[Run]) -> BlockRedline:
    if block.text.runs == tuple(runs):
        return block
    return replace(block, text=TextRedline(tuple(runs), block.text.coarse))
