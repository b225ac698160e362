"""The start page: what is held, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response

from api.rendering import ForReader, page
from api.search_state import form_values
from api.services import Reading
from corpus.law import Language
from corpus.store import reads
from corpus.store.records import ActSummary

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(request: Request, reader: ForReader, session: Reading) -> Response:
    """The search form and the acts."""
    acts = reads.acts(session)
    return page(
        request,
        reader,
        "home.html",
        sample=any(act.sample for act in acts),
        acts=acts,
        asked=form_values(),
        feed_lang=_language_of_changes(acts, reader.language),
    )


def _language_of_changes(acts: Sequence[ActSummary], preferred: Language) -> Language | None:
    """The reader's language if texts in it can have changed here: two of one act; else all."""
    has_changes = any(act.languages.get(preferred, 0) > 1 for act in acts)
    return preferred if has_changes else None
