"""The feed of changes: each change with both wordings, its redline, its acts and their dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pydantic import Field

from api.models.amendments import ClauseOut, EntryIntoForceOut
from api.models.changes import ChangeOut, EditionCompared
from api.models.shape import Answer
from api.questions.explained import ExplainingAct
from api.questions.following.changes import ChangesPage
from api.questions.following.told_changes import ToldChange, WordingTold
from corpus.amendments import NgrGround, Verb
from corpus.law import Language
from diffing.classify import ChangeKind
from diffing.explaining import Told
from diffing.nature import Nature
from diffing.render import redline_html


class ChangedWordingOut(Answer):
    """A wording of an article, footnotes aside."""

    key: str = Field(examples=["art_36"])
    heading: str = Field(
        description="Number and title as printed.", examples=["Статья 36. Избрание акима"]
    )
    text: str = Field(
        description="The paragraphs under the heading, a line each.",
        examples=["1. Акима избирают жители."],
    )
    text_hash: str | None = Field(
        description="sha256 of the stored text; null for a division's heading.",
        examples=["2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"],
    )

    @classmethod
    def of(cls, told: WordingTold) -> ChangedWordingOut:
        """A side's wording as the API writes it."""
        return cls(key=told.key, heading=told.heading, text=told.text, text_hash=told.text_hash)


class ExplainingActOut(Answer):
    """An act that may have made the change, with its dates and how it is known."""

    adopted: datetime.date | None = Field(
        description="The day of the act itself.", examples=["2022-11-05"]
    )
    number: str | None = Field(examples=["157-VII"])
    form: str | None = Field(description="`law`, `presidential decree`, …", examples=["law"])
    ngr: str | None = Field(
        description="Its state registry number, where known.", examples=["Z2200000157"]
    )
    ngr_ground: NgrGround | None = Field(
        description="How that number is known; `numbering rule` is a guess.", examples=["link"]
    )
    title: str | None = Field(description="As the registry names it.", examples=[None])
    published: datetime.date | None = Field(
        description="The day of first official publication, where known.", examples=["2022-11-07"]
    )
    in_force: EntryIntoForceOut
    clause: ClauseOut
    until: datetime.date | None = Field(
        description="The first day on which a temporary wording no longer applies.",
        examples=[None],
    )
    verb: Verb | None = Field(description="What the note says it did.", examples=["amended"])
    place: str = Field(
        description="The place inside the article that the note names.", examples=["p_2"]
    )
    rules: tuple[Told, ...] = Field(
        description="By which rules it fits.", examples=[["new in the note"]]
    )
    noted_at: str | None = Field(
        description="What the note stands at (`article`, `division`, `act`); null: only the "
        "registry, or the act's own text, tells so.",
        examples=["article"],
    )
    quote: str = Field(
        description="The own words of the note, the registry or the act.",
        examples=["от 05.11.2022 № 157-VII (вводится в действие с 01.01.2023)"],
    )

    @classmethod
    def of(cls, told: ExplainingAct) -> ExplainingActOut:
        """An act as the API writes it."""
        amendment, act = told.amendment, told.amendment.act
        return cls(
            adopted=act.adopted,
            number=act.number,
            form=act.form,
            ngr=act.ngr,
            ngr_ground=act.ngr_ground,
            title=told.title,
            published=told.published,
            in_force=EntryIntoForceOut.of(told.entry),
            clause=ClauseOut.of(amendment.clause),
            until=amendment.until,
            verb=amendment.verb if told.noted_at or Told.OWN_TEXT in told.rules else None,
            place=amendment.target.place,
            rules=told.rules,
            noted_at=told.noted_at,
            quote=amendment.quote,
        )


class ChangeRecordOut(ChangeOut):
    """A stored change between two consecutive editions that are held."""

    id: int = Field(examples=[101])
    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    legal: bool = Field(
        description="Whether the law changed; false for a `correction` and a `technical` change.",
        examples=[True],
    )
    nature: Nature = Field(
        description="`legal`: the law's words or their place. `correction`: the registry serves "
        "other words under the same edition label. `technical`: form only.",
        examples=["legal"],
    )
    before: ChangedWordingOut | None = Field(
        default=None, description="The older wording; null where there was none."
    )
    after: ChangedWordingOut | None = Field(
        default=None, description="The newer wording; null where there is none."
    )
    amending_acts: tuple[ExplainingActOut, ...] = Field(
        description="The acts that explain the change by footnotes or the registry's word, those "
        "that fit best first; several are candidates, none: unknown."
    )
    in_force: EntryIntoForceOut = Field(
        description="From when the change is in force: `unknown` unless all `amending_acts` agree."
    )
    from_: EditionCompared
    to: EditionCompared
    recorded_at: datetime.datetime = Field(examples=["2026-11-02T08:16:00Z"])
    withdrawn_at: datetime.datetime | None = Field(
        description="Since when the change no longer holds.", examples=[None]
    )

    @classmethod
    def told(cls, told: ToldChange, *, html: bool = False, texts: bool = True) -> ChangeRecordOut:
        """A recorded change as the API writes it."""
        record, change = told.record, told.record.change
        before, after = (told.before, told.after) if texts else (None, None)
        return cls(
            kind=ChangeKind(change.kind),
            key=change.key,
            old_key=change.old_key,
            new_key=change.new_key,
            heading=change.heading,
            rule=change.rule,
            redline=change.redline if isinstance(change.redline, dict) else None,
            html=redline_html(told.redline) if html and told.redline else None,
            id=record.id,
            ngr=record.ngr,
            lang=record.language,
            legal=told.nature is Nature.LEGAL,
            nature=told.nature,
            before=ChangedWordingOut.of(before) if before else None,
            after=ChangedWordingOut.of(after) if after else None,
            amending_acts=tuple(map(ExplainingActOut.of, told.acts)),
            in_force=EntryIntoForceOut.of(told.entry),
            from_=EditionCompared.of(told.older),
            to=EditionCompared.of(told.newer),
            recorded_at=record.recorded_at,
            withdrawn_at=record.withdrawn_at,
        )


class ChangeFeed(Answer):
    """A page of changes, in the order in which they were recorded."""

    changes: tuple[ChangeRecordOut, ...]
    cursor: int | None = Field(
        description="Ask again with it for what comes after; null while there is nothing.",
        examples=[101],
    )
    more: bool = Field(
        description="Whether there is a next page now (then the Link header names it).",
        examples=[False],
    )

    @classmethod
    def of(
        cls,
        page: ChangesPage,
        told: Iterable[ToldChange],
        *,
        html: bool = False,
        texts: bool = True,
    ) -> ChangeFeed:
        """A page, and all that is told of its changes, as the API writes it."""
        return cls(
            changes=tuple(ChangeRecordOut.told(one, html=html, texts=texts) for one in told),
            cursor=page.cursor,
            more=page.more,
        )
