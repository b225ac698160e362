"""The regimes of electing akims."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.asking.paging import WhichPage, answer_page
from api.models.regimes import RegimeList
from api.openapi import documented
from api.questions.regimes import what_is_held
from api.services import Reading
from corpus.bundled import own_regimes

router = APIRouter(prefix="/v1/regimes", tags=["regimes"])


@router.get("", response_model=RegimeList, responses=documented(RegimeList, links=True))
def list_regimes(request: Request, session: Reading, page: WhichPage) -> Response:
    """The regimes with their phases: days, what they rest on, doubts, and which texts are held.

    A phase is read as of one day (`on`); days are half-open, and null where they are not known.
    """
    whole = RegimeList.of(what_is_held(session, own_regimes()))
    return answer_page(request, whole, ("regimes", "gaps"), page)
