"""Amendments: what an act did to which place, from when, and what that is known from."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.models.shape import Answer, Listed
from api.questions.following.amendments import AmendmentsPage
from corpus.amendments import (
    AmendingAct,
    ClauseKind,
    EntryIntoForce,
    Ground,
    InForceClause,
    NgrGround,
    Role,
    Verb,
)
from corpus.law import Language
from corpus.store.amendments.records import AmendmentRecord, Axis


class TargetOut(Answer):
    """What was amended."""

    key: str | None = Field(
        description="The article's or division's key; null: the act as a whole.",
        examples=["art_36"],
    )
    place: str = Field(
        description="The place inside it, as a block's key; empty: all of it.", examples=["p_2"]
    )
    words: str = Field(
        description="What the note names without a number: a heading, an indent.", examples=[""]
    )
    heading: str = Field(
        description="Number and title as printed in the newest edition that states it.",
        examples=["Статья 36. Избрание акима"],
    )


class AmendingActOut(Answer):
    """The act that did it, as the note names it."""

    adopted: date | None = Field(
        description="The day of the act; null where the note gives none or an impossible one. Of "
        "one written with a slip (20.12.021) the only day that can be meant.",
        examples=["2022-11-05"],
    )
    adopted_as_written: str = Field(
        description="The note's own letters of the day, slips included.",
        examples=["05.11.2022"],
    )
    number: str | None = Field(
        description="With or without the convocation, as the note has it.", examples=["157-VII"]
    )
    form: str | None = Field(description="`law`, `presidential decree`, …", examples=["law"])
    ngr: str | None = Field(description="Its state registry number.", examples=["Z2200000157"])
    ngr_ground: NgrGround | None = Field(
        description="How that number is known: `link` of the registry, `watch list`, or `numbering "
        "rule`: a guess that was not seen anywhere.",
        examples=["link"],
    )

    @classmethod
    def of(cls, act: AmendingAct) -> AmendingActOut:
        """An act as the API writes it."""
        return cls(
            adopted=act.adopted,
            adopted_as_written=act.adopted_as_written,
            number=act.number,
            form=act.form,
            ngr=act.ngr,
            ngr_ground=act.ngr_ground,
        )


class ClauseOut(Answer):
    """What the note says about the start."""

    kind: ClauseKind = Field(examples=["on date"])
    days: int | None = Field(
        description="Calendar days after the day of first official publication; 0: the day "
        "after it.",
        examples=[None],
    )
    on: date | None = Field(description="The day that is named.", examples=["2023-01-01"])
    article: str | None = Field(
        description="The article of the amending act that says it.", examples=[None]
    )
    quote: str = Field(
        description="The note's own words.", examples=["вводится в действие с 01.01.2023"]
    )

    @classmethod
    def of(cls, clause: InForceClause) -> ClauseOut:
        """A clause as the API writes it."""
        return cls(
            kind=clause.kind,
            days=clause.days,
            on=clause.on,
            article=clause.article,
            quote=clause.quote,
        )


class EntryIntoForceOut(Answer):
    """From which day the amendment is in force, and how that is known."""

    from_: date | None = Field(
        description="The first day; null exactly when the ground is `unknown`.",
        examples=["2023-01-01"],
    )
    ground: Ground = Field(
        description="`stated` by the note or the amending act; `computed from publication` on "
        "`published`; `inferred from edition label`; or `unknown`.",
        examples=["stated"],
    )
    published: date | None = Field(
        description="The day of first official publication that was counted from.", examples=[None]
    )
    label: str | None = Field(
        description="The edition label that the day was inferred from.", examples=[None]
    )

    @classmethod
    def of(cls, entry: EntryIntoForce) -> EntryIntoForceOut:
        """An entry into force as the API writes it."""
        return cls(
            from_=entry.on,
            ground=entry.ground,
            published=entry.published,
            label=str(entry.label) if entry.label else None,
        )


class EvidenceOut(Answer):
    """The registry's response whose note is quoted: the oldest edition held that states it."""

    snapshot_sha256: str | None = Field(
        description="The sha256 of the response's bytes, which are kept unchanged.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    url: str | None = Field(
        examples=["https://old.adilet.zan.kz/rus/archive/docs/Z010000148_/05.11.2022"]
    )
    sample: bool = Field(
        description="True for the bundled sample: a paraphrase, not official text.",
        examples=[False],
    )


