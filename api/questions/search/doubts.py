"""Why it is not known whether a wording that was found was in force on the day asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.law import EditionLabel
from corpus.search.results import FoundWording
from corpus.store.article_editions import ArticleEdition
from corpus.store.known import label_order


class DoubtKind(StrEnum):
    """What is missing that would tell."""

    NOT_HELD = "not_held"
    """Editions after the wording's are known, and are not held."""
    BEGINNING = "beginning"
    """The day from which the text of an edition applies."""
    OTHER = "other"
    """When the wording stood in the law at all."""


@dataclass(frozen=True)
class LikelyThen:
    """The edition whose text likely was in force, if its act began on the day that is inferred."""

    edition: EditionLabel
    inferred_from: date
    """By the watch list; no text names that day."""

    def __str__(self) -> str:
        """The same as an English sentence."""
        return (
            f"Likely it was that of edition {self.edition}: the watch list infers that the act was "
            f"in force from {self.inferred_from}. An inference, not a fact."
        )


@dataclass(frozen=True)
class DoubtThen:
    """Why it is not known that a wording was in force on `day`.

    NOT_HELD: of the article no edition is held after `after` and before `before` (None: none after
    it at all), though there were some. BEGINNING: of the edition `after`. `likely`: what the page
    of the article calls likely.
    """

    kind: DoubtKind
    day: date
    after: EditionLabel | None = None
    before: EditionLabel | None = None
    likely: LikelyThen | None = None

    def __str__(self) -> str:
        """The same as an English sentence, or two."""
        return f"{self._why} {self.likely}" if self.likely else self._why

    @property
    def _why(self) -> str:
        told = f"Whether this wording was in force on {self.day} is not known"
        match self.kind:
            case DoubtKind.NOT_HELD if self.before is not None:
                return f"{told}: editions between {self.after} and {self.before} are not held."
            case DoubtKind.NOT_HELD:
                return f"{told}: there were editions after {self.after} that are not held."
            case DoubtKind.BEGINNING:
                return f"{told}, nor from which day the text of edition {self.after} applies."
        return f"{told}."


def doubt_then(
    wording: FoundWording, day: date, editions: Sequence[ArticleEdition]
) -> DoubtThen | None:
    """Why a wording found on a day is in doubt then; None where it surely was in force.

    `wording` is named by that day's edition; `editions` are all that have its article, oldest
    first.
    """
    if not wording.doubtful:
        return None
    own = EditionLabel.parse(wording.label)
    if own.last_day is None:
        return DoubtThen(DoubtKind.OTHER, day)
    answers = wording.held_from is not None and wording.held_from <= day
    if answers and (wording.held_to is None or day < wording.held_to):
        return DoubtThen(DoubtKind.BEGINNING, day, own)
    labels = [one.label for one in editions]
    newer = [one for one in labels if label_order(one) > label_order(own) and _begun(one, day)]
    if newer or not _begun(own, day):
        return DoubtThen(DoubtKind.BEGINNING, day, newer[-1] if newer else own)
    before = next(
        (one for one in labels if one.first_day is not None and one.first_day > day), None
    )
    return DoubtThen(DoubtKind.NOT_HELD, day, own, before)


def _begun(label: EditionLabel, day: date) -> bool:
    return label.last_day is not None and label.last_day <= day
