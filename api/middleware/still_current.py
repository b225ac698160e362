"""Saying again that nothing is new: without making the answer that would say so.

An answer's tag is that of its bytes, so that the answer has to be made to know it. Once a question
was answered with 304, the tag is known, and stays true as long as the corpus, what was asked of the
registries and the day are the same; that of a search as soon as it was answered, and as long as the
index is the same too. Only questions that rest on nothing else are remembered: those of the API,
and the page of a search, which no memory of pages holds.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from http import HTTPStatus
from threading import Lock

from fastapi import Response
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answering.caching import is_current
from api.services import Services
from corpus.search import EngineUnreachableError, IndexUnreadableError
from corpus.store import reads
from corpus.store.checked import checks_version

_MOST = 2_048
_LONGEST_QUERY = 1_000
_SEARCHES = ("/search", "/v1/search")
"""Searching again costs the most: their tags are kept from the first answer on."""
_OF_A_BODY = ("content-length", "content-type")
_OF_MORE = ("/v1/watches", "/v1/exports", "/v1/impact")
"""Answers that are for one asker, or tell of what this process has sent."""


class StillCurrent:
    """Answers 304 to whoever names a tag that was current in this state of the corpus."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._lock = Lock()
        self._known: OrderedDict[Hashable, tuple[Hashable, str, dict[str, str]]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not _is_of_corpus(scope):
            await self._app(scope, receive, send)
            return
        named = Headers(scope=scope).get("if-none-match", "").strip()
        searches = scope["path"] in _SEARCHES
        state = None
        if named != "*" and (named or searches):
            state = await run_in_threadpool(_state, scope)
        if state is None:
            await self._app(scope, receive, send)
            return
        question = _question(scope)
        headers = self._current(question, state, named) if named else None
        if headers is not None:
            answer = Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
            await answer(scope, receive, send)
            return

        async def send_and_learn(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers, status = Headers(scope=message), message["status"]
                if status == HTTPStatus.NOT_MODIFIED or (status == HTTPStatus.OK and searches):
                    self._learn(question, state, headers)
            await send(message)

        await self._app(scope, receive, send_and_learn)

    def _current(self, question: Hashable, state: Hashable, named: str) -> dict[str, str] | None:
        with self._lock:
            known = self._known.get(question)
            if known is None or known[0] != state or not is_current(named, known[1]):
                return None
            self._known.move_to_end(question)
            return known[2]

    def _learn(self, question: Hashable, state: Hashable, headers: Headers) -> None:
        kept = {name: value for name, value in headers.items() if name not in _OF_A_BODY}
        with self._lock:
            self._known[question] = state, headers["etag"], kept
            self._known.move_to_end(question)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)


def _state(scope: Scope) -> Hashable | None:
    """What all answers rest on: read before an answer is made, so never newer than it.

    None where it cannot be read: who answers will meet the same fault, and tell it.
    """
    services: Services = scope["app"].state.services
    try:
        with services.store.read() as session:
            version = reads.version_of(session, None), checks_version(session)
        index = services.engine.record() if scope["path"].startswith(_SEARCHES) else None
    except (SQLAlchemyError, IndexUnreadableError, EngineUnreachableError):
        return None
    return version, services.today, index


def _is_of_corpus(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and (scope["path"].startswith("/v1/") or scope["path"] in _SEARCHES)
        and not scope["path"].startswith(_OF_MORE)
        and len(scope["query_string"]) <= _LONGEST_QUERY
    )


def _question(scope: Scope) -> Hashable:
    """All of a request that an answer may depend on."""
    headers = Headers(scope=scope)
    own = tuple(headers.get(name, "") for name in ("accept", "accept-language", "host"))
    return scope["path"], scope["query_string"], scope.get("scheme"), scope.get("root_path"), own
