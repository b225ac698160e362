"""The parameters of a search: words, days, filters, and where a page begins."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query
from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from api.asking.parameters import (
    LONGEST_NGR,
    PRINTABLE,
    Limit,
    Offset,
    OptionalDay,
    Words,
    absent_if_empty,
)
from api.asking.search_values import (
    ANY_DAY,
    AT_MOST,
    DAY_PATTERN,
    EARLIEST_YEAR,
    LATEST_YEAR,
    KnownValues,
    checked,
    known_regimes,
    known_themes,
    read_acts,
    read_changed,
    read_forms,
    read_languages,
    read_on,
    read_regimes,
    read_statuses,
    read_themes,
    read_years,
)
from api.problems.refusals import DaysAtOdds, InvalidRequest
from api.questions.search.asking import SearchAsked
from api.questions.search.cursors import LONGEST_CURSOR
from api.services import UsedServices
from corpus.citations.forms import NAMES
from corpus.law import Language
from corpus.search.documents import Status
from corpus.search.queries import ChangedBetween, Filters, Moment

OnOrAny = Annotated[
    Annotated[
        str,
        AfterValidator(checked(read_on)),
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
        AfterValidator(checked(read_changed)),
        WithJsonSchema({"type": "string", "pattern": rf"^{DAY_PATTERN}\.\.{DAY_PATTERN}$"}),
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
    AT_MOST,
    BeforeValidator(read_acts),
    Query(description="Only in these acts.", examples=["Z950002464_"]),
]
Languages = Annotated[
    tuple[Language, ...],
    AT_MOST,
    BeforeValidator(read_languages),
    Query(description="Only in these languages; by default in every one.", examples=["ru"]),
]
Forms = Annotated[
    tuple[Annotated[str, KnownValues(lambda: NAMES)], ...],
    AT_MOST,
    BeforeValidator(read_forms),
    Query(description="Only in acts of these kinds.", examples=["law,constitutional law"]),
]
RegimeKeys = Annotated[
    tuple[Annotated[str, KnownValues(known_regimes)], ...],
    AT_MOST,
    BeforeValidator(read_regimes),
    Query(description="Only provisions of these regimes.", examples=["2020"]),
]
Statuses = Annotated[
    tuple[Annotated[str, KnownValues(lambda: tuple(Status))], ...],
    AT_MOST,
    BeforeValidator(read_statuses),
    Query(description="Only wordings that are this today.", examples=["in_force"]),
]
Years = Annotated[
    tuple[
        Annotated[
            int,
            WithJsonSchema({"type": "integer", "minimum": EARLIEST_YEAR, "maximum": LATEST_YEAR}),
        ],
        ...,
    ],
    AT_MOST,
    BeforeValidator(read_years),
    Query(description="Only in acts adopted in these years.", examples=["1995"]),
]
ThemeKeys = Annotated[
    tuple[Annotated[str, KnownValues(known_themes)], ...],
    AT_MOST,
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