class AmendmentOut(Answer):
    """One act's effect on one place of another act, as the registry's notes say it."""

    id: int = Field(examples=[101])
    ngr: str = Field(description="The act that was amended.", examples=["Z010000148_"])
    lang: Language = Field(description="The language of the note.", examples=["ru"])
    target: TargetOut
    verb: Verb = Field(description="What was done to the place.", examples=["amended"])
    role: Role = Field(
        description="`amends`; or `foreseen`, not in the wording yet; `other language`: the "
        "wording in this language stays; `cited`: no word changes.",
        examples=["amends"],
    )
    amending_act: AmendingActOut
    clause: ClauseOut
    in_force: EntryIntoForceOut
    until: date | None = Field(
        description="The last day, exclusive, of a temporary wording or a suspension.",
        examples=[None],
    )
    quote: str = Field(
        description="The note's own words for the act.",
        examples=["от 05.11.2022 № 157-VII (вводится в действие с 01.01.2023)"],
    )
    statement: str = Field(
        description="The note's own words for what was done.",
        examples=["Статья 36 с изменениями, внесенными законами"],
    )
    first_edition: str = Field(
        description="The label of the oldest edition held that states it.", examples=["2022-11-05"]
    )
    last_edition: str = Field(
        description="The label of the newest edition held that states it.", examples=["2026-05-19"]
    )
    provenance: EvidenceOut
    recorded_at: datetime = Field(
        description="When it was learned.", examples=["2026-11-02T08:16:00Z"]
    )
    withdrawn_at: datetime | None = Field(
        description="Since when it no longer holds: no edition states it, or it is known "
        "otherwise, and then the right one came after it.",
        examples=[None],
    )

    @classmethod
    def of(cls, record: AmendmentRecord) -> AmendmentOut:
        """A stored amendment as the API writes it."""
        one = record.amendment
        return cls(
            id=record.id,
            ngr=record.ngr,
            lang=record.language,
            target=TargetOut(
                key=one.target.key,
                place=one.target.place,
                words=one.target.words,
                heading=record.heading,
            ),
            verb=one.verb,
            role=one.role,
            amending_act=AmendingActOut.of(one.act),
            clause=ClauseOut.of(one.clause),
            in_force=EntryIntoForceOut.of(record.entry),
            until=one.until,
            quote=one.quote,
            statement=one.statement,
            first_edition=str(record.first_label),
            last_edition=str(record.last_label),
            provenance=EvidenceOut(
                snapshot_sha256=record.snapshot_sha256, url=record.url, sample=record.sample
            ),
            recorded_at=record.recorded_at,
            withdrawn_at=record.withdrawn_at,
        )


class AmendmentFeed(Answer):
    """A page of amendments."""

    by: Axis = Field(description="The day they are listed by.", examples=["seen"])
    amendments: tuple[AmendmentOut, ...]
    cursor: str = Field(
        description="Ask again with it, and the same filters, for what comes after, now or later.",
        examples=["WyI0ZjJhOWMxZCIsMTAxXQ"],
    )
    more: bool = Field(
        description="Whether there is a next page now (then the Link header names it).",
        examples=[False],
    )

    @classmethod
    def of(cls, page: AmendmentsPage, by: Axis) -> AmendmentFeed:
        """A page as the API writes it."""
        return cls(
            by=by,
            amendments=tuple(map(AmendmentOut.of, page.amendments)),
            cursor=page.cursor,
            more=page.more,
        )


class PlaceAmendments(Listed):
    """All that the notes of the editions held say was done to one article or division."""

    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(examples=["art_36"])
    lang: Language = Field(examples=["ru"])
    amendments: tuple[AmendmentOut, ...] = Field(
        description="By the amending acts' days, the oldest first; unknown days last."
    )
