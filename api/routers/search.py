"""Search over the wordings."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.answering.caching import tagged, tagged_json
from api.asking.paging import page_links
from api.asking.parameters import Words
from api.asking.search_parameters import Languages, OnOrAny, Searched
from api.asking.search_values import read_on
from api.models.search import SearchAnswer
from api.models.suggestions import SuggestAnswer
from api.openapi import documented
from api.services import Reading, SearchBody, UsedServices
from api.words.searching import titles_of

router = APIRouter(prefix="/v1/search", tags=["search"])


@router.get("", response_model=SearchAnswer, responses=documented(SearchAnswer, 404, links=True))
def search(request: Request, services: UsedServices, asked: Searched) -> Response:
    """Articles whose wording fits the words: of today, of a day, of any time, or changed.

    Words in any form, `"as written"`, `~"phrase in any form"`, `-without`, `OR`, `(brackets)`,
    `begin*`, `one ~5 other` (near), `act: article: note: heading: status:`. A query is never an
    error: what makes no sense in it is left out and named in `ignored`. A provision that the query
    cites («ст. 36 п. 2», `art_36`) goes first, in its wording of the days asked for. One article
    in many wordings is one result. `index_behind` says that the store has changed since the index
    was last brought up to it.
    """
    question = (services.engine.state(), services.today, asked)
    with services.store.read() as session:  # as a dependency it would cost two changes of threads

        def make() -> SearchBody:
            found = services.searching.find(session, asked, services.today)
            return SearchBody(SearchAnswer.of(found, titles_of(found)).to_json(), found.cursor)

        made = services.searches.body(session, question, make)
    headers = page_links(request, made.cursor)
    return tagged(request, made.body, media_type="application/json", headers=headers)


MostSuggestions = Annotated[int, Query(description="How many at most.", ge=1, le=20, examples=[8])]


@router.get("/suggest", response_model=SuggestAnswer, responses=documented(SuggestAnswer))
def suggest(
    request: Request,
    services: UsedServices,
    session: Reading,
    q: Words,
    lang: Languages = (),
    on: OnOrAny = None,
    limit: MostSuggestions = 8,
) -> Response:
    """Acts and provisions whose names hold what has been typed so far; its last word may go on.

    Acts are found by their numbers too («указ 555», `Z9500`). Texts in the language of the letters
    typed, for figures in Russian, go first.
    The headings are those of today, unless another day, or `any`, is asked for.
    """
    when = None if on is None else read_on(on)
    found = services.searching.completions(session, q, lang, services.today, when, limit)
    return tagged_json(request, SuggestAnswer.of(q, found))
