"""What a parameter of the OpenAPI document takes, in one word."""

from __future__ import annotations

from typing import Any

_EMPTY = {"type": "string", "maxLength": 0}


def kind_of(schema: dict[str, Any]) -> str:
    """In one word what fits a schema: `day`, `text`, `list of words`, …"""
    choices = [one for one in schema.get("anyOf", []) if one != _EMPTY]
    if len(choices) == 1:
        return kind_of(choices[0])
    if schema.get("type") == "array":
        return f"list of {kind_of(schema['items'])}s"
    if "$ref" in schema:
        return "language" if schema["$ref"].endswith("/Language") else "word"
    told = (
        ("day or `any`", {"const": "any"} in choices),
        ("label", {"const": "undated"} in choices),
        ("word", "enum" in schema),
        ("two days", r"\.\." in schema.get("pattern", "")),
        ("day", schema.get("format") == "date"),
        ("moment", schema.get("format") == "date-time"),
        ("flag", schema["type"] == "boolean"),
        ("number", schema["type"] == "integer"),
    )
    return next((word for word, fits in told if fits), "text")


def query_parameters(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The parameters of all queries, with their paths."""
    return [
        (path, parameter)
        for path, operations in document["paths"].items()
        for operation in operations.values()
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query"
    ]
