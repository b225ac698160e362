"""The MCP server over HTTP: one address of the application, made when it is first asked.

Most servers are never asked by an assistant, and the SDK takes two seconds to import and 34 MB.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

import anyio
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.services import Services

if TYPE_CHECKING:
    from api.mcp.server import LawServer

PATH = "/mcp"
_LOG = logging.getLogger(__name__)


class LawEndpoint:
    """Answers at one address while the application runs; each request stands alone."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._asked: anyio.Event | None = None
        self._ready: anyio.Event | None = None
        self._answering: ASGIApp | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The time in which requests are answered: that of the application."""
        self._asked, self._ready = anyio.Event(), anyio.Event()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._answer_once_asked, self._asked, self._ready)
            try:
                yield
            finally:
                tasks.cancel_scope.cancel()
                self._asked = self._ready = self._answering = None

    async def _answer_once_asked(self, asked: anyio.Event, ready: anyio.Event) -> None:
        await asked.wait()
        try:
            server, application = await anyio.to_thread.run_sync(_made, self._services)
        except Exception:  # noqa: BLE001 - whatever it is, the rest of the service goes on
            # The API and the pages go on: only this address says that it does not answer.
            _LOG.exception("The MCP server cannot be made")
            ready.set()
            return
        async with server.session_manager.run():
            self._answering = application
            ready.set()
            await anyio.sleep_forever()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; there is no stream to listen to, and no session to end."""
        if scope["method"] != "POST":
            refused = JSONResponse(
                {"error": "Send MCP messages with POST; there are no sessions and no stream here."},
                HTTPStatus.METHOD_NOT_ALLOWED,
                headers={"Allow": "POST"},
            )
            await refused(scope, receive, send)
            return
        if self._asked and self._ready:
            self._asked.set()
            await self._ready.wait()
        if self._answering is None:
            late = JSONResponse(
                {"error": "The MCP server does not answer now."}, HTTPStatus.SERVICE_UNAVAILABLE
            )
            await late(scope, receive, send)
        else:
            await self._answering(scope, receive, send)

    @property
    def route(self) -> Route:
        """The route of the application."""
        return Route(PATH, self, include_in_schema=False)


def _made(services: Services) -> tuple[LawServer, ASGIApp]:
    from api.mcp.over_http import application_of  # noqa: PLC0415 - see above
    from api.mcp.server import law_server  # noqa: PLC0415

    server = law_server(services)
    return server, application_of(server, services.settings, PATH)
