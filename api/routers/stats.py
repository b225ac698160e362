"""The measures of an act."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answering.caching import tagged
from api.asking.parameters import Lang, Ngr
from api.models.stats import Stats
from api.openapi import documented
from api.questions.measures import measured
from api.questions.texts import text_language
from api.services import Reading, UsedServices

router = APIRouter(prefix="/v1/acts/{ngr}/stats", tags=["changes"])


@router.get("", response_model=Stats, responses=documented(Stats, 404))
def show_stats(
    request: Request, services: UsedServices, session: Reading, ngr: Ngr, lang: Lang = None
) -> Response:
    """What each edition of an act changed, in articles and words, and how long wordings last.

    All is counted over the editions that are held, by their labels; where others are known to exist
    in between, it says so.
    """
    language = text_language(session, ngr, lang)

    def make() -> bytes:
        return Stats.of(measured(session, ngr, language)).to_json()

    body = services.remembered.body(session, ("stats", ngr, language), make)
    return tagged(request, body, media_type="application/json")
