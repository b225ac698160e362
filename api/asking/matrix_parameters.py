"""Which part of the matrix is wanted: the same for the API and for the page."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query
from pydantic import BeforeValidator, StringConstraints

from api.asking.parameters import LONGEST_KEY, absent_if_empty, listed
from api.questions.matrix import Chosen

_MOST_KEYS = 50

_Word = Annotated[str, StringConstraints(max_length=LONGEST_KEY, pattern=r"^[^\x00-\x1f\x7f]*$")]
Themes = Annotated[
    tuple[_Word, ...],
    BeforeValidator(listed),
    Query(
        alias="theme",
        description="Only these themes, by their keys, parted by commas or given again.",
        examples=["signatures,deposit"],
        max_length=_MOST_KEYS,
    ),
]
ThemesCompared = Annotated[
    tuple[_Word, ...],
    BeforeValidator(listed),
    Query(
        alias="theme",
        description="Of two regimes or phases: only the rows with a rule that the matrix names for "
        "these themes, by their keys, parted by commas or given again.",
        examples=["signatures,deposit"],
        max_length=_MOST_KEYS,
    ),
]
Stage = Annotated[
    Annotated[_Word | None, BeforeValidator(absent_if_empty)],
    Query(description="Only this stage, by its key.", examples=["nomination"]),
]
Phases = Annotated[
    tuple[_Word, ...],
    BeforeValidator(listed),
    Query(
        alias="phase",
        description="Only these phases, or the phases that represent these regimes, parted by "
        "commas or given again. By default every phase that has a text.",
        examples=["R1-1484,R2a"],
        max_length=_MOST_KEYS,
    ),
]


async def which_part(themes: Themes = (), stage: Stage = None, phases: Phases = ()) -> Chosen:
    """The part of the matrix that is asked for.

    Waits for nothing: a plain function would be sent to another thread for as long again.
    """
    return Chosen(themes, stage, phases)


WhichPart = Annotated[Chosen, Depends(which_part)]
