"""HEAD for every address that answers GET: the same status and headers, no body."""

from __future__ import annotations

from fastapi import Request
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NO_BODY = "nusqa.no_body"


def asks_for_no_body(request: Request) -> bool:
    """Whether what would be sent is kept back: what costs much need not be made."""
    return bool(request.scope.get(_NO_BODY))


class HeadAsGet:
    """Asks the application for GET and keeps the body back.

    FastAPI's routes answer the one method they are declared for; declared for HEAD as well, each
    would stand in the OpenAPI document twice.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_bodiless(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET", _NO_BODY: True}, receive, send_bodiless)


def allowed_methods(request: Request) -> str:
    """The methods by which an address may be asked, as the header `Allow` has them.

    After the OpenAPI document; what it does not name is a page.
    """
    methods: set[str] = set()
    for path, operations in request.app.openapi()["paths"].items():
        if compile_path(path)[0].match(request.url.path):
            methods |= {method.upper() for method in operations}
    if not methods or "GET" in methods:
        methods |= {"GET", "HEAD"}
    return ", ".join(sorted(methods))
