"""Where a comparison is had as data and as a table to take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from api.forms import CSV, DOCX, HTML, MARKDOWN, PDF, XLSX, Form
from api.pages.comparing_state import State
from api.questions.compared.item import Comparing

_TABLES: Sequence[Form] = (DOCX, PDF, XLSX, CSV, MARKDOWN, HTML)


@dataclass(frozen=True)
class Away:
    """A form of a comparison: its ending and its address."""

    ending: str
    address: str


@dataclass(frozen=True)
class TakenAway:
    """The data of a comparison and its tables."""

    data: str
    tables: tuple[Away, ...]


def forms_of(comparing: Comparing, state: State) -> TakenAway:
    """The addresses for a comparison: those of the API, in the language that is shown."""
    path, given = _addressed(comparing, state)
    query = urlencode(given, doseq=True, safe=":@,")
    technical: dict[str, Any] = {"technical": "true"} if state.technical else {}
    away = urlencode(given | technical, doseq=True, safe=":@,")
    return TakenAway(
        f"{path}?{query}",
        tuple(Away(form.ending, f"{path}.{form.ending}?{away}") for form in _TABLES),
    )


def _addressed(comparing: Comparing, state: State) -> tuple[str, dict[str, Any]]:
    lang = str(comparing.language)
    if state.path != ("compare",):
        regimes, one, word, other = (quote(part, safe="") for part in state.path)
        return f"/v1/{regimes}/{one}/{word}/{other}", {"lang": lang}
    if comparing.by_editions and not comparing.left.held[0].provisions.keys:
        older, newer = comparing.left.held[0].edition, comparing.right.held[0].edition
        path = f"/v1/acts/{quote(older.ngr, safe='')}/diff"
        return path, {"from": str(older.label), "to": str(newer.label), "lang": lang}
    return "/v1/compare", {"left": list(state.left), "right": list(state.right), "lang": lang}
