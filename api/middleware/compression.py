"""Answers compressed for whoever takes that, with tags that stay true."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LEAST = 1_000
"""Bytes: below, the header costs more than it saves."""
_LEVEL = 4
"""Of 9: a page of law takes a millisecond, and a tenth more bytes than at 9."""
_COMPRESSED_ALREADY = (
    *(".docx", ".xlsx", ".pdf", ".parquet", ".sqlite", ".bundle", ".gz", ".zst", ".png"),
)


class Compressed:
    """Compresses by gzip; a compressed answer's tag is weak.

    A strong tag promises the same bytes, and whoever takes no gzip gets others (RFC 9110 8.8.1).
    A 304 has the tag that the asker holds, and says as the whole answer does that others get other
    bytes: caches write its headers over those that they hold.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._plain = app
        self._gzip = GZipMiddleware(app, minimum_size=_LEAST, compresslevel=_LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"].endswith(_COMPRESSED_ALREADY):
            await self._plain(scope, receive, send)
            return

        held = Headers(scope=scope).get("if-none-match", "")

        async def send_with_tag(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                tag = headers.get("etag", "")
                weak = f"W/{tag}"
                if tag.startswith('"') and ("content-encoding" in headers or weak in held):
                    headers["etag"] = weak
                if message["status"] == HTTPStatus.NOT_MODIFIED:
                    headers.add_vary_header("Accept-Encoding")
            await send(message)

        await self._gzip(scope, receive, send_with_tag)
