"""What could not be read in a note, by name and with its words: listed, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """Why words of a note are remarked on."""

    CUT = "cut off"
    """A bracket or quotation is never closed, or the note ends in the middle of a list."""
    IMPOSSIBLE_DATE = "impossible date"
    SLIP = "day written with a slip"
    """A figure too few or too many, and only one day that can be meant: it is read as that day."""
    NO_VERB = "act without a verb"
    """What the act did is not said, or in words that the grammar does not know."""
    NO_ACT = "no act named"
    """Something was done, and the note does not say by which act."""
    NO_DATE = "act without a date"
    CLAUSE_UNREAD = "clause not understood"
    BRACKET_UNREAD = "bracket not understood"
    OTHER_PLACE = "speaks of another place"
    """The note names another article or division than the one it stands at."""
    WORDS_UNREAD = "words not understood"
    """Words that name no act and state nothing that the grammar knows."""


@dataclass(frozen=True)
class Remark:
    """A remark on words of a note; `at` is the key the note stands at (None: the act)."""

    kind: RemarkKind
    words: str
    at: str | None = None
