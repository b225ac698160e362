"""Which numbers of a Russian and a Kazakh text are the same, and which only one of them has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diffing.languages.readings import Reading, ReadingKind, numbers_of_run

_SAID_ONCE = frozenset({ReadingKind.DATE, ReadingKind.REFERENCE, ReadingKind.DOCUMENT})
"""What a text may name again or not: whether «пункт 2» is said twice is style."""


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


def matched(
    russian: Sequence[Placed], kazakh: Sequence[Placed], related: Same = lambda _one, _other: True
) -> Remainder:
    """Pairs what is the same, then what may be the same, and gives what is left.

    Only places that are `related` are paired.
    """
    left, right = list(russian), list(kazakh)
    agreed = 0
    for same in (_surely_same, _same, _may_be_same):
        agreed += _pair(left, right, _both(related, same))
    agreed += _pair_runs(left, right) + _pair_runs(right, left)
    return Remainder(_once(left, kazakh, related), _once(right, russian, related), agreed)


def contradictions(remainder: Remainder) -> tuple[list[Differing], Remainder]:
    """Numbers that differ in two texts which should say the same, and what is left.

    Of one unit first, then of one value with another unit; at least one of the two is certain.
    """
    left, right = list(remainder.russian), list(remainder.kazakh)
    found: list[Differing] = []

    def comparable_by(attribute: str) -> Same:
        def comparable(one: Placed, other: Placed) -> bool:
            both = (one.reading, other.reading)
            return (
                one.reading.kind is other.reading.kind
                and any(reading.certain for reading in both)
                and getattr(one.reading, attribute) == getattr(other.reading, attribute)
            )

        return comparable

    for attribute in ("unit", "value"):
        _pair(
            left,
            right,
            comparable_by(attribute),
            lambda one, other: found.append(Differing(one, other)),
        )
    return found, Remainder(tuple(left), tuple(right), remainder.agreed)


def alone(remainder: Remainder) -> list[Differing]:
    """The certain numbers of a remainder, each as one that the other language lacks."""
    return [
        *(Differing(one, None) for one in remainder.russian if one.reading.certain),
        *(Differing(None, one) for one in remainder.kazakh if one.reading.certain),
    ]


def _pair(
    left: list[Placed],
    right: list[Placed],
    same: Same,
    tell: Callable[[Placed, Placed], None] = lambda _one, _other: None,
) -> int:
    """Takes out what is the same on both sides, in order; gives how many pairs."""
    pairs = 0
    for one in list(left):
        other = next((other for other in right if same(one, other)), None)
        if other is not None:
            left.remove(one)
            right.remove(other)
            tell(one, other)
            pairs += 1
    return pairs


def _both(one: Same, other: Same) -> Same:
    return lambda left, right: one(left, right) and other(left, right)


def _surely_same(one: Placed, other: Placed) -> bool:
    return one.reading.certain == other.reading.certain and one.reading.same_as(other.reading)


def _same(one: Placed, other: Placed) -> bool:
    return one.reading.same_as(other.reading)


def _may_be_same(one: Placed, other: Placed) -> bool:
    return one.reading.may_be(other.reading)


def _pair_runs(runs: list[Placed], singles: list[Placed]) -> int:
    """«Пункты 2-4» are «2, 3 және 4-тармақтар»."""
    pairs = 0
    for run in list(runs):
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
    kept: list[Placed] = []
    for one in left:
        told = any(
            one.reading.same_as(other.reading) and related(one, other) for other in (*others, *kept)
        )
        if not told or one.reading.kind not in _SAID_ONCE:
            kept.append(one)
    return tuple(kept)
