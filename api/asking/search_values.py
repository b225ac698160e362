"""The values that the parameters of a search may have, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from pydantic import Field

from api.asking.parameters import (
    LONGEST_NGR,
    PRINTABLE,
    listed,
    read_day,
)
from api.problems.faults import Unfit
from corpus.bundled import own_regimes, own_themes
from corpus.citations.forms import NAMES
from corpus.law import Language
from corpus.search.documents import Status
from corpus.search.queries import AnyDay, ChangedBetween, OnDay

ANY_DAY = "any"
_MOST_VALUES = 50
AT_MOST = Field(max_length=_MOST_VALUES)
_YEAR = re.compile("[0-9]{4}")
DAY_PATTERN = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
"""Of days that every month has, so that all that fits it exists."""
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


def read_on(text: str) -> OnDay | AnyDay:
    """A day, or `any`; raises ValueError."""
    if text.strip().casefold() == ANY_DAY:
        return AnyDay()
    try:
        return OnDay(read_day(text))
    except ValueError:
        raise Unfit("give a day that exists, as YYYY-MM-DD, or `any`", "day") from None


def read_changed(text: str) -> ChangedBetween:
    """Two days with two dots between; raises ValueError."""
    first, _, second = text.partition("..")
    try:
        return ChangedBetween(read_day(first.strip()), read_day(second.strip()))
    except ValueError:
        raise Unfit(
            "give two days that exist, the second one later, as YYYY-MM-DD..YYYY-MM-DD", "two-days"
        ) from None


def several(known: Callable[[], Iterable[str]]) -> Callable[[object], tuple[str, ...]]:
    """Reads known values parted by commas or given several times; raises ValueError for others."""

    def read(text: object) -> tuple[str, ...]:
        by_folded = {one.casefold(): one for one in known()}
        found = []
        for given in _values(text):
            if given.casefold() not in by_folded:
                near = get_close_matches(given[:LONGEST_NGR].casefold(), by_folded, n=1)
                meant = f" Nearest: {by_folded[near[0]]}." if near else ""
                all_of_them = ", ".join(by_folded.values())
                raise Unfit(
                    f"no such value.{meant} All: {all_of_them}", "choice", choices=all_of_them
                )
            found.append(by_folded[given.casefold()])
        return tuple(dict.fromkeys(found))

    return read


def read_years(text: object) -> tuple[int, ...]:
    """Years parted by commas or given several times; raises ValueError."""
    found = []
    for given in _values(text):
        year = int(given) if _YEAR.fullmatch(given) else 0
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise Unfit("give years of four figures, parted by commas", "years")
        found.append(year)
    return tuple(dict.fromkeys(found))


def read_acts(text: object) -> tuple[str, ...]:
    """Registry numbers parted by commas or given several times; raises ValueError."""
    found = _values(text)
    if any(len(one) > LONGEST_NGR or not re.fullmatch(PRINTABLE, one) for one in found):
        raise Unfit("give state registry numbers, parted by commas", "numbers")
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class KnownValues:
    """Tells the OpenAPI document which values a text may have; they are read when it is made."""

    known: Callable[[], Iterable[str]]

    def __get_pydantic_json_schema__(
        self, _core_schema: object, _handler: object
    ) -> dict[str, object]:
        """The schema of one value."""
        return {"type": "string", "enum": list(self.known())}


@dataclass(frozen=True)
class KnownForm:
    """Tells the OpenAPI document what a text looks like, by a pattern that is made with it."""

    pattern: Callable[[], str]

    def __get_pydantic_json_schema__(
        self, _core_schema: object, _handler: object
    ) -> dict[str, object]:
        """The schema of the text."""
        return {"type": "string", "pattern": self.pattern()}


def _values(text: object) -> tuple[str, ...]:
    found = listed(text)
    given = len(text) if isinstance(text, list | tuple) else 0
    if not isinstance(found, tuple) or max(given, len(found)) > _MOST_VALUES:
        raise Unfit(f"give {_MOST_VALUES} values at most", "at-most-values", limit=_MOST_VALUES)
    return found


def checked(read: Callable[[str], object]) -> Callable[[str], str]:
    """Leaves a text as it is, once it can be read: FastAPI takes no other types in a query."""

    def check(text: str) -> str:
        read(text)
        return text

    return check


@cache
def known_regimes() -> tuple[str, ...]:
    """The keys of the regimes."""
    return tuple(one.key for one in own_regimes().regimes)


@cache
def known_themes() -> tuple[str, ...]:
    """The keys of the themes."""
    return tuple(one.key for one in own_themes().themes)


read_forms = several(lambda: NAMES)
read_languages = several(lambda: tuple(Language))
read_regimes = several(known_regimes)
read_statuses = several(lambda: tuple(Status))
read_themes = several(known_themes)
