"""What is wrong with the parameters or the body of a request, in plain words."""

from __future__ import annotations

from fastapi.exceptions import RequestValidationError

_PLAIN_WORDS = {
    "string_pattern_mismatch": "leave out control characters",
    "model_attributes_type": "give a JSON object, with Content-Type: application/json",
}
"""Where pydantic's own message speaks of patterns instead of what is wrong."""


def faults_of(error: RequestValidationError) -> list[dict[str, str]]:
    """The faults of a request: which parameter, and what is wanted."""
    return [
        {
            "parameter": next(part for part in reversed(fault["loc"]) if isinstance(part, str)),
            "message": _wanted(fault["type"], fault.get("input"), str(fault["msg"])),
        }
        for fault in error.errors()
    ]


def _wanted(kind: str, given: object, message: str) -> str:
    if kind == "string_pattern_mismatch" and given == "":
        return "it is empty: leave it out or fill it in"
    return _PLAIN_WORDS.get(kind) or message.removeprefix("Value error, ")
