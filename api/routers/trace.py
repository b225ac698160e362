"""When a phrase appeared and when it went."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, Field

from api.answering.caching import tagged_json
from api.asking.paging import page_links
from api.asking.parameters import (
    DEEPEST_HIT,
    ActFilter,
    LangFilter,
    Limit,
    Offset,
    absent_if_empty,
    without_control_characters,
)
from api.models.traces import TraceAnswer
from api.openapi import documented
from api.problems.refusals import InvalidRequest
from api.questions.trace import trace
from api.services import Reading
from diffing.origins.phrases import LONGEST_PHRASE, Phrase

router = APIRouter(prefix="/v1/trace", tags=["origins"])

Sought = Annotated[
    Annotated[str, BeforeValidator(without_control_characters)],
    Query(
        description="Words side by side in this order, in any form.",
        min_length=1,
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
From = Annotated[
    Annotated[Annotated[int, Field(ge=1, le=DEEPEST_HIT)] | None, BeforeValidator(absent_if_empty)],
    Query(description="The `cursor` of the page before.", examples=[None]),
]


@router.get("", response_model=TraceAnswer, responses=documented(TraceAnswer, 404, links=True))
def trace_phrase(
    request: Request,
    session: Reading,
    q: Sought,
    act: ActFilter = None,
    lang: LangFilter = None,
    exact: Exactly = False,
    limit: Limit = 20,
    offset: Offset = 0,
    cursor: From = None,
) -> Response:
    """When a phrase appeared and when it went, in every wording held, by first appearance.

    A phrase stands in one paragraph. Editions that are not held, or whose copy lacks the place, are
    named as gaps: it may have come or gone in one of them.
    """
    phrase = Phrase.read(q, exact=exact)
    if cursor is not None and offset:
        raise InvalidRequest("give `cursor` or `offset`, not both: each says where to begin")
    found = trace(session, phrase, act, lang, limit=limit, offset=cursor or offset)
    answer = TraceAnswer.of(found)
    return tagged_json(request, answer, headers=page_links(request, answer.cursor))
