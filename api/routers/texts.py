"""Whole texts and articles to take away: Akoma Ntoso, and what linked data says of them."""

from __future__ import annotations

import json

from fastapi import APIRouter, Request, Response

from api.answering.caching import cache_control, tagged
from api.answering.forms import AKOMA_NTOSO, JSON, JSON_LD, Form, attachment
from api.asking.parameters import Key, Lang, Ngr, WhichEdition, WhichWording
from api.openapi import Responses, documented_file
from api.questions.akoma_ntoso import days_of, document_of
from api.questions.asked import Asked
from api.questions.in_force.wording import article_in_force
from api.questions.linked_data import linked_act, linked_provision
from api.questions.texts import find_article, find_edition, text_language
from api.rendering.page_head import site_of
from api.services import Reading, UsedServices
from corpus.law import Language
from corpus.store import reads
from corpus.store.records import ArticleRecord
from exports.akoma_ntoso import write_article, write_edition
from exports.identifiers import expression_address, provision_address, work_address
from exports.linked_data import Site

router = APIRouter(prefix="/v1/acts", tags=["texts"])

FORMS = (JSON, AKOMA_NTOSO, JSON_LD)
"""In which forms an act and an article can be asked for by the Accept header."""
BY_ACCEPT = {"Vary": "Accept"}


def _documented(form: Form) -> Responses:
    return documented_file("The file.", [form], 404, 409)


@router.get(
    "/{ngr}/text",
    response_class=Response,
    responses=_documented(AKOMA_NTOSO),
    operation_id="take_text",
)
@router.get("/{ngr}/text.akn", response_class=Response, responses=_documented(AKOMA_NTOSO))
def take_text_as_akoma_ntoso(
    request: Request,
    session: Reading,
    services: UsedServices,
    ngr: Ngr,
    asked: WhichEdition,
    lang: Lang = None,
) -> Response:
    """The whole text of an edition as Akoma Ntoso 3.0: by its label, of a day, or the newest held.

    It has the registry's notes, the amending acts that they name, and the days on which wordings
    surely were in force; what is not known is not said.
    """
    language = text_language(session, ngr, lang)
    summary = find_edition(session, ngr, language, asked)
    site = site_of(request, services)

    def make() -> bytes:
        return write_edition(
            document_of(session, services.relating.known(session), summary, site(""))
        )

    body = services.remembered.body(session, ("akn", summary.id, site.root), make)
    here = expression_address(ngr, language, summary.label)
    return tagged(
        request,
        body,
        media_type=AKOMA_NTOSO.media_type,
        cache_control=cache_control(summary, asked),
        headers={
            **attachment(f"{ngr}-{language}-{summary.label}", AKOMA_NTOSO),
            **_names(site, here, work_address(ngr)),
        },
    )


@router.get(
    "/{ngr}/articles/{key}.akn",
    response_class=Response,
    responses=_documented(AKOMA_NTOSO),
)
def take_article_as_akoma_ntoso(
    request: Request,
    session: Reading,
    services: UsedServices,
    ngr: Ngr,
    key: Key,
    asked: WhichWording,
    lang: Lang = None,
) -> Response:
    """One article as Akoma Ntoso 3.0: a `portion` of its edition."""
    record = _record(session, ngr, key, asked, lang)
    edition, site = record.edition, site_of(request, services)
    known = services.relating.known(session)
    body = write_article(document_of(session, known, edition, site(""), key), record.article)
    here = expression_address(ngr, edition.language, edition.label)
    name = f"{ngr}-{key}-{edition.language}-{edition.label}"
    return tagged(
        request,
        body,
        media_type=AKOMA_NTOSO.media_type,
        cache_control=cache_control(edition, asked),
        headers={
            **attachment(name, AKOMA_NTOSO),
            **_names(site, provision_address(here, key), here),
        },
    )


@router.get("/{ngr}.jsonld", response_class=Response, responses=_documented(JSON_LD))
def link_act(
    request: Request,
    session: Reading,
    services: UsedServices,
    ngr: Ngr,
    asked: WhichEdition,
    lang: Lang = None,
) -> Response:
    """An act as linked data: its editions, and the provisions of one of them."""
    act = reads.act(session, ngr)
    language = text_language(session, ngr, lang)
    shown = find_edition(session, ngr, language, asked) if act.languages else None
    document = linked_act(session, site_of(request, services), act, shown, services.today)
    return _linked(request, document)


@router.get(
    "/{ngr}/articles/{key}.jsonld",
    response_class=Response,
    responses=_documented(JSON_LD),
)
def link_article(
    request: Request,
    session: Reading,
    services: UsedServices,
    ngr: Ngr,
    key: Key,
    asked: WhichWording,
    lang: Lang = None,
) -> Response:
    """An article of an edition as linked data, with the act and the edition that it is part of."""
    record = _record(session, ngr, key, asked, lang)
    act, edition = reads.act(session, ngr), record.edition
    site, today = site_of(request, services), services.today
    days = days_of(session, edition, key).get(key, ())
    document = linked_provision(session, site, act, edition, record.article, today, days)
    return _linked(request, document)


def _linked(request: Request, document: dict[str, object]) -> Response:
    body = json.dumps(document, ensure_ascii=False, indent=2).encode()
    return tagged(request, body, media_type=JSON_LD.media_type, headers=BY_ACCEPT)


def _record(
    session: Reading, ngr: str, key: str, asked: Asked, lang: Language | None
) -> ArticleRecord:
    language = text_language(session, ngr, lang)
    if asked.in_force_on is None:
        return find_article(session, ngr, language, key, asked)
    day, presume = asked.in_force_on, asked.presume
    return article_in_force(session, ngr, language, key, day, presume=presume).record


def _names(site: Site, own: str, around: str) -> dict[str, str]:
    """What a file is called for good, and what it is part of (RFC 8288)."""
    link = f'<{site(own)}>; rel="canonical", <{site(around)}>; rel="collection"'
    return {"Link": link, **BY_ACCEPT}
