"""The page of an article: its wording on a day, its history, what it came from."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.amending_words import AmendingWords
from api.outlines import Neighbours, stretches
from api.parameters import Key, Lang, Ngr, WhichWording
from api.questions.article_changes import article_changes
from api.questions.citations.citable import act_register
from api.questions.citations.citing import cited_article
from api.questions.in_force.coming import coming_for_article, day_of
from api.questions.in_force.wording import article_in_force
from api.questions.texts import (
    find_article,
    find_article_for,
    languages_of_article,
    text_language,
)
from api.rendering import ForReader, page
from api.services import Reading, UsedServices
from corpus.store import reads

router = APIRouter(include_in_schema=False)


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
    act, acts = reads.act(session, ngr), reads.acts(session)
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
        styles=("law", "article"),
        sample=any(one.sample for one in acts),
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
        say=AmendingWords.of(reader, services, acts),
        coming=coming_for_article(session, record, as_of),
    )
