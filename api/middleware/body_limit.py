"""A limit for what a request may carry: read before anything else looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answering.caching import CHANGING
from api.problems.details import MEDIA_TYPE, problem_of
from api.problems.refusals import BodyTooLarge

LARGEST_BODY = 64 * 1024
"""Bytes, where no address is named with a limit of its own."""


class LimitedBody:
    """Answers 413 for a body above the limit of its address, whatever Content-Length says."""

    def __init__(self, app: ASGIApp, limits: Mapping[str, int] | None = None) -> None:
        self._app = app
        self._limits = limits or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        limit = self._limits.get(scope["path"], LARGEST_BODY)
        body = bytearray()  # many small pieces are not copied again and again
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > limit:
                await _too_large(scope, limit)(scope, receive, send)
                return
        given = False

        async def receive_whole() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": bytes(body), "more_body": False}

        await self._app(scope, receive_whole, send)


def _too_large(scope: Scope, limit: int) -> Response:
    problem = problem_of(BodyTooLarge(limit), Request(scope))
    return Response(
        problem.to_json(),
        status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        media_type=MEDIA_TYPE,
        headers={
            "Cache-Control": CHANGING,
            "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        },
    )
