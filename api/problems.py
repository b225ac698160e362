"""One table: which error is which problem (RFC 9457), and the answers made from it.

A text that is not held is a 404 whatever the cause; the type tells the cases apart. A day for which
several editions may answer is a 409: only a choice among the named labels resolves the request.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from api.dumps.files import UnknownExport
from api.dumps.tables import NarrowingRefused
from api.faults import faults_named, faults_of
from api.forms import UnknownForm
from api.models.problems import ProblemOut
from api.questions.amending_acts.replaying import NothingToReplay, ReplayRefused
from api.questions.citations.pinned import PinNotHeld
from api.questions.following.amendments import CursorRefused
from api.questions.following.changes import ChangesRefused
from api.questions.in_force.in_doubt import InForceUnknown, NotYetInForce
from api.questions.sides import NoSide, NothingHeld
from api.turns import TooManyAtOnce
from corpus.regimes import PhaseWithoutText, UnknownRegime
from corpus.search.engine import (
    EngineUnreachableError,
    IndexMissingError,
    IndexUnreadableError,
)
from corpus.store import errors
from corpus.themes import UnknownTheme
from diffing.compare import NotComparable
from diffing.origins.phrases import PhraseRefused
from exports.identifiers import NoSuchForm
from exports.tables.paper import TooLongForPaper
from webhooks.subscribing import TooManyWatches, Unauthorized, WatchesClosed, WatchRefused
from webhooks.targets import TargetRefused

MEDIA_TYPE = "application/problem+json"
_LONGEST_NAME = 60
_LONGEST_TOLD = 4_000
"""Of a query, in the problem that it caused: a longer one is not sent back."""


class InvalidRequest(Exception):
    """The parameters are well formed each, but make no sense together.

    The message names them in backticks: so the problem knows which they are. `why` names the
    same in the catalogues (`at_odds.…`), where a page can be asked so.
    """

    def __init__(self, message: str, why: str | None = None) -> None:
        self.why = why
        super().__init__(message)


class DaysAtOdds(InvalidRequest):
    """A day and two days to look for changes between, or two days of which none is later."""


class UnknownParameter(Exception):
    """The query has a parameter that the address does not have."""

    def __init__(self, parameter: str, nearest: Sequence[str], known: Sequence[str]) -> None:
        self.parameter = _shown(parameter)
        self.nearest, self.known = tuple(nearest), tuple(known)
        meant = f" Nearest: {', '.join(nearest)}." if nearest else ""
        takes = f"It takes: {', '.join(known)}." if known else "It takes none."
        super().__init__(f"This address has no parameter `{self.parameter}`.{meant} {takes}")


class BodyTooLarge(Exception):
    """A request carries more than its address takes."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"This address takes at most {limit} bytes in the body of a request.")


@dataclass(frozen=True)
class ProblemKind:
    """A kind of problem: the last part of its type, its status and its title in English."""

    slug: str
    status: HTTPStatus
    title: str

    @property
    def type(self) -> str:
        """The reference that names it; a page of this service."""
        return f"/problems/{self.slug}"


INVALID = ProblemKind(
    "invalid-request", HTTPStatus.UNPROCESSABLE_ENTITY, "The request is not right"
)
INTERNAL = ProblemKind(
    "internal-error", HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"
)
NOT_FOUND = ProblemKind("not-found", HTTPStatus.NOT_FOUND, "There is nothing at this address")
NOT_ALLOWED = ProblemKind(
    "method-not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, "This address is not asked that way"
)
_NO_SEARCH = ProblemKind(
    "search-unavailable", HTTPStatus.SERVICE_UNAVAILABLE, "The search is not available now"
)
NO_ANSWER = "The search does not answer now. `nusqa doctor` says what is wrong."
BEING_BUILT = (
    "There is no search index now: this server is building it. Ask again in some seconds. Where "
    "that takes long, `nusqa doctor` says what is wrong."
)
_NO_STORE = ProblemKind(
    "store-unavailable", HTTPStatus.SERVICE_UNAVAILABLE, "The database is not available now"
)
_NO_TEXT = ProblemKind("edition-not-held", HTTPStatus.NOT_FOUND, "The text of that day is not held")

