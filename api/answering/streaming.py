"""Answers that are sent while they are read: what they hold open is closed in every case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send


class HeldOpen(StreamingResponse):
    """Sends parts; then, or when the client is gone or a part fails, closes what they need.

    A part that fails ends the connection before the body's own end, so that no client takes half an
    answer for a whole one.
    """

    def __init__(
        self,
        parts: Iterator[bytes],
        close: Callable[[], None],
        *,
        media_type: str,
        headers: Mapping[str, str],
    ) -> None:
        super().__init__(parts, media_type=media_type, headers=headers)
        self._close = close

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            # A client that has gone away cancels all that waits; closing must not be.
            with anyio.CancelScope(shield=True):
                await run_in_threadpool(self._close)
