"""Articles that were split or merged inside one act: their paragraphs stand in another article.

Told is only what is sure: several paragraphs of at least six words, the same to the letter, each of
which went from one article only and came in one only, and which make up half of the new article,
or of the one that is gone. Else the changes stay what they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from diffing.blocks import BlockRedline
from diffing.changes import Change
from diffing.classify import ChangeKind
from diffing.pairing import is_long_enough_to_move
from diffing.runs import Op

_FEWEST_PARAGRAPHS = 2
_AMENDED = frozenset((ChangeKind.AMENDED, ChangeKind.RESTATED))
_GONE = frozenset((ChangeKind.REPEALED,))

_WENT_TO = re.compile(r"paragraphs went to ([^\s,]+)")
_CAME_FROM = re.compile(r"paragraphs came from ([^\s,]+)")

Shared = Mapping[tuple[int, int], Sequence[str]]
"""From which change to which: the paragraphs that went from the one and came in the other."""


def with_splits_and_merges(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, in order; those of articles that were split or merged are told as such."""
    shared = _shared(changes)
    told: dict[int, ChangeKind] = {}
    rules: dict[int, list[str]] = defaultdict(list)
    splits = [pair for pair in shared if _is_made_of(changes, pair, shared)]
    for source, target in splits:
        stays = changes[source].kind in _AMENDED
        parts = sum(1 for other, _ in splits if other == source)
        if stays or parts > 1:
            told[source] = told[target] = ChangeKind.SPLIT
            _explain(rules, changes, (source, target), shared)
    for source, target in shared:
        if source not in told and _went_into(changes, (source, target), shared):
            told[source] = ChangeKind.MERGED
            told.setdefault(target, ChangeKind.MERGED)  # it may have been split as well
            _explain(rules, changes, (source, target), shared)
    return tuple(
        replace(change, kind=told[place], rules=tuple(rules[place])) if place in told else change
        for place, change in enumerate(changes)
    )


def _shared(changes: Sequence[Change]) -> Shared:
    gone, come = _places(changes, Op.DELETE), _places(changes, Op.INSERT)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for text, sources in gone.items():
        targets = come.get(text, [])
        if len(sources) == len(targets) == 1 and sources != targets:
            shared[sources[0], targets[0]].append(text)
    return {pair: texts for pair, texts in shared.items() if len(texts) >= _FEWEST_PARAGRAPHS}


def _places(changes: Sequence[Change], op: Op) -> dict[str, list[int]]:
    """In which changes each paragraph went, or came."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, change in enumerate(changes):
        for block in change.redline.blocks:
            if block.op is op and is_long_enough_to_move(_text(block)):
                places[_text(block)].append(place)
    return places


def _text(block: BlockRedline) -> str:
    return "".join(run.text for run in block.text.runs).strip(".;:, ")


def _is_made_of(changes: Sequence[Change], pair: tuple[int, int], shared: Shared) -> bool:
    """Whether half of a new article are paragraphs of another."""
    source, target = (changes[place] for place in pair)
    return (
        target.kind is ChangeKind.ADDED
        and source.kind in _AMENDED | _GONE
        and _are_half(shared[pair], target, Op.INSERT)
    )


def _went_into(changes: Sequence[Change], pair: tuple[int, int], shared: Shared) -> bool:
    """Whether half of an article that is gone are paragraphs that another took in."""
    source, target = (changes[place] for place in pair)
    return (
        source.kind in _GONE
        and target.kind in _AMENDED
        and _are_half(shared[pair], source, Op.DELETE)
    )


def _are_half(texts: Iterable[str], change: Change, op: Op) -> bool:
    all_words = sum(len(_text(block).split()) for block in change.redline.blocks if block.op is op)
    return 2 * sum(len(text.split()) for text in texts) >= all_words


def _explain(
    rules: dict[int, list[str]], changes: Sequence[Change], pair: tuple[int, int], shared: Shared
) -> None:
    source, target = pair
    paragraphs = f"{len(shared[pair])} paragraphs"
    rules[source].append(f"{paragraphs} went to {changes[target].key}")
    rules[target].append(f"{paragraphs} came from {changes[source].key}")


def destinations(rule: str | None) -> tuple[str, ...]:
    """The keys of the articles to which a split or a merger took paragraphs, read from its rule."""
    return tuple(_WENT_TO.findall(rule or ""))


def sources(rule: str | None) -> tuple[str, ...]:
    """The keys of the articles from which a split or a merger took paragraphs, out of its rule."""
    return tuple(_CAME_FROM.findall(rule or ""))
