"""When a phrase appeared and when it went."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from api.caching import tagged_json
from api.models.traces import TraceAnswer
from api.openapi import documented
from api.parameters import ActFilter, LangFilter, Limit, Offset, without_control_characters
from api.questions.trace import trace
from api.services import Reading
from diffing.origins.phrases import LONGEST_PHRASE, Phrase

router = APIRouter(prefix="/v1/trace", tags=["origins"])

Sought = Annotated[
    Annotated[str, BeforeValidator(without_control_characters)],
    Query(
        description="Words side by side in this order, in any form.",
        max_length=LONGEST_PHRASE,
        examples=["аким округа"],
    ),
]
Exactly = Annotated[
    bool,
    Query(
        description="To the letter: only case, spaces and the kind of quotes may differ.",
        examples=[False],
    ),
]


@router.get("", response_model=TraceAnswer, responses=documented(TraceAnswer, 404))
def trace_phrase(
    request: Request,
    session: Reading,
    q: Sought,
    act: ActFilter = None,
    lang: LangFilter = None,
    exact: Exactly = False,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """When a phrase appeared and when it went, in every wording held, by first appearance.

    A phrase stands in one paragraph. Editions that are not held, or whose copy lacks the place, are
    named as gaps: it may have come or gone in one of them.
    """
    phrase = Phrase.read(q, exact=exact)
    found = trace(session, phrase, act, lang, limit=limit, offset=offset)
    return tagged_json(request, TraceAnswer.of(found))
