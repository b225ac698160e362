"""Why no wording can be given for a day; each message says what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.amendments import AmendingAct, Amendment
from corpus.law import EditionLabel, Language, Precision
from corpus.store.errors import StoreError
from corpus.store.naming_editions import HeldFrom, Missing, labels_words, named_words


class DateError(StoreError):
    """No wording can be given for that day."""

    ngr: str
    language: Language
    day: date


class ActRepealed(DateError):
    """The act had been repealed by that day: none of its wordings was in force.

    `repealed_on` is the day of the repeal, `by` the act that did it, where a note names that.
    """

    def __init__(
        self,
        ngr: str,
        language: Language,
        day: date,
        repealed_on: date,
        by: AmendingAct | None = None,
    ) -> None:
        self.ngr, self.language, self.day, self.repealed_on = ngr, language, day, repealed_on
        self.by = by
        name = f", by act {by.named}" if by and by.named else ""
        super().__init__(
            f"{ngr} was repealed, by the watch list on {repealed_on}{name}: on {day} no wording of "
            "it was in force. Ask for an earlier day, or for an edition by its label."
        )


class BeforeFirstEdition(DateError):
    """The day lies before all that is known of the text.

    `known_from` is the first edition held that has it, `known_from_day` the first day it answers
    for (None: for no day, then `next_held` is the first one after it that answers); `missing` are
    those known before it and not held. With a `key`, of that article's text.
    """

    def __init__(
        self,
        ngr: str,
        language: Language,
        day: date,
        first: HeldFrom,
        missing: Missing = (),
        key: str | None = None,
    ) -> None:
        self.ngr, self.language, self.day, self.key = ngr, language, day, key
        self.known_from, self.known_from_day = first.label, first.day
        self.next_held = first.answering
        self.missing = tuple(missing)
        known = f" Earlier ones are known and not held: {named_words(missing)}." if missing else ""
        advice = "a later day" if first.first_answering else "an edition by its label"
        super().__init__(
            f"What {_place(ngr, key)} said in {language} on {day} is not known: {first}.{known} "
            f"Ask for {advice}."
        )


class NotYetAdded(BeforeFirstEdition):
    """The article surely was not there yet: the act that added it was adopted later.

    `addition` is what the note of the edition `noted_in` says; its target is the article, or a
    division around it.
    """

    def __init__(
        self,
        ngr: str,
        language: Language,
        day: date,
        first: HeldFrom,
        key: str,
        addition: Amendment,
        noted_in: EditionLabel,
    ) -> None:
        super().__init__(ngr, language, day, first, (), key)
        self.addition, self.noted_in = addition, noted_in
        act, target = addition.act, addition.target.key
        self.added_on, self.added_by = act.adopted, act.number
        what = "it" if target == key else f"{target}, in which it stands,"
        number = f" No {act.number}" if act.number else ""
        StoreError.__init__(
            self,
            f"{key} of {ngr} was not there on {day}: by the note of edition {noted_in}, {what} "
            f"was added by an act{number} that was adopted on {act.adopted}. Ask for a later day, "
            "or for an edition by its label.",
        )


class EditionNotHeld(DateError):
    """The edition whose label covers the day, or may, is known to exist and is not held.

    `last_held` is the last one held before, `next_held` the first after that answers for days.
    Where none is held before, `known_from` and `known_from_day` are those of `BeforeFirstEdition`.
    """

    def __init__(
        self,
        ngr: str,
        language: Language,
        day: date,
        missing: Missing,
        last_held: EditionLabel | None,
        following: HeldFrom | None = None,
        key: str | None = None,
    ) -> None:
        self.ngr, self.language, self.day, self.key = ngr, language, day, key
        self.missing, self.last_held = tuple(missing), last_held
        first = following if last_held is None else None
        self.known_from = first.label if first else None
        self.known_from_day = first.day if first else None
        self.next_held = following.first_answering if following else None
        held = f" The last one held before is {last_held}." if last_held else ""
        if self.of_one_year:
            held = (
                f" Of edition {last_held}, which is held, only the year is known: it may be older, "
                "newer or that very one."
            )
        if last_held and self.next_held:
            held += f" The next one held is {self.next_held}."
        elif first:
            held = f" {str(first)[:1].upper()}{str(first)[1:]}."
        super().__init__(
            f"What {_place(ngr, key)} said in {language} on {day} is not known: by then there was "
            f"an edition that is not held: {named_words(missing)}.{held} Crawl or import it, or "
            "ask for an edition by its label."
        )

    @property
    def of_one_year(self) -> bool:
        """Whether of the last one held only the year is known, and all that is missing is of it."""
        held = self.last_held
        return held is not None and all(is_of_year(held, label) for label, _ in self.missing)


class AmbiguousDate(DateError):
    """Labels that are only years leave open which edition answers for that day."""

    def __init__(
        self, ngr: str, language: Language, day: date, labels: Sequence[EditionLabel]
    ) -> None:
        self.ngr, self.language, self.day, self.labels = ngr, language, day, tuple(labels)
        super().__init__(
            f"Which edition of {ngr} in {language} answers for {day} cannot be told: only "
            f"a year is known ({labels_words(labels)}). Ask for an edition by its label."
        )


class NoDatedEdition(DateError):
    """Only undated editions are held: they never answer for a day."""

    def __init__(self, ngr: str, language: Language, day: date) -> None:
        self.ngr, self.language, self.day = ngr, language, day
        super().__init__(
            f"What {ngr} said in {language} on {day} is not known: the only edition held is "
            "undated. Ask for it without a day, or import a dated edition."
        )


def _place(ngr: str, key: str | None) -> str:
    return f"{key} of {ngr}" if key else ngr


def is_of_year(label: EditionLabel, other: EditionLabel) -> bool:
    """Whether a label is only a year, and another is of that year: which is older, nothing tells.

    What the notes of the one name is no help: a note may foresee an act that is not in its text.
    """
    first, last = label.first_day, label.last_day
    if label.precision is not Precision.YEAR or first is None or last is None:
        return False
    return other.first_day is not None and first <= other.first_day <= last
