"""How complete the holdings of an act are."""

from __future__ import annotations

from pydantic import Field

from api.models.shape import Answer
from corpus.law import HoldingKind, Language
from corpus.store.completeness import Completeness, WhyMissing


class HoldingOut(Answer):
    """How much of its act an edition holds; what it lacks is not held, never deleted."""

    kind: HoldingKind = Field(examples=["whole"])
    keys: tuple[str, ...] = Field(
        description="For `parts`: the articles and divisions held.", examples=[[]]
    )


class MissingEditionOut(Answer):
    """An edition that is known to exist and is not held."""

    edition: str = Field(description="Its label.", examples=["2018-12-28"])
    why: WhyMissing = Field(examples=["not asked for"])
    reason: str = Field(
        description="What was said when it was asked for or refused.", examples=[""]
    )


class PartOut(Answer):
    """An edition of which only a part is held."""

    edition: str = Field(examples=["2022-02-07"])
    holding: HoldingOut


class CompletenessOut(Answer):
    """The editions of an act in one language: known, held, missing and why."""

    lang: Language = Field(examples=["ru"])
    listed: int | None = Field(
        description="How many editions registries' own lists name; null: no list is held, so how "
        "many there are is not known.",
        examples=[6],
    )
    held: int = Field(description="How many are held, as a whole or in part.", examples=[5])
    whole: bool = Field(
        description="A list is held, and every edition that is known is held as a whole.",
        examples=[False],
    )
    in_part: tuple[PartOut, ...]
    missing: tuple[MissingEditionOut, ...]

    @classmethod
    def of(cls, found: Completeness) -> CompletenessOut:
        """The completeness of one language as the API writes it."""
        return cls(
            lang=found.language,
            listed=None if found.listed is None else len(found.listed),
            held=len(found.held),
            whole=found.is_whole,
            in_part=tuple(
                PartOut(
                    edition=str(label),
                    holding=HoldingOut(kind=holding.kind, keys=holding.keys),
                )
                for label, holding in found.in_part
            ),
            missing=tuple(
                MissingEditionOut(edition=str(one.label), why=one.why, reason=one.reason)
                for one in found.missing
            ),
        )
