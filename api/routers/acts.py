"""Acts and their editions."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answering.caching import tagged_json
from api.answering.forms import JSON, accepted_form
from api.asking.paging import MOST_ITEMS, ItemCursor, ItemLimit, page_links, paged
from api.asking.parameters import LangFilter, Ngr
from api.models.acts import ActDetail, ActList, ActToday, EditionList, EditionOut
from api.models.completeness import CompletenessOut
from api.openapi import documented
from api.questions.asked import Asked
from api.questions.editions_today import editions_today, editions_today_of
from api.questions.in_force.coming import coming_for_act
from api.routers import texts
from api.services import Reading, UsedServices
from corpus.store import reads
from corpus.store.completeness import completeness

router = APIRouter(prefix="/v1/acts", tags=["acts"])


@router.get("", response_model=ActList, responses=documented(ActList, links=True))
def list_acts(
    request: Request,
    session: Reading,
    services: UsedServices,
    cursor: ItemCursor = None,
    limit: ItemLimit = MOST_ITEMS,
) -> Response:
    """Every act that is known: how much of it is held, and which edition answers for today."""
    page = paged(reads.acts(session), lambda act: act.ngr, cursor, limit)
    today = services.today
    told = editions_today_of(session, (one.ngr for one in page.items), today)
    acts = tuple(ActToday.on(one, today, told[one.ngr]) for one in page.items)
    answer = ActList(acts=acts, cursor=page.cursor)
    return tagged_json(request, answer, headers=page_links(request, page.cursor))


@router.get(
    "/{ngr}", response_model=ActDetail, responses=documented(ActDetail, 404, forms=texts.FORMS[1:])
)
def show_act(request: Request, session: Reading, services: UsedServices, ngr: Ngr) -> Response:
    """One act: which edition answers for today, how complete it is, and what is to come.

    In each language; what is announced, pending or temporary. An unknown number is answered with
    the nearest known ones.
    """
    form = accepted_form(request, texts.FORMS)
    if form is not JSON:
        asked = texts.TextAsked(request, services, session, ngr, Asked(today=services.today), None)
        return texts.by_accept(form, asked)
    today = services.today
    act = ActToday.on(reads.act(session, ngr), today, editions_today(session, ngr, today))
    coming = coming_for_act(session, ngr, today)
    answer = ActDetail.told(act, completeness(session, ngr), coming)
    return tagged_json(request, answer, headers=texts.BY_ACCEPT)


@router.get(
    "/{ngr}/editions",
    response_model=EditionList,
    responses=documented(EditionList, 404, links=True),
)
def list_editions(
    request: Request,
    session: Reading,
    ngr: Ngr,
    lang: LangFilter = None,
    cursor: ItemCursor = None,
    limit: ItemLimit = MOST_ITEMS,
) -> Response:
    """The editions of an act that are held, with where each comes from, and what is missing."""
    page = paged(
        reads.editions(session, ngr, lang), lambda one: f"{one.language}@{one.label}", cursor, limit
    )
    complete = tuple(
        CompletenessOut.of(one)
        for one in completeness(session, ngr)
        if lang in (None, one.language)
    )
    answer = EditionList(
        ngr=ngr,
        editions=tuple(map(EditionOut.of, page.items)),
        completeness=complete,
        cursor=page.cursor,
    )
    return tagged_json(request, answer, headers=page_links(request, page.cursor))
