"""What can go wrong with a question to the store; each message says what to do."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.law import EditionLabel, Language
from corpus.store.naming_editions import (
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
