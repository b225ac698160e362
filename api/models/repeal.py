"""That an act was repealed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from api.models.shape import Answer
from api.questions.citations.repeal import Repeal
from api.questions.editions_today import EditionToday


class RepealOut(Answer):
    """The repeal of an act, as far as it is known."""

    on: date | None = Field(
        description="Since when; null: the registry's page says so and names no day.",
        examples=["2017-10-12"],
    )
    by_number: str | None = Field(
        description="The number of the act that did it, where notes name it.", examples=["559"]
    )
    by_adopted: date | None = Field(
        description="The day on which that act was adopted.", examples=["2017-10-10"]
    )
    words: str = Field(
        description="The same in a sentence.",
        examples=["The act was repealed on 2017-10-12, by act No 559 of 2017-10-10."],
    )

    @classmethod
    def of(cls, repeal: Repeal) -> RepealOut:
        """The repeal as the API writes it."""
        by = repeal.by
        return cls(
            on=repeal.on,
            by_number=by.number if by else None,
            by_adopted=by.adopted if by else None,
            words=str(repeal),
        )

    @classmethod
    def told_in(cls, today: Iterable[EditionToday]) -> RepealOut | None:
        """The act's repeal, which what answers for today tells in every language; None: none."""
        return next((cls.of(one.repeal) for one in today if one.repeal), None)
