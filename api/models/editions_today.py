"""Which edition of an act answers for today."""

from __future__ import annotations

from pydantic import Field

from api.models.shape import Answer
from api.questions.editions_today import EditionToday, WhyNone
from corpus.store.records import Certainty


class EditionTodayOut(Answer):
    """The edition of one language that answers for today, and those that are to come."""

    edition: str | None = Field(
        description="Label of the edition that answers for today by edition labels, as `on` that "
        "day does. Null: none does, and `why` and `reason` say why.",
        examples=["2022-11-05"],
    )
    certainty: Certainty | None = Field(
        description="Of that edition, as in `answered`. Null where none answers.",
        examples=["unlisted"],
    )
    newest: str | None = Field(
        description="Label of the newest edition held that has come: its label is no later than "
        "today, or it is undated. A question without a day is answered with it. Null: all that is "
        "held is to come.",
        examples=["2022-11-05"],
    )
    to_come: tuple[str, ...] = Field(
        description="Labels of the editions held that are later than today, the next one first: "
        "their texts do not apply yet.",
        examples=[["2027-01-01"]],
    )
    why: WhyNone | None = Field(description="Why none answers for today.", examples=[None])
    reason: str | None = Field(
        description="The same in words, with what can be done.", examples=[None]
    )

    @classmethod
    def of(cls, told: EditionToday) -> EditionTodayOut:
        """What answers for today as the API writes it."""
        return cls(
            edition=str(told.edition) if told.edition else None,
            certainty=told.certainty,
            newest=str(told.newest) if told.newest else None,
            to_come=tuple(map(str, told.to_come)),
            why=told.why,
            reason=_reason(told),
        )


def _reason(told: EditionToday) -> str | None:
    """Why none answers: of an act repealed on a day that is not known, that first."""
    if told.error is None:
        return None
    undated = told.repeal is not None and told.repeal.on is None
    return f"{told.repeal} {told.error}" if undated else str(told.error)
