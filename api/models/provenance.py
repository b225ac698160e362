"""Where a text comes from, and which question it answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from api.models.coming import PresumedOut, StartOut
from api.models.shape import Answer
from api.questions.asked import Asked
from api.questions.in_force.wording import WordingInForce
from corpus.law import EditionLabel
from corpus.store.records import Certainty, EditionSummary, RevisionReason


class Provenance(Answer):
    """The evidence behind a text: the registry's response that it was read in."""

    registry: str = Field(examples=["adilet"])
    format: str = Field(examples=["adilet-classic"])
    url: str | None = Field(
        description="The address that was asked.",
        examples=["https://old.adilet.zan.kz/rus/archive/docs/Z010000148_/24.05.2021"],
    )
    fetched_at: datetime | None = Field(examples=["2026-11-02T08:15:30Z"])
    snapshot_sha256: str | None = Field(
        description="The sha256 of the response's bytes, which are kept unchanged.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    parser_version: str = Field(examples=["1"])
    revision: int = Field(
        description="Which record of this edition: a registry's correction makes a new one.",
        examples=[1],
    )
    reason: RevisionReason = Field(description="Why this record was made.", examples=["first"])
    recorded_at: datetime = Field(examples=["2026-11-02T08:16:00Z"])
    sample: bool = Field(
        description="True for the bundled sample: a paraphrase, not official text.",
        examples=[False],
    )

    @classmethod
    def of(cls, edition: EditionSummary) -> Provenance:
        """The evidence behind an edition's text."""
        return cls(
            registry=edition.registry,
            format=edition.format,
            url=edition.url,
            fetched_at=edition.fetched_at,
            snapshot_sha256=edition.snapshot_sha256,
            parser_version=edition.parser_version,
            revision=edition.revision,
            reason=edition.reason,
            recorded_at=edition.recorded_at,
            sample=edition.sample,
        )


class Answered(Answer):
    """The question that was answered, and by what.

    An edition by its label, a day by labels, what was in force on a day, or the newest held.
    """

    question: Literal["edition", "on", "in_force_on", "newest"] = Field(
        description="`edition`: by its label; `on`: the edition whose label covers the day; "
        "`in_force_on`: what was in force on the day, by the amendments' own days; `newest` held.",
        examples=["on"],
    )
    on: date | None = Field(default=None, description="The day asked for.", examples=["2022-06-01"])
    in_force_on: date | None = Field(
        default=None, description="The day on which it was in force.", examples=[None]
    )
    since: tuple[StartOut, ...] = Field(
        default=(),
        description="For `in_force_on`: the amendments by which this wording was in force, with "
        "their grounds. Empty: the oldest wording held, which no note says was amended.",
    )
    until: tuple[StartOut, ...] = Field(
        default=(),
        description="For `in_force_on`: those by which the next wording held is in force.",
    )
    presumed: PresumedOut | None = Field(
        default=None,
        description="For `in_force_on` with `presume`: what the answer rests on beside what is "
        "known. Null: nothing was presumed.",
    )
    edition: str = Field(
        description="The edition's label: the registry's name for it, a day, a year or `undated`.",
        examples=["2022-02-07"],
    )
    certainty: Certainty = Field(
        description="`listed`: a list of the act's editions is held and names none in between. "
        "`unlisted`: no list is held, there may be editions in between.",
        examples=["listed"],
    )
    from_: date | None = Field(
        description="The first day of the edition's window, by its label; null where it answers "
        "for no day.",
        examples=["2022-02-07"],
    )
    to: date | None = Field(
        description="The first day after the window (half-open); null while it is the newest.",
        examples=["2022-11-05"],
    )

    to_come: bool = Field(
        default=False,
        description="For `newest`: true where no edition held that has come has the text, and this "
        "one, whose label is later than today, is given for want of it: it does not apply yet.",
        examples=[False],
    )

    newer_cut: str | None = Field(
        default=None,
        description="For `newest`: the label of a newer edition that is held, but whose copy may "
        "end inside the article, so that this older one is given; null: there is none.",
        examples=[None],
    )

    @classmethod
    def of(
        cls,
        edition: EditionSummary,
        asked: Asked,
        in_force: WordingInForce | None = None,
        newer_cut: EditionLabel | None = None,
    ) -> Answered:
        """Which question the edition answers; `in_force` are the grounds of `in_force_on`."""
        return cls(
            question=asked.question,
            on=asked.on,
            in_force_on=asked.in_force_on,
            since=tuple(map(StartOut.of, in_force.since)) if in_force else (),
            until=tuple(map(StartOut.of, in_force.until)) if in_force else (),
            presumed=PresumedOut.of(in_force.presumed) if in_force and in_force.presumed else None,
            edition=str(edition.label),
            certainty=edition.certainty,
            from_=edition.from_,
            to=edition.to,
            to_come=asked.is_for_want_of(edition.label),
            newer_cut=str(newer_cut) if newer_cut else None,
        )
