"""What of a query was left out, or read otherwise than it may be meant, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a piece of a query was left out. The edges put these into words of three languages."""

    EMPTY = "empty"
    UNSEEN = "unseen"
    TOO_LONG = "too_long"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_MANY_MISTAKES = "too_many_mistakes"
    TOO_MANY_BEGINNINGS = "too_many_beginnings"
    TOO_DEEP = "too_deep"
    TOO_MANY_PAIRS = "too_many_pairs"
    OPEN_QUOTE = "open_quote"
    CLOSING_QUOTE = "closing_quote"
    OPEN_BRACKET = "open_bracket"
    CLOSING_BRACKET = "closing_bracket"
    EMPTY_BRACKETS = "empty_brackets"
    EMPTY_PHRASE = "empty_phrase"
    LONE_OPERATOR = "lone_operator"
    NO_WORD = "no_word"
    ASTERISK_INSIDE = "asterisk_inside"
    SHORT_BEGINNING = "short_beginning"
    LONE_FIELD = "lone_field"
    UNKNOWN_FIELD = "unknown_field"
    NO_NUMBER = "no_number"
    NO_STATUS = "no_status"
    NOT_FOLLOWED = "not_followed"
    NO_DISTANCE = "no_distance"
    DISTANCE = "distance"
    NOT_NEAR = "not_near"
    ALL_CAPITALS = "all_capitals"
    TOO_MANY_SYNONYMS = "too_many_synonyms"
    MORE = "more"


SAID = {
    Reason.EMPTY: "the query is empty",
    Reason.UNSEEN: "signs that are not seen",
    Reason.TOO_LONG: "everything after the first {limit} characters",
    Reason.TOO_MANY_PARTS: "everything after the first {limit} words",
    Reason.TOO_MANY_MISTAKES: "everything after the first {limit} mistakes",
    Reason.TOO_MANY_BEGINNINGS: "beginnings of words after the first {limit}",
    Reason.TOO_DEEP: "brackets more than {limit} deep",
    Reason.TOO_MANY_PAIRS: "nearness of more than {limit} pairs of words; all must still be there",
    Reason.OPEN_QUOTE: "quote that is never closed",
    Reason.CLOSING_QUOTE: "closing quote without an opening one",
    Reason.OPEN_BRACKET: "bracket that is never closed",
    Reason.CLOSING_BRACKET: "closing bracket without an opening one",
    Reason.EMPTY_BRACKETS: "brackets with nothing in them",
    Reason.EMPTY_PHRASE: "phrase without words",
    Reason.LONE_OPERATOR: "operator with nothing beside it",
    Reason.NO_WORD: "no word",
    Reason.ASTERISK_INSIDE: "asterisk that is not at a word's end",
    Reason.SHORT_BEGINNING: "beginning of fewer than {limit} letters",
    Reason.LONE_FIELD: "field with nothing after it",
    Reason.UNKNOWN_FIELD: "no such field; it is read as a word",
    Reason.NO_NUMBER: "no number of an article",
    Reason.NO_STATUS: "no status",
    Reason.NOT_FOLLOWED: "a status, which changes are not followed by",
    Reason.NO_DISTANCE: "nearness without a number of words",
    Reason.DISTANCE: "distance that is not 1 to {limit}; the nearest is taken",
    Reason.NOT_NEAR: "nearness of what is not single words; all must still be there",
    Reason.ALL_CAPITALS: "operator in a query all in capitals; it is read as a word",
    Reason.TOO_MANY_SYNONYMS: "other words for the same thing: there are too many to add",
    Reason.MORE: "and more that made no sense",
}
"""In English, for the command line and for logs; `{limit}` is a number."""

_SHOWN = 40


@dataclass(frozen=True)
class Ignored:
    """A piece of a query (empty: none can be shown), why it was left out, and the limit if any.

    `instead` is what may have been meant (empty: not known).
    """

    reason: Reason
    fragment: str = ""
    limit: int | None = None
    instead: str = ""

    @classmethod
    def of(
        cls, reason: Reason, fragment: str = "", limit: int | None = None, instead: str = ""
    ) -> Ignored:
        """The same, the piece cut to what can be shown, without signs that are not seen."""
        shown = "".join(sign if sign.isprintable() else " " for sign in fragment[: _SHOWN + 1])
        shown = " ".join(shown.split())
        shown = f"{shown[:_SHOWN]}…" if len(fragment) > _SHOWN else shown
        return cls(reason, shown, limit, instead)

    def __str__(self) -> str:
        said = SAID[self.reason].format(limit=self.limit)
        meant = f" (did you mean {self.instead})" if self.instead else ""
        return f"{said}: {self.fragment}{meant}" if self.fragment else said


MOST_TOLD = 12
"""How many pieces of one query are told; a query of nothing but mistakes tells no more."""


class IgnoredPieces:
    """The pieces of one query that are left out, each told once, in order."""

    def __init__(self) -> None:
        self._told: dict[tuple[Reason, str], Ignored] = {}

    def add(
        self, reason: Reason, fragment: str = "", limit: int | None = None, instead: str = ""
    ) -> None:
        """Note a piece."""
        same = (reason, fragment[: _SHOWN + 1])
        if same in self._told:
            return
        if len(self._told) < MOST_TOLD:
            self._told[same] = Ignored.of(reason, fragment, limit, instead)
        elif len(self._told) == MOST_TOLD:
            self._told[Reason.MORE, ""] = Ignored(Reason.MORE)

    def __len__(self) -> int:
        return len(self._told)

    def __iter__(self) -> Iterator[Ignored]:
        return iter(self._told.values())
