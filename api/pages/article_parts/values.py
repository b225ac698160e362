"""What the template of an article is given, whichever address the article is shown at."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from sqlalchemy.orm import Session

from api.amending_words import AmendingWords
from api.pages.article_parts.copying import ForCopying, address_here
from api.pages.article_parts.page import View, article_page
from api.problem_words import main_sentence
from api.questions.asked import Asked
from api.questions.citations.citing import Cited
from api.rendering import Reader
from api.services import Services
from corpus.law import Language
from corpus.store import reads
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
    shown = article_page(
        session,
        act,
        cited,
        asked,
        services.relating.relations(session, cited.record, asked),
        reader.links,
        services.today,
        view=view,
        beside=beside,
    )
    acts, edition = reads.acts(session), cited.record.edition
    why = shown.today.why
    return {
        "sample": any(one.sample for one in acts),
        "act": act,
        "lang": edition.language,
        "asked": asked,
        "shown": shown,
        "record": cited.record,
        "why_unknown": main_sentence(why, reader.interface) if why else None,
        "copying": ForCopying.of(
            cited,
            address_here(request, services),
            reader.interface("edition.shown", label=edition.label),
        ),
        "say": AmendingWords.of(reader, services, acts),
    }
