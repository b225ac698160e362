"""A search as an address and a form have it."""

from __future__ import annotations

from typing import Any

from api.models.search import FACET_NAMES
from api.questions.search.asking import SearchAsked
from api.search_parameters import ANY_DAY
from corpus.search.queries import AnyDay, ChangedBetween, Filters, Moment, OnDay
from corpus.search.querying.parsing import LONGEST_QUERY

WAYS_TO_ASK = (
    *("words", "quotes", "row", "without", "or", "brackets", "prefix", "near"),
    *("heading", "note", "act", "article", "status", "citation"),
)
"""What the form tells of the query language, each with an example; docs/searching.md has all."""


def form_values(asked: SearchAsked | None = None) -> dict[str, Any]:
    """What the search form shows as typed in."""
    filters = asked.filters if asked else Filters()
    when = asked.when if asked else None
    return {
        "q": asked.text if asked else "",
        "lang": filters.languages[0] if len(filters.languages) == 1 else None,
        "act": filters.acts[0] if len(filters.acts) == 1 else None,
        "on": when.day if isinstance(when, OnDay) else None,
        "any_day": isinstance(when, AnyDay),
        "changed": when if isinstance(when, ChangedBetween) else None,
        "cross": asked.cross if asked else False,
        "longest": LONGEST_QUERY,
        "ways": WAYS_TO_ASK,
    }


def stated(asked: SearchAsked) -> dict[str, str]:
    """The search as the parameters of its address; those that say nothing are left out."""
    filters = asked.filters
    given = {
        "q": asked.text,
        "on": _on(asked.when),
        "changed": (
            f"{asked.when.start}..{asked.when.end}"
            if isinstance(asked.when, ChangedBetween)
            else ""
        ),
        **{name: _joined(filters, facet) for facet, name in FACET_NAMES.items()},
        "cross": "true" if asked.cross else "",
    }
    return {name: value for name, value in given.items() if value}


def _on(when: Moment | None) -> str:
    match when:
        case AnyDay():
            return ANY_DAY
        case OnDay(day):
            return str(day)
    return ""


def _joined(filters: Filters, facet: str) -> str:
    return ",".join(map(str, getattr(filters, facet)))
