"""Which unit of the old side is which of the new: blocks of an article, rows of a table, cells.

Equal units are fixed first; between them the pairing with the greatest total likeness is chosen,
order kept. A number is a strong hint, since Kazakh drafting never re-uses one (Law on Legal Acts,
articles 26(7) and 27(6)), but equal words weigh more: a conversion that renumbers is seen through.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from diffing.matching import Pair, equal_pairs, gaps_between

_MARKS = ",;.:()"

_SAME_NUMBER = 0.5
"""What an equal number is worth beside the share of common words (0 to 1)."""
_ALIKE = 0.4
"""Without an equal number, less in common than this is another unit."""
_ALIKE_ACROSS_LEVELS = 0.6
"""A point seldom becomes a subpoint; then the words say so."""
_CELLS = 40_000
"""The largest table of likenesses: 200 units against 200, about 0.1 s."""

SHORTEST_MOVE = 6
"""Words; what is shorter («утраты гражданства;») may stand in two places by chance."""

OldPlace = int | None
NewPlace = int | None


class Unit(NamedTuple):
    """What the pairing looks at: `whole` says all (equal units are equal), `shape` must agree.

    `level` tells numbered units of different kinds, points and subpoints, from each other.
    """

    whole: Hashable
    text: str
    number: str = ""
    shape: Hashable = ""
    level: str = ""

    @property
    def words(self) -> Hashable:
        """What stays when only the number changes."""
        return self.shape, self.text


def is_long_enough_to_move(text: str) -> bool:
    """Whether a text that went from one place and came at another is surely the same text."""
    return len(text.split(None, SHORTEST_MOVE)) >= SHORTEST_MOVE


def pair_units(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[OldPlace, NewPlace]]:
    """The places side by side in reading order; None where a unit has no counterpart.

    Between two pairs what went stands before what came. Swapping the sides swaps the pairs.
    """
    backwards = _comes_later(old, new)  # one direction is computed for both
    pairs = [(i, j) for j, i in _pairs(new, old)] if backwards else _pairs(old, new)
    side_by_side: list[tuple[OldPlace, NewPlace]] = []
    for place, (a, b, c, d) in enumerate(gaps_between(pairs, len(old), len(new))):
        side_by_side += [(gone, None) for gone in range(a, b)]
        side_by_side += [(None, come) for come in range(c, d)]
        side_by_side += pairs[place : place + 1]
    return side_by_side


def _comes_later(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Any order that tells different units apart will do."""
    length, another = (sum(len(unit.text) for unit in units) for units in (one, other))
    return length > another or (length == another and repr(one) > repr(other))


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Equal units, then equal words under another number, then the likeliest of what is between."""
    equal = equal_pairs([unit.whole for unit in old], [unit.whole for unit in new])
    same_words: list[Pair] = []
    for place, (a, b, c, d) in enumerate(gaps_between(equal, len(old), len(new))):
        before = [unit.words for unit in old[a:b]]
        after = [unit.words for unit in new[c:d]]
        if not {*before}.isdisjoint(after):
            same_words += [(a + i, c + j) for i, j in equal_pairs(before, after)]
        same_words += equal[place : place + 1]
    gaps = gaps_between(same_words, len(old), len(new))
    moved = _moved(
        [unit.text for a, b, _, _ in gaps for unit in old[a:b]],
        [unit.text for _, _, c, d in gaps for unit in new[c:d]],
    )
    found: list[Pair] = []
    for place, (a, b, c, d) in enumerate(gaps):
        left = [i for i in range(a, b) if old[i].text not in moved]
        right = [j for j in range(c, d) if new[j].text not in moved]
        likeliest = _likeliest([old[i] for i in left], [new[j] for j in right])
        found += [(left[i], right[j]) for i, j in likeliest]
        found += same_words[place : place + 1]
    return found


def _moved(gone: Sequence[str], come: Sequence[str]) -> set[str]:
    """The texts that stand on both sides, once each, and are no pair, because others cross them.

    Paired with something else they would hide where they went.
    """
    return {
        text
        for text in {*gone} & {*come}
        if gone.count(text) == come.count(text) == 1 and is_long_enough_to_move(text)
    }


def _likeliest(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """The order-keeping pairs whose likenesses add up to most."""
    if not old or not new:
        return []
    if len(old) == len(new) == 1 and old[0].number == new[0].number != "":
        return [(0, 0)] if old[0].shape == new[0].shape else []
    if len(old) * len(new) > _CELLS:
        return _same_numbers(old, new)
    likeness = _likenesses(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = likeness[i][j] and likeness[i][j] + best[i + 1][j + 1]
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likenesses(old: Sequence[Unit], new: Sequence[Unit]) -> list[list[float]]:
    old_words = [_bag(unit.text) for unit in old]
    new_words = [_bag(unit.text) for unit in new]
    return [
        [
            _likeness(one, other, its_words, other_words)
            for other, other_words in zip(new, new_words, strict=True)
        ]
        for one, its_words in zip(old, old_words, strict=True)
    ]


def _bag(text: str) -> frozenset[str]:
    """The different words, whatever their case and the marks at them."""
    text = text.lower()
    for mark in _MARKS:
        text = text.replace(mark, "")
    return frozenset(text.split())


def _likeness(
    one: Unit, other: Unit, its_words: frozenset[str], other_words: frozenset[str]
) -> float:
    """0: another unit; else the share of common words, and more for an equal number."""
    if one.shape != other.shape:
        return 0.0
    size = len(its_words) + len(other_words)
    common = 2 * len(its_words & other_words) / size if size else float(one.text == other.text)
    if one.number and one.number == other.number:
        return common + _SAME_NUMBER
    other_level = one.level and other.level and one.level != other.level
    return common if common >= (_ALIKE_ACROSS_LEVELS if other_level else _ALIKE) else 0.0


def _same_numbers(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Beyond the limit only numbers are looked at."""
    return equal_pairs(_numbers(old, "old"), _numbers(new, "new"))


def _numbers(units: Sequence[Unit], side: str) -> list[tuple[Hashable, Hashable]]:
    return [
        (unit.shape, unit.number) if unit.number else (side, place)
        for place, unit in enumerate(units)
    ]
