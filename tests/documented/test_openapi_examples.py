"""The examples of the OpenAPI document: each is asked, each is what its schema says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from api.app import create_app
from api.openapi import EXAMPLE_QUERY
from corpus.settings import Settings

Document = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """A GET request made of a document's examples."""

    path: str
    places: dict[str, Any]
    query: dict[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Its path with the places filled in."""
        return self.path.format(**self.places)


OF_TABLES = {"article", "technical", "unchanged", "ui", "bom"}
"""Parameters of the table that an address without an ending gives to who asks for one."""


@pytest.fixture(scope="module")
def client(sample_kept: Path) -> Iterator[TestClient]:
    """A client of the application on the sample, which the examples are about."""
    with TestClient(create_app(Settings(data_dir=sample_kept))) as client:
        yield client


@pytest.fixture(scope="module")
def document(client: TestClient) -> Document:
    """The OpenAPI document."""
    found: Document = client.get("/openapi.json").json()
    return found


def validator(document: Document, schema: Document) -> Draft202012Validator:
    """Of a schema in a document, with what it refers to."""
    return Draft202012Validator({**schema, "components": document["components"]})


def example_of(parameter: Document) -> Any:
    """The first example of a parameter."""
    examples = parameter["schema"].get("examples") or parameter.get("examples")
    assert examples, parameter["name"]
    return examples[0]


def questions(document: Document) -> Iterator[Question]:
    """Each address with what it must have, and then with each other parameter's example."""
    for path, operations in document["paths"].items():
        operation = operations.get("get")
        if operation is None or operation.get("security"):
            continue
        parameters = operation.get("parameters", [])
        places = {one["name"]: example_of(one) for one in parameters if one["in"] == "path"}
        queried = [one for one in parameters if one["in"] == "query"]
        needed = {one["name"]: example_of(one) for one in queried if one["required"]}
        yield Question(path, places, needed)
        for one in queried:
            if not one["required"] and example_of(one) is not None:
                yield Question(path, places, needed | {one["name"]: example_of(one)})


def test_every_example_of_a_request_is_answered_by_what_the_document_says(
    client: TestClient, document: Document
) -> None:
    asked, wrong = 0, []
    for question in questions(document):
        tabled = OF_TABLES & question.query.keys()
        accept = {"Accept": "text/csv"} if tabled else {}
        operation = document["paths"][question.path]["get"]
        query = {**operation.get(EXAMPLE_QUERY, {}), **question.query}
        answer = client.get(question.address, params=query, headers=accept)
        asked += 1
        if answer.status_code != 200:
            wrong.append((question.address, question.query, answer.json()["detail"]))
            continue
        media_type = answer.headers["content-type"].partition(";")[0]
        content = document["paths"][question.path]["get"]["responses"]["200"]["content"]
        schema = content[media_type]["schema"]
        if media_type.endswith("json") and schema:
            faults = list(validator(document, schema).iter_errors(answer.json()))
            wrong += [(question.address, question.query, one.message[:200]) for one in faults]
    assert asked > 150
    assert wrong == []


def test_the_example_of_a_list_of_citations_is_answered(
    client: TestClient, document: Document
) -> None:
    operation = document["paths"]["/v1/impact"]["post"]
    content = operation["requestBody"]["content"]["application/json"]
    (example,) = content.get("examples") or content["schema"]["examples"]
    answer = client.post("/v1/impact", json=example)
    assert answer.status_code == 200, answer.text
    assert [one["verdict"] for one in answer.json()["entries"]] == ["changed"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert list(validator(document, schema).iter_errors(answer.json())) == []


def test_every_example_of_an_answer_is_what_its_schema_says(document: Document) -> None:
    seen, wrong = 0, []
    for path, operations in document["paths"].items():
        for operation in operations.values():
            for response in operation["responses"].values():
                for content in response.get("content", {}).values():
                    if "example" in content:
                        seen += 1
                        check = validator(document, content["schema"])
                        faults = check.iter_errors(content["example"])
                        wrong += [(path, one.json_path, one.message) for one in faults]
    assert seen > 35
    assert wrong == []


def test_every_example_of_a_schema_is_what_the_schema_says(document: Document) -> None:
    seen = 0
    for name, schema in document["components"]["schemas"].items():
        for example in schema.get("examples", []):
            seen += 1
            faults = [one.message for one in validator(document, schema).iter_errors(example)]
            assert faults == [], name
    assert seen >= 2


def test_every_operation_is_told_whole(document: Document) -> None:
    tags = {one["name"] for one in document["tags"]}
    names = set()
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert operation["summary"].strip(), path
            assert len(operation["summary"]) < 120, (path, operation["summary"])
            assert operation["description"].endswith("."), path
            assert len(operation["tags"]) == 1, path
            assert set(operation["tags"]) <= tags, path
            assert {"422", "503"} <= set(operation["responses"]), path
            names.add(operation["operationId"])
    assert len(names) == sum(map(len, document["paths"].values()))
