"""Search over the wordings."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.caching import tagged_json
from api.models.search import SearchAnswer
from api.openapi import documented
from api.parameters import ActFilter, LangFilter, Limit, Offset, On, Words
from api.questions.search import find
from api.services import Reading, UsedServices
from corpus.search import Query

router = APIRouter(prefix="/v1/search", tags=["search"])


@router.get("", response_model=SearchAnswer, responses=documented(SearchAnswer))
def search(
    request: Request,
    services: UsedServices,
    session: Reading,
    q: Words,
    lang: LangFilter = None,
    on: On = None,
    act: ActFilter = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Articles whose wording fits the words: the current ones, or those of a day.

    A query is never an error: what makes no sense in it is left out and named in `ignored`.
    `index_behind` says that the store has changed since the index was last brought up to it.
    """
    query = Query(q, lang=lang, ngr=act, on=on, limit=limit, offset=offset)
    found = find(services.engine, session, query)
    return tagged_json(request, SearchAnswer.of(found))
