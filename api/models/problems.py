"""Problem details (RFC 9457)."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from api.models.shape import Answer


class ProblemOut(Answer):
    """What went wrong and what to do; further members depend on the type."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        json_schema_extra={
            "examples": [
                {
                    "type": "/problems/unknown-article",
                    "title": "There is no such article in this edition",
                    "status": 404,
                    "detail": "Z010000148_ has no art_363 in edition 2021-05-24. Nearest: art_36.",
                    "instance": "/v1/acts/Z010000148_/articles/art_363",
                    "nearest": ["art_36"],
                }
            ]
        },
    )

    type: str = Field(description="Names the kind of problem; a page about it.")
    title: str
    status: int
    detail: str
    instance: str = Field(description="The path and query that were asked.")
