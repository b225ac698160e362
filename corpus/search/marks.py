"""Which words of a text a query's conditions match."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.law import Language
from corpus.search.querying.tree import (
    AllOf,
    AnyOf,
    InText,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Where,
    Words,
    positive_leaves,
)
from corpus.search.words.analysis import Analyser
from corpus.search.words.placing import Analysis

Span = tuple[int, int, int]
"""The first and last token of a match, and which condition matched."""


@dataclass(frozen=True)
class Sought:
    """What is looked for in words; what means the same (synonyms) has one number."""

    leaf: InText
    number: int


def sought(root: Node | None, wheres: Sequence[Where]) -> tuple[Sought, ...]:
    """The conditions on some parts of a document that do not stand under a Not, without doubles."""
    found: dict[InText, Sought] = {}
    for number, group in enumerate(_groups(root)) if root else ():
        for leaf in positive_leaves(group):
            if isinstance(leaf, Words | Phrase | Prefix | Near) and leaf.where in wheres:
                found.setdefault(leaf, Sought(leaf, number))
    return tuple(found.values())


def spans(
    analysis: Analysis, all_sought: Sequence[Sought], analyser: Analyser, language: Language
) -> list[Span]:
    """Where in a text of a language the conditions' words stand, in order."""
    found: list[Span] = []
    words, stems = analysis.words, analysis.stems
    for one in all_sought:
        match one.leaf:
            case Prefix(start):
                found += [
                    (at, at, one.number) for at, word in enumerate(words) if word.startswith(start)
                ]
            case Phrase(row):
                found += [(at, at + len(row) - 1, one.number) for at in places(row, words)]
            case Words(row):
                forms = analyser.stems(row, language)
                found += [(at, at + len(forms) - 1, one.number) for at in places(forms, stems)]
            case Near(left, right, within):
                pair = analyser.stems((left, right), language)
                found += [(at, at, one.number) for at in near_places(pair, within, stems)]
    return sorted(found)


def places(row: Sequence[str], words: Sequence[str]) -> list[int]:
    """Where words stand side by side in this order."""
    first, length, wanted = row[0], len(row), list(row)
    found = []
    at = -1
    for _ in range(words.count(first)):
        at = words.index(first, at + 1)
        if length == 1 or list(words[at : at + length]) == wanted:
            found.append(at)
    return found


def near_places(pair: Sequence[str], within: int, words: Sequence[str]) -> list[int]:
    """Where one of two words stands with the other at another place, `within` apart at most."""
    lefts, rights = (places((word,), words) for word in pair)
    near = {
        at
        for own, others in ((lefts, rights), (rights, lefts))
        for at in own
        if _has_another(others, at, within)
    }
    return sorted(near)


def _has_another(ordered: Sequence[int], at: int, within: int) -> bool:
    """Whether among places in order one that is not `at` is `within` from it at most."""
    first = bisect_left(ordered, at - within)
    return any(one != at and one <= at + within for one in ordered[first : first + 2])


def _groups(node: Node) -> Iterator[Node]:
    """The conditions, those that mean the same together."""
    match node:
        case AnyOf(synonyms=True):
            yield node
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _groups(part)
        case Not():
            return
        case _:
            yield node
