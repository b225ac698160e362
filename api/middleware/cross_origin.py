"""The public API is open to scripts of other sites (CORS): a researcher's notebook may read it.

Nothing is read by cookies here, so nothing is given away that a stranger could not ask for
himself. Watches stay closed: they are managed by tokens, which no foreign page should handle.
"""

from __future__ import annotations

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.middleware.head import allowed_methods

_OPEN = ("/v1/", "/feeds/", "/openapi.json", "/healthz")
_CLOSED = "/v1/watches"
_TOLD = "ETag, Link, Retry-After, Content-Disposition"
"""Headers of answers that a script may read beyond those that every script may."""
_TAKEN = "Accept, Content-Type, If-None-Match, If-Modified-Since"
_KEPT_SECONDS = "86400"


class OpenToScripts:
    """Lets scripts of every origin read the public API, and answers what browsers ask before."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not _is_open(scope["path"]):
            await self._app(scope, receive, send)
            return

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Access-Control-Allow-Origin"] = "*"
                headers["Access-Control-Expose-Headers"] = _TOLD
            await send(message)

        request = Request(scope)
        if scope["method"] == "OPTIONS" and "access-control-request-method" in request.headers:
            # The OpenAPI document tells; to make it takes most of a second, once.
            permission = await run_in_threadpool(_permission, request)
            await permission(scope, receive, send_open)
            return
        await self._app(scope, receive, send_open)


def _is_open(path: str) -> bool:
    return path.startswith(_OPEN) and not path.startswith(_CLOSED)


def _permission(request: Request) -> Response:
    """What a browser asks for before it lets a script send a header or a body."""
    return Response(
        status_code=204,
        headers={
            "Access-Control-Allow-Methods": allowed_methods(request),
            "Access-Control-Allow-Headers": _TAKEN,
            "Access-Control-Max-Age": _KEPT_SECONDS,
        },
    )
