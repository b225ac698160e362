"""The page of an act: its editions, and the articles of one."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.amending_words import AmendingWords
from api.outlines import contents
from api.parameters import Lang, Ngr, WhichEdition
from api.questions.in_force.coming import coming_for_act, in_language
from api.questions.texts import find_edition, text_language
from api.rendering import ForReader, page
from api.services import Reading, UsedServices
from corpus.store import reads
from corpus.store.completeness import completeness

router = APIRouter(include_in_schema=False)


@router.get("/acts/{ngr}")
def show_act(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    asked: WhichEdition,
    lang: Lang = None,
) -> Response:
    """An act: its editions, and the articles of one."""
    act, acts = reads.act(session, ngr), reads.acts(session)
    language = text_language(session, ngr, lang, reader.language)
    held = bool(act.languages)
    today = services.today
    summary = find_edition(session, ngr, language, asked) if held else None
    return page(
        request,
        reader,
        "act.html",
        styles=("act",),
        sample=any(one.sample for one in acts),
        act=act,
        lang=language,
        text_languages=act.languages,
        asked=asked,
        editions=reads.editions(session, ngr, language) if held else (),
        edition=summary,
        contents=contents(reads.edition(session, summary.id)) if summary else (),
        completeness=completeness(session, ngr),
        say=AmendingWords.of(reader, services, acts),
        coming=in_language(coming_for_act(session, ngr, today), language) if held else None,
    )