KINDS: Mapping[type[Exception], ProblemKind] = {
    errors.UnknownAct: ProblemKind(
        "unknown-act", HTTPStatus.NOT_FOUND, "There is no such act here"
    ),
    errors.LanguageNotHeld: ProblemKind(
        "language-not-held", HTTPStatus.NOT_FOUND, "The act is not held in that language"
    ),
    errors.UnknownEdition: ProblemKind(
        "unknown-edition", HTTPStatus.NOT_FOUND, "There is no such edition here"
    ),
    errors.UnknownArticle: ProblemKind(
        "unknown-article", HTTPStatus.NOT_FOUND, "There is no such article in this edition"
    ),
    errors.NotHeld: ProblemKind(
        "article-not-held",
        HTTPStatus.NOT_FOUND,
        "That part of the act is not held, or not all of it",
    ),
    PinNotHeld: ProblemKind(
        "pinned-text-not-held", HTTPStatus.NOT_FOUND, "That very text is not held"
    ),
    errors.BeforeFirstEdition: ProblemKind(
        "before-first-edition", HTTPStatus.NOT_FOUND, "The day is before the first text held"
    ),
    errors.ActRepealed: ProblemKind(
        "act-repealed", HTTPStatus.NOT_FOUND, "The act had been repealed by that day"
    ),
    NotYetInForce: ProblemKind(
        "not-yet-in-force", HTTPStatus.NOT_FOUND, "The oldest wording held was not in force yet"
    ),
    InForceUnknown: ProblemKind(
        "in-force-unknown", HTTPStatus.CONFLICT, "Which wording was in force that day is not known"
    ),
    errors.EditionNotHeld: _NO_TEXT,
    errors.NoDatedEdition: _NO_TEXT,
    errors.AmbiguousDate: ProblemKind(
        "ambiguous-date", HTTPStatus.CONFLICT, "More than one edition may answer for that day"
    ),
    UnknownRegime: ProblemKind(
        "unknown-regime", HTTPStatus.NOT_FOUND, "There is no such regime or phase"
    ),
    PhaseWithoutText: ProblemKind(
        "phase-without-text", HTTPStatus.NOT_FOUND, "No text of that phase is to be had"
    ),
    NothingToReplay: ProblemKind(
        "nothing-to-replay", HTTPStatus.NOT_FOUND, "It has no instruction for that act"
    ),
    TooLongForPaper: ProblemKind(
        "too-long-for-paper",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The table is too long for a PDF",
    ),
    UnknownForm: ProblemKind("unknown-form", HTTPStatus.NOT_FOUND, "There is no such form of it"),
    UnknownTheme: ProblemKind(
        "unknown-theme", HTTPStatus.NOT_FOUND, "There is no such theme or stage"
    ),
    NothingHeld: ProblemKind(
        "regime-not-held", HTTPStatus.NOT_FOUND, "No text of that phase is held"
    ),
    NotComparable: ProblemKind(
        "not-comparable", HTTPStatus.CONFLICT, "The two sides cannot be compared"
    ),
    errors.UnknownWatch: ProblemKind(
        "unknown-watch", HTTPStatus.NOT_FOUND, "There is no such watch for this token"
    ),
    errors.UnknownDelivery: ProblemKind(
        "unknown-delivery", HTTPStatus.NOT_FOUND, "The watch has no such message"
    ),
    Unauthorized: ProblemKind("unauthorized", HTTPStatus.UNAUTHORIZED, "A token is needed"),
    WatchesClosed: ProblemKind(
        "watches-closed", HTTPStatus.FORBIDDEN, "No watches can be made here"
    ),
    TooManyWatches: ProblemKind(
        "too-many-watches", HTTPStatus.SERVICE_UNAVAILABLE, "There is no room for another watch"
    ),
    TargetRefused: ProblemKind(
        "webhook-refused",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "Messages cannot be sent to that address",
    ),
    UnknownExport: ProblemKind("unknown-export", HTTPStatus.NOT_FOUND, "There is no such export"),
    TooManyAtOnce: ProblemKind(
        "too-many-exports",
        HTTPStatus.SERVICE_UNAVAILABLE,
        "As many exports as may be are being sent",
    ),
    NarrowingRefused: INVALID,
    BodyTooLarge: ProblemKind(
        "body-too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request carries too much"
    ),
    WatchRefused: INVALID,
    NoSide: INVALID,
    InvalidRequest: INVALID,
    UnknownParameter: ProblemKind(
        "unknown-parameter",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "This address has no such parameter",
    ),
    ChangesRefused: INVALID,
    CursorRefused: INVALID,
    errors.ForeignCursor: INVALID,
    PhraseRefused: INVALID,
    ReplayRefused: INVALID,
    RequestValidationError: INVALID,
    NoSuchForm: ProblemKind(
        "unknown-identifier", HTTPStatus.NOT_FOUND, "There is no such lasting address"
    ),
    HTTPException: NOT_FOUND,
    IndexMissingError: _NO_SEARCH,
    IndexUnreadableError: _NO_SEARCH,
    EngineUnreachableError: _NO_SEARCH,
    errors.SchemaBehind: _NO_STORE,
    errors.SchemaUnknown: _NO_STORE,
    SQLAlchemyError: _NO_STORE,
    Exception: INTERNAL,
}

BY_SLUG: Mapping[str, ProblemKind] = {kind.slug: kind for kind in [*KINDS.values(), NOT_ALLOWED]}

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
)


def _shown(name: str) -> str:
    """A name that somebody gave, as a line of words: short, of printable characters."""
    short = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in short
    )


def kind_of(error: Exception) -> ProblemKind:
    """The kind of an error: its own line in the table, else its nearest ancestor's."""
    if isinstance(error, HTTPException) and error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return NOT_ALLOWED
    if isinstance(error, HTTPException) and error.status_code == HTTPStatus.BAD_REQUEST:
        return INVALID
    return next(KINDS[ancestor] for ancestor in type(error).__mro__ if ancestor in KINDS)


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
            return words
    if kind is INTERNAL:
        return "This is a defect; the service's log has the details."
    message = str(error)
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
