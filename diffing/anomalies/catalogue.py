"""The kinds of anomalies, how much each matters, and what a finding is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.law import EditionLabel, Language


class AnomalyKind(StrEnum):
    """What does not add up. The names are stable: other programs filter by them."""

    UNEXPLAINED_CHANGE = "unexplained-change"
    """The words of an article differ between two editions, and nothing says which act did it."""
    NOTE_WITHOUT_CHANGE = "note-without-change"
    """A new note says that an article was amended, and its words are the same."""
    EDITION_BEFORE_ACT = "edition-before-act"
    """An edition is labelled by a day before the adoption of the act that made it."""
    NUMBER_GAP = "number-gap"
    NUMBER_TWICE = "number-twice"
    EDITION_AFTER_REPEAL = "edition-after-repeal"
    HELD_NOT_LISTED = "held-not-listed"
    """An edition is held that no list of a registry names, although one is held."""
    LISTED_NOT_HELD = "listed-not-held"
    ONE_LANGUAGE_ONLY = "one-language-only"
    """An edition is held in one language and not in the other in which the act is held."""
    ARTICLES_OUT_OF_STEP = "articles-out-of-step"
    """One language of an edition has an article that the other lacks."""
    NOTE_NOT_READ = "note-not-read"
    """A note could not be read fully: cut off, an impossible date, words that are not known."""
    AMENDED_BY_OLDER_ACT = "amended-by-older-act"
    """A note says that an act was amended by one that was adopted before it."""
    AMENDMENT_CYCLE = "amendment-cycle"
    """By their notes several acts amended each other in a circle."""
    IN_FORCE_BEFORE_ADOPTION = "in-force-before-adoption"
    """A note's day of entry into force is before the amending act's adoption."""
    EDITION_IN_FUTURE = "edition-in-future"
    WATCHED_NOT_NOTED = "watched-not-noted"
    """The watch list names an amendment that no note of the editions held mentions."""
    NOTED_NOT_WATCHED = "noted-not-watched"
    """Notes name amending acts that the watch list does not have."""


class Severity(StrEnum):
    """How much a finding matters to who relies on the text."""

    SERIOUS = "serious"
    """A wording or a date may be wrong: do not rely on it before looking."""
    DOUBTFUL = "doubtful"
    """Something is missing or contradicts itself: the text stands, its history is not sure."""
    NOTICE = "notice"
    """Good to know; usually the registry's way of doing things, or a gap of this collection."""


SEVERITIES: Mapping[AnomalyKind, Severity] = {
    AnomalyKind.UNEXPLAINED_CHANGE: Severity.SERIOUS,
    AnomalyKind.NOTE_WITHOUT_CHANGE: Severity.DOUBTFUL,
    AnomalyKind.EDITION_BEFORE_ACT: Severity.DOUBTFUL,
    AnomalyKind.NUMBER_GAP: Severity.DOUBTFUL,
    AnomalyKind.NUMBER_TWICE: Severity.SERIOUS,
    AnomalyKind.EDITION_AFTER_REPEAL: Severity.SERIOUS,
    AnomalyKind.HELD_NOT_LISTED: Severity.NOTICE,
    AnomalyKind.LISTED_NOT_HELD: Severity.NOTICE,
    AnomalyKind.ONE_LANGUAGE_ONLY: Severity.NOTICE,
    AnomalyKind.ARTICLES_OUT_OF_STEP: Severity.DOUBTFUL,
    AnomalyKind.NOTE_NOT_READ: Severity.DOUBTFUL,
    AnomalyKind.AMENDED_BY_OLDER_ACT: Severity.SERIOUS,
    AnomalyKind.AMENDMENT_CYCLE: Severity.SERIOUS,
    AnomalyKind.IN_FORCE_BEFORE_ADOPTION: Severity.DOUBTFUL,
    AnomalyKind.EDITION_IN_FUTURE: Severity.NOTICE,
    AnomalyKind.WATCHED_NOT_NOTED: Severity.NOTICE,
    AnomalyKind.NOTED_NOT_WATCHED: Severity.NOTICE,
}


@dataclass(frozen=True)
class Anomaly:
    """One finding: where it is, and in a sentence what does not add up.

    `older` is the edition that `label` is compared with, `key` the article, division or place in
    it, `quote` the note's own words. None: it is about no single edition, language or place.

    `words` are English. For the other languages `told` names the sentence (the kind's own where it
    is empty), and `values` are what stands in it beside the fields: days, labels, acts, kinds.
    """

    kind: AnomalyKind
    ngr: str
    words: str
    language: Language | None = None
    label: EditionLabel | None = None
    older: EditionLabel | None = None
    key: str | None = None
    quote: str = ""
    told: str = ""
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITIES[self.kind]


def named_act(adopted: object, number: str | None) -> str:
    """An act by number and day, for a sentence."""
    parts = [f"No {number}" if number else "", f"of {adopted}" if adopted else ""]
    return " ".join(part for part in parts if part) or "an act without day and number"
