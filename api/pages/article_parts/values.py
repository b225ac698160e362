"""What the template of an article is given, whichever address the article is shown at."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from sqlalchemy.orm import Session

from api.pages.article_parts.copying import ForCopying
from api.pages.article_parts.page import View, article_page
from api.questions.asked import Asked
from api.questions.citations.citing import Cited
from api.questions.in_force.in_doubt import InForceUnknown
from api.rendering.amending import AmendingWords
from api.rendering.page import Reader
from api.rendering.page_head import article_head
from api.services import Services
from api.words.interface import Interface
from api.words.problems import main_sentence, why_in_doubt
from corpus.law import Language
from corpus.store import reads
from corpus.store.day_errors import DateError
from corpus.store.records import ActSummary


def values_of(
    request: Request,
    reader: Reader,
    services: Services,
    session: Session,
    act: ActSummary,
    cited: Cited,
    asked: Asked,
    view: View = View.TEXT,
    beside: Language | None = None,
) -> dict[str, Any]:
    """What the template of an article is given."""
    told = services.relating.knows_citers(services.store, session)
    shown = article_page(
        session,
        act,
        cited,
        asked,
        services.relating.relations(session, cited.record, asked, citers=told),
        reader,
        services.today,
        view=view,
        beside=beside,
    )
    acts, edition = reads.acts(session), cited.record.edition
    return {
        "sample": any(one.sample for one in acts),
        "act": act,
        "head": article_head(request, reader, services, session, act, cited.record, asked),
        "lang": edition.language,
        "asked": asked,
        "shown": shown,
        "record": cited.record,
        "why_unknown": _why_unknown(shown.today.why, reader.interface),
        "copying": ForCopying.of(
            cited,
            services.address(request),
            Interface(edition.language).edition(edition.label),
        ),
        "say": AmendingWords.of(reader, services, acts),
    }


def _why_unknown(why: DateError | None, words: Interface) -> str | None:
    """Why it cannot be told what is in force, as a sentence."""
    if isinstance(why, InForceUnknown):
        told = why_in_doubt(why, words)
        return f"{told[:1].upper()}{told[1:]}."
    return main_sentence(why, words) if why else None
