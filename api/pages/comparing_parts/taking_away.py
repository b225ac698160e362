"""Where a comparison is had as data and as a table to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from api.pages.comparing_parts.state import State
from api.questions.compared.item import Comparing
from api.tables.answers import TABLE_FORMS
from corpus.law import Language


@dataclass(frozen=True)
class Away:
    """A form of a comparison: what it is called, and its address."""

    name: str
    address: str


@dataclass(frozen=True)
class TakenAway:
    """The data of a comparison and its tables."""

    data: str
    tables: tuple[Away, ...]


def forms_of(comparing: Comparing, state: State, ui: Language) -> TakenAway:
    """The addresses for a comparison: those of the API, in the language that is shown.

    The tables say our own words in the reader's language.
    """
    path, given = _addressed(comparing, state)
    given |= {"theme": ",".join(state.themes)} if state.themes else {}
    table, wanted = _table(comparing, state) or (path, given)
    wanted = wanted | ({"technical": "true"} if state.technical else {}) | {"ui": str(ui)}
    query = _query(wanted)
    return TakenAway(
        f"{path}?{_query(given)}",
        tuple(Away(form.name, f"{table}.{form.ending}?{query}") for form in TABLE_FORMS),
    )


def _query(given: dict[str, Any]) -> str:
    return urlencode(given, doseq=True, safe=":@,")


def _addressed(comparing: Comparing, state: State) -> tuple[str, dict[str, Any]]:
    lang = str(comparing.language)
    if state.path != ("compare",):
        regimes, one, word, other = (quote(part, safe="") for part in state.path)
        return f"/v1/{regimes}/{one}/{word}/{other}", {"lang": lang}
    if comparing.by_editions and not comparing.left.held[0].provisions.keys:
        return _of_editions(comparing)
    return "/v1/compare", {"left": list(state.left), "right": list(state.right), "lang": lang}


def _table(comparing: Comparing, state: State) -> tuple[str, dict[str, Any]] | None:
    """A table of one article or chapter of two editions: only their own names its grounds."""
    keys = comparing.left.held[0].provisions.keys
    if not comparing.by_editions or len(keys) != 1 or state.path != ("compare",):
        return None
    path, given = _of_editions(comparing)
    return path, given | {"article": keys[0]}


def _of_editions(comparing: Comparing) -> tuple[str, dict[str, Any]]:
    older, newer = comparing.left.held[0].edition, comparing.right.held[0].edition
    path = f"/v1/acts/{quote(older.ngr, safe='')}/diff"
    given = {"from": str(older.label), "to": str(newer.label), "lang": str(comparing.language)}
    return path, given
