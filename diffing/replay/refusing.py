"""Why an operation is not applied: nothing is applied blindly."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """A reason not to apply an operation."""

    NO_SUCH_UNIT = "no such unit"
    NOT_HELD = "place not held"
    """The edition is a part of its act, and the unit may stand in the rest."""
    SEVERAL_UNITS = "several such units"
    COUNT_UNSURE = "count not sure"
    """Numbered units stand among the paragraphs that would have to be counted."""
    WORDS_NOT_FOUND = "words not found"
    WORDS_SEVERAL_TIMES = "words found several times"
    ALREADY_THERE = "unit is already there"
    OTHER_NUMBERS = "new wording has other numbers"
    INFLECTED = "words in all their cases"
    """«в соответствующих падежах»: which forms the words take is for a reader of the language."""
    UNSUPPORTED = "form is not applied"
    ENDS_UNKNOWN = "wording that returns is not known"
    """A temporary wording ends, and what stood there before it is not in the older edition."""


class Refused(Exception):
    """An operation cannot be applied; `words` say what was looked for, and where."""

    def __init__(self, refusal: Refusal, words: str) -> None:
        super().__init__(f"{refusal}: {words}")
        self.refusal = refusal
        self.words = words
