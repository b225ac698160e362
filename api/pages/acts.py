"""The page of an act: its text in an edition, its editions in time, another language beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator
from sqlalchemy.orm import Session

from api.amending_words import AmendingWords
from api.page_head import act_head
from api.parameters import Lang, Ngr, WhichEdition, absent_if_empty
from api.questions.edition_notices import edition_notices
from api.questions.explained import ExplainingAct
from api.questions.in_force.coming import coming_for_act, in_language
from api.questions.texts import find_edition, text_language
from api.questions.whole_act.beside import Beside, languages_beside, text_beside
from api.questions.whole_act.history import KnownEdition, edition_history
from api.questions.whole_act.strip import strip_of
from api.questions.whole_act.text import TextRow, chapters, side_by_side, text_rows
from api.rendering import ForReader, page
from api.services import Reading, UsedServices
from corpus.citations.formal import place_in_words
from corpus.law import Language
from corpus.legal_day import day_in_kazakhstan
from corpus.store import reads
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.checked import NEVER, last_checked
from corpus.store.completeness import completeness
from corpus.store.records import EditionSummary

router = APIRouter(include_in_schema=False)

MOST_ARTICLES = 1_500
"""Of a longer act the page shows the contents first; the whole text is asked for by `view=text`."""

View = Annotated[
    Annotated[Literal["text", "contents"] | None, Query()], BeforeValidator(absent_if_empty)
]
BesideLanguage = Annotated[
    Annotated[Language | None, Query()], BeforeValidator(absent_if_empty), Query(alias="beside")
]


@router.get("/acts/{ngr}")
def show_act(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    asked: WhichEdition,
    lang: Lang = None,
    view: View = None,
    beside_in: BesideLanguage = None,
) -> Response:
    """An act: the text of an edition, its editions, its dates, what is to come."""
    act, acts = reads.act(session, ngr), reads.acts(session)
    language = text_language(session, ngr, lang, reader.language)
    held = bool(act.languages)
    today = services.today
    shown = find_edition(session, ngr, language, asked) if held else None
    editions = reads.editions(session, ngr, language) if shown else ()
    complete = completeness(session, ngr)
    own = next((one for one in complete if one.language is language), None)
    history = edition_history(session, ngr, language, editions, own) if held else ()
    beside = _beside(session, shown, beside_in)
    rows = _rows(session, shown, beside)
    step, say = _step(history, shown), AmendingWords.of(reader, services, acts)
    return page(
        request,
        reader,
        "act.html",
        styles=("law", "act"),
        scripts=("act",),
        sample=any(one.sample for one in acts),
        act=act,
        head=act_head(request, reader, services, session, act, shown, asked),
        lang=language,
        text_languages=act.languages,
        asked=asked,
        edition=shown,
        step=step,
        started=tuple(dict.fromkeys(say.start(one) for one in _begun(step))),
        history=history,
        strip=strip_of(history, today),
        notices=(
            edition_notices(act, shown, editions, own, reads.quarantined(session, ngr), today)
            if shown
            else None
        ),
        rows=rows,
        chapters=chapters(rows),
        beside=beside,
        beside_lang=beside.language if beside and beside.edition else None,
        can_be_beside=languages_beside(session, shown, list(act.languages)) if shown else (),
        with_text=_with_text(view, shown),
        completeness=complete,
        checked=last_checked(session, [ngr]).get(ngr, NEVER),
        say=say,
        coming=in_language(coming_for_act(session, ngr, today), language) if held else None,
        today=today,
        legal_day=day_in_kazakhstan,
        place_in_words=place_in_words,
    )


def _beside(
    session: Session, shown: EditionSummary | None, language: Language | None
) -> Beside | None:
    """The other language's text, if it is asked for and is another."""
    if shown is None or language is None or language is shown.language:
        return None
    return text_beside(session, shown, language)


def _rows(
    session: Session, shown: EditionSummary | None, beside: Beside | None
) -> Sequence[TextRow]:
    if shown is None:
        return ()
    rows = text_rows(reads.edition(session, shown.id))
    if beside is None or beside.edition is None:
        return rows
    return side_by_side(rows, text_rows(reads.edition(session, beside.edition.id)))


def _step(history: Sequence[KnownEdition], shown: EditionSummary | None) -> KnownEdition | None:
    """The edition shown, with the acts that made it."""
    if shown is None:
        return None
    return next((one for one in history if one.held and one.held.id == shown.id), None)


def _begun(step: KnownEdition | None) -> Sequence[AmendmentRecord | ExplainingAct]:
    """The amendments of an edition whose first day is known."""
    acts = step.acts if step else ()
    return [one for made in acts for one in made.records if one.entry.on is not None]


def _with_text(view: str | None, shown: EditionSummary | None) -> bool:
    long = shown is not None and shown.articles > MOST_ARTICLES
    return view == "text" or (view is None and not long)
