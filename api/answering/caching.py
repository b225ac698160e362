"""Strong ETags, 304 answers and how long an answer may be kept.

The tag is the sha256 of the body: two answers share it only when they are the same bytes, so it
changes exactly when the text, its provenance or the store behind it does. Where followers ask again
and again (`conditional`), it is that of the question and the store's version: then nothing need be
read to say that nothing is new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from importlib.metadata import version as version_of_package

from fastapi import Request, Response

from api.models.shape import Answer
from api.questions.asked import Asked
from corpus.store.records import EditionSummary

CLOSED = "public, max-age=86400, immutable"
"""A closed edition asked for by its label. A registry's correction shows after a day."""

CHANGING = "no-cache"
"""Everything else may be kept but must be revalidated: the answer changes with the store."""


_RELEASE = version_of_package("nusqa")
_SURELY_PAST = timedelta(minutes=15)
"""Longer than any writing takes: what gets a moment then is committed by now."""


def cache_control(edition: EditionSummary, asked: Asked) -> str:
    """A closed edition asked for by its label may be kept without asking again."""
    return CLOSED if asked.label is not None and edition.to is not None else CHANGING


def entity_tag(body: bytes) -> str:
    """The strong entity tag of a body, quotes included."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def version_tag(version: object) -> str:
    """The strong entity tag of what this release makes of a version, quotes included."""
    return entity_tag(repr((_RELEASE, version)).encode())


def is_current(if_none_match: str, tag: str) -> bool:
    """Whether an If-None-Match header names the tag (weak comparison, RFC 9110 13.1.2)."""
    named = (item.strip().removeprefix("W/") for item in if_none_match.split(","))
    return any(item in {tag, "*"} for item in named)


def tagged(
    request: Request,
    body: bytes,
    *,
    media_type: str,
    cache_control: str = CHANGING,
    headers: dict[str, str] | None = None,
) -> Response:
    """The answer with its tag; 304 without a body when the asker already holds it."""
    tag = entity_tag(body)
    headers = {
        "ETag": tag,
        "Cache-Control": cache_control,
        "X-Content-Type-Options": "nosniff",
        **(headers or {}),
    }
    if is_current(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


@dataclass(frozen=True)
class Made:
    """A body, its own headers, and the moment of the last thing in it where it goes by time."""

    body: bytes
    modified: datetime | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def conditional(
    request: Request, *, version: object, make: Callable[[], Made], media_type: str
) -> Response:
    """The answer, or 304, where a version says whether the answer is still the same.

    Whoever names the version's tag is answered without anything being made. Another release of this
    program may write the same otherwise: it has other tags. A Last-Modified is given, and
    If-Modified-Since heeded, once the moment is well past: until then more may be committed that
    has the same second (RFC 9110 8.8.2.2).
    """
    tag = version_tag(version)
    headers = {"ETag": tag, "Cache-Control": CHANGING, "X-Content-Type-Options": "nosniff"}
    named = request.headers.get("if-none-match")
    if named is not None and named.strip() != "*" and is_current(named, tag):
        return Response(status_code=304, headers=headers)
    made = make()
    headers |= made.headers
    modified = made.modified.replace(microsecond=0) if made.modified else None
    if modified is not None and modified < datetime.now(UTC) - _SURELY_PAST:
        headers["Last-Modified"] = format_datetime(modified, usegmt=True)
        since = _http_date(request.headers.get("if-modified-since", ""))
        if named is None and since is not None and modified <= since:
            return Response(status_code=304, headers=headers)
    if named is not None and is_current(named, tag):
        return Response(status_code=304, headers=headers)
    return Response(made.body, media_type=media_type, headers=headers)


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # a year that no computer's number holds
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def tagged_json(
    request: Request,
    answer: Answer,
    *,
    cache_control: str = CHANGING,
    headers: dict[str, str] | None = None,
) -> Response:
    """The answer as JSON with its tag, or 304."""
    return tagged(
        request,
        answer.to_json(),
        media_type="application/json",
        cache_control=cache_control,
        headers=headers,
    )
