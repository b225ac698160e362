"""The acts that notes name, one value a mention: for what asks which acts, not what they did."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from corpus.amendments import AmendingAct, Role
from corpus.law import Footnote, Language
from corpus.notes.items import items_of
from corpus.notes.registry_numbers import Links, day_of


@dataclass(frozen=True)
class NamedAct:
    """An act that a note names.

    `number` is bare, its convocation in Latin letters (`41-VII`, `375`); some acts have none.
    `in_force_from` is a day only where the note says one. `quote` is the note's own words for the
    act and its bracket, `words` those for the act alone, `statement` those that say what it did.
    """

    date: datetime.date | None
    number: str | None
    link: str | None = None
    in_force_from: datetime.date | None = None
    quote: str = ""
    statement: str = ""
    role: Role = Role.AMENDS
    words: str = ""

    @property
    def act(self) -> AmendingAct:
        """The act itself, by its day and number."""
        return AmendingAct(self.date, self.number)

    @property
    def identity(self) -> str:
        """Day and number without the convocation: the same in every language and form."""
        return f"{self.date or ''} {self.act.bare_number or ''}".strip()

    def is_same_act(self, other: NamedAct) -> bool:
        """Whether two notes name one act, as far as they tell: see `AmendingAct.is_same_act`."""
        return self.act.is_same_act(other.act)


def named_acts(note: Footnote, language: Language | None = None) -> tuple[NamedAct, ...]:
    """The acts that a note names, in order; an act that is named twice is there twice."""
    links = Links(note.links)
    return tuple(
        NamedAct(
            date=day_of(item.mention, link := links.take(item.mention.number)),
            number=item.mention.number,
            link=link,
            in_force_from=item.clause.in_force.on,
            quote=item.quote,
            statement=item.words,
            role=item.statement.role,
            words=item.words_of_act,
        )
        for item in items_of(note.text, language).items
        if item.mention is not None
    )


def acts_in(text: str) -> tuple[NamedAct, ...]:
    """The acts that a line of text names, such as the requisites of an act."""
    return named_acts(Footnote(text))


def first_act_in(text: str | None) -> AmendingAct | None:
    """The act that a line names first, such as the cause of an edition; None if it names none.

    What follows tells of that act itself: «… Утратил силу Указом …».
    """
    named = acts_in(text or "")
    return named[0].act if named else None
