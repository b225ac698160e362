"""Exactly the text that someone cited: by edition, the response it was read from, and its hash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.questions.citations.resolving import place_of_path
from corpus.citations.places import Place
from corpus.keys import SEPARATOR, joined
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.errors import NotHeld, StoreError, UnknownArticle
from corpus.store.records import ArticleRecord, EditionSummary
from corpus.store.snapshots import snapshots_of

LEAST_HASH = 16
"""So many hexadecimal digits of a hash must be given: fewer may be another's too."""


class PinNotHeld(StoreError):
    """The edition is held, but not the very text that is asked for."""

    def __init__(self, summary: EditionSummary, what: str, held: Sequence[str]) -> None:
        self.ngr, self.language, self.label = summary.ngr, summary.language, summary.label
        self.nearest = tuple(held)
        super().__init__(
            f"Edition {summary.label} of {summary.ngr} ({summary.language}) is held, but not "
            f"{what}. Held: {', '.join(held) or 'none'}."
        )


@dataclass(frozen=True)
class PinnedText:
    """An article, and the place in it, as one stored row has it.

    `current` is the row that is read for that label now: another one where the registry corrected
    the edition, or it was read anew, since.
    """

    record: ArticleRecord
    place: Place | None
    key: str
    current: EditionSummary
    current_text_hash: str | None
    """Of the same article there; None where it has none."""

    @property
    def is_current(self) -> bool:
        """Whether the text is the one that is given for that edition today."""
        return self.record.text_hash == self.current_text_hash


class LanguageNeeded(Exception):
    """Texts in several languages have the hash that was given: only a language tells them apart."""

    def __init__(self) -> None:
        super().__init__("Texts in several languages fit: give `lang`, or more of the hash.")


def pinned_in(
    session: Session,
    ngr: str,
    language: Language | None,
    key: str,
    label: EditionLabel,
    snapshot: str | None,
    text: str | None,
) -> PinnedText:
    """The same as `pinned_text`; without a language in the one that holds what the hash names.

    Raises what that raises, of the first language held, and LanguageNeeded.
    """
    if language is not None:
        return pinned_text(session, ngr, language, key, label, snapshot, text)
    held = reads.act(session, ngr).languages
    found, refused = [], None
    for one in Language:
        if one in held or not held:
            try:
                found.append(pinned_text(session, ngr, one, key, label, snapshot, text))
            except (PinNotHeld, StoreError) as error:
                refused = refused or error
    if len(found) > 1:
        raise LanguageNeeded
    if not found and refused:
        raise refused
    return found[0]


def pinned_text(
    session: Session,
    ngr: str,
    language: Language,
    key: str,
    label: EditionLabel,
    snapshot: str | None,
    text: str | None,
) -> PinnedText:
    """The text of an article, or of a place in one, in the rows ever stored of an edition.

    `snapshot` and `text` are hashes or their first `LEAST_HASH` digits. Of several rows that fit
    the newest is taken. Raises PinNotHeld, UnknownArticle, NotHeld, and what finding an edition
    raises.
    """
    current = reads.find_edition(session, ngr, language, label)
    rows = reads.revisions(session, ngr, language, label)
    from_it = [row for row in rows if _is_from(session, row, snapshot)]
    if not from_it:
        held = [one.snapshot_sha256 for one in rows if one.snapshot_sha256]
        raise PinNotHeld(current, f"from a response with sha256 {snapshot}", held)
    found, first_error = [], None
    for row in reversed(from_it):
        try:
            found.append(_article(session, row, key))
        except (UnknownArticle, NotHeld) as error:
            first_error = first_error or error
    if not found and first_error:
        raise first_error
    wanted = [one for one in found if text is None or one.text_hash.startswith(text.lower())]
    if not wanted:
        raise PinNotHeld(current, f"a text with sha256 {text}", [one.text_hash for one in found])
    record = wanted[0]
    path = key.removeprefix(record.article.key).removeprefix(SEPARATOR)
    place = place_of_path(record.article, path) if path else None
    if path and place is None:
        blocks = [joined(record.article.key, block.key) for block in record.article.blocks]
        raise UnknownArticle(ngr, key, f"edition {label} ({language})", blocks[:3])
    return PinnedText(record, place, key, current, _current_hash(session, current, record))


def _is_from(session: Session, row: EditionSummary, snapshot: str | None) -> bool:
    if snapshot is None:
        return True
    responses = [
        *snapshots_of(session, row.id),
        *snapshots_of(session, row.id, confirming=True),
    ]
    return any(one.sha256.startswith(snapshot.lower()) for one in responses)


def _article(session: Session, row: EditionSummary, key: str) -> ArticleRecord:
    """The article of a key, or the one around the place that the key names."""
    parts = key.split(SEPARATOR)
    refused: UnknownArticle | NotHeld | None = None
    for size in range(len(parts), 0, -1):
        try:
            return reads.article(session, row.id, joined(*parts[:size]))
        except (UnknownArticle, NotHeld) as error:
            refused = refused or error
    raise refused or UnknownArticle(row.ngr, key, f"edition {row.label}", ())


def _current_hash(session: Session, current: EditionSummary, record: ArticleRecord) -> str | None:
    try:
        return reads.article(session, current.id, record.article.key).text_hash
    except (UnknownArticle, NotHeld):
        return None
