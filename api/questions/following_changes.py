"""Following changes: what is asked for, and a page of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from api.questions.told_changes import NOT_LAW
from corpus.law import Language
from corpus.store import reads
from corpus.store.change_feed import Selection
from corpus.store.change_rows import ChangeRecord
from diffing.classify import ChangeKind

LARGEST_CURSOR = 2_147_483_647
"""The last place that the databases can number."""


@dataclass(frozen=True)
class FollowedChanges:
    """Which changes are followed; `since` and `until` are moments of recording, half-open.

    `legal` True asks for changes of the law, False for the others, None for all.
    """

    since: datetime | None = None
    until: datetime | None = None
    ngr: str | None = None
    key: str | None = None
    language: Language | None = None
    kinds: tuple[ChangeKind, ...] = ()
    legal: bool | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class ChangesPage:
    """A page of what is followed; `cursor` goes on from there, `more` says whether at once."""

    records: tuple[ChangeRecord, ...]
    cursor: int | None
    more: bool


def page_of(
    session: Session, asked: FollowedChanges, limit: int, cursor: int | None = None
) -> ChangesPage:
    """The next page of what is followed, in the order in which it was recorded."""
    found = reads.changes(
        session,
        since=asked.since,
        until=asked.until,
        ngr=asked.ngr,
        key=asked.key,
        language=asked.language,
        limit=limit + 1,
        after_cursor=cursor,
        withdrawn=asked.withdrawn,
        which=Selection(kinds=asked.kinds or None, legal=asked.legal, not_law=NOT_LAW),
    )
    page = tuple(found[:limit])
    return ChangesPage(page, page[-1].sequence if page else cursor, len(found) > limit)
