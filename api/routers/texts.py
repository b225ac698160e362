"""Whole texts and articles to take away: Akoma Ntoso, and what linked data says of them.

Each is written by one function, whatever its address; `ADDRESSES` says at which it is had. The
address without an ending gives them by the header Accept (`by_accept`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import cleandoc

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from api.answering.caching import cache_control, tagged
from api.answering.forms import AKOMA_NTOSO, JSON, JSON_LD, Form, attachment
from api.asking.parameters import Key, Lang, Ngr, WhichEdition, WhichWording
from api.openapi import documented_file
from api.questions.akoma_ntoso import days_of, document_of
from api.questions.asked import Asked
from api.questions.in_force.wording import article_in_force
from api.questions.linked_data import linked_act, linked_provision
from api.questions.texts import find_article, find_edition, text_language
from api.rendering.page_head import site_of
from api.services import Reading, Services, UsedServices
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


@dataclass(frozen=True)
class TextAsked:
    """The text that is asked for: of an act, or of an article (else `key` is "")."""

    request: Request
    services: Services
    session: Session
    ngr: str
    which: Asked
    lang: Language | None
    key: str = ""

    @property
    def site(self) -> Site:
        """How addresses on this site are made."""
        return site_of(self.request, self.services)

    @property
    def language(self) -> Language:
        """The language asked for, or what the act is held in; raises what the store raises."""
        return text_language(self.session, self.ngr, self.lang, labels=(self.which.label,))

    def article(self) -> ArticleRecord:
        """The wording of the article that answers; raises what the store raises."""
        language, which = self.language, self.which
        if which.in_force_on is None:
            return find_article(self.session, self.ngr, language, self.key, which)
        day, presume = which.in_force_on, which.presume
        found = article_in_force(self.session, self.ngr, language, self.key, day, presume=presume)
        return found.record


Taken = Callable[[TextAsked], Response]


def take_text_as_akoma_ntoso(asked: TextAsked) -> Response:
    """The whole text of an edition as Akoma Ntoso 3.0: by its label, of a day, or the newest held.

    It has the registry's notes, the amending acts that they name, and the days on which wordings
    surely were in force; what is not known is not said.
    """
    session, services, ngr, site = asked.session, asked.services, asked.ngr, asked.site
    language = asked.language
    summary = find_edition(session, ngr, language, asked.which)

    def make() -> bytes:
        return write_edition(
            document_of(session, services.relating.known(session), summary, site(""))
        )

    body = services.remembered.body(session, ("akn", summary.id, site.root), make)
    here = expression_address(ngr, language, summary.label)
    return tagged(
        asked.request,
        body,
        media_type=AKOMA_NTOSO.media_type,
        cache_control=cache_control(summary, asked.which),
        headers={
            **attachment(f"{ngr}-{language}-{summary.label}", AKOMA_NTOSO),
            **_names(site, here, work_address(ngr)),
        },
    )


def take_article_as_akoma_ntoso(asked: TextAsked) -> Response:
    """One article as Akoma Ntoso 3.0: a `portion` of its edition."""
    record, site, ngr, key = asked.article(), asked.site, asked.ngr, asked.key
    edition, session = record.edition, asked.session
    known = asked.services.relating.known(session)
    body = write_article(document_of(session, known, edition, site(""), key), record.article)
    here = expression_address(ngr, edition.language, edition.label)
    name = f"{ngr}-{key}-{edition.language}-{edition.label}"
    return tagged(
        asked.request,
        body,
        media_type=AKOMA_NTOSO.media_type,
        cache_control=cache_control(edition, asked.which),
        headers={
            **attachment(name, AKOMA_NTOSO),
            **_names(site, provision_address(here, key), here),
        },
    )


def link_act(asked: TextAsked) -> Response:
    """An act as linked data: its editions, and the provisions of one of them."""
    session, ngr = asked.session, asked.ngr
    act, language = reads.act(session, ngr), asked.language
    shown = find_edition(session, ngr, language, asked.which) if act.languages else None
    return _linked(asked, linked_act(session, asked.site, act, shown, asked.services.today))


def link_article(asked: TextAsked) -> Response:
    """An article of an edition as linked data, with the act and the edition that it is part of."""
    session, record = asked.session, asked.article()
    act, edition = reads.act(session, asked.ngr), record.edition
    site, today = asked.site, asked.services.today
    days = days_of(session, edition, asked.key).get(asked.key, ())
    linked = linked_provision(session, site, act, edition, record.article, today, days)
    return _linked(asked, linked)


@dataclass(frozen=True)
class Address:
    """Where a text is had: in which form, what writes it; a name where two paths lead there."""

    path: str
    form: Form
    take: Taken
    operation: str | None = None


ADDRESSES = (
    Address("/{ngr}/text.akn", AKOMA_NTOSO, take_text_as_akoma_ntoso),
    Address("/{ngr}/text", AKOMA_NTOSO, take_text_as_akoma_ntoso, "take_text"),
    Address("/{ngr}/articles/{key}.akn", AKOMA_NTOSO, take_article_as_akoma_ntoso),
    Address("/{ngr}.jsonld", JSON_LD, link_act),
    Address("/{ngr}/articles/{key}.jsonld", JSON_LD, link_article),
)
_OF_ACTS: Mapping[Form, Taken] = {AKOMA_NTOSO: take_text_as_akoma_ntoso, JSON_LD: link_act}
_OF_ARTICLES: Mapping[Form, Taken] = {
    AKOMA_NTOSO: take_article_as_akoma_ntoso,
    JSON_LD: link_article,
}


def by_accept(form: Form, asked: TextAsked) -> Response:
    """The text in a form that the header Accept chose, JSON aside."""
    return (_OF_ARTICLES if asked.key else _OF_ACTS)[form](asked)


def _of_act(take: Taken) -> Callable[..., Response]:
    """What answers at an address of an act's text."""

    def answer(
        request: Request,
        session: Reading,
        services: UsedServices,
        ngr: Ngr,
        asked: WhichEdition,
        lang: Lang = None,
    ) -> Response:
        return take(TextAsked(request, services, session, ngr, asked, lang))

    return answer


def _of_article(take: Taken) -> Callable[..., Response]:
    """What answers at an address of an article."""

    def answer(
        request: Request,
        session: Reading,
        services: UsedServices,
        ngr: Ngr,
        key: Key,
        asked: WhichWording,
        lang: Lang = None,
    ) -> Response:
        return take(TextAsked(request, services, session, ngr, asked, lang, key))

    return answer


for _one in ADDRESSES:
    router.add_api_route(
        _one.path,
        (_of_article if "{key}" in _one.path else _of_act)(_one.take),
        name=_one.take.__name__,
        description=cleandoc(_one.take.__doc__ or ""),
        operation_id=_one.operation,
        response_class=Response,
        responses=documented_file("The file.", [_one.form], 404, 409),
    )


def _linked(asked: TextAsked, document: dict[str, object]) -> Response:
    body = json.dumps(document, ensure_ascii=False, indent=2).encode()
    return tagged(asked.request, body, media_type=JSON_LD.media_type, headers=BY_ACCEPT)


def _names(site: Site, own: str, around: str) -> dict[str, str]:
    """What a file is called for good, and what it is part of (RFC 8288)."""
    link = f'<{site(own)}>; rel="canonical", <{site(around)}>; rel="collection"'
    return {"Link": link, **BY_ACCEPT}
