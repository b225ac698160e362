"""Where a text comes from, and which question it answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from api.models.shape import Answer


class Provenance(Answer):
    """The evidence behind a text: the registry's response that it was read in."""

    registry: str | None = Field(examples=["adilet"])
    url: str | None = Field(
        description="The address that was asked.",
        examples=["https://old.adilet.zan.kz/rus/archive/docs/Z010000148_/24.05.2021"],
    )
    fetched_at: datetime | None = Field(examples=["2026-11-02T08:15:30Z"])
    snapshot_sha256: str | None = Field(
        description="The sha256 of the response's bytes, which are kept unchanged.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    parser_version: str | None = Field(examples=["1"])
    revision: int | None = Field(
        description="Which record of this edition: a registry's correction makes a new one.",
        examples=[1],
    )
    sample: bool = Field(
        description="True for the bundled sample: a paraphrase, not official text.",
        examples=[False],
    )


class Answered(Answer):
    """The question that was answered: an edition by its label, a day, or the newest held."""

    question: Literal["edition", "on", "newest"] = Field(examples=["on"])
    on: date | None = Field(default=None, description="The day asked for.", examples=["2022-06-01"])
    edition: str = Field(
        description="The edition's label: the registry's name for it, a day, a year or `undated`.",
        examples=["2022-02-07"],
    )
    certainty: Literal["listed", "unlisted"] = Field(
        description="`listed`: a list of the act's editions is held and names none in between. "
        "`unlisted`: no list is held, there may be editions in between.",
        examples=["listed"],
    )
    from_: date | None = Field(
        alias="from",
        description="The first day of the edition's window, by its label.",
        examples=["2022-02-07"],
    )
    to: date | None = Field(
        description="The first day after the window (half-open); null while it is the newest.",
        examples=["2022-11-05"],
    )
