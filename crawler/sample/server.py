"""The sample on loopback: both registries' shapes on one small server, with faults on demand."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import time as day_time
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from crawler.sample.acts import load_acts
from crawler.sample.faults import ROBOTS_PATH, Fault, Faults, RequestLog, Rule
from crawler.sample.pages import HTML, Page, SamplePages

_STARTS_WITHIN = 10.0
"""Seconds."""
_LOOKS_EVERY = 0.05

Find = Callable[[SamplePages, Request, Fault | None], Page | None]


def sample_app(faults: Faults, log: RequestLog | None = None) -> Starlette:
    """The sample registry as an application, with the faults that `faults` has at each request."""
    pages = SamplePages(load_acts())
    log = RequestLog() if log is None else log

    def endpoint(find: Find) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            if request.method == "POST":
                try:
                    request.state.asked = dict(await request.json())
                except (ValueError, TypeError):
                    return Response("a search is a JSON object", HTTPStatus.BAD_REQUEST)
            return await _answer(request, find, pages, faults, log)

        return answer

    search = Route("/api/documents/search", endpoint(_search), methods=["POST"])
    rest = Route("/{rest:path}", endpoint(lambda *_: None))
    return Starlette(routes=[search, *(Route(at, endpoint(find)) for at, find in _ROUTES), rest])


def _edition(pages: SamplePages, request: Request, fault: Fault | None) -> Page | None:
    place = request.path_params
    archive = request.url.path.split("/")[2] == "archive"
    return pages.edition(place["code"], place["ngr"], place.get("day"), fault, archive=archive)


def _history(pages: SamplePages, request: Request, fault: Fault | None) -> Page | None:
    return pages.history(request.path_params["code"], request.path_params["ngr"], fault)


def _card(pages: SamplePages, request: Request, fault: Fault | None) -> Page | None:
    return pages.card(request.path_params["code"], request.path_params["ngr"], fault)


def _versions(pages: SamplePages, request: Request, fault: Fault | None) -> Page | None:
    return pages.versions(request.path_params["id"], request.path_params["code"], fault)


def _document(pages: SamplePages, request: Request, fault: Fault | None) -> Page | None:
    place = request.path_params
    return pages.document(place["id"], place["code"], place.get("day"), request.query_params, fault)


def _search(pages: SamplePages, request: Request, _fault: Fault | None) -> Page | None:
    return pages.search(request.state.asked)


_ROUTES: tuple[tuple[str, Find], ...] = (
    ("/", lambda pages, _request, _fault: pages.index()),
    (ROBOTS_PATH, lambda pages, _request, fault: pages.robots(fault)),
    ("/{code}/docs/{ngr}/history", _history),
    ("/{code}/docs/{ngr}/info", _card),
    ("/{code}/docs/{ngr}", _edition),
    ("/{code}/docs/{ngr}/{day}", _edition),
    ("/{code}/archive/docs/{ngr}/{day}", _edition),
    ("/api/documents/{id:int}/{code}/versions", _versions),
    ("/api/documents/{id:int}/{code}", _document),
    ("/api/documents/{id:int}/{code}/{day}", _document),
)


async def _answer(
    request: Request, find: Find, pages: SamplePages, faults: Faults, log: RequestLog
) -> Response:
    rule = faults.take(request.url.path)
    fault = rule.fault if rule else None
    query = f"?{request.url.query}" if request.url.query else ""
    log.note(
        request.method,
        request.url.path + query,
        request.headers.get("user-agent", ""),
        conditional=bool({"if-none-match", "if-modified-since"} & set(request.headers)),
        fault=fault,
    )
    if rule and (refused := await _no_page(request, rule)):
        return refused
    page = pages.stray(fault)
    if page is None and fault is not Fault.MISSING:
        page = find(pages, request, fault)
    if page is None:
        body = pages.missing().body
        return Response(body, HTTPStatus.NOT_FOUND, media_type=HTML)
    match fault:
        case Fault.EMPTY:
            return Response(b"", media_type=page.media_type)
        case Fault.CUT_CLEAN:
            return Response(page.body[: len(page.body) // 2], media_type=page.media_type)
        case Fault.CUT:
            return _CutResponse(page.body, media_type=page.media_type)
        case _:
            return _conditional(request, page)


async def _no_page(request: Request, rule: Rule) -> Response | None:
    """The answer of a fault that gives no page at all."""
    match rule.fault:
        case Fault.SERVER_ERROR:
            return Response("", rule.status)
        case Fault.TOO_MANY:
            headers = {"retry-after": str(int(rule.seconds))}
            return Response("", HTTPStatus.TOO_MANY_REQUESTS, headers)
        case Fault.HANG:
            until = time.monotonic() + rule.seconds
            while time.monotonic() < until and not await request.is_disconnected():
                await asyncio.sleep(_LOOKS_EVERY)
            return Response("", HTTPStatus.GATEWAY_TIMEOUT)
        case _:
            return None


def _conditional(request: Request, page: Page) -> Response:
    """The page, or 304 when the client has it already (RFC 9110, 13.2.2)."""
    tag = f'"{hashlib.sha256(page.body).hexdigest()[:32]}"'
    modified = datetime.combine(page.modified, day_time(), UTC)
    headers = {"etag": tag, "last-modified": format_datetime(modified, usegmt=True)}
    known, since = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
    unchanged = False
    if known is not None:
        unchanged = known.strip() == "*" or tag in {one.strip() for one in known.split(",")}
    elif since is not None:
        unchanged = _is_since(modified, since)
    if unchanged:
        return Response(b"", HTTPStatus.NOT_MODIFIED, headers)
    return Response(page.body, headers=headers, media_type=page.media_type)


def _is_since(modified: datetime, since: str) -> bool:
    try:
        return modified <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False


class _CutResponse(Response):
    """Promises the whole body and sends half: the connection closes in the middle."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        await send(start)
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})


@dataclass(frozen=True)
class SampleServer:
    """A running sample registry."""

    base_url: str
    faults: Faults
    log: RequestLog


@contextmanager
def serve_sample(port: int = 0, faults: Faults | None = None) -> Iterator[SampleServer]:
    """Serve the sample on 127.0.0.1 in a thread while the block runs; port 0 takes a free one.

    Raises OSError when the port is taken.
    """
    faults = Faults() if faults is None else faults
    log = RequestLog()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        server = uvicorn.Server(
            uvicorn.Config(
                sample_app(faults, log),
                log_level="critical",
                lifespan="off",
                timeout_graceful_shutdown=1,
            )
        )
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listener]}, name="sample registry", daemon=True
        )
        thread.start()
        try:
            _wait_for(server, thread)
            yield SampleServer(f"http://127.0.0.1:{listener.getsockname()[1]}", faults, log)
        finally:
            server.should_exit = True
            thread.join()


def _wait_for(server: uvicorn.Server, thread: threading.Thread) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while not server.started:
        if time.monotonic() > until or not thread.is_alive():
            raise RuntimeError("the sample registry did not start")
        time.sleep(0.01)
