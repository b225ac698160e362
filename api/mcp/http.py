"""The MCP server over HTTP: one address, no sessions, and who may ask.

A page in a browser must not make a reader's browser ask a server on the reader's own machine (DNS
rebinding): the names under which the server may be asked, and the pages that may ask, are known.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from urllib.parse import urlsplit

from mcp.server.transport_security import TransportSecuritySettings
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.mcp.server import law_server
from api.services import Services
from corpus.settings import Settings

PATH = "/mcp"
LARGEST_REQUEST = 64 * 1024
"""Bytes: a call has a few short parameters."""
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class LawEndpoint:
    """Answers at one address while the application runs; each request stands alone."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._answering: ASGIApp | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The time in which requests are answered: that of the application."""
        server = law_server(self._services)
        application = server.streamable_http_app(
            streamable_http_path=PATH,
            stateless_http=True,
            json_response=True,
            max_request_body_size=LARGEST_REQUEST,
            transport_security=security_of(self._services.settings),
        )
        async with server.session_manager.run():
            self._answering = application
            try:
                yield
            finally:
                self._answering = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; there is no stream to listen to, and no session to end."""
        if scope["method"] != "POST":
            refused = JSONResponse(
                {"error": "Send MCP messages with POST; there are no sessions and no stream here."},
                HTTPStatus.METHOD_NOT_ALLOWED,
                headers={"Allow": "POST"},
            )
            await refused(scope, receive, send)
        elif self._answering is None:
            late = JSONResponse(
                {"error": "The server is starting or ending."}, HTTPStatus.SERVICE_UNAVAILABLE
            )
            await late(scope, receive, send)
        else:
            await self._answering(scope, receive, send)

    @property
    def route(self) -> Route:
        """The route of the application."""
        return Route(PATH, self, include_in_schema=False)


def security_of(settings: Settings) -> TransportSecuritySettings:
    """Who may ask: this machine by its own names, and the service's public name if it has one."""
    hosts = [one for name in _LOOPBACK for one in (name, f"{name}:*")]
    origins = [f"{scheme}://{host}" for scheme in ("http", "https") for host in hosts]
    if settings.public_url:
        public = urlsplit(settings.public_url)
        hosts.append(public.netloc)
        origins.append(f"{public.scheme}://{public.netloc}")
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=True, allowed_hosts=hosts, allowed_origins=origins
    )
