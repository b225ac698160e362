"""What the OpenAPI document says beyond the models: examples, problems, media types, summaries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from threading import Lock
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api.answering.forms import Form
from api.models.problems import ProblemOut
from api.models.shape import Answer
from api.problems.details import MEDIA_TYPE

_PROBLEM = {"$ref": "#/components/schemas/ProblemOut"}
_TEXT = {"type": "string"}
_TAG = {"description": "Strong: changes when a byte of the answer does.", "schema": _TEXT}
_LINK = {
    "description": 'Where the list begins (`rel="first"`), and its next page (`rel="next"`).',
    "schema": _TEXT,
}
_NULL = {"type": "null"}
_EMPTY = {"type": "string", "maxLength": 0}
"""What `?lang=` sends: a form's empty field, which is one that was not given."""
_TEXTUAL = ("text/", "image/svg", "application/xml", "application/akn", "application/atom")
TAGS = [
    {"name": "acts", "description": "Acts and their editions."},
    {"name": "articles", "description": "The wording of an article on a day, and its history."},
    {"name": "texts", "description": "Whole texts and linked data, to take away."},
    {"name": "search", "description": "Words and citations, in the wordings of any day."},
    {"name": "citations", "description": "Citing, resolving citations, and what became of them."},
    {"name": "amendments", "description": "Which act amended what, from when, and its orders."},
    {"name": "changes", "description": "What changed, as it is recorded; two editions compared."},
    {"name": "comparison", "description": "Regimes and any sets of provisions, rule by rule."},
    {"name": "regimes", "description": "The three regimes: phases, matrix, pictures."},
    {"name": "origins", "description": "Where words come from, and when they came and went."},
    {"name": "languages", "description": "The Russian and the Kazakh text side by side."},
    {"name": "anomalies", "description": "What does not add up in the texts held."},
    {"name": "feeds", "description": "Changes as Atom and JSON Feed."},
    {"name": "watches", "description": "Signed webhooks; managed by a watch's own token."},
    {"name": "exports", "description": "Dumps of the whole corpus, and histories in git."},
    {"name": "health", "description": "Whether the service can answer."},
]

Responses = dict[int | str, dict[str, Any]]
EXAMPLE_QUERY = "x-example-query"
"""What goes with any example: OpenAPI cannot say that one of two has to be given."""


def documented(
    answer: type[Answer], *problems: int, links: bool = False, forms: Iterable[Form] = ()
) -> Responses:
    """The responses of a route: its answer with an example, 304, and its problems.

    `forms` are those in which the header Accept, or a parameter, can have it instead of JSON.
    """
    headers = {"ETag": _TAG}
    if links:
        headers["Link"] = _LINK
    responses: Responses = {
        200: {
            "content": {
                "application/json": {"example": _example_text(answer)},
                **_contents(forms),
            },
            "headers": headers,
        },
        304: {"description": "Not modified: If-None-Match names what is held already."},
    }
    return responses | _problems(problems)


def documented_file(description: str, forms: Iterable[Form], *problems: int) -> Responses:
    """The responses of a route that answers with a file in one of some forms."""
    responses: Responses = {
        200: {
            "content": _contents(forms),
            "description": description,
            "headers": {"ETag": _TAG, "Link": {"schema": _TEXT}},
        },
        304: {"description": "Not modified: If-None-Match names what is held already."},
    }
    return responses | _problems(problems)


def documented_private(
    answer: type[Answer] | None,
    *problems: int,
    status: HTTPStatus = HTTPStatus.OK,
    links: bool = False,
) -> Responses:
    """The responses of a route whose answers are for one asker and kept nowhere."""
    success: dict[str, Any] = {"description": status.phrase}
    if links:
        success["headers"] = {"Link": _LINK}
    if answer is not None:
        success["content"] = {"application/json": {"example": _example_text(answer)}}
    return {int(status): success} | _problems(problems)


def _example_text(answer: type[Answer]) -> str:
    """The example of an answer as it is sent, as text: FastAPI would drop what is null in it."""
    return answer.model_validate(answer.example()).model_dump_json(by_alias=True)


def _problems(statuses: Iterable[int]) -> Responses:
    return {status: {"model": ProblemOut} for status in (*statuses, 422, 503)}


def _contents(forms: Iterable[Form]) -> dict[str, Any]:
    """Media types with what is under them: JSON, text, or bytes."""
    named = (form.media_type.partition(";")[0] for form in forms)
    return {media_type: {"schema": _schema_of(media_type)} for media_type in sorted(set(named))}


def _schema_of(media_type: str) -> dict[str, Any]:
    if media_type.endswith("json"):
        return {}  # an object, or a list of citations
    if media_type.startswith(_TEXTUAL):
        return _TEXT
    return {"type": "string", "format": "binary"}


def operation_name(route: APIRoute) -> str:
    """What an operation is called, by its first tag and its function: `acts_list`."""
    return "_".join([*map(str, route.tags[:1]), route.name])


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """The document, made once; problems are served as `application/problem+json`."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            description=app.description,
            tags=TAGS,
            license_info=app.license_info,
            routes=app.routes,
        )
        for operation in operations(document):
            _finish(operation)
        app.openapi_schema = document
    return app.openapi_schema


class DescribedOnce:
    """Gives the OpenAPI document of an application: the first who asks makes it, others wait."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._making = Lock()

    def __call__(self) -> dict[str, Any]:
        """The document; half a second of work the first time."""
        with self._making:
            return openapi_of(self._app)


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The operations of a document."""
    for path in document["paths"].values():
        yield from path.values()


def _finish(operation: dict[str, Any]) -> None:
    """Say what FastAPI does not know: a summary in words, empty fields, problems' media type."""
    first, _, _rest = operation["description"].partition("\n\n")
    operation["summary"] = " ".join(first.split()).partition(". ")[0].rstrip(".")
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "query" and not parameter["required"]:
            _may_be_empty(parameter["schema"])
    for response in operation["responses"].values():
        content = response.get("content", {}).get("application/json", {})
        if "example" in content:
            content["example"] = json.loads(content["example"])
        if content.get("schema") == _PROBLEM:
            response["content"] = {MEDIA_TYPE: content}


def _may_be_empty(schema: dict[str, Any]) -> None:
    if "anyOf" in schema:
        schema["anyOf"] = [_EMPTY if one == _NULL else one for one in schema["anyOf"]]
    elif schema.get("type") == "array":
        schema["items"] = {"anyOf": [schema["items"], _EMPTY]}
