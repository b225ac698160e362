"""The answers made from errors: problem details (RFC 9457), and what of an error is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from api.answering.forms import UnknownForm
from api.dumps.files import UnknownExport
from api.models.problems import ProblemOut
from api.problems.faults import faults_named, faults_of
from api.problems.kinds import INTERNAL, NOT_ALLOWED, NOT_FOUND, ProblemKind, kind_of
from api.problems.refusals import RepeatedParameter, UnknownParameter
from api.problems.wording import for_askers
from corpus.regimes import PhaseWithoutText, UnknownRegime
from corpus.search.engine import (
    EngineUnreachableError,
    IndexMissingError,
    IndexUnreadableError,
)
from corpus.store import errors
from corpus.themes import UnknownTheme

MEDIA_TYPE = "application/problem+json"
_LONGEST_TOLD = 4_000
"""Of a query, in the problem that it caused: a longer one is not sent back."""

NO_ANSWER = "The search does not answer now. `nusqa doctor` says what is wrong."
BEING_BUILT = (
    "There is no search index now: this server is building it. Ask again in some seconds. Where "
    "that takes long, `nusqa doctor` says what is wrong."
)

# What the web framework's own errors mean here.
_OF_HTTP: Mapping[ProblemKind, str] = {
    NOT_FOUND: "There is nothing at this address. `/openapi.json` lists what there is.",
    NOT_ALLOWED: "This address is asked otherwise: the header `Allow` says how.",
}

# What is said where the message is the operator's: it may name a server, a statement, a command.
_INSTEAD: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (SQLAlchemyError, "The database does not answer. `nusqa doctor` says what is wrong."),
    (EngineUnreachableError, NO_ANSWER),
    ((IndexMissingError, IndexUnreadableError), BEING_BUILT),
)

# The errors that know more than their message says.
_KNOWING = (
    errors.StoreError,
    PhaseWithoutText,
    RepeatedParameter,
    UnknownExport,
    UnknownForm,
    UnknownParameter,
    UnknownRegime,
    UnknownTheme,
)

# What an error knows beyond its message: its attribute, the member's name, how it is written.
_MEMBERS: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("parameter", "parameter", str),
    ("ngr", "ngr", str),
    ("key", "key", str),
    ("language", "lang", str),
    ("label", "edition", str),
    ("day", "on", str),
    ("nearest", "nearest", list),
    ("known", "known", list),
    ("held", "held", lambda languages: [str(language) for language in languages]),
    ("held_in", "held_in", lambda languages: [str(language) for language in languages]),
    ("holding", "holding", str),
    ("known_from", "known_from", str),
    ("known_from_day", "known_from_day", str),
    ("last_held", "last_held", str),
    ("next_held", "next_held", str),
    ("missing", "missing", lambda missing: [str(label) for label, _named_by in missing]),
    ("labels", "editions", lambda labels: [str(label) for label in labels]),
    ("why", "why", str),
    ("likely", "likely", str),
    ("inferred_from", "inferred_from", str),
    ("added_on", "added_on", str),
    ("added_by", "added_by", str),
)


def problem_of(error: Exception, request: Request) -> ProblemOut:
    """The problem details of an error."""
    kind = kind_of(error)
    query = f"?{request.url.query}" if 0 < len(request.url.query) <= _LONGEST_TOLD else ""
    return ProblemOut(
        type=kind.type,
        title=kind.title,
        status=kind.status,
        detail=_detail(error, kind),
        instance=quote(request.url.path) + query,
        **_members(error, request),
    )


def detail_of(error: Exception) -> str:
    """What an error says to whoever asked, where there is no address to tell of."""
    return _detail(error, kind_of(error))


def _detail(error: Exception, kind: ProblemKind) -> str:
    if isinstance(error, RequestValidationError):
        return "; ".join(f"{fault['parameter']}: {fault['message']}" for fault in faults_of(error))
    if isinstance(error, HTTPException):
        return _OF_HTTP.get(kind, "The body of the request cannot be read: send JSON in UTF-8.")
    for kinds, words in _INSTEAD:
        if isinstance(error, kinds):
            return for_askers(words)
    if kind is INTERNAL:
        return "This is a defect; the service's log has the details."
    message = for_askers(str(error))
    return message[:1].upper() + message[1:]


def _members(error: Exception, request: Request) -> dict[str, object]:
    if isinstance(error, RequestValidationError):
        return {"errors": faults_of(error)}
    members: dict[str, object] = {
        name: write(value)
        for attribute, name, write in _MEMBERS
        if isinstance(error, _KNOWING) and (value := getattr(error, attribute, None)) is not None
    }
    faults = faults_named(error, _detail(error, kind_of(error)), request)
    return members | ({"errors": faults} if faults else {})
