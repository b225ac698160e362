"""What narrows a list of amendments: the same for the API and for the page."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import BeforeValidator, WithJsonSchema

from api.asking.parameters import KeyText, OptionalDay, absent_if_empty
from api.questions.following.amendments import AskedRole
from corpus.amendments import Verb
from corpus.store.amendments.records import Axis

By = Annotated[
    Annotated[
        Axis,
        BeforeValidator(lambda text: absent_if_empty(text) or Axis.SEEN),
        WithJsonSchema({"type": "string", "enum": ["", *map(str, Axis)], "examples": ["in_force"]}),
    ],
    Query(
        description="The day to list by: `seen`, when it was learned (UTC); `in_force`; `adopted`, "
        "the amending act's own day. Unknown days come last.",
        examples=["in_force"],
    ),
]
Since = Annotated[
    OptionalDay,
    Query(
        description="From this day on, by the day that `by` names; unknown days are left out.",
        examples=["2023-01-01"],
    ),
]
Until = Annotated[
    OptionalDay,
    Query(
        description="Before this day (exclusive); unknown days are left out.",
        examples=["2024-01-01"],
    ),
]
DoneVerb = Annotated[
    Annotated[Verb | None, BeforeValidator(absent_if_empty)],
    Query(description="Only what did this to its place.", examples=["reworded"]),
]
OfRole = Annotated[
    Annotated[AskedRole | None, BeforeValidator(absent_if_empty)],
    Query(
        description="Only acts that stand so to the wording: `amends`, `foreseen`, `other "
        "language`, `cited`; `any` for all. Without it all but `cited`: those changed no word.",
        examples=["amends"],
    ),
]
PlaceFilter = Annotated[
    KeyText,
    Query(
        description="Only at this place or inside it, by its key: an article, a place in one, or "
        "a chapter or appendix (articles of a chapter have keys of their own).",
        examples=["art_113-3__p_2"],
    ),
]
