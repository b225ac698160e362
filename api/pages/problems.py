"""A problem as a page, for a reader who came with a browser."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from api.models.problems import ProblemOut
from api.pages.near_acts import near_acts
from api.problem_words import in_question, main_sentence, presumed
from api.questions.in_force.in_doubt import InForceUnknown
from api.rendering import Reader, page
from corpus.law import EditionLabel


def problem_page(request: Request, problem: ProblemOut, error: Exception) -> Response:
    """What went wrong in the reader's language, what is nearest, and the way back."""
    reader = Reader.of(request)
    unknown = error if isinstance(error, InForceUnknown) else None
    return page(
        request,
        reader,
        "problem.html",
        status=problem.status,
        framed=request.url.path.startswith("/embed/"),
        problem=problem,
        title_text=reader.interface(f"problem.{problem.type.rpartition('/')[2]}"),
        sentence=main_sentence(error, reader.interface),
        nearest={} if unknown else _nearest(reader, problem, request),
        editions=_editions(reader, unknown) if unknown else {},
        not_held=list(in_question(unknown, reader.interface)) if unknown else [],
        likely=_likely(reader, unknown) if unknown else None,
        likely_if=presumed(unknown, reader.interface) if unknown else None,
    )


def _editions(reader: Reader, error: InForceUnknown) -> dict[str, str]:
    """The editions whose wording may have been in force, each with the address of its wording."""
    return {
        reader.interface("told.edition", label=_named(reader, label)): reader.links(
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
    return reader.interface("told.likely", label=_named(reader, error.likely)), address


def _named(reader: Reader, label: EditionLabel) -> str:
    return str(label) if label.first_day else reader.interface("edition.undated")


_HELD_AROUND = ("last_held", "next_held", "known_from")
"""The members of a problem that name the editions held before a day and after it."""


def _nearest(reader: Reader, problem: ProblemOut, request: Request) -> dict[str, str]:
    """What may have been meant: its name and its address."""
    members: dict[str, Any] = problem.model_extra or {}
    ngr, lang = str(members.get("ngr", "")), members.get("lang")
    key = request.path_params.get("key")
    place = ("acts", ngr, "articles", key) if key else ("acts", ngr)
    match problem.type.rpartition("/")[2]:
        case "unknown-act":
            return near_acts(request, reader, ngr, members["nearest"])
        case "unknown-article":
            return {
                name: reader.links("acts", ngr, "articles", name) for name in members["nearest"]
            }
        case "unknown-edition":
            labels = members["nearest"]
        case "ambiguous-date":
            labels = members["editions"]
        case "not-yet-in-force":
            labels = [members["edition"]]
        case "before-first-edition":
            labels = [members["known_from"]]
        case "edition-not-held" if not members.keys().isdisjoint(_HELD_AROUND):
            labels = [members[name] for name in _HELD_AROUND if name in members]
        case "language-not-held":
            return {
                reader.interface(f"language.{name}"): reader.links(*place, lang=name)
                for name in members["held"]
            }
        case _:
            return {ngr: reader.links("acts", ngr, lang=lang)} if ngr else {}
    return {name: reader.links(*place, lang=lang, edition=name) for name in labels}
