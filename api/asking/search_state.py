"""A search as an address and a form have it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from api.asking.parameters import read_day
from api.asking.search_values import ANY_DAY
from api.models.search import FACET_NAMES
from api.questions.search.asking import SearchAsked
from corpus.law import Language
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


def typed_values(given: Mapping[str, str]) -> dict[str, Any]:
    """What the form shows of a search that was refused: as typed, as far as its fields take it."""
    days = {name: _day_or_none(given.get(name, "")) for name in ("changed_from", "changed_to")}
    lang = given.get("lang", "")
    return form_values() | {
        "q": given.get("q", "")[:LONGEST_QUERY],
        "lang": lang if lang in set(Language) else None,
        "act": given.get("act"),
        "on": _day_or_none(given.get("on", "")),
        "any_day": given.get("on") == ANY_DAY,
        "changed": {"start": days["changed_from"] or "", "end": days["changed_to"] or ""}
        if any(days.values())
        else None,
        "cross": given.get("cross") == "true",
    }


def _day_or_none(text: str) -> date | None:
    try:
        return read_day(text)
    except ValueError:
        return None


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
