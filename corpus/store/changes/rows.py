"""Stored changes as values: what differs in one article between two editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select

from corpus.law import EditionLabel, Language
from corpus.store.tables import CHANGES, EDITIONS

OLDER = EDITIONS.alias("older")
NEWER = EDITIONS.alias("newer")
JsonValue = dict[str, Any] | list[Any] | str | int | float | bool | None


@dataclass(frozen=True)
class ChangeRow:
    """What differs in one article between two editions, as plain values.

    `key` is the article's key in the newer edition, or in the older one when it is gone there.
    `redline` is JSON; `rule` names the rule by which a change counts as technical.
    """

    key: str
    kind: str
    heading: str
    old_key: str | None = None
    new_key: str | None = None
    rule: str | None = None
    redline: JsonValue = None
    old_text_hash: str | None = None
    new_text_hash: str | None = None


@dataclass(frozen=True)
class ChangeRecord:
    """A stored change, with the editions it lies between.

    `sequence` is its place in the feed, a later one once it is withdrawn: the feed's cursor.
    """

    id: int
    sequence: int
    ngr: str
    language: Language
    older_edition_id: int
    newer_edition_id: int
    older_label: EditionLabel
    newer_label: EditionLabel
    change: ChangeRow
    sample: bool
    recorded_at: datetime
    withdrawn_at: datetime | None

    @property
    def updated_at(self) -> datetime:
        """When it came to its place in the feed: it was recorded, or withdrawn."""
        return self.withdrawn_at or self.recorded_at


_WITH_LABELS = (
    select(
        CHANGES,
        OLDER.c.label.label("older_label"),
        NEWER.c.label.label("newer_label"),
        NEWER.c.sample.label("sample"),
    )
    .join(OLDER, OLDER.c.id == CHANGES.c.older_edition_id)
    .join(NEWER, NEWER.c.id == CHANGES.c.newer_edition_id)
)


def with_labels(*which: ColumnElement[bool]) -> Select[Any]:
    """The stored changes that fulfil the conditions, each with its editions' labels."""
    return _WITH_LABELS.where(*which)


def row_value(row: Row[Any]) -> ChangeRow:
    """A row of `with_labels` as what differs."""
    return ChangeRow(
        key=row.key,
        kind=row.kind,
        heading=row.heading,
        old_key=row.old_key,
        new_key=row.new_key,
        rule=row.rule,
        redline=row.redline,
        old_text_hash=row.old_text_hash,
        new_text_hash=row.new_text_hash,
    )


def change_record(row: Row[Any]) -> ChangeRecord:
    """A row of `with_labels` as a record."""
    return ChangeRecord(
        id=row.id,
        sequence=row.sequence,
        ngr=row.ngr,
        language=Language(row.language),
        older_edition_id=row.older_edition_id,
        newer_edition_id=row.newer_edition_id,
        older_label=EditionLabel.parse(row.older_label),
        newer_label=EditionLabel.parse(row.newer_label),
        change=row_value(row),
        sample=row.sample,
        recorded_at=row.recorded_at,
        withdrawn_at=row.withdrawn_at,
    )
