"""The parameters of a search: words, days, filters, and where a page begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Annotated

from fastapi import Depends, Query
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from api.faults import Unfit
from api.parameters import (
    LONGEST_NGR,
    PRINTABLE,
    Limit,
    Offset,
    OptionalDay,
    Words,
    absent_if_empty,
    listed,
    read_day,
)
from api.problems import DaysAtOdds, InvalidRequest
from api.questions.search.asking import SearchAsked
from api.questions.search.cursors import LONGEST_CURSOR
from api.services import UsedServices
from corpus.bundled import own_regimes, own_themes
from corpus.citations.forms import NAMES
from corpus.law import Language
from corpus.search.documents import Status
from corpus.search.queries import AnyDay, ChangedBetween, Filters, Moment, OnDay

ANY_DAY = "any"
_MOST_VALUES = 50
_MOST = Field(max_length=_MOST_VALUES)
_YEAR = re.compile("[0-9]{4}")
_DAY_PATTERN = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
"""Of days that every month has, so that all that fits it exists."""
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100


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
        if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
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


def _checked(read: Callable[[str], object]) -> Callable[[str], str]:
    """Leaves a text as it is, once it can be read: FastAPI takes no other types in a query."""

    def check(text: str) -> str:
        read(text)
        return text

    return check


@cache
def _regimes() -> tuple[str, ...]:
    return tuple(one.key for one in own_regimes().regimes)


@cache
def _themes() -> tuple[str, ...]:
    return tuple(one.key for one in own_themes().themes)


read_forms = several(lambda: NAMES)
read_languages = several(lambda: tuple(Language))
read_regimes = several(_regimes)
read_statuses = several(lambda: tuple(Status))
read_themes = several(_themes)

OnOrAny = Annotated[
    Annotated[
        str,
        AfterValidator(_checked(read_on)),
        WithJsonSchema({"type": "string", "anyOf": [{"format": "date"}, {"const": ANY_DAY}]}),
    ]
    | None,
    BeforeValidator(absent_if_empty),
    Query(
        description="The wordings in force on this day (YYYY-MM-DD); `any`: all wordings. By "
        "default today in Kazakhstan.",
        examples=["2022-06-01"],
    ),
]
Changed = Annotated[
    Annotated[
        str,
        AfterValidator(_checked(read_changed)),
        WithJsonSchema({"type": "string", "pattern": rf"^{_DAY_PATTERN}\.\.{_DAY_PATTERN}$"}),
    ]
    | None,
    BeforeValidator(absent_if_empty),
    Query(
        description="Articles in which what is looked for appeared or went after the first of two "
        "days and up to the second (YYYY-MM-DD..YYYY-MM-DD).",
        examples=["2018-01-01..2022-12-31"],
    ),
]
Acts = Annotated[
    tuple[
        Annotated[
            str,
            WithJsonSchema({"type": "string", "maxLength": LONGEST_NGR, "pattern": PRINTABLE}),
        ],
        ...,
    ],
    _MOST,
    BeforeValidator(read_acts),
    Query(description="Only in these acts.", examples=["Z950002464_"]),
]
Languages = Annotated[
    tuple[Language, ...],
    _MOST,
    BeforeValidator(read_languages),
    Query(description="Only in these languages; by default in every one.", examples=["ru"]),
]
Forms = Annotated[
    tuple[Annotated[str, KnownValues(lambda: NAMES)], ...],
    _MOST,
    BeforeValidator(read_forms),
    Query(description="Only in acts of these kinds.", examples=["law,constitutional law"]),
]
RegimeKeys = Annotated[
    tuple[Annotated[str, KnownValues(_regimes)], ...],
    _MOST,
    BeforeValidator(read_regimes),
    Query(description="Only provisions of these regimes.", examples=["2020"]),
]
Statuses = Annotated[
    tuple[Annotated[str, KnownValues(lambda: tuple(Status))], ...],
    _MOST,
    BeforeValidator(read_statuses),
    Query(description="Only wordings that are this today.", examples=["in_force"]),
]
Years = Annotated[
    tuple[
        Annotated[
            int,
            WithJsonSchema({"type": "integer", "minimum": _EARLIEST_YEAR, "maximum": _LATEST_YEAR}),
        ],
        ...,
    ],
    _MOST,
    BeforeValidator(read_years),
    Query(description="Only in acts adopted in these years.", examples=["1995"]),
]
ThemeKeys = Annotated[
    tuple[Annotated[str, KnownValues(_themes)], ...],
    _MOST,
    BeforeValidator(read_themes),
    Query(description="Only provisions on these themes.", examples=["term"]),
]
Cross = Annotated[
    bool,
    Query(
        description="Also what means the same in another language (маслихат, мәслихат).",
        examples=[False],
    ),
]
CountFacets = Annotated[
    bool,
    Query(description="Count how many results have each value of each filter.", examples=[True]),
]
Cursor = Annotated[
    Annotated[str, StringConstraints(max_length=LONGEST_CURSOR)] | None,
    BeforeValidator(absent_if_empty),
    Query(
        description="The `next` of the page before. Whoever turns pages stays on the day on which "
        "the first was asked for.",
        examples=[None],
    ),
]


async def which_moment(on: OnOrAny = None, changed: Changed = None) -> Moment | None:
    """Which days' wordings are asked for; None: today's.

    This and the other dependencies here wait for nothing: plain functions would be sent to other
    threads, one after another, for longer than they take.
    """
    if on is not None and changed is not None:
        raise DaysAtOdds("give `on` or `changed`, not both: they are different questions")
    if changed is not None:
        return read_changed(changed)
    return None if on is None else read_on(on)


async def which_filters(
    act: Acts = (),
    form: Forms = (),
    lang: Languages = (),
    regime: RegimeKeys = (),
    status: Statuses = (),
    year: Years = (),
    theme: ThemeKeys = (),
) -> Filters:
    """What results must have."""
    return Filters(act, form, lang, regime, status, year, theme)


async def which_moment_of_a_form(
    services: UsedServices,
    on: OnOrAny = None,
    changed: Changed = None,
    changed_from: OptionalDay = None,
    changed_to: OptionalDay = None,
) -> Moment | None:
    """The same where a form may give the two days of `changed` apart; the second is then today."""
    if changed_from is None and changed_to is None:
        return await which_moment(on, changed)
    if changed_from is None:
        raise DaysAtOdds("give `changed_from` too: changes are looked for between two days")
    try:
        between = ChangedBetween(changed_from, changed_to or services.today)
    except ValueError as error:
        raise DaysAtOdds(f"`changed_from`, `changed_to`: {error}") from None
    if on is not None or changed is not None:
        raise DaysAtOdds("give one day, or two days to look for changes between, not both")
    return between


When = Annotated[Moment | None, Depends(which_moment)]
WhenOfForm = Annotated[Moment | None, Depends(which_moment_of_a_form)]
WhichResults = Annotated[Filters, Depends(which_filters)]


async def search_asked(
    q: Words,
    when: When,
    filters: WhichResults,
    cross: Cross = False,
    facets: CountFacets = False,
    limit: Limit = 20,
    offset: Offset = 0,
    cursor: Cursor = None,
) -> SearchAsked:
    """The search that a request asks for."""
    if cursor and offset:
        raise InvalidRequest("give `cursor` or `offset`, not both: each says where to begin")
    return SearchAsked(q, when, filters, cross, facets, limit, offset, cursor)


Searched = Annotated[SearchAsked, Depends(search_asked)]
