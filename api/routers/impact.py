"""What became of provisions that someone cited."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Response
from pydantic import Field

from api.models.impact import ImpactOut
from api.openapi import documented_private
from api.questions.citations.citable import act_register
from api.questions.impact.answering import MOST_AT_ONCE, MOST_ENTRIES, impact
from api.services import Reading, UsedServices

router = APIRouter(prefix="/v1/impact", tags=["citations"])

MOST_BYTES = 4_000_000
"""Of a list of citations: a thousand of the longest there may be."""

_EXAMPLE = [
    {
        "citation": "п. 1 ст. 113-3 Конституционного закона о выборах",
        "written": "2022-03-01",
        "lang": "ru",
    }
]
Citations = Annotated[
    list[Any],
    Field(max_length=MOST_ENTRIES),
    Body(
        description=f"At most {MOST_ENTRIES} objects, which may name {MOST_AT_ONCE} provisions in "
        "all: `citation` (the words), `written` (the day "
        "they were written, YYYY-MM-DD or DD.MM.YYYY), `lang` (the language of the text that was "
        "cited; by default the citation's own).",
        examples=[_EXAMPLE],
    ),
]


@router.post("", response_model=ImpactOut, responses=documented_private(ImpactOut, 413))
def ask(services: UsedServices, session: Reading, citations: Citations) -> Response:
    """Which of the cited provisions have changed since, how, and where they live now.

    Entries are answered one by one: one that is no citation, or whose day cannot be, says so and
    the others are answered all the same. Nothing is called `unchanged` that the corpus cannot
    vouch for. Dates are edition labels.
    """
    register = act_register(session, services.analyser)
    today = services.today
    answer = ImpactOut.of(impact(session, register, citations, today, MOST_AT_ONCE), today)
    return Response(
        answer.to_json(), media_type="application/json", headers={"Cache-Control": "no-store"}
    )
