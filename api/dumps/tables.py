"""The tables of the dumps: which there are, and their rows as the API writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from api.dumps.columns import columns_of
from api.models.acts import ActOut, EditionOut
from api.models.amendments import AmendmentOut
from api.models.change_feed import ChangeRecordOut
from api.models.dumps import WordingRow
from api.models.shape import Answer
from api.questions.following.told_changes import tell_changes
from corpus.law import Language
from corpus.store import reads
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.records import AmendmentCursor
from corpus.store.errors import LanguageNotHeld
from exports.dumps.columns import TableShape

_AT_ONCE = 100
"""Rows of a feed that are in memory at a time."""


class TableName(StrEnum):
    """A table of the dumps."""

    ACTS = "acts"
    EDITIONS = "editions"
    ARTICLES = "articles"
    CHANGES = "changes"
    AMENDMENTS = "amendments"


class NarrowingRefused(Exception):
    """What is asked for cannot be narrowed so."""


@dataclass(frozen=True)
class Wanted:
    """Which rows; what is None does not narrow. `since`: recorded at that moment or later.

    For `articles` that is when the newest edition with the wording was recorded.
    """

    ngr: str | None = None
    language: Language | None = None
    since: datetime | None = None

    def check(self, session: Session, *tables: TableName) -> None:
        """Raise UnknownAct, LanguageNotHeld or NarrowingRefused before a row is given."""
        if self.since is not None and TableName.ACTS in tables:
            raise NarrowingRefused(
                "`since` does not go with acts, nor with all tables: an act has no moment of "
                "recording. It narrows editions, articles, changes and amendments."
            )
        if self.ngr is not None:
            held = reads.act(session, self.ngr).languages
            if self.language is not None and self.language not in held:
                raise LanguageNotHeld(self.ngr, self.language, tuple(held))

    def begins_by(self, recorded_at: datetime) -> bool:
        """Whether something recorded then is wanted."""
        return self.since is None or recorded_at >= self.since.astimezone(UTC)


_MODELS: dict[TableName, tuple[type[Answer], str]] = {
    TableName.ACTS: (ActOut, "The acts that are known, by their registry numbers."),
    TableName.EDITIONS: (EditionOut, "The editions that are held, without their texts."),
    TableName.ARTICLES: (WordingRow, "Every wording of every article that is held, with its days."),
    TableName.CHANGES: (
        ChangeRecordOut,
        "What differs in an article between two consecutive editions that are held.",
    ),
    TableName.AMENDMENTS: (
        AmendmentOut,
        "What the registry's notes say was amended, by which act, in force from when.",
    ),
}
_LEFT_OUT = {"html"}
"""Of a change: the redline says the same."""


def shape_of(table: TableName) -> TableShape:
    """A table's columns, named as in the API."""
    model, meaning = _MODELS[table]
    return TableShape(table.value, meaning, columns_of(model, without=_LEFT_OUT))


def rows_of(session: Session, table: TableName, wanted: Wanted) -> Iterator[Answer]:
    """A table's rows in an order of their own, read from the store some at a time.

    Acts, editions and articles by registry number, language and place; changes and amendments in
    the order in which they were recorded, those that no longer hold left out.
    """
    match table:
        case TableName.ACTS:
            return _acts(session, wanted)
        case TableName.EDITIONS:
            return _editions(session, wanted)
        case TableName.ARTICLES:
            return _wordings(session, wanted)
        case TableName.CHANGES:
            return _changes(session, wanted)
        case TableName.AMENDMENTS:
            return _amendments(session, wanted)


def json_of(row: Answer) -> bytes:
    """A row as a JSON object."""
    return row.model_dump_json(by_alias=True, exclude=_LEFT_OUT).encode()


def plain(row: Answer) -> dict[str, Any]:
    """A row as Python's own values under its JSON names."""
    return row.model_dump(by_alias=True, exclude=_LEFT_OUT)


def _acts(session: Session, wanted: Wanted) -> Iterator[Answer]:
    for act in reads.acts(session):
        if wanted.ngr not in (None, act.ngr):
            continue
        if wanted.language is None or wanted.language in act.languages:
            yield ActOut.of(act)


def _held(session: Session, wanted: Wanted) -> Iterator[tuple[str, Language]]:
    for act in reads.acts(session):
        if wanted.ngr in (None, act.ngr):
            for language in sorted(act.languages):
                if wanted.language in (None, language):
                    yield act.ngr, language


def _editions(session: Session, wanted: Wanted) -> Iterator[Answer]:
    for ngr, language in _held(session, wanted):
        for edition in reads.editions(session, ngr, language):
            if wanted.begins_by(edition.recorded_at):
                yield EditionOut.of(edition)


def _wordings(session: Session, wanted: Wanted) -> Iterator[Answer]:
    for ngr, language in _held(session, wanted):
        editions = {one.id: one for one in reads.editions(session, ngr, language)}
        for window in reads.wordings(session, ngr, language, by_key=True):
            newest = editions[window.edition_ids[-1]]
            if wanted.begins_by(newest.recorded_at):
                yield WordingRow.of(window, newest)


def _changes(session: Session, wanted: Wanted) -> Iterator[Answer]:
    cursor: int | None = None
    while records := reads.changes(
        session,
        since=wanted.since,
        ngr=wanted.ngr,
        language=wanted.language,
        limit=_AT_ONCE,
        after_cursor=cursor,
    ):
        cursor = records[-1].sequence
        for told in tell_changes(session, records):
            yield ChangeRecordOut.told(told)


def _amendments(session: Session, wanted: Wanted) -> Iterator[Answer]:
    of_these = WantedAmendments(ngr=wanted.ngr, language=wanted.language)
    cursor: AmendmentCursor | None = None
    while True:
        records, cursor = reads.amendments(session, of_these, limit=_AT_ONCE, cursor=cursor)
        for record in records:
            if wanted.begins_by(record.recorded_at):
                yield AmendmentOut.of(record)
        if cursor.horizon is None:
            return
