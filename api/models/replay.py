"""Replay: what became of an amending act's instructions, beside the registry's own text."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from api.models.amendments import AmendingActOut, EntryIntoForceOut
from api.models.changes import REDLINE, REDLINE_EXAMPLE, EditionCompared
from api.models.instructions import AmendedActOut, InstructionsOut, OperationOut
from api.models.provenance import Provenance
from api.models.shape import Answer, Listed
from api.questions.amending_acts.instructions import AmendingText
from api.questions.amending_acts.replaying import ActReplay, PendingText, ReplayStage
from corpus.law import Language
from diffing.replay.refusing import Refusal
from diffing.replay.replay import Fate, Outcome, Replayed
from diffing.replay.verdicts import Compared, ReplayVerdict


class OutcomeOut(Answer):
    """What became of one operation."""

    operation: int = Field(description="Which of its act's operations, from 0.", examples=[3])
    place: str = Field(description="Where in the amending act.", examples=["art_1__sp_5"])
    fate: Fate = Field(examples=["applied"])
    keys: tuple[str, ...] = Field(
        description="The articles and divisions it is about.", examples=[["art_113-2"]]
    )
    refusal: Refusal | None = Field(description="Why it was not applied.", examples=[None])
    words: str = Field(description="What was looked for and not found.", examples=[""])


class ReadingOut(Answer):
    """Our reading of an article, or of a division's heading, beside the registry's."""

    key: str = Field(examples=["art_113-2"])
    verdict: ReplayVerdict | None = Field(
        description="`agrees`: instructed, and both read alike, which is proof. Null where no "
        "consolidated edition is held.",
        examples=["agrees"],
    )
    rules: tuple[str, ...] = Field(
        description="What was folded to find them alike; empty: alike to the letter.",
        examples=[[]],
    )
    ours: str = Field(description="A line a paragraph.", examples=["Статья 113-2. Кто может …"])
    registry: str | None = Field(examples=["Статья 113-2. Кто может …"])
    redline: dict[str, Any] | None = Field(
        description=f"From our reading to the registry's. {REDLINE}", examples=[REDLINE_EXAMPLE]
    )

    @classmethod
    def of(cls, one: Compared) -> ReadingOut:
        """A comparison as the API writes it."""
        return cls(
            key=one.key,
            verdict=one.verdict,
            rules=one.rules,
            ours=one.ours,
            registry=one.registry,
            redline=one.redline.to_json() if one.redline else None,
        )


class ReplayStageOut(Answer):
    """One step, from an edition held to the next."""

    from_: EditionCompared = Field()
    to: EditionCompared | None = Field(
        description="The consolidated edition; null: there is none, and the text is our reading."
    )
    on: date | None = Field(
        description="The day that our reading is of; null: after all instructions.",
        examples=[None],
    )
    our_reading: bool = Field(
        description="Always true for `ours`; the registry's words are in `registry`.",
        examples=[True],
    )
    counts: dict[str, int] = Field(
        description="How many articles and headings got each verdict.",
        examples=[{"agrees": 10, "unchanged": 9}],
    )
    outcomes: tuple[OutcomeOut, ...] = Field()
    readings: tuple[ReadingOut, ...] = Field(
        description="All that was instructed or that changed; what did neither is only counted."
    )

    @classmethod
    def of(cls, stage: ReplayStage) -> ReplayStageOut:
        """A stage as the API writes it."""
        counts = dict.fromkeys(map(str, ReplayVerdict), 0) if stage.to else {}
        for one in stage.compared:
            counts[one.verdict] += 1
        shown = [one for one in stage.compared if one.verdict is not ReplayVerdict.UNCHANGED]
        return cls(
            from_=EditionCompared.of(stage.from_),
            to=EditionCompared.of(stage.to) if stage.to else None,
            on=stage.on,
            our_reading=True,
            counts=counts,
            outcomes=_outcomes(stage.replayed),
            readings=tuple(map(ReadingOut.of, shown)) if stage.to else readings(stage.replayed),
        )


def _outcomes(replayed: Replayed) -> tuple[OutcomeOut, ...]:
    return tuple(_outcome(at, one) for at, one in enumerate(replayed.outcomes))


def _outcome(at: int, one: Outcome) -> OutcomeOut:
    return OutcomeOut(
        operation=at,
        place=str(one.operation.place),
        fate=one.fate,
        keys=one.keys,
        refusal=one.refusal,
        words=one.words,
    )


def readings(replayed: Replayed) -> tuple[ReadingOut, ...]:
    """The articles and headings that were touched, in our reading alone."""
    keys = dict.fromkeys(
        key for one in replayed.outcomes if one.fate is Fate.APPLIED for key in one.keys
    )
    edition = replayed.edition
    headings = {one.key: " ".join(one.printed_heading.split()) for one in edition.divisions}
    found = []
    for key in keys:
        article = edition.by_key.get(key)
        text = headings.get(key, "")
        if article is not None:
            lines = [article.printed_heading, *(block.printed for block in article.blocks)]
            text = "\n".join(line for line in lines if line)
        found.append(
            ReadingOut(key=key, verdict=None, rules=(), ours=text, registry=None, redline=None)
        )
    return tuple(found)


class ActReplayOut(Answer):
    """The replay on one act."""

    act: AmendedActOut
    not_replayed: str | None = Field(
        description="Why nothing could be applied, if so.", examples=[None]
    )
    stages: tuple[ReplayStageOut, ...] = Field()

    @classmethod
    def of(cls, one: ActReplay) -> ActReplayOut:
        """An act's replay as the API writes it."""
        return cls(
            act=AmendedActOut.of(one.act),
            not_replayed=one.why_not,
            stages=tuple(map(ReplayStageOut.of, one.stages)),
        )


