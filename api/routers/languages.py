"""The two languages of an act side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.asking.paging import WhichPage, answer_page
from api.asking.parameters import Ngr, WhichEdition
from api.models.languages import LanguagesOut
from api.openapi import documented
from api.questions.languages import languages
from api.services import Reading

router = APIRouter(prefix="/v1/acts/{ngr}/languages", tags=["languages"])


_LISTS = ("disagreements", "not_comparable", "amendments", "one_language_only")


@router.get(
    "", response_model=LanguagesOut, responses=documented(LanguagesOut, 404, 409, links=True)
)
def compare(
    request: Request, session: Reading, ngr: Ngr, asked: WhichEdition, page: WhichPage
) -> Response:
    """Where the Russian and the Kazakh text of an edition disagree.

    An article, point, paragraph, number, date or reference that one language has and the other
    lacks or has otherwise; acts that only one language's footnotes name; amendments made in one
    language only; editions known in one language only. Numbers are read in words and figures of
    both languages: «тридцатидневный срок» and «отыз күн» agree.
    """
    whole = LanguagesOut.of(languages(session, ngr, asked))
    return answer_page(request, whole, _LISTS, page)
