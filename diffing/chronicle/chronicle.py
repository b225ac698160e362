"""What the chronicle knows: days, and how each is known. What is not known is None.

Nothing here is computed from something else: a day of adoption never stands for a day of entry into
force, and an end that is not known is left open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.law import EditionLabel, Language


class Beginning(StrEnum):
    """What the day is with which an act, or a phase, is drawn to begin."""

    IN_FORCE = "in force"
    ADOPTED = "adopted"
    """The first day in force is not known: only that the act was adopted on that day."""
    UNKNOWN = "unknown"


class Ending(StrEnum):
    """What is known of the end."""

    DAY = "day"
    OPEN = "open"
    """It is in force."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Stretch:
    """Days for which the text of an act is held, half-open, and the edition that answers."""

    begin: date
    end: date | None
    """None: no later edition is known."""
    label: EditionLabel
    language: Language


@dataclass(frozen=True)
class EditionMark:
    """An edition of an act that is known, on the last day its label can mean."""

    label: EditionLabel
    day: date
    language: Language | None
    """A language in which it is held; None: it is known and not held."""


@dataclass(frozen=True)
class ActLife:
    """An act: its days, and which of its text is held."""

    ngr: str | None
    key: str
    """What it is called in the watch list where it has no registry number that is certain."""
    title: str
    title_language: Language
    number: str | None
    adopted: date
    begin: date
    beginning: Beginning
    end: date | None
    ending: Ending
    ended_by: str | None = None
    editions: tuple[EditionMark, ...] = ()
    held: tuple[Stretch, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether any text of it is held."""
        return any(edition.language for edition in self.editions)


@dataclass(frozen=True)
class PhaseSpan:
    """A phase of a regime, or the days between two regimes in which akims were not elected."""

    key: str
    regime: str | None
    """None: no regime, akims were not elected."""
    title: str
    begin: date | None
    beginning: Beginning
    end: date | None
    ending: Ending
    ground: str
    doubts: str | None
    until: date | None = None
    """Where the end is not known: the day on which the next one is known to have begun."""


class EventKind(StrEnum):
    """What happened."""

    ADOPTED = "adopted"
    """An act that ruled a phase."""
    AMENDED = "amended"
    """Provisions that ruled a phase were changed: the day of the amending act."""
    REPEALED = "repealed"
    COMING = "coming"
    """What was adopted and is not in force yet: the day from which it will be."""


@dataclass(frozen=True)
class Event:
    """Something that happened on a day, by which act, to which act."""

    day: date
    kind: EventKind
    number: str | None
    """Of the act that did it."""
    ngr: str | None
    """Of the act to which it happened, where it is held or watched by number."""
    keys: tuple[str, ...] = ()
    """The provisions that were changed, as far as notes say."""
    title: str | None = None
    """Of the act that was adopted or repealed."""
    title_language: Language | None = None


@dataclass(frozen=True)
class Chronicle:
    """Everything on the line of time, each kind in time order."""

    today: date
    phases: tuple[PhaseSpan, ...]
    acts: tuple[ActLife, ...]
    events: tuple[Event, ...]
    sample: bool = False

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that must have room; today among them."""
        known = [self.today]
        for act in self.acts:
            known += [act.adopted, act.begin, *([act.end] if act.end else [])]
            known += [edition.day for edition in act.editions]
        for phase in self.phases:
            known += [day for day in (phase.begin, phase.end) if day]
        known += [event.day for event in self.events]
        return min(known), max(known)
