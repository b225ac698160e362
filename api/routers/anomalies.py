"""What does not add up in the texts held."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from api.answering.caching import tagged_json
from api.asking.paging import NAMES_NOTHING, PageAsked, WhichPage, page_links, page_of
from api.asking.parameters import ActFilter, LangFilter, listed
from api.models.anomalies import AnomalyList
from api.openapi import documented
from api.problems.refusals import InvalidRequest
from api.questions.anomalies import acts_on_page, anomalies, anomalies_on_page
from api.services import Reading, UsedServices
from corpus.store import reads
from diffing.anomalies.catalogue import AnomalyKind

router = APIRouter(prefix="/v1/anomalies", tags=["anomalies"])

Kinds = Annotated[
    tuple[AnomalyKind, ...],
    BeforeValidator(listed),
    Query(
        alias="kind",
        description="Only these kinds, parted by commas.",
        examples=["unexplained-change,note-without-change"],
    ),
]


@router.get("", response_model=AnomalyList, responses=documented(AnomalyList, 404, links=True))
def list_anomalies(
    request: Request,
    session: Reading,
    services: UsedServices,
    asked: WhichPage,
    act: ActFilter = None,
    kinds: Kinds = (),
    lang: LangFilter = None,
) -> Response:
    """What does not add up: in one act or all, of some kinds or all, the most serious first.

    Changes that no note explains and notes that no change shows; labels before their acts; numbers
    left out or twice; editions that are listed and not held, and the other way round; languages
    out of step; notes that could not be read. Findings are places to look at, no errors. Of many
    acts a page tells of some, in the order of their numbers, so it may have fewer than `limit`, or
    none, and the Link header name a next one.
    """
    watchlist, today = services.watchlist, services.today
    after, inside, item = (asked.cursor or "").partition("~")
    if after and (act is not None or all(one.ngr != after for one in reads.acts(session))):
        raise InvalidRequest(NAMES_NOTHING)
    group = acts_on_page(session, after or None, kinds) if act is None else None

    def found() -> bytes:
        if group is None:
            of_act = anomalies(session, watchlist, today, ngr=act, kinds=kinds, language=lang)
            return AnomalyList.of(of_act).to_json()
        in_group = anomalies_on_page(session, watchlist, today, group, kinds, lang)
        return AnomalyList.of(in_group, group.last).to_json()

    # Kept whole: the acts of a group are read once for all its pages.
    kept = services.remembered.body(session, ("anomalies", act, after, kinds, lang, today), found)
    whole = AnomalyList.model_validate_json(kept)
    page = page_of(whole, ("anomalies",), PageAsked(item if inside else None, asked.limit))
    cursor = page.cursor
    if page is not whole:
        cursor = f"{after}~{page.cursor}" if page.cursor else whole.cursor
        page = page.counted().model_copy(update={"cursor": cursor})
    return tagged_json(request, page, headers=page_links(request, cursor))
