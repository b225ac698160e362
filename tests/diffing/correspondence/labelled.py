"""The hand-labelled pairs, and what an alignment scores against them.

`labels/` holds one file a pair of texts: pairs, what is new and what was dropped, each with its
reason; `unsure` entries are neither rewarded nor punished. Keys below the point (`…__sp_3`) are
scored by the blocks that a redline draws side by side.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus.keys import joined
from diffing.correspondence.relation import Correspondence, Correspondences, Relation, Route

FOLDER = Path(__file__).parent / "labels"

Pair = tuple[str, str]


@dataclass(frozen=True)
class Labels:
    """What a reader judged of two texts."""

    name: str
    document: dict[str, Any]

    @property
    def left(self) -> tuple[str, str]:
        """The act and the edition on the left."""
        return self.document["left_act"], self.document["left_edition"]

    @property
    def right(self) -> tuple[str, str]:
        """The act and the edition on the right."""
        return self.document["right_act"], self.document["right_edition"]

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """Every old key with every new key it became."""
        return frozenset(_crossed(self.document["pair"]))

    @cached_property
    def undecided(self) -> frozenset[Pair]:
        """What may be said or not: unsure pairs, and minor shares of a pair."""
        entries = list(self.document.get("unsure", ()))
        for pair in self.document["pair"]:
            partly = pair.get("partly", {})
            lefts, rights = pair["left"], pair["right"]
            entries.append({"left": partly.get("left", ()), "right": rights})
            entries.append({"left": lefts, "right": partly.get("right", ())})
        return frozenset(_crossed(entries))

    @cached_property
    def without_counterpart(self) -> tuple[frozenset[str], frozenset[str]]:
        """The keys that were dropped, and those that are new."""
        dropped = frozenset(one["left"] for one in self.document.get("dropped", ()))
        return dropped, frozenset(one["right"] for one in self.document.get("new", ()))


@dataclass
class Score:
    """What an alignment got right, by route."""

    asserted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    wrong: list[tuple[Pair, str]] = field(default_factory=list)
    missed: list[Pair] = field(default_factory=list)
    pairs: int = 0
    found: int = 0
    possible: int = 0
    """Labelled pairs that are told as possible only: refusals."""
    false_absences: list[str] = field(default_factory=list)
    """Keys called new or dropped that have a labelled counterpart."""
    absences: int = 0

    @property
    def precision(self) -> float:
        """The share of asserted pairs that a reader judged so."""
        told = sum(self.right.values()) + len(self.wrong)
        return sum(self.right.values()) / told if told else 1.0

    @property
    def recall(self) -> float:
        """The share of labelled pairs that are asserted."""
        return self.found / self.pairs

    @property
    def recall_with_possible(self) -> float:
        """The share of labelled pairs that are asserted or told as possible."""
        return (self.found + self.possible) / self.pairs


def load_labels() -> list[Labels]:
    """Every file of labels, by name."""
    return [
        Labels(path.stem, tomllib.loads(path.read_text("utf-8")))
        for path in sorted(FOLDER.glob("*.toml"))
    ]


def score(labels: Labels, found: Correspondences) -> Score:
    """Hold an alignment against the labels."""
    asserted: dict[Pair, str] = {}
    possible: set[Pair] = set()
    inside: set[Pair] = set()
    result = Score()
    for item in found.items:
        _read(item, asserted, possible, inside)
    judged = {key for pair in labels.pairs | labels.undecided for key in pair}
    judged |= labels.without_counterpart[0] | labels.without_counterpart[1]
    for pair, route in asserted.items():
        if pair in labels.pairs:
            result.asserted[route] += 1
            result.right[route] += 1
        elif pair not in labels.undecided and pair[0] in judged and pair[1] in judged:
            result.asserted[route] += 1
            result.wrong.append((pair, route))
    result.pairs = len(labels.pairs)
    told = asserted.keys() | inside
    result.found = len(labels.pairs & told)
    result.possible = len(labels.pairs & possible - told)
    result.missed = sorted(labels.pairs - told - possible)
    olds = {old for old, _ in labels.pairs}
    news = {new for _, new in labels.pairs}
    for item in found.items:
        keys, matched = (item.old, olds) if item.relation is Relation.DROPPED else (item.new, news)
        if item.relation in {Relation.DROPPED, Relation.NEW}:
            result.absences += 1
            result.false_absences += [one.key for one in keys if one.key in matched]
    return result


def _read(
    item: Correspondence, asserted: dict[Pair, str], possible: set[Pair], inside: set[Pair]
) -> None:
    pairs = [(one.key, other.key) for one in item.old for other in item.new]
    if item.relation is Relation.POSSIBLE:
        possible.update(pairs)
        return
    for pair in pairs:
        asserted[pair] = str(item.route)
    for inner in item.points:
        _read(inner, asserted, possible, inside)
    for block in item.redline.blocks if item.points or item.route == Route.SAME_KEY else ():
        if block.old and block.new and block.old.key and block.new.key:
            inside.add(
                (joined(item.old[0].key, block.old.key), joined(item.new[0].key, block.new.key))
            )


def _crossed(entries: list[dict[str, Any]]) -> Iterator[Pair]:
    for entry in entries:
        for old in entry["left"]:
            for new in entry["right"]:
                yield old, new
