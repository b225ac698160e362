"""Feeds: Atom and JSON Feed of everything, an act, an article, a regime, a search.

Whether a feed has changed is known from the store's version alone: who holds it already is
answered without a page being read or written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from sqlalchemy.orm import Session

from api.answering.caching import Made, conditional
from api.answering.forms import Form
from api.asking.paging import page_links
from api.asking.parameters import (
    ActFilter,
    Key,
    Lang,
    Ngr,
    Words,
    absent_if_empty,
    listed,
)
from api.asking.regime_parameters import RegimeOrPhase
from api.asking.search_values import KnownValues
from api.feeds import atom, json_feed
from api.feeds.addresses import Addresses
from api.feeds.making import Told, feed_of
from api.openapi import documented_file
from api.problems.refusals import InvalidRequest
from api.questions.following.feed_pages import Followed, Place, feed_page
from api.questions.following.subjects import (
    ANNOUNCED,
    Kinds,
    QueryWithoutWords,
    Subject,
    everything,
    followed,
    of_act,
    of_regime,
    of_search,
)
from api.questions.texts import text_language
from api.services import Reading, Services, UsedServices
from api.words.interface import DEFAULT_LANGUAGE, Interface, catalogue_version
from corpus.bundled import own_regimes
from corpus.law import Language
from corpus.store import reads
from diffing.classify import ChangeKind

_ENTRIES = 50
"""On a page of a feed, unless asked otherwise."""

router = APIRouter(prefix="/feeds", tags=["feeds"])

_FORMS = (Form("atom", atom.MEDIA_TYPE), Form("json", json_feed.MEDIA_TYPE))
_RESPONSES = documented_file("The feed, its newest entries first.", _FORMS)
_OF_ONE = documented_file("The feed, its newest entries first.", _FORMS, 404)

FORM = 1
"""Grows whenever entries are written otherwise: what readers hold is then no longer current."""
MOST_ENTRIES = 100

Suffix = Annotated[
    Literal["atom", "json"],
    Path(description="`atom`: Atom; `json`: JSON Feed 1.1.", examples=["atom"]),
]
_WRITERS = {
    "atom": (atom.atom, atom.MEDIA_TYPE),
    "json": (json_feed.json_feed, json_feed.MEDIA_TYPE),
}


def read_kind(text: object) -> object:
    """A kind of changes, or `announced`."""
    parts = listed(text)
    known = (*ChangeKind, ANNOUNCED)
    if isinstance(parts, tuple) and not set(parts) <= set(known):
        raise ValueError(f"give kinds parted by commas, of: {', '.join(known)}")
    return parts


def read_place(text: str) -> str:
    """The place where a page of a feed begins; raises ValueError."""
    try:
        return str(Place.parse(text))
    except ValueError:
        raise ValueError("give the address that the page before names as next") from None


PlaceText = Annotated[
    str,
    AfterValidator(read_place),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{1,9}\.[0-9]{1,9}$"}),
]


@dataclass(frozen=True)
class Wanted:
    """Which items of a feed, and which page of it."""

    lang: Language | None
    kinds: Kinds
    limit: int
    before: Place | None
    given: tuple[tuple[str, str], ...] = field(default=())
    """The parameters in their order, as the feed's own addresses have them."""


def wanted(
    lang: Lang = None,
    technical: Annotated[
        bool, Query(description="Also technical changes.", examples=[False])
    ] = False,
    kind: Annotated[
        tuple[Annotated[str, KnownValues(lambda: (*ChangeKind, ANNOUNCED))], ...],
        BeforeValidator(read_kind),
        Query(
            description="Only changes of these kinds, parted by commas; `announced`: what amending "
            "acts foresee.",
            examples=["amended,added"],
        ),
    ] = (),
    limit: Annotated[
        int, Query(description="How many at most.", ge=1, le=MOST_ENTRIES, examples=[50])
    ] = _ENTRIES,
    before: Annotated[
        PlaceText | None,
        BeforeValidator(absent_if_empty),
        Query(description="Where the page begins, as the feed's `next` has it.", examples=[None]),
    ] = None,
) -> Wanted:
    """What the parameters ask for."""
    given = [
        ("lang", str(lang) if lang else ""),
        ("technical", "true" if technical else ""),
        ("kind", ",".join(kind)),
        ("limit", str(limit) if limit != _ENTRIES else ""),
    ]
    kept = tuple((name, value) for name, value in given if value)
    place = Place.parse(before) if before else None
    return Wanted(lang, Kinds(technical, kind), limit, place, kept)


