"""Saying again that nothing is new: without making the answer that would say so.

An answer's tag is that of its bytes, so that the answer has to be made to know it. Once a question
was answered with 304, the tag is known, and stays true as long as the corpus and the day are the
same. Only questions of the API that rest on nothing else are remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from http import HTTPStatus
from threading import Lock

from fastapi import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answering.caching import is_current
from api.services import Services
from corpus.store import reads

_MOST = 4_096
_LONGEST_QUERY = 1_000
_SEARCH = "/v1/search"
_OF_MORE = ("/v1/watches", "/v1/exports", "/v1/impact")
"""Answers that are for one asker, or tell of what this process has sent."""


class StillCurrent:
    """Answers 304 to whoever names a tag that was current in this state of the corpus."""

    def __init__(self, app: ASGIApp, services: Services) -> None:
        self._app = app
        self._services = services
        self._lock = Lock()
        self._known: OrderedDict[Hashable, tuple[Hashable, str, dict[str, str]]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        named = Headers(scope=scope).get("if-none-match") if _is_of_corpus(scope) else None
        if named is None or named.strip() == "*":
            await self._app(scope, receive, send)
            return
        question, state = _question(scope), await run_in_threadpool(self._state, scope["path"])
        headers = self._current(question, state, named)
        if headers is not None:
            answer = Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
            await answer(scope, receive, send)
            return

        async def send_and_learn(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 304:  # noqa: PLR2004
                self._learn(question, state, Headers(scope=message))
            await send(message)

        await self._app(scope, receive, send_and_learn)

    def _state(self, path: str) -> Hashable:
        """What all answers rest on: read before an answer is made, so never newer than it."""
        with self._services.store.read() as session:
            version = reads.version_of(session, None)
        index = self._services.engine.state() if path.startswith(_SEARCH) else None
        return version, self._services.today, index

    def _current(self, question: Hashable, state: Hashable, named: str) -> dict[str, str] | None:
        with self._lock:
            known = self._known.get(question)
            if known is None or known[0] != state or not is_current(named, known[1]):
                return None
            self._known.move_to_end(question)
            return known[2]

    def _learn(self, question: Hashable, state: Hashable, headers: Headers) -> None:
        with self._lock:
            self._known[question] = state, headers["etag"], dict(headers)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)


def _is_of_corpus(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].startswith("/v1/")
        and not scope["path"].startswith(_OF_MORE)
        and len(scope["query_string"]) <= _LONGEST_QUERY
    )


def _question(scope: Scope) -> Hashable:
    """All of a request that an answer may depend on."""
    headers = Headers(scope=scope)
    own = tuple(headers.get(name, "") for name in ("accept", "host"))
    return scope["path"], scope["query_string"], scope.get("scheme"), scope.get("root_path"), own
