"""What the watch list says of an act, and which of its editions must exist.

What is certain and what is a guess stay apart: an act's registry number is `certain` when a
page showed it, a `guess` when it only follows the numbering pattern.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from corpus.law import Act, Cause, EditionLabel, Language, ListedEdition

_OUT_OF_FORCE = ("repealed", "ceased")
"""What `status` says of an act that is repealed as a whole."""
DEFAULT_LANGUAGES = (Language.RU, Language.KK)


class CodeStatus(StrEnum):
    """How well an act's state registry number is known."""

    CERTAIN = "certain"
    GUESS = "guess"
    UNKNOWN = "unknown"


class NotWatched(Exception):
    """The watch list has no such act; the message names what comes nearest."""


@dataclass(frozen=True)
class KnownEdition:
    """An edition that must exist: any one of `labels` names it, `cause` is the amending act."""

    labels: tuple[EditionLabel, ...]
    cause: str = ""

    def is_listed(self, listed: Iterable[ListedEdition]) -> bool:
        """Whether a registry's list has it, under any of its labels (a year: any day of it)."""
        return any(_within(edition.label, label) for edition in listed for label in self.labels)

    def __str__(self) -> str:
        names = " or ".join(str(label) for label in self.labels)
        return f"{names} ({self.cause})" if self.cause else names


@dataclass(frozen=True)
class Amendment:
    """An act that amended a watched one.

    `adopted` is a day, or a year where no more is known. `labels` are the labels of the editions
    it made where they are not its own date; `in_force_from` may stand in the date's place.
    """

    adopted: EditionLabel
    number: str | None = None
    ngr: str | None = None
    code_status: CodeStatus = CodeStatus.UNKNOWN
    reference_bank_id: int | None = None
    labels: tuple[EditionLabel, ...] = ()
    in_force_from: date | None = None
    published: date | None = None
    """The day of first official publication."""
    remark: str | None = None

    @property
    def name(self) -> str:
        """Date and number, as a reader would cite it; without a number what is remarked of it."""
        if self.number:
            return f"{self.adopted} No {self.number}"
        return self.remark or str(self.adopted)

    def editions(self) -> tuple[KnownEdition, ...]:
        """The editions it made: one for each label, else one under its date or its start."""
        if self.labels:
            return tuple(KnownEdition((label,), self.name) for label in self.labels)
        start = () if self.in_force_from is None else (EditionLabel.on(self.in_force_from),)
        return (KnownEdition((self.adopted, *start), self.name),)


@dataclass(frozen=True)
class WatchedAct:
    """One entry of the watch list. `titles` are facts, `why` and `doubts` are for the reader."""

    ngr: str | None
    code_status: CodeStatus
    form: str
    status: str
    reference_bank_id: int | None = None
    number: str | None = None
    adopted: EditionLabel | None = None
    titles: tuple[tuple[Language, str], ...] = ()
    title_en_origin: str | None = None
    about: str | None = None
    in_force_from: date | None = None
    in_force_basis: str | None = None
    in_force_ground: Literal["stated", "inferred"] | None = None
    """Whether a text names that day for the whole act; None: of parts only, or it was not read."""
    published: date | None = None
    repealed_by: str | None = None
    repealed_on: date | None = None
    regimes: tuple[str, ...] = ()
    why: str | None = None
    doubts: str | None = None
    languages: tuple[Language, ...] = DEFAULT_LANGUAGES
    editions_seen: tuple[EditionLabel, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    sources: tuple[str, ...] = ()
    line: int = 0
    """The line of the file the entry starts in."""

    @property
    def name(self) -> str:
        """The act's number, or form, date and number where it has none."""
        if self.ngr:
            return self.ngr
        parts = [self.form, str(self.adopted or ""), f"No {self.number}" if self.number else ""]
        return " ".join(part for part in parts if part)

    @property
    def repealed_as_a_whole_on(self) -> date | None:
        """The day of its repeal; None for an act of which only a part was repealed."""
        return self.repealed_on if self.status in _OUT_OF_FORCE else None

    @property
    def act(self) -> Act | None:
        """The act as the corpus keeps it; None while no registry number is known."""
        if self.ngr is None:
            return None
        adopted = self.adopted
        day = adopted.first_day if adopted and adopted.first_day == adopted.last_day else None
        return Act(
            ngr=self.ngr,
            titles=dict(self.titles),
            form=self.form,
            number=self.number,
            adopted=day,
            repealed_on=self.repealed_as_a_whole_on,
            reference_bank_id=self.reference_bank_id,
        )

    @property
    def known_editions(self) -> tuple[KnownEdition, ...]:
        """The editions that must exist, oldest first: seen somewhere or made by an amendment."""
        known = [KnownEdition((label,)) for label in self.editions_seen]
        for amendment in self.amendments:
            known += amendment.editions()
        return tuple(sorted(known, key=lambda edition: edition.labels[0].first_day or date.min))

    def still_unseen(self, seen: Iterable[EditionLabel]) -> tuple[ListedEdition, ...]:
        """The known editions that no label seen so far explains, as lines of an edition list.

        Each under the earliest label it may have: from that day on (or in that year) the text
        may have been another one, whatever the registry will call it.
        """
        listed = [ListedEdition(label) for label in seen]
        return tuple(
            ListedEdition(edition.labels[0], cause=Cause(requisites=edition.cause or None))
            for edition in self.unlisted(listed)
        )

    def unlisted(self, listed: Sequence[ListedEdition]) -> tuple[KnownEdition, ...]:
        """The known editions that a registry's list lacks."""
        return tuple(edition for edition in self.known_editions if not edition.is_listed(listed))


@dataclass(frozen=True)
class Watchlist:
    """All watched acts, in the file's order."""

    acts: tuple[WatchedAct, ...]

    def act(self, ngr: str) -> WatchedAct:
        """The entry of an act by its number, certain or guessed.

        Raises NotWatched with the nearest numbers.
        """
        for watched in self.acts:
            if watched.ngr == ngr:
                return watched
        numbers = [watched.ngr for watched in self.acts if watched.ngr]
        near = difflib.get_close_matches(ngr, numbers, n=3)
        hint = f"; near: {', '.join(near)}" if near else ""
        raise NotWatched(f"{ngr} is not on the watch list{hint}. `nusqa acts` lists what is held")

    def crawlable(self, *, include_guesses: bool = False) -> tuple[WatchedAct, ...]:
        """The acts whose number is certain; with guesses, those it only follows a pattern for."""
        wanted = {CodeStatus.CERTAIN} | ({CodeStatus.GUESS} if include_guesses else set())
        return tuple(watched for watched in self.acts if watched.code_status in wanted)


def _within(label: EditionLabel, known: EditionLabel) -> bool:
    """Whether a registry's label lies within what a known label can mean."""
    if label.first_day is None or known.first_day is None or known.last_day is None:
        return False
    return known.first_day <= label.first_day <= known.last_day
