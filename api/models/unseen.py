"""What of an act was not looked through for a provision that no edition held has."""

from __future__ import annotations

from pydantic import Field

from api.models.shape import Answer
from api.questions.citations.unseen import Unseen


class UnseenOut(Answer):
    """The editions of an act, for a provision that none of those held has."""

    ngr: str = Field(description="The act, by its registry number (NGR).", examples=["Z010000148_"])
    key: str = Field(
        description="What was looked for; of a point or the like perhaps only the end of its key.",
        examples=["art_36-1"],
    )
    never_was: bool = Field(
        description="No edition of the act ever had it: all are known and held. False: that is "
        "not known, or `phases` or `amended` say that there was one.",
        examples=[False],
    )
    without: tuple[str, ...] = Field(
        description="Editions held that surely have none, the oldest first.", examples=[["2010"]]
    )
    in_part: tuple[str, ...] = Field(
        description="Editions of which the part where it would stand is not held.",
        examples=[["2026-06-10"]],
    )
    not_held: tuple[str, ...] = Field(
        description="Editions that are known and not held in any language.",
        examples=[["2002-05-21", "2011-07-22"]],
    )
    all_listed: bool = Field(
        description="A registry's list names the editions. False: there may be more of them.",
        examples=[False],
    )
    phases: tuple[str, ...] = Field(
        description="Phases of regimes whose rules it is named among: it did exist.",
        examples=[["R2b"]],
    )
    amended: tuple[str, ...] = Field(
        description="Acts that the registry's notes say amended it, each by its number, where that "
        "is known, else by its day: it did exist.",
        examples=[["42-VII"]],
    )
    why: str = Field(
        description="The same in sentences.",
        examples=["No text held of Z010000148_ has art_36-1. Looked through: 2010."],
    )

    @classmethod
    def of(cls, found: Unseen) -> UnseenOut:
        """It as the API writes it."""
        acts = (one.amendment.act for one in found.amendments)
        named = (act.number or str(act.adopted or "") for act in acts)
        return cls(
            ngr=found.ngr,
            key=found.key,
            never_was=found.never_was,
            without=tuple(map(str, found.without)),
            in_part=tuple(map(str, found.in_part)),
            not_held=tuple(map(str, found.not_held)),
            all_listed=found.all_listed,
            phases=tuple(phase.key for phase in found.phases),
            amended=tuple(dict.fromkeys(one for one in named if one)),
            why=str(found),
        )