class ReplayOut(Listed):
    """An amending act's instructions applied to the editions held."""

    instructions: InstructionsOut
    acts: tuple[ActReplayOut, ...] = Field()

    @classmethod
    def of(cls, text: AmendingText, acts: tuple[ActReplay, ...]) -> ReplayOut:
        """A replay as the API writes it."""
        return cls(instructions=InstructionsOut.of(text), acts=tuple(map(ActReplayOut.of, acts)))


class PendingOperationOut(Answer):
    """An operation that is adopted and not yet consolidated."""

    amending_act: AmendingActOut
    in_force: EntryIntoForceOut = Field(
        description="`stated` by the act, `inferred from edition label` (its own day, as labels "
        "go), or `unknown`."
    )
    operation: OperationOut
    fate: Fate = Field(examples=["applied"])
    refusal: Refusal | None = Field(examples=[None])
    words: str = Field(examples=[""])
    provenance: Provenance = Field(description="Of the amending act's text.")


class PendingOut(Listed):
    """What is adopted and not yet in an act's newest edition, and the wording with it."""

    ngr: str = Field(examples=["Z950002464_"])
    lang: Language = Field(examples=["ru"])
    newest: EditionCompared
    our_reading: bool = Field(examples=[True])
    pending: tuple[PendingOperationOut, ...] = Field()
    readings: tuple[ReadingOut, ...] = Field()

    @classmethod
    def of(cls, text: PendingText) -> PendingOut:
        """Pending operations as the API writes them."""
        return cls(
            ngr=text.newest.ngr,
            lang=text.newest.language,
            newest=EditionCompared.of(text.newest),
            our_reading=True,
            pending=tuple(
                PendingOperationOut(
                    amending_act=AmendingActOut.of(one.text.amending_act),
                    in_force=EntryIntoForceOut.of(one.entry),
                    operation=OperationOut.of(one.operation),
                    fate=outcome.fate,
                    refusal=outcome.refusal,
                    words=outcome.words,
                    provenance=Provenance.of(one.text.edition),
                )
                for one, outcome in zip(text.pending, text.replayed.outcomes, strict=True)
            ),
            readings=readings(text.replayed),
        )
