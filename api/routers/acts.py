"""Acts and their editions."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.caching import tagged_json
from api.models.acts import ActList, ActOut, EditionList, EditionOut
from api.openapi import documented
from api.parameters import Lang, Ngr
from api.services import Reading
from corpus.store import reads

router = APIRouter(prefix="/v1/acts", tags=["acts"])


@router.get("", response_model=ActList, responses=documented(ActList))
def list_acts(request: Request, session: Reading) -> Response:
    """Every act that is known, with how much of it is held."""
    acts = tuple(ActOut.of(act) for act in reads.acts(session))
    return tagged_json(request, ActList(acts=acts))


@router.get("/{ngr}", response_model=ActOut, responses=documented(ActOut, 404))
def show_act(request: Request, session: Reading, ngr: Ngr) -> Response:
    """One act. An unknown number is answered with the nearest known ones."""
    return tagged_json(request, ActOut.of(reads.act(session, ngr)))


@router.get("/{ngr}/editions", response_model=EditionList, responses=documented(EditionList, 404))
def list_editions(request: Request, session: Reading, ngr: Ngr, lang: Lang = None) -> Response:
    """The editions of an act that are held, with where each comes from."""
    editions = tuple(EditionOut.of(edition) for edition in reads.editions(session, ngr, lang))
    return tagged_json(request, EditionList(ngr=ngr, editions=editions))
