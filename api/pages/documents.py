"""The pages about the service itself: its API, and what each problem means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from api.openapi import EXAMPLE_QUERY
from api.problems.kinds import BY_SLUG
from api.rendering.page import ForReader, page

router = APIRouter(include_in_schema=False)

TASKS = (
    ("What an article said on a day", "articles_show_article"),
    ("Every amendment since a day, to the last page", "amendments_list_amendments"),
    ("A comparison table as a Word file", "comparison_table_of_editions"),
    ("Two regimes on signatures and the deposit", "regimes_show_matrix"),
    ("What a citation means", "citations_resolve"),
    ("Which of my citations have changed", "citations_ask"),
    ("Be told of changes by a signed webhook", "watches_make"),
    ("Follow a feed without asking for what you have", "feeds_feed_of_article"),
    ("All wordings as Parquet", "exports_take_export"),
    ("An edition as Akoma Ntoso", "texts_take_text_as_akoma_ntoso"),
    ("The history of an act as a git repository", "exports_take_history"),
)
"""The recipes of docs/cookbook.md, each with the operation that it begins with."""


@dataclass(frozen=True)
class Operation:
    """An operation of the OpenAPI document, as the page shows it."""

    method: str
    path: str
    told: Mapping[str, Any]
    example: str | None
    """An address that can be asked as it stands; None where a body or a token is needed."""
    body: Any = None
    """The example of a request's body."""

    @property
    def rest(self) -> str:
        """Its description without the line that is its summary."""
        text: str = self.told["description"]
        first, _, rest = text.partition("\n\n")
        more = " ".join(first.split()).removeprefix(self.told["summary"]).lstrip(". ")
        return "\n\n".join(part for part in (more, rest) if part)

    @property
    def forms(self) -> list[str]:
        """The media types of its answer."""
        return [
            name
            for status, answer in self.told["responses"].items()
            if status.startswith("2")
            for name in answer.get("content", {})
        ]

    @property
    def answers(self) -> list[Any]:
        """The examples of its answer."""
        return [
            content["example"]
            for answer in self.told["responses"].values()
            for content in answer.get("content", {}).values()
            if "example" in content
        ]


@dataclass(frozen=True)
class Topic:
    """What belongs together: a tag of the document, with its operations."""

    name: str
    description: str
    operations: tuple[Operation, ...]


def topics_of(document: Mapping[str, Any]) -> list[Topic]:
    """The operations of a document by their tags, in the order of the tags."""
    known = list(_operations(document))
    return [
        Topic(
            tag["name"],
            tag["description"],
            tuple(one for one in known if tag["name"] in one.told["tags"]),
        )
        for tag in document["tags"]
    ]


def _operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            asked = method == "get" and "security" not in told
            example = _example(path, told) if asked else None
            yield Operation(method.upper(), path, told, example, _body(document, told))


def paragraphs_of(text: str) -> list[list[tuple[str, bool]]]:
    """The paragraphs of a description, in pieces: the words, and whether they are code."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return [
        [(words, bool(number % 2)) for number, words in enumerate(part.split("`")) if words]
        for part in paragraphs
    ]


def example_of(parameter: Mapping[str, Any]) -> Any:
    """The first example of a parameter; None without one."""
    examples = parameter["schema"].get("examples") or parameter.get("examples") or [None]
    return examples[0]


def _example(path: str, told: Mapping[str, Any]) -> str:
    given: dict[str, dict[str, Any]] = {"path": {}, "query": {}}
    for parameter in told.get("parameters", ()):
        if parameter["required"]:
            given[parameter["in"]][parameter["name"]] = example_of(parameter)
    query = urlencode({**given["query"], **told.get(EXAMPLE_QUERY, {})}, doseq=True)
    return path.format(**given["path"]) + (f"?{query}" if query else "")


def _body(document: Mapping[str, Any], told: Mapping[str, Any]) -> Any:
    content = told.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return None
    name = content["schema"].get("$ref", "").rpartition("/")[2]
    schema = document["components"]["schemas"].get(name, content["schema"])
    return example_of({**content, "schema": schema})


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
    """The JSON API, topic by topic, out of the OpenAPI document."""
    document = request.app.openapi()
    return page(
        request,
        reader,
        "docs.html",
        styles=("docs",),
        document=document,
        topics=topics_of(document),
        tasks=TASKS,
        example_of=example_of,
        paragraphs_of=paragraphs_of,
    )
