"""The pages of amendments: those of an act, and of all acts as they were learned."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from api.asking.parameters import KeyFilter, Lang, Ngr, absent_if_empty
from api.questions.texts import text_language
from api.rendering.amending import AmendingWords
from api.rendering.page import ForReader, page
from api.services import Reading, UsedServices
from corpus.law import Language
from corpus.store import reads

router = APIRouter(include_in_schema=False)

ON_A_PAGE = 50
_DEEPEST = 1_000

Year = Annotated[
    Annotated[int, Query(ge=1900, le=2999)] | None, BeforeValidator(absent_if_empty), Query()
]
Page = Annotated[int, Query(ge=1, le=_DEEPEST)]
Before = Annotated[
    Annotated[int, Query(ge=1, le=2_147_483_647)] | None, BeforeValidator(absent_if_empty), Query()
]


@router.get("/acts/{ngr}/amendments")
def show_amendments_of_act(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    lang: Lang = None,
    year: Year = None,
    article: KeyFilter = None,
    number: Annotated[Page, Query(alias="page")] = 1,
) -> Response:
    """What the notes of an act say was done to it, the newest amending act first."""
    act = reads.act(session, ngr)
    language = text_language(session, ngr, lang, reader.language)
    found, total = reads.newest_adopted(
        session,
        ngr,
        language,
        year=year,
        key=article,
        limit=ON_A_PAGE,
        offset=(number - 1) * ON_A_PAGE,
    )
    acts = reads.acts(session)
    return page(
        request,
        reader,
        "amendments.html",
        sample=any(one.sample for one in acts),
        act=act,
        lang=language,
        text_languages=list(act.languages),
        found=found,
        read_at=reads.read_at(session, found),
        total=total,
        number=number,
        on_a_page=ON_A_PAGE,
        year=year,
        article=article,
        years=reads.years_of_amendments(session, ngr, language),
        say=AmendingWords.of(reader, services, acts),
    )


@router.get("/amendments")
def show_amendments(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    lang: Lang = None,
    before: Before = None,
) -> Response:
    """What the notes of all acts say, learned last first."""
    acts = reads.acts(session)
    held = [one for one in Language if any(one in act.languages for act in acts)]
    preferred = [one for one in (lang, reader.language, Language.RU) if one in held]
    language = lang or (preferred or [Language.RU])[0]
    found = reads.newest_learned(session, language, ON_A_PAGE + 1, before)
    shown, more = found[:ON_A_PAGE], len(found) > ON_A_PAGE
    return page(
        request,
        reader,
        "all_amendments.html",
        sample=any(one.sample for one in acts),
        lang=language,
        text_languages=held,
        found=shown,
        read_at=reads.read_at(session, shown),
        before=before,
        older=shown[-1].sequence if more else None,
        acts={one.ngr: one for one in acts},
        say=AmendingWords.of(reader, services, acts),
    )
