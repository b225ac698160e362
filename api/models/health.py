"""Whether the parts of the service answer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.models.shape import Answer


class PartHealth(Answer):
    """One part and what it says."""

    status: Literal["ok", "failed"] = Field(examples=["ok"])
    detail: str | None = Field(
        default=None, description="What is wrong and what to do.", examples=[None]
    )


class Counts(Answer):
    """How much there is."""

    acts: int = Field(examples=[7])
    editions: int = Field(examples=[31])
    indexed: int | None = Field(description="Wordings in the search index.", examples=[840])


class Health(Answer):
    """The service's health: `failed` without a database, `degraded` without an index.

    Also `degraded` while notes of editions are unread: amendments, dates and what was in force may
    be missing until `nusqa derive` has read them.
    """

    status: Literal["ok", "degraded", "failed"] = Field(examples=["ok"])
    database: PartHealth
    index: PartHealth
    notes: PartHealth = Field(
        description="Whether the notes of all current editions were read into amendments."
    )
    counts: Counts | None
    sample: bool = Field(description="Whether sample data is loaded.", examples=[False])
