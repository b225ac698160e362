"""The page of an article: its wording on a day, what changed in it, whence its words are."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from api.asking.parameters import Key, Lang, Ngr, OptionalDay, WhichWording
from api.pages.article_parts.page import View
from api.pages.article_parts.values import values_of
from api.pages.kept import kept_page
from api.questions.asked import Asked
from api.questions.citations.citing import article_key, cited_article
from api.questions.in_force.wording import WordingInForce, article_in_force
from api.questions.texts import find_article, find_article_for, text_language
from api.rendering.page import ForReader, Page, Reader
from api.services import Reading, UsedServices
from corpus.law import Language
from corpus.store import reads
from corpus.store.checked import checks_version
from corpus.store.citable import HeldProvisions
from corpus.store.errors import NotHeld, UnknownArticle
from corpus.store.records import ActSummary, ArticleRecord

router = APIRouter(include_in_schema=False)


class ByWhat(StrEnum):
    """Which of the two questions about a day the form asks."""

    IN_FORCE = "in_force"
    LABEL = "label"


AskedView = Annotated[View, Query()]
AskedDay = Annotated[OptionalDay, Query()]


@router.get("/acts/{ngr}/articles/{key}")
def show_article(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    key: Key,
    asked: WhichWording,
    lang: Lang = None,
    view: AskedView = View.TEXT,
    beside: Lang = None,
    day: AskedDay = None,
    by: Annotated[ByWhat, Query()] = ByWhat.IN_FORCE,
) -> Response:
    """An article: its wording, what changed, whence its words; its history, how it is cited."""
    if day is not None:
        name = "in_force_on" if by is ByWhat.IN_FORCE else "on"
        given: dict[str, Any] = {"lang": lang, name: day}
        given |= {"view": view if view is not View.TEXT else None, "beside": beside}
        return _elsewhere(reader, ngr, key, **given)
    made = Page(
        request, reader, "article.html", ("law", "strip", "article"), ("copy", "leads", "article")
    )

    def body() -> bytes:
        reads.acts(session)  # all are named on the page: then this one is not asked for again
        act = reads.act(session, ngr)
        in_force = _in_force(session, reader, ngr, key, asked, lang)
        record = in_force.record if in_force else _found(session, reader, act, key, asked, lang)
        cited = cited_article(services.relating.register(session), record)
        shown = values_of(request, reader, services, session, act, cited, asked, view, beside)
        return made.body(**shown, in_force=in_force, pinned=None)

    try:
        # A page that cannot tell yet what cites the article is not the one that is kept.
        told = services.relating.knows_citers(services.store, session, patience=0)
        # Whether the registry's list vouches for a day changes with each look at the list.
        checked = checks_version(session) if asked.on else None
        return kept_page(made, session, services.pages, body, services.today, told, checked)
    except (UnknownArticle, NotHeld):
        own = article_key(HeldProvisions(session), ngr, key)
        if own == key:
            raise
        anchor = key.removeprefix(own).lstrip("_")
        return _elsewhere(reader, ngr, own, anchor, **_same_question(asked, lang))


def _in_force(
    session: Session,
    reader: Reader,
    ngr: str,
    key: str,
    asked: Asked,
    lang: Language | None,
) -> WordingInForce | None:
    if asked.in_force_on is None:
        return None
    language = text_language(session, ngr, lang, reader.language)
    return article_in_force(session, ngr, language, key, asked.in_force_on, presume=asked.presume)


def _found(
    session: Session,
    reader: Reader,
    act: ActSummary,
    key: str,
    asked: Asked,
    lang: Language | None,
) -> ArticleRecord:
    if lang is None:
        return find_article_for(session, act, key, asked, reader.language)
    return find_article(session, act.ngr, lang, key, asked)


def _same_question(asked: Asked, lang: Language | None) -> dict[str, Any]:
    return {
        "lang": lang,
        "edition": asked.label,
        "on": asked.on,
        "in_force_on": asked.in_force_on,
        "presume": "true" if asked.presume else None,
    }


def _elsewhere(
    reader: Reader, ngr: str, key: str, anchor: str = "", **parameters: object
) -> Response:
    address = reader.links("acts", ngr, "articles", key, **parameters)
    return RedirectResponse(f"{address}#{anchor}" if anchor else address, status_code=303)
