"""The page of an act: its text in an edition, its editions in time, another language beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator
from sqlalchemy.orm import Session

from api.asking.parameters import Lang, Ngr, WhichEdition, absent_if_empty
from api.pages.act_anchors import row_ids
from api.pages.act_links import linked_text
from api.pages.kept import kept_page
from api.questions.asked import Asked
from api.questions.citations.repeal import repeal_of
from api.questions.edition_notices import edition_notices
from api.questions.explained import ExplainingAct
from api.questions.in_force.coming import coming_for_act, in_language
from api.questions.texts import find_edition, find_edition_for
from api.questions.whole_act.beside import Beside, languages_beside, text_beside
from api.questions.whole_act.cites import CitesOfText, cites_of_text
from api.questions.whole_act.history import KnownEdition, edition_history
from api.questions.whole_act.strip import strip_of
from api.questions.whole_act.text import TextRow, chapters, side_by_side, text_rows
from api.rendering.amending import AmendingWords
from api.rendering.page import ForReader, Links, Page, Reader
from api.rendering.page_head import act_head
from api.services import Reading, Services, UsedServices
from corpus.citations.acts import CitableAct
from corpus.citations.formal import formal, place_alone
from corpus.citations.of_edition import of_edition
from corpus.law import Edition, Language
from corpus.legal_day import day_in_kazakhstan
from corpus.store import reads
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.checked import NEVER, checks_version, last_checked
from corpus.store.completeness import completeness
from corpus.store.records import ActSummary, EditionSummary

router = APIRouter(include_in_schema=False)

MOST_ARTICLES = 1_500
"""Of a longer act the page shows the contents first; the whole text is asked for by `view=text`."""
_NO_TEXTS: dict[str, Any] = {
    "rows": (),
    "ids": (),
    "chapters": (),
    "beside": None,
    "beside_lang": None,
    "can_be_beside": (),
    "linked": {},
    "links_left_out": False,
}

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
    made = Page(request, reader, "act.html", ("law", "strip", "act"), ("copy", "leads", "act"))

    def body() -> bytes:
        act = reads.act(session, ngr)
        shown = _shown(session, reader, act, asked, lang) if act.languages else None
        language = shown.language if shown else lang or reader.language
        with_text = _with_text(view, shown)
        edition = reads.edition(session, shown.id) if shown else None
        texts = _NO_TEXTS
        if shown and edition:
            texts = _texts(session, shown, edition, beside_in)
            if with_text:
                rows = texts["rows"]
                texts |= _links(reader, services, session, shown, edition, asked, rows)
        head = act_head(request, reader, services, session, act, shown, asked)
        told = _told(reader, services, session, act, language, shown)
        cited = _cited(request, services, session, shown) if shown else {}
        text = {**texts, **cited, "with_text": with_text}
        return made.body(**told, **text, head=head, asked=asked)

    facts = services.today, checks_version(session)
    return kept_page(made, session, services.large_pages, body, *facts)


def _shown(
    session: Session, reader: Reader, act: ActSummary, asked: Asked, lang: Language | None
) -> EditionSummary:
    """The edition asked for: in the language asked for, else in the reader's or one that answers.

    As an article's page answers.
    """
    if lang is None:
        return find_edition_for(session, act, asked, reader.language)
    return find_edition(session, act.ngr, lang, asked)


def _told(
    reader: Reader,
    services: Services,
    session: Session,
    act: ActSummary,
    language: Language,
    shown: EditionSummary | None,
) -> dict[str, Any]:
    """What the page tells of the act and of its editions in a language."""
    ngr, today = act.ngr, services.today
    acts = reads.acts(session)
    editions = reads.editions(session, ngr, language) if shown else []
    complete = completeness(session, ngr)
    own = next((one for one in complete if one.language is language), None)
    history = edition_history(session, ngr, language, editions, own) if shown else ()
    step, say = _step(history, shown), AmendingWords.of(reader, services, acts)
    told: dict[str, Any] = {"notices": None, "coming": None}
    if shown:
        quarantined = reads.quarantined(session, ngr)
        told["notices"] = edition_notices(
            act, shown, editions, own, quarantined, today, repeal_of(session, ngr, today)
        )
        told["coming"] = in_language(coming_for_act(session, ngr, today), language)
    return told | {
        "sample": any(one.sample for one in acts),
        "act": act,
        "lang": language,
        "text_languages": act.languages,
        "edition": shown,
        "step": step,
        "started": tuple(dict.fromkeys(say.start(one) for one in _begun(step))),
        "history": history,
        "strip": strip_of(history, today, shown.id if shown else None, act.repealed_on),
        "completeness": complete,
        "checked": last_checked(session, [ngr]).get(ngr, NEVER),
        "say": say,
        "today": today,
        "legal_day": day_in_kazakhstan,
        "place_alone": place_alone,
    }


def _cited(
    request: Request, services: Services, session: Session, shown: EditionSummary
) -> dict[str, Any]:
    """How the act is cited by language, how in its edition, and the address of that."""
    act = services.relating.register(session).act(shown.ngr) or CitableAct(shown.ngr)
    official = {one: formal(act, "", (), one) for one in Language}
    path = Links(None)("acts", shown.ngr, lang=shown.language, edition=shown.label)
    return {
        "official": official,
        "of_edition": of_edition(official[shown.language], shown.label, shown.language),
        "own_address": f"{services.address(request)}{path}",
    }


def _texts(
    session: Session, shown: EditionSummary, edition: Edition, beside_in: Language | None
) -> dict[str, Any]:
    """The text of the edition, with another language's beside it if that is asked for."""
    beside = _beside(session, shown, beside_in)
    rows = _rows(session, edition, beside)
    return _NO_TEXTS | {
        "rows": rows,
        "chapters": chapters(rows),
        "beside": beside,
        "beside_lang": beside.language if beside and beside.edition else None,
        "can_be_beside": languages_beside(session, shown, list(Language)),
    }


def _beside(session: Session, shown: EditionSummary, language: Language | None) -> Beside | None:
    """The other language's text, if it is asked for and is another."""
    if language is None or language is shown.language:
        return None
    return text_beside(session, shown, language)


def _links(
    reader: Reader,
    services: Services,
    session: Session,
    shown: EditionSummary,
    edition: Edition,
    asked: Asked,
    rows: Sequence[TextRow],
) -> dict[str, Any]:
    """The ids and the links in the text; what it cites is read once for a state of the store."""

    def read() -> CitesOfText:
        return cites_of_text(session, services.relating.known(session), edition, shown, asked)

    # Of other acts those editions are cited that have come: another day, other ones.
    question = (shown.id, asked, asked.today)
    found = services.cites_of_texts.body(session, question, read)
    ids = row_ids(rows)
    linked = linked_text(reader, shown, asked, rows, ids, found.by_article)
    return {"ids": ids, "linked": linked, "links_left_out": found.left_out}


def _rows(session: Session, edition: Edition, beside: Beside | None) -> Sequence[TextRow]:
    rows = text_rows(edition)
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
