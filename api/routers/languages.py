"""The two languages of an act side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.asking.paging import WhichPage, answer_kept_page
from api.asking.parameters import Ngr, WhichEdition
from api.models.languages import LanguagesOut
from api.openapi import documented
from api.questions.languages import languages
from api.services import Reading, UsedServices

router = APIRouter(prefix="/v1/acts/{ngr}/languages", tags=["languages"])


_LISTS = ("disagreements", "not_comparable", "amendments", "one_language_only")


@router.get(
    "", response_model=LanguagesOut, responses=documented(LanguagesOut, 404, 409, links=True)
)
def compare(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    asked: WhichEdition,
    page: WhichPage,
) -> Response:
    """Where the Russian and the Kazakh text of an edition disagree.

    An article, point, paragraph, number, date or reference that one language has and the other
    lacks or has otherwise; acts that only one language's footnotes name; amendments made in one
    language only; editions known in one language only. Numbers are read in words and figures of
    both languages: «тридцатидневный срок» and «отыз күн» agree.
    """

    def make() -> LanguagesOut:
        return LanguagesOut.of(languages(session, ngr, asked))

    # What is asked is the same on every day; the newest edition that has come is not.
    question = ("languages", ngr, asked, asked.today)
    return answer_kept_page(request, services, session, question, make, _LISTS, page)
