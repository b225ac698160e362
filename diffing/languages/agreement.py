"""Which numbers of a Russian and a Kazakh text are the same, and which only one of them has."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from diffing.languages.readings import Reading, ReadingKind, numbers_of_run

_SAID_ONCE = frozenset({ReadingKind.DATE, ReadingKind.REFERENCE, ReadingKind.DOCUMENT})
"""What a text may name again or not: whether «пункт 2» is said twice is style."""
_MOST_RUNS = 200
"""So many runs such as «пункты 2-4» are looked for among single numbers: bounds the work."""


@dataclass(frozen=True)
class Placed:
    """A reading, the block it stands in, and the numbered block that this one follows."""

    reading: Reading
    block: str = ""
    run: str = ""


@dataclass(frozen=True)
class Differing:
    """A number that one language has and the other lacks, or has otherwise."""

    russian: Placed | None
    kazakh: Placed | None


@dataclass(frozen=True)
class Remainder:
    """The numbers of two texts that found no partner, and how many pairs did."""

    russian: tuple[Placed, ...]
    kazakh: tuple[Placed, ...]
    agreed: int = 0


Same = Callable[[Placed, Placed], bool]
Keys = Callable[[Reading], Iterator[Hashable]]


def matched(
    russian: Sequence[Placed], kazakh: Sequence[Placed], related: Same = lambda _one, _other: True
) -> Remainder:
    """Pairs what is the same, then what may be the same, and gives what is left.

    Only places that are `related` are paired.
    """

    def may_be(one: Placed, other: Placed) -> bool:
        return one.reading.may_be(other.reading) and related(one, other)

    left, right = list(russian), list(kazakh)
    pairs = []
    for keys, same in ((_exact, related), (_said, related), (Reading.scales, may_be)):
        found, left, right = _pair(left, right, keys, same)
        pairs += found
    agreed = len(pairs) + _pair_runs(left, right) + _pair_runs(right, left)
    return Remainder(_once(left, kazakh, related), _once(right, russian, related), agreed)


def contradictions(remainder: Remainder) -> tuple[list[Differing], Remainder]:
    """Numbers that differ in two texts which should say the same, and what is left.

    Of one unit first, then of one value with another unit; at least one of the two is certain.
    """

    def certain(one: Placed, other: Placed) -> bool:
        return one.reading.certain or other.reading.certain

    left, right = list(remainder.russian), list(remainder.kazakh)
    found: list[Differing] = []
    for keys in (_unit, _value):
        pairs, left, right = _pair(left, right, keys, certain)
        found += (Differing(*pair) for pair in pairs)
    return found, Remainder(tuple(left), tuple(right), remainder.agreed)


def alone(remainder: Remainder) -> list[Differing]:
    """The certain numbers of a remainder, each as one that the other language lacks."""
    return [
        *(Differing(one, None) for one in remainder.russian if one.reading.certain),
        *(Differing(None, one) for one in remainder.kazakh if one.reading.certain),
    ]


def _exact(reading: Reading) -> Iterator[Hashable]:
    yield reading.kind, reading.unit, reading.value, reading.certain


def _said(reading: Reading) -> Iterator[Hashable]:
    yield reading.kind, reading.unit, reading.value


def _unit(reading: Reading) -> Iterator[Hashable]:
    yield reading.kind, reading.unit


def _value(reading: Reading) -> Iterator[Hashable]:
    yield reading.kind, reading.value


def _pair(
    left: Sequence[Placed], right: Sequence[Placed], keys: Keys, same: Same
) -> tuple[list[tuple[Placed, Placed]], list[Placed], list[Placed]]:
    """Pairs each on the left with the first on the right that has a key of it and is the same.

    Gives the pairs and what is left of both sides, in order.
    """
    places: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, other in enumerate(right):
        for key in keys(other.reading):
            places[key].append(place)
    taken: set[int] = set()
    pairs: list[tuple[Placed, Placed]] = []
    rest: list[Placed] = []
    for one in left:
        for key in keys(one.reading):
            waiting = places.get(key, deque())
            while waiting and waiting[0] in taken:
                waiting.popleft()
            found = next((at for at in waiting if at not in taken and same(one, right[at])), None)
            if found is not None:
                taken.add(found)
                pairs.append((one, right[found]))
                break
        else:
            rest.append(one)
    return pairs, rest, [other for place, other in enumerate(right) if place not in taken]


def _pair_runs(runs: list[Placed], singles: list[Placed]) -> int:
    """«Пункты 2-4» are «2, 3 және 4-тармақтар»; takes them out and gives how many agree."""
    pairs = 0
    for run in runs[:_MOST_RUNS]:
        wanted = numbers_of_run(run.reading.value)
        if run.reading.kind is not ReadingKind.REFERENCE or not wanted:
            continue
        found = [one for one in singles if _is_one_of(one.reading, run.reading.unit, wanted)]
        if {one.reading.value for one in found} == set(wanted):
            runs.remove(run)
            for one in found:
                singles.remove(one)
            pairs += len(found)
    return pairs


def _is_one_of(reading: Reading, unit: str, numbers: Sequence[str]) -> bool:
    is_reference = reading.kind is ReadingKind.REFERENCE
    return is_reference and reading.unit == unit and reading.value in numbers


def _once(left: Sequence[Placed], others: Sequence[Placed], related: Same) -> tuple[Placed, ...]:
    """What is left, without repetitions of a date or reference that is told already."""
    told: dict[Hashable, list[Placed]] = defaultdict(list)
    for other in others:
        for key in _said(other.reading):
            told[key].append(other)
    kept: list[Placed] = []
    for one in left:
        (key,) = _said(one.reading)
        again = any(related(one, other) for other in told[key])
        if not again or one.reading.kind not in _SAID_ONCE:
            kept.append(one)
            told[key].append(one)
    return tuple(kept)