Asked = Annotated[Wanted, Depends(wanted)]


@router.get("/changes.{suffix}", response_class=Response, responses=_RESPONSES)
def feed_of_all(
    request: Request, services: UsedServices, session: Reading, suffix: Suffix, asked: Asked
) -> Response:
    """Every change in one language: Russian, unless another is asked for."""
    subject = everything(asked.lang or DEFAULT_LANGUAGE)
    return _answer(request, services, session, subject, asked, suffix)


@router.get("/search.{suffix}", response_class=Response, responses=_OF_ONE)
def feed_of_search(
    request: Request,
    services: UsedServices,
    session: Reading,
    suffix: Suffix,
    asked: Asked,
    q: Words,
    act: ActFilter = None,
) -> Response:
    """The changes of provisions whose wording fits a query, before or after."""
    subject = of_search(q, asked.lang, act)
    own = (("q", q), *((("act", act),) if act else ()))
    return _answer(request, services, session, subject, asked, suffix, own)


@router.get("/acts/{ngr}/articles/{key}.{suffix}", response_class=Response, responses=_OF_ONE)
def feed_of_article(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    key: Key,
    suffix: Suffix,
    asked: Asked,
) -> Response:
    """An article's changes, through every number it had; or those of a division or a point."""
    language = text_language(session, ngr, asked.lang)
    return _answer(request, services, session, of_act(ngr, language, key), asked, suffix)


@router.get("/acts/{ngr}.{suffix}", response_class=Response, responses=_OF_ONE)
def feed_of_act(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    suffix: Suffix,
    asked: Asked,
) -> Response:
    """An act's changes."""
    language = text_language(session, ngr, asked.lang)
    return _answer(request, services, session, of_act(ngr, language), asked, suffix)


@router.get("/regimes/{key}.{suffix}", response_class=Response, responses=_OF_ONE)
def feed_of_regime(
    request: Request,
    services: UsedServices,
    session: Reading,
    key: RegimeOrPhase,
    suffix: Suffix,
    asked: Asked,
) -> Response:
    """The changes of all provisions that ruled a regime, or one phase of it."""
    subject = of_regime(own_regimes(), key, asked.lang or DEFAULT_LANGUAGE)
    return _answer(request, services, session, subject, asked, suffix)


def _answer(
    request: Request,
    services: Services,
    session: Session,
    subject: Subject,
    asked: Wanted,
    suffix: str,
    own: tuple[tuple[str, str], ...] = (),
) -> Response:
    settings = services.settings
    service = services.address(request)
    address = f"{service}{request.url.path.removeprefix(request.scope.get('root_path', ''))}"

    def address_of(place: str | None) -> str:
        parameters = [*own, *asked.given, *([("before", place)] if place else [])]
        return f"{address}{'?' if parameters else ''}{urlencode(parameters)}"

    before = str(asked.before) if asked.before else None
    question = (address_of(before), subject, asked.kinds, asked.limit)

    def made() -> bytes:
        look_for = _followed(session, services, subject, asked.kinds)
        page = feed_page(session, look_for, asked.limit, asked.before)
        words = Interface(asked.lang or subject.language or DEFAULT_LANGUAGE)
        addresses = Addresses(service, settings.adilet_url)
        told = Told(words, addresses, own_regimes(), address_of, look_for.ignored)
        feed = feed_of(session, subject, asked.kinds, page, before, told)
        known = f"{feed.updated.isoformat()} {page.next or ''}\n"
        return known.encode() + _WRITERS[suffix][0](feed)

    def dated() -> Made:
        kept = services.remembered.body(session, ("feed", question), made)
        known, _, body = kept.partition(b"\n")
        updated, _, onward = known.decode().partition(" ")
        links = page_links(request, onward or None, "before")
        return Made(body, datetime.fromisoformat(updated), links)

    written = (FORM, catalogue_version(), settings.adilet_url)
    version = (*written, reads.version_of(session, subject.acts))
    return conditional(
        request,
        version=(version, question),
        make=dated,
        media_type=_WRITERS[suffix][1],
    )


def _followed(session: Session, services: Services, subject: Subject, kinds: Kinds) -> Followed:
    try:
        return followed(session, subject, kinds, services.analyser)
    except QueryWithoutWords as error:
        raise InvalidRequest(f"`q`: {error}") from error
