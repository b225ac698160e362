"""A problem as a page, for a reader who came with a browser."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from api.models.problems import ProblemOut
from api.rendering import Reader, page


def problem_page(request: Request, problem: ProblemOut) -> Response:
    """What went wrong, what is nearest, and the way back."""
    reader = Reader.of(request)
    return page(
        request,
        reader,
        "problem.html",
        status=problem.status,
        problem=problem,
        title_text=reader.interface(f"problem.{problem.type.rpartition('/')[2]}"),
        nearest=_nearest(reader, problem),
    )


def _nearest(reader: Reader, problem: ProblemOut) -> dict[str, str]:
    """What may have been meant: its name and its address."""
    members: dict[str, Any] = problem.model_extra or {}
    ngr, lang = str(members.get("ngr", "")), members.get("lang")
    match problem.type.rpartition("/")[2]:
        case "unknown-act":
            return {name: reader.links("acts", name) for name in members["nearest"]}
        case "unknown-article":
            return {
                name: reader.links("acts", ngr, "articles", name) for name in members["nearest"]
            }
        case "unknown-edition":
            labels = members["nearest"]
        case "ambiguous-date":
            labels = members["editions"]
        case "language-not-held":
            return {name: reader.links("acts", ngr, lang=name) for name in members["held"]}
        case _:
            return {ngr: reader.links("acts", ngr, lang=lang)} if ngr else {}
    return {name: reader.links("acts", ngr, lang=lang, edition=name) for name in labels}
