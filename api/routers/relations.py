"""How an article is related to others."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.asking.paging import WhichPage, answer_page
from api.asking.parameters import Key, Lang, Ngr, WhichEdition
from api.models.relations import RelationsOut
from api.openapi import documented
from api.questions.texts import find_article, text_language
from api.services import Reading, UsedServices

_LISTS = ("cites", "cited_by", "cited_by_unknown", "came_from", "went_to")

router = APIRouter(prefix="/v1/acts/{ngr}/articles", tags=["citations"])


@router.get(
    "/{key}/relations",
    response_model=RelationsOut,
    responses=documented(RelationsOut, 404, 409, links=True),
)
def show_relations(
    request: Request,
    session: Reading,
    services: UsedServices,
    ngr: Ngr,
    key: Key,
    asked: WhichEdition,
    page: WhichPage,
    lang: Lang = None,
) -> Response:
    """What an article cites, what cites it, what it came from and what it went to.

    A reference is linked only where its words tell what it means: `why` says why one is not. Acts
    are read as of the day asked for, else of the edition's label; without either the newest held
    that has come.
    """
    language = text_language(session, ngr, lang, labels=(asked.label,))
    record = find_article(session, ngr, language, key, asked)
    found = services.relating.relations(session, record, asked)
    return answer_page(request, RelationsOut.of(found, record, asked), _LISTS, page)
