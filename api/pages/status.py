"""The pages of the service's own state, for whoever runs it: no secrets, no paths."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator
from starlette.exceptions import HTTPException

from api.asking.parameters import LONGEST_NGR, ActFilter, absent_if_empty
from api.health import health_of
from api.pages.kept import kept_page
from api.questions.anomalies import acts_on_page, anomalies, anomalies_on_page
from api.questions.operation import counted, operation, run_told
from api.rendering.page import ForReader, Page, page
from api.services import Reading, Services, UsedServices
from api.words.findings import finding_words, objection_words, trouble_words
from corpus.store import reads
from diffing.anomalies.catalogue import SEVERITIES

router = APIRouter(include_in_schema=False)

_LARGEST_ID = 2_147_483_647
RunId = Annotated[int, Path(ge=1, le=_LARGEST_ID)]
After = Annotated[str | None, BeforeValidator(absent_if_empty), Query(max_length=LONGEST_NGR)]


@router.get("/status")
def show_status(
    request: Request, reader: ForReader, services: UsedServices, session: Reading
) -> Response:
    """Whether all parts work, what was asked of the registries, what was not believed."""
    acts = reads.acts(session)
    return page(
        request,
        reader,
        "status.html",
        styles=("status",),
        sample=any(one.sample for one in acts),
        health=health_of(services),
        found=operation(session, services.engine, services.clock()),
        anomalies=_counts(session, services),
        severities=SEVERITIES,
        acts={one.ngr: one for one in acts},
        objection_words=objection_words,
    )


@router.get("/status/runs/{run}")
def show_run(request: Request, reader: ForReader, session: Reading, run: RunId) -> Response:
    """A run and what went wrong in it."""
    try:
        told = run_told(session, run)
    except LookupError:
        raise HTTPException(HTTPStatus.NOT_FOUND) from None
    return page(
        request, reader, "run.html", styles=("status",), told=told, trouble_words=trouble_words
    )


@router.get("/status/anomalies")
def show_anomalies(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    act: ActFilter = None,
    after: After = None,
) -> Response:
    """What does not add up, of one act or of some at a time, the most serious first."""
    made = Page(request, reader, "anomalies.html", ("status",))

    def body() -> bytes:
        acts = reads.acts(session)
        on_page = acts_on_page(session, after) if act is None else None
        if on_page is None:
            found = anomalies(session, services.watchlist, services.today, ngr=act)
        else:
            found = anomalies_on_page(session, services.watchlist, services.today, on_page)
        return made.body(
            sample=any(one.sample for one in acts),
            acts={one.ngr: one for one in acts},
            finding_words=finding_words,
            act=act,
            found=found,
            after=on_page.last if on_page else None,
        )

    return kept_page(made, session, services.pages, body, services.today)


def _counts(session: Reading, services: Services) -> tuple[dict[str, int], bool]:
    """How many anomalies of each kind the first acts have; whether there are more acts."""

    def made() -> bytes:
        on_page = acts_on_page(session)
        found = anomalies_on_page(session, services.watchlist, services.today, on_page)
        return json.dumps([counted(found), on_page.last is not None]).encode()

    question = ("anomalies counted", services.today)
    counts, more = json.loads(services.remembered.body(session, question, made))
    return counts, more
