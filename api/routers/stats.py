"""The measures of an act."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.asking.paging import WhichPage, answer_kept_page
from api.asking.parameters import Lang, Ngr
from api.models.stats import Stats
from api.openapi import documented
from api.questions.measures import measured
from api.questions.texts import text_language
from api.services import Reading, UsedServices

router = APIRouter(prefix="/v1/acts/{ngr}/stats", tags=["changes"])


@router.get("", response_model=Stats, responses=documented(Stats, 404, links=True))
def show_stats(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    page: WhichPage,
    lang: Lang = None,
) -> Response:
    """What each edition of an act changed, in articles and words, and how long wordings last.

    All is counted over the editions that are held, by their labels; where others are known to exist
    in between, it says so.
    """
    language = text_language(session, ngr, lang)

    def make() -> Stats:
        return Stats.of(measured(session, ngr, language))

    question, lists = ("stats", ngr, language), ("editions", "wordings")
    return answer_kept_page(request, services, session, question, make, lists, page)
