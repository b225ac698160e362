"""The pages for readers: the start, an act, an article with its history. No JavaScript anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from api.amending_words import AmendingWords
from api.outlines import Neighbours, contents, stretches
from api.parameters import Key, Lang, Ngr, WhichEdition, WhichWording
from api.problems import BY_SLUG
from api.questions.article_changes import article_changes
from api.questions.citations.citable import act_register
from api.questions.citations.citing import cited_article
from api.questions.in_force.coming import (
    coming_for_act,
    coming_for_article,
    day_of,
    in_language,
)
from api.questions.in_force.wording import article_in_force
from api.questions.texts import (
    find_article,
    find_article_for,
    find_edition,
    languages_of_article,
    text_language,
)
from api.rendering import ForReader, page
from api.search_state import form_values
from api.services import Reading, UsedServices
from corpus.law import Language
from corpus.store import reads
from corpus.store.completeness import completeness
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
    act = reads.act(session, ngr)
    language = text_language(session, ngr, lang, reader.language)
    held = bool(act.languages)
    today = services.today
    summary = find_edition(session, ngr, language, asked) if held else None
    return page(
        request,
        reader,
        "act.html",
        sample=_sample_loaded(session),
        act=act,
        lang=language,
        text_languages=act.languages,
        asked=asked,
        editions=reads.editions(session, ngr, language) if held else (),
        edition=summary,
        contents=contents(reads.edition(session, summary.id)) if summary else (),
        completeness=completeness(session, ngr),
        say=AmendingWords.of(reader, services, reads.acts(session)),
        coming=in_language(coming_for_act(session, ngr, today), language) if held else None,
    )


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
) -> Response:
    """An article: its wording, the registry's notes apart, its history, where it comes from."""
    act = reads.act(session, ngr)
    in_force = None
    if asked.in_force_on is not None:
        language = text_language(session, ngr, lang, reader.language)
        in_force = article_in_force(
            session, ngr, language, key, asked.in_force_on, presume=asked.presume
        )
        record = in_force.record
    elif lang is None:
        record = find_article_for(session, act, key, asked, reader.language)
    else:
        record = find_article(session, ngr, lang, key, asked)
    language = record.edition.language
    edition = reads.edition(session, record.edition.id)
    as_of = day_of(asked, record.edition.label, services.today)
    cited = cited_article(act_register(session, services.analyser), record)
    return page(
        request,
        reader,
        "article.html",
        sample=_sample_loaded(session),
        act=act,
        lang=language,
        text_languages=languages_of_article(session, act, key, asked),
        asked=asked,
        record=record,
        in_force=in_force,
        divisions=[one for one in edition.divisions if one.key in record.article.divisions],
        neighbours=Neighbours.of(edition, key),
        history=stretches(
            reads.history(session, ngr, language, key),
            article_changes(session, ngr, language, key),
        ),
        cited=cited,
        cite_in=dict.fromkeys((language, reader.language)),
        permalink=cited.permalink(services.settings.public_url or str(request.base_url)),
        say=AmendingWords.of(reader, services, reads.acts(session)),
        coming=coming_for_article(session, record, as_of),
    )


@router.get("/problems/{slug}")
def show_problem(request: Request, reader: ForReader, slug: str) -> Response:
    """What a problem's type means."""
    kind = BY_SLUG.get(slug)
    return page(
        request,
        reader,
        "problem_kind.html",
        status=200 if kind else 404,
        kind=kind,
        kinds=sorted(BY_SLUG.values(), key=lambda one: one.slug),
    )


@router.get("/docs")
def show_api(request: Request, reader: ForReader) -> Response:
    """The JSON API, route by route, out of the OpenAPI document."""
    document = request.app.openapi()
    return page(request, reader, "docs.html", document=document)


def _sample_loaded(session: Session) -> bool:
    return any(act.sample for act in reads.acts(session))
