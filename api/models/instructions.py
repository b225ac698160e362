"""What an amending act orders: operations, what frames them, and what was not read."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field

from api.models.amendments import ClauseOut
from api.models.provenance import Provenance
from api.models.shape import Answer, Listed
from api.questions.amending_acts.instructions import AmendedAct, AmendingText
from corpus.amendments import NgrGround
from corpus.instructions.operations import (
    FrameKind,
    Kind,
    Operation,
    Reason,
    path_words,
)
from corpus.law import Language


class AmendedActOut(Answer):
    """An act that the amending act names."""

    title: str | None = Field(examples=["О выборах в Республике Казахстан"])
    adopted: date | None = Field(examples=["1995-09-28"])
    number: str | None = Field(examples=["2464"])
    form: str | None = Field(examples=["constitutional law"])
    ngr: str | None = Field(
        description="Its state registry number, where it is known.", examples=["Z950002464_"]
    )
    ngr_ground: NgrGround | None = Field(
        description="How the number of an act that is not held is known; null for one that is.",
        examples=[None],
    )
    held: bool = Field(description="Whether a text of it is held here.", examples=[True])

    @classmethod
    def of(cls, act: AmendedAct) -> AmendedActOut:
        """An act as the API writes it."""
        named = act.named
        return cls(
            title=named.title,
            adopted=named.adopted,
            number=named.number,
            form=named.form,
            ngr=act.ngr,
            ngr_ground=act.ground,
            held=act.held,
        )


class InstructionPlaceOut(Answer):
    """Where in the amending act something stands."""

    article: str = Field(description="The key there.", examples=["art_1"])
    unit: str = Field(description="The numbered unit inside it.", examples=["sp_4"])
    first_paragraph: int = Field(
        description="Counted in the unit, the one with its number first, quoted ones too.",
        examples=[2],
    )
    last_paragraph: int = Field(examples=[6])


class OperationOut(Answer):
    """One instruction that is understood."""

    kind: Kind = Field(examples=["replace words"])
    act: int = Field(description="Which of `acts`, counted from 0.", examples=[0])
    targets: tuple[str, ...] = Field(
        description="The units, as paths of keys; `act` is the whole. Parts, indents and sentences "
        "are counted as lawyers count them.",
        examples=[["art_113-2__part_2"]],
    )
    added: tuple[str, ...] = Field(description="The new units.", examples=[[]])
    words: str = Field(description="Words that are looked for.", examples=["районная"])
    new_words: str = Field(examples=["территориальная"])
    content: tuple[str, ...] = Field(
        description="New wording, a paragraph each, without the quotation marks around it.",
        examples=[[]],
    )
    throughout: bool = Field(description="At every place inside the target.", examples=[False])
    inflected: bool = Field(
        description="«В соответствующих падежах»: understood, and not applied.", examples=[False]
    )
    clause: ClauseOut = Field(description="The amending act's own entry into force for it.")
    since: date | None = Field(description="Of a temporary wording.", examples=[None])
    until: date | None = Field(
        description="The first day on which a temporary wording applies no more.", examples=[None]
    )
    place: InstructionPlaceOut
    quote: str = Field(
        description="The instruction's own words.",
        examples=['в части второй слово "районная" заменить словом "территориальная";'],
    )

    @classmethod
    def of(cls, one: Operation) -> OperationOut:
        """An operation as the API writes it."""
        place = one.place
        return cls(
            kind=one.kind,
            act=one.target_act,
            targets=tuple(map(path_words, one.targets)),
            added=tuple(unit.key for unit in one.added),
            words=one.words,
            new_words=one.new_words,
            content=tuple(line.text for line in one.content),
            throughout=one.throughout,
            inflected=one.inflected,
            clause=ClauseOut.of(one.clause),
            since=one.since,
            until=one.until,
            place=InstructionPlaceOut(
                article=place.article,
                unit=place.unit,
                first_paragraph=place.first_indent,
                last_paragraph=place.last_indent,
            ),
            quote=one.quote,
        )


class UnreadOut(Answer):
    """Words that the grammar does not understand: listed, never guessed."""

    place: str = Field(examples=["art_1__sp_7"])
    words: str = Field(examples=["пункты 2 и 3 считать пунктами 3 и 4;"])
    reason: Reason = Field(examples=["unknown form"])


class FrameOut(Answer):
    """Words around the instructions, which change no text themselves."""

    kind: FrameKind = Field(examples=["opens a unit"])
    place: str = Field(examples=["art_1__sp_4"])
    words: str = Field(examples=["4) в статье 113-1:"])


class InstructionsOut(Answer):
    """An amending act, read: every paragraph is an operation, a frame, or among the unread."""

    ngr: str = Field(examples=["Z2200000156"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2022-11-05"])
    adopted: date | None = Field(examples=["2022-11-05"])
    our_reading: bool = Field(
        description="Always true: the act's words are the registry's, what they are read as is "
        "ours.",
        examples=[True],
    )
    acts: tuple[AmendedActOut, ...] = Field(description="The acts that it names, in order.")
    clause: ClauseOut = Field(description="When it enters into force itself, exceptions aside.")
    operations: tuple[OperationOut, ...] = Field()
    unread: tuple[UnreadOut, ...] = Field()
    frames: tuple[FrameOut, ...] = Field()
    unsupported: str | None = Field(description="Why nothing was read, if so.", examples=[None])
    provenance: Provenance

    @classmethod
    def of(cls, text: AmendingText) -> Self:
        """An amending act as the API writes it."""
        read = text.instructions
        return cls(
            ngr=read.ngr,
            lang=read.language,
            edition=str(text.edition.label),
            adopted=text.adopted,
            our_reading=True,
            acts=tuple(map(AmendedActOut.of, text.acts)),
            clause=ClauseOut.of(read.clause),
            operations=tuple(map(OperationOut.of, read.operations)),
            unread=tuple(
                UnreadOut(place=str(one.place), words=one.words, reason=one.reason)
                for one in read.unread
            ),
            frames=tuple(
                FrameOut(kind=one.kind, place=str(one.place), words=one.words)
                for one in read.frames
            ),
            unsupported=read.unsupported or None,
            provenance=Provenance.of(text.edition),
        )


class InstructionsPage(InstructionsOut, Listed):
    """A page of what an amending act orders: its operations, the unread, the frames."""
