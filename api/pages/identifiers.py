"""Addresses that name an act, an edition or a provision for good, and where they lead.

After the Akoma Ntoso Naming Convention: see `docs/decisions/0031-names-that-last.md`. Each answers
303 with the address of the page; by the Accept header or an ending, of the data or the file.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse

from api.answering.caching import CHANGING
from api.answering.forms import AKOMA_NTOSO, JSON, JSON_LD, Form, accepted_form
from api.questions.named import Place, place_named
from api.rendering.page import Links
from api.services import Reading
from exports.identifiers import parse_address

router = APIRouter(include_in_schema=False)

_PAGE = Form("html", "text/html")
_OFFERED = (_PAGE, JSON_LD, AKOMA_NTOSO, JSON)
_BY_ENDING = {form.ending: form for form in _OFFERED}


@router.get("/akn/{rest:path}")
def lead(request: Request, session: Reading, rest: Annotated[str, Path()]) -> Response:
    """Where the named thing is shown or had; a problem where there is none."""
    named = parse_address(f"/akn/{rest}")
    place = place_named(session, named)
    form = _BY_ENDING.get(named.ending) or accepted_form(request, _OFFERED)
    links = Links(None)
    ui = request.query_params.get("ui")
    address = _page(links, place, ui) if form is _PAGE else _data(links, place, form)
    headers = {"Vary": "Accept", "Cache-Control": CHANGING}
    return RedirectResponse(address, status_code=303, headers=headers)


def _question(place: Place) -> dict[str, object]:
    """The query that asks for the same text."""
    return {"lang": place.language, "edition": place.label, "on": place.on}


def _page(links: Links, place: Place, ui: str | None) -> str:
    inside = ("articles", place.article) if place.article else ()
    address = links("acts", place.ngr, *inside, **_question(place), ui=ui)
    return f"{address}#{place.anchor}" if place.anchor else address


def _data(links: Links, place: Place, form: Form) -> str:
    asked = _question(place)
    if place.article:
        ending = "" if form is JSON else f".{form.ending}"
        return links("v1", "acts", place.ngr, "articles", f"{place.article}{ending}", **asked)
    if form is AKOMA_NTOSO:
        return links("v1", "acts", place.ngr, "text.akn", **asked)
    if form is JSON_LD:
        return links("v1", "acts", f"{place.ngr}.jsonld", **asked)
    return links("v1", "acts", place.ngr)
