"""One table: which error is which problem (RFC 9457).

A text that is not held is a 404 whatever the cause; the type tells the cases apart. A day for which
several editions may answer is a 409: only a choice among the named labels resolves the request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from api.answering.forms import UnknownForm
from api.answering.turns import TooManyAtOnce
from api.dumps.files import UnknownExport
from api.dumps.tables import NarrowingRefused
from api.problems.refusals import (
    BodyTooLarge,
    InvalidRequest,
    RepeatedParameter,
    UnknownParameter,
)
from api.questions.amending_acts.replaying import NothingToReplay, ReplayRefused
from api.questions.citations.pinned import LanguageNeeded, PinNotHeld
from api.questions.compared.on_themes import NotRegimes
from api.questions.following.amendments import CursorRefused
from api.questions.following.changes import ChangesRefused
from api.questions.in_force.in_doubt import InForceUnknown, NotYetInForce
from api.questions.sides import NoSide, NothingHeld
from corpus.regimes import PhaseWithoutText, UnknownRegime
from corpus.search.engine import (
    EngineUnreachableError,
    IndexMissingError,
    IndexUnreadableError,
)
from corpus.store import day_errors, errors
from corpus.themes import UnknownTheme
from diffing.compare import NotComparable
from diffing.origins.phrases import PhraseRefused
from exports.identifiers import NoSuchForm
from exports.tables.paper import TooLongForPaper
from webhooks.subscribing import TooManyWatches, Unauthorized, WatchesClosed, WatchRefused
from webhooks.targets import TargetRefused


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
    day_errors.NotYetAdded: ProblemKind(
        "not-yet-added", HTTPStatus.NOT_FOUND, "The article was not there yet on that day"
    ),
    day_errors.BeforeFirstEdition: ProblemKind(
        "before-first-edition", HTTPStatus.NOT_FOUND, "The day is before the first text held"
    ),
    day_errors.ActRepealed: ProblemKind(
        "act-repealed", HTTPStatus.NOT_FOUND, "The act had been repealed by that day"
    ),
    NotYetInForce: ProblemKind(
        "not-yet-in-force", HTTPStatus.NOT_FOUND, "The oldest wording held was not in force yet"
    ),
    InForceUnknown: ProblemKind(
        "in-force-unknown", HTTPStatus.CONFLICT, "Which wording was in force that day is not known"
    ),
    day_errors.EditionNotHeld: _NO_TEXT,
    day_errors.NoDatedEdition: _NO_TEXT,
    day_errors.AmbiguousDate: ProblemKind(
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
    NotRegimes: INVALID,
    UnknownParameter: ProblemKind(
        "unknown-parameter",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "This address has no such parameter",
    ),
    RepeatedParameter: ProblemKind(
        "repeated-parameter",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "A parameter that takes one value was given several times",
    ),
    LanguageNeeded: INVALID,
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


def kind_of(error: Exception) -> ProblemKind:
    """The kind of an error: its own line in the table, else its nearest ancestor's."""
    if isinstance(error, HTTPException) and error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return NOT_ALLOWED
    if isinstance(error, HTTPException) and error.status_code == HTTPStatus.BAD_REQUEST:
        return INVALID
    return next(KINDS[ancestor] for ancestor in type(error).__mro__ if ancestor in KINDS)
