"""A problem as a page, for a reader who came with a browser."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from api.asking.search_state import typed_values
from api.models.problems import ProblemOut
from api.pages.near_acts import near_acts
from api.pages.near_places import (
    in_other_languages,
    near_articles,
    near_editions,
    near_parameters,
    newest_editions,
    other_regimes,
    other_themes,
    replaced,
    without_parameters,
)
from api.pages.predecessors import predecessors
from api.problems.refusals import RepeatedParameter, UnknownParameter
from api.questions.citations.pinned import PinNotHeld
from api.questions.citations.unseen import Unseen, unseen
from api.questions.in_force.in_doubt import InForceUnknown
from api.questions.search.places import place_label
from api.rendering.amending import AmendingWords
from api.rendering.page import Reader, page
from api.services import Services
from api.words.faults import unfit_parameters
from api.words.problems import in_question, main_sentence, presumed, without_commands
from corpus.citations.acts import CitableAct
from corpus.keys import SEPARATOR
from corpus.phases import UnknownRegime
from corpus.store import reads
from corpus.store.citable import HeldProvisions, citable_acts
from corpus.store.errors import (
    CutOff,
    LanguageNotHeld,
    NotHeld,
    SchemaBehind,
    SchemaUnknown,
    UnknownAct,
    UnknownArticle,
    UnknownEdition,
)
from corpus.store.records import ActSummary
from corpus.themes import UnknownTheme

_HELD_AROUND = ("last_held", "known_from", "next_held")
"""The members of a problem that name the editions held before a day and after it."""
_Lacking = tuple[CitableAct, Unseen]
"""An act, and what of it was not looked through for an article that no edition held has."""
_WHICH_EDITION = frozenset({"on", "edition", "in_force_on", "day"})


def problem_page(request: Request, problem: ProblemOut, error: Exception) -> Response:
    """What went wrong in the reader's language, what is nearest, and the ways on."""
    reader = Reader.of(request)
    unknown = error if isinstance(error, InForceUnknown) else None
    acts, nearest, editions, lacking = _from_the_store(request, reader, problem, error)
    refused = _refused_pages(request, error)
    unfit: Collection[str] = ()
    if isinstance(error, RequestValidationError):
        unfit = unfit_parameters(error)
    elif isinstance(error, UnknownParameter | RepeatedParameter):
        unfit = {error.parameter}
    return page(
        request,
        reader,
        "problem.html",
        status=problem.status,
        framed=request.url.path.startswith("/embed/"),
        sample=any(one.sample for one in acts),
        problem=problem,
        details=without_commands(problem.detail),
        title_text=reader.interface("problem_page.in_quarantine")
        if refused
        else _title(reader, problem, error),
        sentence=reader.interface("told.act-in-quarantine", ngr=_asked_act(error))
        if refused
        else main_sentence(error, reader.interface),
        to_quarantine=f"{reader.links('status')}#quarantine" if refused else None,
        nearest=nearest,
        newest=editions,
        same=without_parameters(request, unfit),
        whole_form=request.url.path == "/search",
        asked=typed_values(request.query_params if request.url.path == "/search" else {}),
        acts=acts,
        of_act=_act_asked(request, reader, acts, problem, error),
        held=[]
        if nearest or editions or unknown
        else [(one, _act_address(request, reader, one.ngr, error)) for one in acts if one.editions],
        editions=_editions(reader, unknown) if unknown else {},
        not_held=list(in_question(unknown, reader.interface)) if unknown else [],
        likely=_likely(reader, unknown) if unknown else None,
        likely_if=presumed(unknown, reader.interface) if unknown else None,
        unseen=lacking,
        before=predecessors(request, reader, error),
        amending=AmendingWords.of(reader, request.app.state.services, acts),
        place_label=place_label,
    )


def _act_asked(
    request: Request,
    reader: Reader,
    acts: Sequence[ActSummary],
    problem: ProblemOut,
    error: Exception,
) -> tuple[ActSummary, str] | None:
    """The act in whose address something is not as asked, and where its own page is."""
    ngr = request.path_params.get("ngr")
    # a language that the act is not held in is no way to it
    lang = None if isinstance(error, LanguageNotHeld) else (problem.model_extra or {}).get("lang")
    found = ((one, reader.links("acts", one.ngr, lang=lang)) for one in acts if one.ngr == ngr)
    return next(found, None)


def _refused_pages(request: Request, error: Exception) -> int:
    """How many pages of an unknown act were fetched and did not pass the checks."""
    services: Services = request.app.state.services
    if not isinstance(error, UnknownAct):
        return 0
    try:
        with services.store.read() as session:
            return len(reads.quarantined(session, error.ngr))
    except (SQLAlchemyError, SchemaBehind, SchemaUnknown):
        return 0


def _asked_act(error: Exception) -> str:
    return error.ngr if isinstance(error, UnknownAct) else ""


def _title(reader: Reader, problem: ProblemOut, error: Exception) -> str:
    if isinstance(error, CutOff):
        return reader.interface("problem.article-cut")
    if isinstance(error, UnknownEdition) and error.held_in:
        return reader.interface("problem.edition-in-other-language")
    return reader.interface(f"problem.{_slug(problem)}")


def _slug(problem: ProblemOut) -> str:
    return problem.type.rpartition("/")[2]


