"""The sides of a comparison: what takes part of each, what is not held, what is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from api.models.provenance import Answered, Provenance
from api.models.shape import Answer
from api.questions.sides import HeldSet, MissingSet, Side
from corpus.law import HoldingKind, Language


class HeldSetOut(Answer):
    """Provisions of one act that take part."""

    provisions: str = Field(examples=["Z950002464_:ch_13-1@2022-02-07"])
    general: bool = Field(
        description="Of a general part that rules much else: what has no counterpart there is "
        "neither new nor dropped.",
        examples=[False],
    )
    holds: HoldingKind = Field(
        description="How much of its act the edition holds.", examples=["parts"]
    )
    answered: Answered
    provenance: Provenance

    @classmethod
    def of(cls, one: HeldSet) -> HeldSetOut:
        """A set of provisions with its evidence."""
        return cls(
            provisions=str(one.read),
            general=one.selection.general,
            holds=one.edition.holding.kind,
            answered=Answered.of(one.edition, one.asked),
            provenance=Provenance.of(one.edition),
        )


class MissingSetOut(Answer):
    """Provisions of a regime that are not held, so nothing is said of them."""

    provisions: str = Field(examples=["Z010000148_:art_36"])
    general: bool = Field(examples=[False])
    reason: str = Field(examples=["No edition of Z010000148_ in ru is held."])

    @classmethod
    def of(cls, one: MissingSet) -> MissingSetOut:
        """A set that is missing."""
        return cls(provisions=str(one.provisions), general=one.general, reason=one.reason)


class SideOut(Answer):
    """One side of a comparison."""

    name: str = Field(
        description="The phase of a regime, or the provisions as they were named.", examples=["R3a"]
    )
    title: str | None = Field(
        description="The phase's title; null for provisions.",
        examples=["Direct elections at the rural level"],
    )
    from_: date | None = Field(
        description="The phase's first day; null if unknown.", examples=["2021-06-05"]
    )
    to: date | None = Field(
        description="The first day after the phase; null if unknown or none.",
        examples=["2023-01-01"],
    )
    on: date | None = Field(
        description="The day whose texts stand for the phase.", examples=["2022-02-07"]
    )
    doubts: str | None = Field(
        description="What is not sure about the phase.", examples=["The day of publication."]
    )
    held: tuple[HeldSetOut, ...]
    not_held: tuple[MissingSetOut, ...] = Field(examples=[[]])
    without_wording: tuple[str, ...] = Field(
        description="Keys of articles and points that say nothing any more.",
        examples=[["art_36-1"]],
    )
    not_comparable: tuple[str, ...] = Field(
        description="Keys that a partial copy holds on one side only, or breaks off in.",
        examples=[[]],
    )

    @classmethod
    def of(
        cls, side: Side, language: Language, without: Sequence[str], alone: Sequence[str]
    ) -> SideOut:
        """A side with what is known of it."""
        phase = side.phase
        return cls(
            name=side.name,
            title=phase.titles[language] if phase else None,
            from_=phase.from_ if phase else None,
            to=phase.to if phase else None,
            on=phase.on if phase else None,
            doubts=phase.doubts[language] if phase and phase.doubts else None,
            held=tuple(map(HeldSetOut.of, side.held)),
            not_held=tuple(map(MissingSetOut.of, side.missing)),
            without_wording=tuple(without),
            not_comparable=tuple(alone),
        )
