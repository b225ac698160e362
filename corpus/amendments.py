"""Amendments: what one amending act did to one place of another act, and from when.

Plain values, no input or output. Footnotes say them (`corpus.notes`); the store keeps each once
however many editions repeat the note. The four dates of the law stay apart: `AmendingAct.adopted`,
its publication, the day of entry into force with its ground, and the label of an edition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.law import EditionLabel


class Verb(StrEnum):
    """What a note says was done to its place."""

    AMENDED = "amended"
    REWORDED = "reworded"
    ADDED = "added"
    REPEALED = "repealed"
    """Excluded from the act, or the act itself lost its force."""
    RETITLED = "title changed"
    WORDS_REPLACED = "words replaced throughout"
    TEMPORARY = "temporary wording"
    """The wording that stands there applies only until a day."""
    LATER_START = "later start"
    """What stands there, or is announced there, applies only from a day."""
    SUSPENDED = "suspended"
    UNREAD = "unread"
    """An act is named, and what it did is said in words that the grammar does not know."""


class Role(StrEnum):
    """How the act stands to the wording that the note is printed at."""

    AMENDS = "amends"
    FORESEEN = "foreseen"
    """«предусмотрены изменения»: they are not in the wording yet."""
    OTHER_LANGUAGE = "other language"
    """«текст на русском языке не изменяется»: the wording that the note stands at stays."""
    CITED = "cited"
    """«См. …»: the act says something about the place and changes no word."""


class ClauseKind(StrEnum):
    """In which form a note says when an act takes effect."""

    DAYS_AFTER_PUBLICATION = "days after publication"
    ON_PUBLICATION = "on publication"
    ON_SIGNING = "on signing"
    ON_DATE = "on date"
    BY_REFERENCE = "by reference"
    """«порядок введения в действие см. ст. 2»: the amending act says it, article by article."""
    NONE = "none"
    """The note does not say."""
    UNREAD = "unread"
    """It says something that the grammar does not know."""


@dataclass(frozen=True)
class InForceClause:
    """When a note says that an act takes effect; `quote` is its own words, brackets aside.

    `days` are calendar days after the day of first official publication (0: the day after it:
    «после дня его … опубликования», «со дня, следующего за …»), `on` a day, `article` the number
    of the article or point of the amending act that a reference names.
    """

    kind: ClauseKind = ClauseKind.NONE
    days: int | None = None
    on: date | None = None
    article: str | None = None
    quote: str = ""


NO_CLAUSE = InForceClause()


class NgrGround(StrEnum):
    """How the registry number of an amending act is known."""

    LINK = "link"
    """The registry's own link at the act's number."""
    WATCHED = "watch list"
    RULE = "numbering rule"
    """Letter of the form, year, number: not seen anywhere, so a guess."""


_CONVOCATION = re.compile(r"-(?=[IVX]+$)(?:IX|IV|V?I{0,3}|X)$")


def without_convocation(number: str) -> str:
    """The number of an act without the parliament's: `41` for `41-VII`."""
    return _CONVOCATION.sub("", number)


@dataclass(frozen=True)
class AmendingAct:
    """The act that did it, as a note names it.

    `number` is bare, its convocation in Latin letters (`41-VII`, `375`); None where the note, or
    the act, has none. `adopted` is None where none is given or it cannot be (31.02.2021); of one
    with a slip (20.12.021) it is the only day that can be meant. `adopted_as_written` has the
    note's letters either way. `form` is one of the watch list's forms.
    """

    adopted: date | None = None
    number: str | None = None
    form: str | None = None
    ngr: str | None = None
    ngr_ground: NgrGround | None = None
    adopted_as_written: str = ""

    @property
    def bare_number(self) -> str | None:
        """The number without its convocation: an act is the same with or without it."""
        return self.number and without_convocation(self.number)

    @property
    def named(self) -> str:
        """The act in an English sentence, as far as it is known: `No 41-VII of 2021-05-24`."""
        number = f"No {self.number}" if self.number else ""
        adopted = f"of {self.adopted}" if self.adopted else ""
        return " ".join(part for part in (number, adopted) if part)

    def is_same_act(self, other: AmendingAct) -> bool:
        """Whether two notes name one act, as far as they tell; the convocation may be left out.

        Numbers begin anew every year: a number without a day says little, but it is never
        another act's of the same note.
        """
        if self.adopted and other.adopted and self.adopted != other.adopted:
            return False
        if self.number and other.number:
            return self.bare_number == other.bare_number
        return bool(self.adopted and other.adopted)


@dataclass(frozen=True)
class Target:
    """What was changed: an article or division by its key, and perhaps a place inside it.

    `key` is None for the act as a whole. `place` is the path inside the article as a block's key
    (`p_2__sp_3`); "" is the whole. `words` names, as the note does, what has no number:
    «заголовок», «абзац второй».
    """

    key: str | None = None
    place: str = ""
    words: str = ""

    @property
    def block_key(self) -> str | None:
        """The key of the place, article included."""
        if self.key is None:
            return None
        return f"{self.key}__{self.place}" if self.place else self.key


@dataclass(frozen=True)
class Amendment:
    """One amending act's effect on one place, as one note says it.

    `quote` is the note's own words for the act and its bracket, `statement` those that say what
    it did. `until` is the last day, exclusive, of a temporary wording or a suspension.
    """

    target: Target
    verb: Verb
    act: AmendingAct
    clause: InForceClause = NO_CLAUSE
    role: Role = Role.AMENDS
    until: date | None = None
    quote: str = ""
    statement: str = ""


class Ground(StrEnum):
    """What the day of entry into force is known from."""

    STATED = "stated"
    """The note, or the amending act itself, names the day."""
    COMPUTED = "computed from publication"
    INFERRED = "inferred from edition label"
    WATCHED = "stated by the watch list"
    """Of an act as it was adopted: the watch list names the day, by a text that states it."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class EntryIntoForce:
    """From which day an amendment is in force, and how that is known.

    `on` is None exactly when the ground is UNKNOWN. `published` is the day of first official
    publication that COMPUTED counted from, `label` the edition label that INFERRED goes by.
    """

    on: date | None = None
    ground: Ground = Ground.UNKNOWN
    published: date | None = None
    label: EditionLabel | None = None


UNKNOWN_ENTRY = EntryIntoForce()