def _from_the_store(
    request: Request, reader: Reader, problem: ProblemOut, error: Exception
) -> tuple[Sequence[ActSummary], dict[str, str], dict[str, str], _Lacking | None]:
    """The acts, what may have been meant, editions to choose from; nothing if it is not there.

    And of an article that no edition held has, what of its act was not looked through.
    """
    services: Services = request.app.state.services
    try:
        with services.store.read() as session:
            acts = reads.acts(session)
            if isinstance(error, InForceUnknown):
                return acts, {}, {}, None
            nearest = _nearest(session, reader, problem, request, error)
            newest = _newest(session, reader, request, error)
            return acts, nearest, newest, _unseen(session, error)
    except (SQLAlchemyError, SchemaBehind, SchemaUnknown):
        return (), {}, {}, None


def _unseen(session: Session, error: Exception) -> _Lacking | None:
    """Of an article of the act's own body that no edition held has."""
    if not isinstance(error, UnknownArticle) or error.ngr is None:
        return None
    article = error.key.partition(SEPARATOR)[0]
    if not article.startswith("art_") or HeldProvisions(session).has(error.ngr, article):
        return None
    act = next((one for one in citable_acts(session) if one.ngr == error.ngr), None)
    return (act, unseen(session, error.ngr, article)) if act is not None else None


def _newest(session: Session, reader: Reader, request: Request, error: Exception) -> dict[str, str]:
    """The editions to choose from where it was the day or the edition that does not fit."""
    if not isinstance(error, RequestValidationError) or "ngr" not in request.path_params:
        return {}
    if unfit_parameters(error).isdisjoint(_WHICH_EDITION):
        return {}
    ngr, key = request.path_params["ngr"], request.path_params.get("key")
    place = ("acts", ngr, "articles", key) if key else ("acts", ngr)
    return newest_editions(session, reader, place)


def _act_address(request: Request, reader: Reader, ngr: str, error: Exception) -> str:
    """An act's page; where an unknown one was a parameter, the same page with this one."""
    unknown = error.ngr if isinstance(error, UnknownAct) else None
    if unknown and unknown in request.query_params.values():
        return replaced(request, reader, unknown, ngr)
    return reader.links("acts", ngr)


def _editions(reader: Reader, error: InForceUnknown) -> dict[str, str]:
    """The editions whose wording may have been in force, each with the address of its wording."""
    return {
        reader.interface.edition(label): reader.links(
            "acts", error.ngr, "articles", error.key, lang=error.language, edition=label
        )
        for label in error.labels
    }


def _likely(reader: Reader, error: InForceUnknown) -> tuple[str, str] | None:
    """What the wording likely in force is called, and where it is shown as such."""
    if error.likely is None:
        return None
    address = reader.links(
        "acts",
        error.ngr,
        "articles",
        error.key,
        lang=error.language,
        in_force_on=error.day,
        presume="true",
    )
    if error.likely_none:
        return reader.interface("told.likely_none"), address
    return reader.interface("told.likely", label=reader.interface.label(error.likely)), address


def _nearest(
    session: Session, reader: Reader, problem: ProblemOut, request: Request, error: Exception
) -> dict[str, str]:
    """What may have been meant: its name and its address."""
    members: dict[str, Any] = problem.model_extra or {}
    ngr, lang = str(members.get("ngr", "")), members.get("lang")
    key = request.path_params.get("key")
    place = ("acts", ngr, "articles", key) if key else ("acts", ngr)
    whole = {reader.interface("problem_page.to_act"): reader.links("acts", ngr, lang=lang)}
    match error:
        case UnknownRegime():
            found = other_regimes(request, reader, error)
        case UnknownTheme():
            found = other_themes(request, reader, error)
        case UnknownParameter():
            found = near_parameters(request, reader, error)
        case UnknownAct():
            found = near_acts(
                request,
                reader,
                ngr,
                error.nearest,
                lambda one: _act_address(request, reader, one, error),
            )
        case CutOff():
            name = reader.interface("told.cut_held", label=reader.interface.label(error.label))
            held = reader.links(
                "acts", ngr, "articles", error.key, lang=error.language, edition=error.label
            )
            found = {name: held} | whole
        case UnknownArticle() | NotHeld() if ngr:
            known = members.get("nearest", ())
            found = near_articles(session, reader, ngr, error.key, known) | whole
        case LanguageNotHeld():
            found = {
                reader.interface(f"language.{name}"): reader.links(*place, lang=name)
                for name in error.held
            }
        case PinNotHeld():
            found = near_editions(reader, place, error.language, [str(error.label)]) | whole
        case UnknownEdition() if error.held_in:
            found = in_other_languages(reader, place, error)
            found |= near_editions(reader, place, lang, error.nearest)
        case _:
            found = near_editions(reader, place, lang, _labels(problem.type, members))
    return found or (whole if ngr and not isinstance(error, UnknownAct) else {})


def _labels(kind: str, members: Mapping[str, Any]) -> Sequence[str]:
    """The editions that a problem names as near, or as those to choose from."""
    match kind.rpartition("/")[2]:
        case "unknown-edition":
            return list(members["nearest"])
        case "ambiguous-date":
            return list(members["editions"])
        case "not-yet-in-force":
            return [members["edition"]]
        case "before-first-edition" | "edition-not-held" | "not-yet-added":
            return [members[name] for name in _HELD_AROUND if name in members]
    return ()
