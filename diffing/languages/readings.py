"""What is read in a text: quantities with their units, dates, references, numbers of documents.

A reading is a value that no longer depends on the language it was written in: «тридцать дней»,
«30 дней», «тридцатидневный срок» and «отыз күн» are all thirty days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class ReadingKind(StrEnum):
    """What a number in a text is; numbers of different kinds never agree."""

    QUANTITY = "quantity"
    DATE = "date"
    """A day, a day of any year, a month of a year, or a year."""
    REFERENCE = "reference"
    """A unit of a law: an article, a point, a part."""
    DOCUMENT = "document number"
    """What follows № or N: the number of an act, of a bulletin."""


class Measure(StrEnum):
    """What a quantity counts."""

    MINUTE = "minute"
    HOUR = "hour"
    """Also the hour of a day."""
    DAY = "day"
    WORKING_DAY = "working day"
    WEEKDAY = "day of the week"
    """The first Sunday, of a month."""
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    """Also a year of age."""
    PERCENT = "percent"
    SHARE = "share"
    """A fraction of something: two thirds, a half."""
    TIMES = "times"
    """So many times, or so many times as much."""
    WAGE = "minimum wage"
    INDEX = "monthly calculation index"
    """МРП, АЕК: the unit in which fines and payments are set."""
    TENGE = "tenge"
    METRE = "metre"
    VOTE = "vote"
    PERSON = "person"
    """A candidate, a member, a citizen, …"""
    THING = "thing"
    """Something else, or nothing that could be read."""


YEARS = range(1800, 2200)
"""Numbers of years: four figures before «год», «жыл» are a date, not a count."""
_SCALES: dict[str, dict[Measure, Fraction]] = {
    "months": {
        Measure.MONTH: Fraction(1),
        Measure.QUARTER: Fraction(3),
        Measure.YEAR: Fraction(12),
    },
    "hours": {
        Measure.MINUTE: Fraction(1, 60),
        Measure.HOUR: Fraction(1),
        Measure.DAY: Fraction(24),
        Measure.WEEK: Fraction(24 * 7),
    },
    "shares": {Measure.SHARE: Fraction(1), Measure.PERCENT: Fraction(1, 100)},
}
"""Measures of one thing, and how much each of them is: a year is twelve months."""
_MULTIPLES = {Measure.TIMES, Measure.WAGE, Measure.INDEX}
_COUNTS = {Measure.THING, Measure.PERSON, Measure.VOTE}
MEASURED = frozenset(Measure) - _COUNTS
"""Measures with which even «один» and «бір» are surely numbers."""

_RUN = re.compile(r"(\d+)-(\d+)")
_LONGEST_RUN = 100


@dataclass(frozen=True)
class Reading:
    """One number of a text.

    `value` is `30`, `2/3`, `18:30`; of a date `1995-09-28`, `09-28`, `1995-09` or `1995`; of a
    reference or a document its number (`36-2`, `148`). `unit` is a `Measure`, or the unit of a law
    that a reference names (`article`). `words` are those it was read from, to the letter, and
    `start` their place. A reading that is not `certain` («один из», an implied one) may
    answer for a number of the other language, but its absence there means nothing.
    """

    kind: ReadingKind
    unit: str
    value: str
    words: str
    start: int
    certain: bool = True
    ordinal: bool = False

    @property
    def number(self) -> Fraction | None:
        """A quantity's value as a number; None for the time of day with minutes."""
        return None if ":" in self.value else Fraction(self.value)

    def scales(self) -> Iterator[tuple[str, str]]:
        """Where a number is looked for that `may_be` this one: its value on each of its scales."""
        yield self.kind, self.value
        number = self.number if self.kind is ReadingKind.QUANTITY else None
        for name, scale in _SCALES.items():
            if number is not None and self.unit in scale:
                yield name, str(number * scale[Measure(self.unit)])

    def may_be(self, other: Reading) -> bool:
        """Whether both may mean the same: twelve months and a year, five wages and five times.

        A unit that could not be read may be any.
        """
        if self.kind is not other.kind:
            return False
        if self.kind is ReadingKind.QUANTITY:
            return _quantities_may_agree(self, other)
        if self.kind is ReadingKind.REFERENCE:
            # «ст. 472» of a bulletin is «472-құжат».
            return self.value == other.value and {self.unit, other.unit} == {"article", "item"}
        return False


def _quantities_may_agree(one: Reading, other: Reading) -> bool:
    units = Measure(one.unit), Measure(other.unit)
    if one.value == other.value:
        if Measure.THING in units or units[0] is units[1]:
            return True
        if set(units) <= _COUNTS:
            return True
        # Five times the minimum wage, five minimum wages; but never wages and indexes.
        return set(units) <= _MULTIPLES and Measure.TIMES in units
    return not {*one.scales()}.isdisjoint({*other.scales()} - {(other.kind, other.value)})


def numbers_of_run(value: str) -> tuple[str, ...]:
    """The numbers that `2-5` means if it is a run of numbers: `2`, `3`, `4`, `5`; else none."""
    found = _RUN.fullmatch(value)
    if not found:
        return ()
    first, last = map(int, found.groups())
    if not first < last <= first + _LONGEST_RUN:
        return ()
    return tuple(str(number) for number in range(first, last + 1))


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def in_order(readings: Iterator[Reading]) -> tuple[Reading, ...]:
    """Readings in the order of the text."""
    return tuple(sorted(readings, key=lambda reading: reading.start))
