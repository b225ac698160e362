"""How long wordings last, as the API writes it."""

from __future__ import annotations

from pydantic import Field

from api.models.shape import Answer
from diffing.classify import ChangeKind
from diffing.measures.lives import WordingLife
from diffing.measures.survival import Curve, Survival

_DIGITS = 6


class WordingLifeOut(Answer):
    """How long one wording of an article lasted, by edition labels."""

    key: str = Field(description="The article's newest key.", examples=["art_36"])
    first: str = Field(
        description="Label of the first held edition that has it.", examples=["2013-06-13"]
    )
    last: str = Field(
        description="Label of the last held edition that has it.", examples=["2013-06-13"]
    )
    ended_by: str | None = Field(
        description="Label of the edition in which it had ended; null: it was not seen to end.",
        examples=["2021-05-24"],
    )
    end: ChangeKind | None = Field(description="`amended` or `repealed`.", examples=["amended"])
    days_at_least: int = Field(examples=[1])
    days_at_most: int | None = Field(
        description="Null: it lasts longer than was seen.", examples=[2902]
    )
    gap: bool = Field(
        description="Whether it may have ended in an edition that is not held.", examples=[True]
    )
    older_than_first: bool = Field(
        description="Whether it is, or may be, older than the first held edition that has it.",
        examples=[True],
    )

    @classmethod
    def of(cls, life: WordingLife) -> WordingLifeOut:
        """A wording's life as the API writes it."""
        at_least, at_most = life.days
        return cls(
            key=life.key,
            first=str(life.first),
            last=str(life.last),
            ended_by=str(life.ended_by) if life.ended_by else None,
            end=life.end,
            days_at_least=at_least,
            days_at_most=at_most,
            gap=life.gap,
            older_than_first=life.older_than_first,
        )


class DropOut(Answer):
    """A day on which the curve falls."""

    days: int = Field(examples=[2902])
    surviving: float = Field(
        description="The share of wordings that last longer than so many days.", examples=[0.4]
    )


class CurveOut(Answer):
    """A survival curve by Kaplan and Meier."""

    half_life_days: int | None = Field(
        description="The first day by which at least half of the wordings had ended; null: fewer "
        "than half were seen to end.",
        examples=[2902],
    )
    drops: tuple[DropOut, ...]

    @classmethod
    def of(cls, curve: Curve) -> CurveOut:
        """A curve as the API writes it."""
        return cls(
            half_life_days=curve.half_life,
            drops=tuple(
                DropOut(days=days, surviving=round(float(surviving), _DIGITS))
                for days, surviving in curve.drops
            ),
        )


class SurvivalOut(Answer):
    """How long wordings last, by days of edition labels, counted from the first edition held.

    A wording that was not seen to end is right-censored where it was last seen.
    """

    wordings: int = Field(examples=[6])
    events: int = Field(description="Ended on a known day.", examples=[3])
    intervals: int = Field(
        description="Ended between two days: editions are missing there, or labels are years.",
        examples=[0],
    )
    censored: int = Field(description="Not seen to end.", examples=[3])
    early: CurveOut = Field(
        description="If those that ended between two days did so on the first of them.",
        examples=[CurveOut.example()],
    )
    late: CurveOut = Field(
        description="If they did so on the last of them; the same as `early` without any.",
        examples=[CurveOut.example()],
    )

    @classmethod
    def of(cls, survival: Survival) -> SurvivalOut:
        """An estimate as the API writes it."""
        return cls(
            wordings=survival.wordings,
            events=survival.events,
            intervals=survival.intervals,
            censored=survival.censored,
            early=CurveOut.of(survival.early),
            late=CurveOut.of(survival.late),
        )
