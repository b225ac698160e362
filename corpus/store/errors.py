"""What can go wrong with a question to the store; each message says what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.amendments import AmendingAct
from corpus.law import EditionLabel, Language
from corpus.store.naming_editions import (
    HeldFrom,
    Missing,
    labels_words,
    named_words,
    nearest_words,
)


class StoreError(Exception):
    """The store cannot answer; the message says why and what to do."""


class SchemaBehind(StoreError):
    """The database has not been migrated to this program's schema."""

    def __init__(self, found: str | None, wanted: str) -> None:
        self.found, self.wanted = found, wanted
        state = f"at {found}" if found else "empty"
        super().__init__(
            f"The database's schema is {state}, this program wants {wanted}: a command that "
            "writes (`nusqa crawl`, `nusqa import`) or `alembic upgrade head` brings it up."
        )


class SchemaUnknown(StoreError):
    """A newer program made the database."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__(
            f"The database is at schema {found}, which this program does not know: "
            "it was made by a newer Nusqa. Update the program, or name another database."
        )


class SnapshotMissing(StoreError):
    """The store names a snapshot that is not in the snapshot folder."""

    def __init__(self, sha256: str, where: str) -> None:
        self.sha256 = sha256
        super().__init__(
            f"Snapshot {sha256} is not in {where}: check NUSQA_SNAPSHOTS_URL, "
            "or restore the folder from a backup."
        )


class SnapshotDamaged(StoreError):
    """A snapshot's bytes are not those that were stored."""

    def __init__(self, sha256: str, where: str) -> None:
        self.sha256 = sha256
        super().__init__(
            f"Snapshot {sha256} in {where} is damaged: its bytes do not have that sha256. "
            "Restore it from a backup."
        )


class UnknownAct(StoreError):
    """No act of that number is known."""

    def __init__(self, ngr: str, nearest: Sequence[str]) -> None:
        self.ngr, self.nearest = ngr, tuple(nearest)
        super().__init__(
            f"No act {ngr} is known.{nearest_words(nearest)} `nusqa acts` lists them all."
        )


class LanguageNotHeld(StoreError):
    """The act is known, but no edition in that language is held."""

    def __init__(self, ngr: str, language: Language, held: Sequence[Language]) -> None:
        self.ngr, self.language, self.held = ngr, language, tuple(held)
        advice = (
            f"Held languages: {', '.join(held)}."
            if held
            else "Nothing of it is held yet: `nusqa crawl` or `nusqa import` gets its editions."
        )
        super().__init__(f"No edition of {ngr} in {language} is held. {advice}")


class UnknownEdition(StoreError):
    """No edition of that label is held; `named_by` says who names it all the same.

    `held_in` are other languages in which it is held.
    """

    def __init__(
        self,
        ngr: str,
        language: Language,
        label: EditionLabel,
        nearest: Sequence[str],
        named_by: str | None = None,
        held_in: Sequence[Language] = (),
    ) -> None:
        self.ngr, self.language, self.label = ngr, language, label
        self.nearest, self.named_by, self.held_in = tuple(nearest), named_by, tuple(held_in)
        exists = f" It exists ({named_by}): crawl or import it." if named_by else ""
        if held_in:
            exists = f" It is held in {', '.join(held_in)}: ask for that language."
        super().__init__(
            f"No edition {label} of {ngr} in {language} is held.{exists}{nearest_words(nearest)} "
            f"`nusqa editions {ngr}` lists them all."
        )


class UnknownEditionId(StoreError):
    """No edition has that id in this store."""

    def __init__(self, edition_id: int) -> None:
        self.edition_id = edition_id
        super().__init__(
            f"No edition has the id {edition_id}: ids are this database's own; "
            "name the edition by act, language and label."
        )


class UnknownArticle(StoreError):
    """The edition holds that place of the act, and there is no such article there.

    Without an act: no act that is held has such an article.
    """

    def __init__(self, ngr: str | None, key: str, where: str, nearest: Sequence[str]) -> None:
        self.ngr, self.key, self.nearest = ngr, key, tuple(nearest)
        listed = f" `nusqa articles {ngr}` lists all." if ngr else ""
        super().__init__(
            f"{ngr or 'No act'} has {'no ' if ngr else ''}{key} in {where}."
            f"{nearest_words(nearest)}{listed}"
        )


class NotHeld(StoreError):
    """The edition holds only a part of its act, and the article is not in that part."""

    def __init__(self, ngr: str, key: str, label: EditionLabel, holding: str) -> None:
        self.ngr, self.key, self.label, self.holding = ngr, key, label, holding
        super().__init__(
            f"What edition {label} of {ngr} says in {key} is not known here: only {holding} of "
            "that edition is held. Crawl or import the whole edition."
        )


class CutOff(NotHeld):
    """The copy of the edition has the article and may end inside it: not all of it is known."""

    def __init__(
        self, ngr: str, language: Language, key: str, label: EditionLabel, holding: str
    ) -> None:
        super().__init__(ngr, key, label, holding)
        self.language = language
        StoreError.__init__(
            self,
            f"All that edition {label} of {ngr} ({language}) says in {key} is not known here: only "
            f"{holding} of that edition is held, and the copy may end inside {key}. What is held "
            f"of it is given for edition {label}, for no day. Crawl or import the whole edition.",
        )


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
        number = f" No {by.number}" if by and by.number else ""
        adopted = f" of {by.adopted}" if by and by.adopted else ""
        name = f", by act{number}{adopted}" if number or adopted else ""
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
        if last_held and self.next_held:
            held += f" The next one held is {self.next_held}."
        elif first:
            held = f" {str(first)[:1].upper()}{str(first)[1:]}."
        super().__init__(
            f"What {_place(ngr, key)} said in {language} on {day} is not known: by then there was "
            f"an edition that is not held: {named_words(missing)}.{held} Crawl or import it, or "
            "ask for an edition by its label."
        )


def _place(ngr: str, key: str | None) -> str:
    return f"{key} of {ngr}" if key else ngr


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


class UnknownWatch(StoreError):
    """No watch has that id, or whoever asks may not know of it."""

    def __init__(self, watch_id: str) -> None:
        self.watch_id = watch_id
        super().__init__(
            f"There is no watch {watch_id}, or the token given is not its own: give the id and "
            "the token that came when the watch was made."
        )


class UnknownDelivery(StoreError):
    """The watch has no message of that id."""

    def __init__(self, watch_id: str, message_id: str) -> None:
        self.watch_id, self.message_id = watch_id, message_id
        super().__init__(
            f"Watch {watch_id} has no message {message_id}: its deliveries list those there are."
        )


class ForeignCursor(StoreError):
    """A follower's cursor is ahead of all that this store has: it came from another one."""

    def __init__(self) -> None:
        super().__init__(
            "The cursor is ahead of everything that is stored here: it comes from another corpus, "
            "or this one was made anew. Begin again without a cursor."
        )
