"""The regimes of electing akims."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answering.caching import tagged_json
from api.models.regimes import RegimeList
from api.openapi import documented
from api.questions.regimes import what_is_held
from api.services import Reading
from corpus.bundled import own_regimes

router = APIRouter(prefix="/v1/regimes", tags=["regimes"])


@router.get("", response_model=RegimeList, responses=documented(RegimeList))
def list_regimes(request: Request, session: Reading) -> Response:
    """The regimes with their phases: days, what they rest on, doubts, and which texts are held.

    A phase is read as of one day (`on`); days are half-open, and null where they are not known.
    """
    return tagged_json(request, RegimeList.of(what_is_held(session, own_regimes())))
