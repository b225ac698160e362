"""Two editions side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.answering.caching import CHANGING, CLOSED
from api.answering.forms import JSON
from api.asking.paging import WhichPage, answer_page, refuse_page_of_table
from api.asking.parameters import Label, Lang, Ngr, WithHtml
from api.models.changes import Diff
from api.openapi import documented
from api.questions.asked import Asked
from api.questions.texts import find_edition, text_language
from api.services import Reading, UsedServices
from api.tables.answers import BY_ACCEPT, BY_NAME, InTable, answer_editions, form_by_accept
from corpus.bundled import own_renamings
from corpus.law import EditionLabel
from corpus.store import reads
from diffing.compare import compare_editions

router = APIRouter(prefix="/v1/acts/{ngr}/diff", tags=["changes"])

From = Annotated[
    Label, Query(alias="from", description="Label of the one side.", examples=["2021-05-24"])
]
To = Annotated[Label, Query(description="Label of the other side.", examples=["2022-02-07"])]


@router.get("", response_model=Diff, responses=documented(Diff, 404, links=True, forms=BY_NAME))
def compare(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    from_: From,
    to: To,
    wanted: InTable,
    page: WhichPage,
    lang: Lang = None,
    html: WithHtml = False,
) -> Response:
    """What differs between two editions of an act, article by article, with redlines.

    What one of them lacks because only a part of it is held is not compared, and named so. As a
    comparison table (`/diff.docx` and the like) by its ending, or by the header `Accept`.
    """
    form = form_by_accept(request, wanted)
    if form is not JSON:
        refuse_page_of_table(page)
        both = (from_, to)
        return answer_editions(request, services, session, form, wanted, ngr, both, lang, BY_ACCEPT)
    labels = (EditionLabel.parse(from_), EditionLabel.parse(to))
    language = text_language(session, ngr, lang, labels=labels)
    older, newer = (find_edition(session, ngr, language, Asked(label)) for label in labels)
    comparison = compare_editions(
        reads.edition(session, older.id),
        reads.edition(session, newer.id),
        renamings=own_renamings(),
    )
    diff = Diff.of(older, newer, comparison, html=html)
    closed = older.to is not None and newer.to is not None
    keep = CLOSED if closed else CHANGING
    lists = ("changes", "headings", "not_comparable")
    return answer_page(request, diff, lists, page, cache_control=keep, headers=BY_ACCEPT)
