"""What does not add up in the texts held."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from api.caching import tagged
from api.models.anomalies import AnomalyList
from api.openapi import documented
from api.parameters import ActFilter, Lang, listed
from api.questions.anomalies import anomalies
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


@router.get("", response_model=AnomalyList, responses=documented(AnomalyList, 404))
def list_anomalies(
    request: Request,
    session: Reading,
    services: UsedServices,
    act: ActFilter = None,
    kinds: Kinds = (),
    lang: Lang = None,
) -> Response:
    """What does not add up: in one act or all, of some kinds or all, the most serious first.

    Changes that no note explains and notes that no change shows; labels before their acts; numbers
    left out or twice; editions that are listed and not held, and the other way round; languages
    out of step; notes that could not be read. Findings are places to look at, no errors.
    """
    today = services.today

    def found() -> bytes:
        return AnomalyList.of(
            anomalies(session, services.watchlist, today, ngr=act, kinds=kinds, language=lang)
        ).to_json()

    asked = ("anomalies", act, kinds, lang, today)
    body = services.remembered.body(session, asked, found)
    return tagged(request, body, media_type="application/json")
