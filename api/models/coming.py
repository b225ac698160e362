"""What is announced, pending or temporary; and by what a wording was in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import Field

from api.models.amendments import AmendingActOut, AmendmentOut, ClauseOut, EntryIntoForceOut
from api.models.shape import Answer
from api.questions.in_force.coming import Coming
from corpus.amendments import NO_CLAUSE, UNKNOWN_ENTRY, AmendingAct, Verb
from diffing.in_force.presuming import WORDS, inferred_from, words_of
from diffing.in_force.starts import Start


def _amendment(place: str, verb: Verb, **said: object) -> dict[str, Any]:
    """The example of an amendment, at another place and saying something else."""
    example = AmendmentOut.example()
    target = example["target"] | {"place": place}
    return example | {"id": example["id"] + int(place[-1]), "target": target, "verb": verb} | said


_REPEAL = _amendment("p_4", Verb.REPEALED, statement="пункт 4 исключен Законом РК")
_TEMPORARY_WORDS = "Пункт 5 в этой редакции действует до 01.01.2025"
_TEMPORARY = _amendment(
    "p_5",
    Verb.TEMPORARY,
    amending_act=AmendingActOut.of(AmendingAct()).model_dump(),
    clause=ClauseOut.of(NO_CLAUSE).model_dump(),
    in_force=EntryIntoForceOut.of(UNKNOWN_ENTRY).model_dump(by_alias=True),
    until="2025-01-01",
    quote=_TEMPORARY_WORDS,
    statement=_TEMPORARY_WORDS,
)


class ComingOut(Answer):
    """What the notes say is still to come, or to end, as of a day, and what of it has."""

    as_of: date | None = Field(
        description="The day asked for; of an edition by its label, its own day; else today. Null "
        "for an undated edition.",
        examples=["2022-12-01"],
    )
    pending: tuple[AmendmentOut, ...] = Field(
        description="Amendments that are announced, or adopted by that day and not in force on it.",
        examples=[[AmendmentOut.example(), _REPEAL]],
    )
    temporary: tuple[AmendmentOut, ...] = Field(
        description="Wordings that apply only until a day (`until`), and suspensions.",
        examples=[[_TEMPORARY]],
    )
    repeals: tuple[AmendmentOut, ...] = Field(
        description="Those of `pending` that exclude the place, or repeal the act.",
        examples=[[_REPEAL]],
    )
    begun: tuple[AmendmentOut, ...] = Field(
        description="What the edition's notes announce, or a repeal of what it prints, of which "
        "the day has come: this wording does not have it.",
        examples=[[]],
    )
    ended: tuple[AmendmentOut, ...] = Field(
        description="Wordings of this edition that applied only until a day (`until`) that has "
        "come: it does not have what follows them.",
        examples=[[]],
    )

    @classmethod
    def of(cls, coming: Coming) -> ComingOut:
        """What is to come, as the API writes it."""
        return cls(
            as_of=coming.as_of,
            pending=tuple(map(AmendmentOut.of, coming.pending)),
            temporary=tuple(map(AmendmentOut.of, coming.temporary)),
            repeals=tuple(map(AmendmentOut.of, coming.repeals)),
            begun=tuple(map(AmendmentOut.of, coming.begun)),
            ended=tuple(map(AmendmentOut.of, coming.ended)),
        )


class PresumedOut(Answer):
    """That an answer rests on a presumption, which the asker accepted."""

    words: str = Field(
        description="That each began within a year of its adoption, or on the day that the watch "
        "list infers, with what it infers that from.",
        examples=[WORDS],
    )
    acts: tuple[AmendingActOut, ...] = Field(
        description="The acts whose start is not known and was presumed."
    )
    inferred_from: date | None = Field(
        default=None,
        description="The act's own first day in force as the watch list infers it; null: the "
        "answer does not rest on that.",
        examples=[None],
    )

    @classmethod
    def of(cls, presumed: Sequence[Start]) -> PresumedOut:
        """The presumption, as the API writes it."""
        acts = dict.fromkeys(start.amendment.act for start in presumed)
        return cls(
            words=words_of(presumed),
            acts=tuple(map(AmendingActOut.of, acts)),
            inferred_from=inferred_from(presumed),
        )


class StartOut(Answer):
    """An amendment by which a wording is in force, and from when."""

    amending_act: AmendingActOut
    verb: Verb = Field(examples=["amended"])
    place: str = Field(description="Inside the article; empty: all of it.", examples=["p_2"])
    in_force: EntryIntoForceOut
    quote: str = Field(examples=["от 05.11.2022 № 157-VII (вводится в действие с 01.01.2023)"])

    @classmethod
    def of(cls, start: Start) -> StartOut:
        """A start as the API writes it."""
        one = start.amendment
        return cls(
            amending_act=AmendingActOut.of(one.act),
            verb=one.verb,
            place=one.target.place,
            in_force=EntryIntoForceOut.of(start.entry),
            quote=one.quote,
        )
