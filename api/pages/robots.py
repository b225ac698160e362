"""What robots and browsers ask a site for: sitemaps, robots.txt, a description of its search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Annotated
from xml.sax.saxutils import escape, quoteattr

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from api.answering.caching import CHANGING, Made, conditional, is_current, tagged, version_tag
from api.answering.streaming import HeldOpen
from api.asking.parameters import Words
from api.middleware.head import asks_for_no_body
from api.questions.page_addresses import HeldPage, page_parts, pages_of
from api.rendering.page import ForReader, Links
from api.rendering.page_head import site_of
from api.services import Reading, UsedServices
from corpus.law import Language
from corpus.store import reads
from exports.linked_data import Site
from exports.sitemaps import MEDIA_TYPE, PageAddress, sitemap, sitemap_index

router = APIRouter(include_in_schema=False)

_OWN_PAGES = ("", "regimes", "changes", "amendments", "docs")
"""Pages with no law of their own that are worth finding."""
_PIECE = 65_536
"""Bytes that are sent at once."""
_ENDLESS = (
    "/mcp",
    "/search?",
    "/suggest",
    "/compare?",
    "/v1/search",
    "/v1/compare",
    "/v1/resolve",
    "/v1/trace",
    "/v1/impact",
    "/v1/watches",
    "/v1/exports/",
    "/v1/acts/*/diff",
    "/*?on=",
    "/*&on=",
    "/*in_force_on=",
    "/*presume=",
    "/*beside=",
)
"""Spaces without an end, or with nothing to find: any words, any two texts, any day."""
_SUGGESTED = 8
_SUGGESTIONS = "application/x-suggestions+json"
_OPEN_SEARCH = "application/opensearchdescription+xml"


@router.get("/robots.txt")
def tell_robots(request: Request, services: UsedServices) -> Response:
    """Which addresses lead nowhere for a robot, and where the others are listed (RFC 9309)."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {place}" for place in _ENDLESS),
        "",
        f"Sitemap: {site_of(request, services)('/sitemap.xml')}",
        "",
    ]
    return tagged(request, "\n".join(lines).encode(), media_type="text/plain; charset=utf-8")


@router.get("/favicon.ico")
def lead_to_icon() -> Response:
    """Where the icon is, for what asks for it before it has read a page."""
    return RedirectResponse("/static/nusqa.svg", status_code=308)


@router.get("/sitemap.xml")
def list_sitemaps(request: Request, services: UsedServices, session: Reading) -> Response:
    """The index of the sitemaps."""
    site = site_of(request, services)

    def make() -> Made:
        parts = page_parts(session)
        listed = [PageAddress(site("/sitemaps/site.xml"))]
        listed += [
            PageAddress(site(f"/sitemaps/{number}.xml"), part.changed)
            for number, part in enumerate(parts, 1)
        ]
        return Made(sitemap_index(listed))

    version = ("sitemap", reads.version_of(session, None), site.root)
    return conditional(request, version=version, make=make, media_type=MEDIA_TYPE)


@router.get("/sitemaps/site.xml")
def list_own_pages(request: Request, services: UsedServices) -> Response:
    """The site's own pages."""
    site = site_of(request, services)
    pages = (_page(site, (name,) if name else ()) for name in _OWN_PAGES)
    return tagged(request, b"".join(sitemap(pages)), media_type=MEDIA_TYPE)


@router.get("/sitemaps/{number}.xml")
def list_pages(
    request: Request, services: UsedServices, number: Annotated[int, Path(ge=1, le=50_000)]
) -> Response:
    """A part of the pages with law, sent while it is read: to so many at once as exports are."""
    site = site_of(request, services)
    with ExitStack() as opened:
        session = opened.enter_context(services.store.read())
        parts = page_parts(session)
        if number > len(parts):
            raise HTTPException(404)
        tag = version_tag(("sitemap", number, reads.version_of(session, None), site.root))
        headers = {"ETag": tag, "Cache-Control": CHANGING, "X-Content-Type-Options": "nosniff"}
        if is_current(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        if asks_for_no_body(request):
            return HeldOpen(iter([b""]), lambda: None, media_type=MEDIA_TYPE, headers=headers)
        opened.enter_context(services.dumping.turn())
        pages = (_held_page(site, one) for one in pages_of(session, parts[number - 1]))
        closing = opened.pop_all()
        return HeldOpen(
            _in_pieces(sitemap(pages)), closing.close, media_type=MEDIA_TYPE, headers=headers
        )


def _held_page(site: Site, held: HeldPage) -> PageAddress:
    inside = ("articles", held.key) if held.key is not None else ()
    found = _page(site, ("acts", held.ngr, *inside), lang=held.language)
    return PageAddress(found.address, held.changed, found.alternates)


def _page(site: Site, place: tuple[str, ...], **parameters: object) -> PageAddress:
    own = site(Links(None)(*place, **parameters))
    alternates = {str(one): site(Links(one)(*place, **parameters)) for one in Language}
    return PageAddress(own, None, {**alternates, "x-default": own})


def _in_pieces(parts: Iterator[bytes]) -> Iterator[bytes]:
    piece = bytearray()
    for part in parts:
        piece += part
        if len(piece) >= _PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


@router.get("/opensearch.xml")
def describe_search(request: Request, reader: ForReader, services: UsedServices) -> Response:
    """How a browser searches here, in the reader's language (OpenSearch 1.1)."""
    site, ui = site_of(request, services), reader.language

    def template(*place: str) -> str:
        return quoteattr(site(Links(ui)(*place)) + "&q={searchTerms}")

    own = quoteattr(site(Links(ui)("opensearch.xml")))
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Nusqa</ShortName>
<Description>{escape(reader.interface("head.search"))}</Description>
<Url type="text/html" template={template("search")}/>
<Url type="{_SUGGESTIONS}" rel="suggestions" template={template("suggest")}/>
<Url type="{_OPEN_SEARCH}" rel="self" template={own}/>
<Image width="16" height="16" type="image/svg+xml">{escape(site("/static/nusqa.svg"))}</Image>
<Language>{ui}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
"""
    headers = {"Vary": "Accept-Language", "Content-Language": str(ui)}
    return tagged(request, text.encode(), media_type=_OPEN_SEARCH, headers=headers)


@router.get("/suggest")
def suggest(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    q: Words = "",
    ui: Annotated[str | None, Query()] = None,  # noqa: ARG001 - read by the reader
) -> Response:
    """What may be meant, as browsers' search fields take it: names, where they are from, pages."""
    found = services.searching.completions(session, q, (), services.today, None, _SUGGESTED)
    site = site_of(request, services)
    places = [("acts", one.ngr, *(("articles", one.key) if one.key else ())) for one in found]
    answer = [
        q,
        [one.text for one in found],
        [one.act_title if one.key else one.ngr for one in found],
        [
            site(reader.links(*place, lang=one.language))
            for place, one in zip(places, found, strict=True)
        ],
    ]
    body = json.dumps(answer, ensure_ascii=False).encode()
    return tagged(request, body, media_type=_SUGGESTIONS)
