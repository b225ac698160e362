"""The pages about the service itself: its API, and what each problem means."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.problems import BY_SLUG
from api.rendering import ForReader, page

router = APIRouter(include_in_schema=False)


@router.get("/problems/{slug}")
def show_problem(request: Request, reader: ForReader, slug: str) -> Response:
    """What a problem's type means."""
    kind = BY_SLUG.get(slug)
    return page(
        request,
        reader,
        "problem_kind.html",
        status=200 if kind else 404,
        kind=kind,
        kinds=sorted(BY_SLUG.values(), key=lambda one: one.slug),
    )


@router.get("/docs")
def show_api(request: Request, reader: ForReader) -> Response:
    """The JSON API, route by route, out of the OpenAPI document."""
    document = request.app.openapi()
    return page(request, reader, "docs.html", document=document)
