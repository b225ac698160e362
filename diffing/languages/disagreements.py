"""What a disagreement of two languages is: its kind, its place, and what each language says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.notes import NamedAct
from diffing.languages.agreement import Differing, Placed
from diffing.languages.footnotes import DifferingNote

_LONGEST_QUOTE = 240


class DisagreementKind(StrEnum):
    """What one language has and the other lacks, or has otherwise."""

    ARTICLE = "article"
    POINT = "point"
    """A numbered point or subpoint."""
    PARAGRAPH = "paragraph"
    """An unnumbered part or indent; told by the lengths of those around it."""
    NUMBER = "number"
    """A quantity, a date, a reference or a document's number."""
    FOOTNOTE = "footnote"
    """An act that only one language's footnotes name."""


@dataclass(frozen=True)
class Side:
    """What one language says at a place.

    `block` is the key inside the article, `words` those in question, as printed. For a number
    `kind`, `unit` and `value` are what was read in them: `quantity`, `day`, `30`.
    """

    words: str
    block: str = ""
    kind: str = ""
    unit: str = ""
    value: str = ""

    @classmethod
    def quoting(cls, text: str, block: str = "") -> Side:
        """The beginning of a paragraph or article."""
        words = " ".join(text.split())
        cut = len(words) > _LONGEST_QUOTE
        return cls(words[:_LONGEST_QUOTE].rstrip() + "…" if cut else words, block)

    @classmethod
    def of_act(cls, act: NamedAct | None) -> Side | None:
        """An act that a footnote names; None if the language's do not."""
        return cls(act.words, kind="act", value=act.identity) if act else None

    @classmethod
    def of_number(cls, placed: Placed | None) -> Side | None:
        """A number; None if the language has none."""
        if placed is None:
            return None
        reading = placed.reading
        return cls(reading.words, placed.block, reading.kind, reading.unit, reading.value)


@dataclass(frozen=True)
class Disagreement:
    """One place where the languages disagree; a side is None where the language has nothing.

    `key` and `heading` are of the article, or of the division; of a footnote to the whole act both
    are empty.
    """

    kind: DisagreementKind
    key: str
    heading: str
    russian: Side | None
    kazakh: Side | None

    @classmethod
    def of_number(cls, key: str, heading: str, differing: Differing) -> Disagreement:
        """Two numbers that differ, or one that stands alone."""
        return cls(
            DisagreementKind.NUMBER,
            key,
            heading,
            Side.of_number(differing.russian),
            Side.of_number(differing.kazakh),
        )

    @classmethod
    def of_note(cls, key: str, heading: str, note: DifferingNote) -> Disagreement:
        """An act that only one language's footnotes name, or two of which one is misprinted."""
        return cls(
            DisagreementKind.FOOTNOTE,
            key,
            heading,
            Side.of_act(note.russian),
            Side.of_act(note.kazakh),
        )
