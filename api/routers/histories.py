"""The history of an act as a git repository."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answering.caching import Made, conditional
from api.answering.forms import GIT_BUNDLE, attachment
from api.asking.parameters import Ngr
from api.dumps.histories import check_any_held, history_of
from api.openapi import documented_file
from api.services import Reading, UsedServices
from corpus.store import reads
from exports.git_history.bundle import git_bundle
from exports.git_history.objects import git_history

router = APIRouter(prefix="/v1/acts/{ngr}", tags=["exports"])

FORM = 1
"""Grows whenever histories are written otherwise."""


@router.get(
    "/history.bundle",
    response_class=Response,
    responses=documented_file("A git bundle: `git clone history.bundle`.", [GIT_BUNDLE], 404),
)
def take_history(request: Request, services: UsedServices, session: Reading, ngr: Ngr) -> Response:
    """The editions of an act as a git repository: a commit each, its author the amending act.

    In all languages held, an article a file, the registry's notes apart, a tag for each edition.
    The same corpus gives the same hashes, and a later edition changes none of those before it.
    """
    act = check_any_held(session, ngr)
    name = f"nusqa-sample-{ngr}" if act.sample else f"nusqa-{ngr}"

    def bundle() -> bytes:
        with services.dumping.turn():  # it reads every edition of the act
            return git_bundle(git_history(history_of(session, ngr)))

    def made() -> Made:
        body = services.remembered.body(session, ("history", ngr), bundle)
        return Made(body, headers=attachment(name, GIT_BUNDLE))

    return conditional(
        request,
        version=(FORM, reads.version_of(session, None), ngr),
        make=made,
        media_type=GIT_BUNDLE.media_type,
    )
