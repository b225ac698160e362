"""Amendments: the feed of them, and those of one article."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, StringConstraints

from api.answering.caching import Made, conditional, tagged_json
from api.asking.amendment_parameters import By, DoneVerb, OfRole, PlaceFilter, Since, Until
from api.asking.paging import MOST_ITEMS, ItemCursor, ItemLimit, page_links, paged
from api.asking.parameters import (
    ActFilter,
    Key,
    Lang,
    LangFilter,
    Limit,
    Ngr,
    absent_if_empty,
)
from api.models.amendments import AmendmentFeed, AmendmentOut, PlaceAmendments
from api.openapi import documented
from api.questions.following.amendments import (
    LONGEST_CURSOR,
    FollowedAmendments,
    amendments_of_article,
    page_of,
)
from api.questions.texts import text_language
from api.services import Reading
from corpus.store import reads
from corpus.store.amendments.records import Axis

router = APIRouter(tags=["amendments"])

FORM = 2
"""Grows whenever amendments are written otherwise: what followers hold is then not current."""

Cursor = Annotated[
    Annotated[
        Annotated[str, StringConstraints(max_length=LONGEST_CURSOR)] | None,
        BeforeValidator(absent_if_empty),
    ],
    Query(
        description="The `cursor` of the page before; it goes on with the same filters only.",
        examples=[None],
    ),
]
Withdrawn = Annotated[
    bool,
    Query(
        description="Also amendments that no longer hold; they have `withdrawn_at`.",
        examples=[False],
    ),
]


@router.get(
    "/v1/amendments",
    response_model=AmendmentFeed,
    responses=documented(AmendmentFeed, 404, links=True),
)
def list_amendments(
    request: Request,
    session: Reading,
    by: By = Axis.SEEN,
    since: Since = None,
    until: Until = None,
    act: ActFilter = None,
    article: PlaceFilter = None,
    verb: DoneVerb = None,
    role: OfRole = None,
    lang: LangFilter = None,
    cursor: Cursor = None,
    limit: Limit = 50,
    withdrawn: Withdrawn = False,
) -> Response:
    """Which act amended which place, from when: what the registry's notes say, note by note.

    Each with the ground of its day of entry into force; a day that has none is `unknown`, never
    guessed. The pages of one question give every amendment once, however many come meanwhile: those
    follow when the last page's `cursor` is asked again, later. Ask for `withdrawn` ones too to be
    told when one no longer holds: it is given again, then.
    """
    asked = FollowedAmendments(by, since, until, act, article, verb, lang, withdrawn, role)

    def made() -> Made:
        page = page_of(session, asked, limit, cursor)
        link = page_links(request, page.cursor if page.more else None)
        return Made(AmendmentFeed.of(page, by).to_json(), headers=link)

    # The cursor of a page moves with the whole feed, so that of one act is no version of its own.
    return conditional(
        request,
        version=(FORM, reads.version_of(session, None), request.url.query),
        make=made,
        media_type="application/json",
    )


@router.get(
    "/v1/acts/{ngr}/articles/{key}/amendments",
    response_model=PlaceAmendments,
    responses=documented(PlaceAmendments, 404, links=True),
)
def list_of_article(
    request: Request,
    session: Reading,
    ngr: Ngr,
    key: Key,
    lang: Lang = None,
    cursor: ItemCursor = None,
    limit: ItemLimit = MOST_ITEMS,
) -> Response:
    """All amendments of an article that the notes of any edition held name, the oldest act first.

    With them those of the chapter and other divisions it stood in and those of the whole act that
    reach it (words replaced throughout, a rewording, a repeal): `target` says of what each is.
    Those that a newer wording made pointless are among them, and those not in force yet.
    """
    language = text_language(session, ngr, lang)
    found = amendments_of_article(session, ngr, language, key)
    page = paged(found, lambda one: str(one.sequence), cursor, limit)
    answer = PlaceAmendments(
        ngr=ngr,
        key=key,
        lang=language,
        amendments=tuple(map(AmendmentOut.of, page.items)),
        cursor=page.cursor,
    )
    return tagged_json(request, answer, headers=page_links(request, page.cursor))
