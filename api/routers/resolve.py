"""What a citation means."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from api.answering.caching import tagged_json
from api.asking.parameters import Lang, WhichWording, without_control_characters
from api.models.resolved import ResolvedOut
from api.openapi import documented
from api.questions.citations.citable import act_register
from api.questions.citations.resolving import resolve_citation
from api.services import Reading, UsedServices
from corpus.citations.reading import LONGEST_CITATION

router = APIRouter(prefix="/v1/resolve", tags=["citations"])

Citation = Annotated[
    Annotated[str, BeforeValidator(without_control_characters)],
    Query(
        description="A citation in Russian, Kazakh or English; an NGR, a key, an address.",
        min_length=1,
        max_length=LONGEST_CITATION,
        examples=["ст. 113-3 п. 2 Конституционного закона о выборах"],
    ),
]


@router.get("", response_model=ResolvedOut, responses=documented(ResolvedOut))
def resolve(
    request: Request,
    services: UsedServices,
    session: Reading,
    q: Citation,
    asked: WhichWording,
    lang: Lang = None,
) -> Response:
    """The provision that a citation means, with its text; the choices; or what comes nearest.

    `lang` is the language of the text; the citation itself may be in another one. Always 200:
    `kind` says what came of it, and `why` why a text is not held.
    """
    register = act_register(session, services.analyser)
    return tagged_json(request, ResolvedOut.of(resolve_citation(session, register, q, lang, asked)))
