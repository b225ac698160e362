"""Amending acts: their instructions, the replay of them, and what is not consolidated yet."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.asking.paging import WhichPage, answer_kept_page, answer_page
from api.asking.parameters import LONGEST_NGR, PRINTABLE, ActName, Lang, Ngr, OptionalLabel
from api.models.instructions import InstructionsPage
from api.models.replay import PendingOut, ReplayOut
from api.openapi import documented
from api.questions.amending_acts.instructions import amending_text
from api.questions.amending_acts.replaying import pending_of, replay_of
from api.services import Reading, UsedServices
from corpus.law import EditionLabel

router = APIRouter(prefix="/v1/acts/{ngr}", tags=["amendments"])

AmendingNgr = Annotated[
    str,
    Path(
        description="State registry number of the amending act.",
        max_length=LONGEST_NGR,
        pattern=PRINTABLE,
        examples=["Z2200000156"],
    ),
]
AmendedAct = Annotated[
    ActName, Query(description="Only on this amended act.", examples=["Z950002464_"])
]
From = Annotated[
    OptionalLabel,
    Query(
        alias="from",
        description="Label of the edition to apply them to; by default the one before each that "
        "the act made.",
        examples=["2022-02-07"],
    ),
]
To = Annotated[
    OptionalLabel,
    Query(
        description="Label of the consolidated edition to compare with. Where none is held, our "
        "reading of that day.",
        examples=["2023-01-01"],
    ),
]


@router.get(
    "/instructions",
    response_model=InstructionsPage,
    responses=documented(InstructionsPage, 404, links=True),
)
def instructions(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: AmendingNgr,
    page: WhichPage,
    lang: Lang = None,
) -> Response:
    """What an amending act orders, instruction by instruction, and all that was not understood."""

    def make() -> InstructionsPage:
        return InstructionsPage.of(amending_text(session, ngr, lang))

    question, lists = ("instructions", ngr, lang), ("operations", "unread", "frames")
    return answer_kept_page(request, services, session, question, make, lists, page)


@router.get("/replay", response_model=ReplayOut, responses=documented(ReplayOut, 404, links=True))
def replay(
    request: Request,
    session: Reading,
    ngr: AmendingNgr,
    page: WhichPage,
    act: AmendedAct = None,
    lang: Lang = None,
    from_: From = None,
    to: To = None,
) -> Response:
    """An amending act's instructions applied to the older edition, beside the registry's own.

    Where both read alike, that is proof; where they do not, both readings are given. Without a
    consolidated edition the wording is our reading, not the registry's.
    """
    text, acts = replay_of(
        session,
        ngr,
        lang,
        act,
        EditionLabel.parse(from_) if from_ else None,
        EditionLabel.parse(to) if to else None,
    )
    return answer_page(request, ReplayOut.of(text, acts), ("acts",), page)


@router.get(
    "/pending", response_model=PendingOut, responses=documented(PendingOut, 404, links=True)
)
def pending(
    request: Request, session: Reading, ngr: Ngr, page: WhichPage, lang: Lang = None
) -> Response:
    """What amending acts order that the newest edition held does not have yet: our reading."""
    whole = PendingOut.of(pending_of(session, ngr, lang))
    return answer_page(request, whole, ("pending", "readings"), page)
