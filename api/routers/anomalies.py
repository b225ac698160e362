"""What does not add up in the texts held."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, StringConstraints

from api.answering.caching import tagged
from api.asking.paging import next_page
from api.asking.parameters import LONGEST_NGR, ActFilter, LangFilter, absent_if_empty, listed
from api.models.anomalies import AnomalyList
from api.openapi import documented
from api.problems.refusals import InvalidRequest
from api.questions.anomalies import acts_on_page, anomalies, anomalies_on_page
from api.services import Reading, UsedServices
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
Cursor = Annotated[
    Annotated[
        Annotated[str, StringConstraints(max_length=LONGEST_NGR)] | None,
        BeforeValidator(absent_if_empty),
    ],
    Query(
        description="Without `act`: the `cursor` of the page before; the acts behind that one.",
        examples=["Z950002464_"],
    ),
]


@router.get("", response_model=AnomalyList, responses=documented(AnomalyList, 404, links=True))
def list_anomalies(
    request: Request,
    session: Reading,
    services: UsedServices,
    act: ActFilter = None,
    cursor: Cursor = None,
    kinds: Kinds = (),
    lang: LangFilter = None,
) -> Response:
    """What does not add up: in one act or all, of some kinds or all, the most serious first.

    Changes that no note explains and notes that no change shows; labels before their acts; numbers
    left out or twice; editions that are listed and not held, and the other way round; languages
    out of step; notes that could not be read. Findings are places to look at, no errors. Of many
    acts a page tells of some, in the order of their numbers; the Link header names the next page.
    """
    if act is not None and cursor is not None:
        raise InvalidRequest("give `act` or `cursor`, not both")
    watchlist, today = services.watchlist, services.today
    page = acts_on_page(session, cursor, kinds) if act is None else None

    def found() -> bytes:
        if page is None:
            of_act = anomalies(session, watchlist, today, ngr=act, kinds=kinds, language=lang)
            return AnomalyList.of(of_act).to_json()
        on_page = anomalies_on_page(session, watchlist, today, page, kinds, lang)
        return AnomalyList.of(on_page, page.last).to_json()

    asked = ("anomalies", act, cursor, kinds, lang, today)
    body = services.remembered.body(session, asked, found)
    headers = next_page(request, page.last) if page else None
    return tagged(request, body, media_type="application/json", headers=headers)
