"""What the OpenAPI document says beyond the models: examples, problems, media types."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.models.problems import ProblemOut
from api.models.shape import Answer
from api.problems import MEDIA_TYPE

_PROBLEM = {"$ref": "#/components/schemas/ProblemOut"}

Responses = dict[int | str, dict[str, Any]]


def documented(answer: type[Answer], *problems: int, links: bool = False) -> Responses:
    """The responses of a route: its answer with an example, 304, and its problems."""
    text = {"type": "string"}
    headers = {
        "ETag": {"description": "Strong: changes when a byte of the answer does.", "schema": text}
    }
    if links:
        headers["Link"] = {"description": 'The next page (`rel="next"`).', "schema": text}
    responses: Responses = {
        200: {
            "content": {"application/json": {"example": answer.example()}},
            "headers": headers,
        },
        304: {"description": "Not modified: If-None-Match names what is held already."},
    }
    for status in (*problems, 422, 503):
        responses[status] = {"model": ProblemOut}
    return responses


def documented_private(
    answer: type[Answer] | None, *problems: int, status: HTTPStatus = HTTPStatus.OK
) -> Responses:
    """The responses of a route whose answers are for one asker and kept nowhere."""
    success: dict[str, Any] = {"description": status.phrase}
    if answer is not None:
        success["content"] = {"application/json": {"example": answer.example()}}
    responses: Responses = {int(status): success}
    for problem in (*problems, 422, 503):
        responses[problem] = {"model": ProblemOut}
    return responses


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """The document, made once; problems are served as `application/problem+json`."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            description=app.description,
            tags=app.openapi_tags,
            license_info=app.license_info,
            routes=app.routes,
        )
        for path in document["paths"].values():
            for operation in path.values():
                for response in operation["responses"].values():
                    content = response.get("content", {}).get("application/json", {})
                    if content.get("schema") == _PROBLEM:
                        response["content"] = {MEDIA_TYPE: content}
        app.openapi_schema = document
    return app.openapi_schema
